import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { casesContext, openContext } from '../../office/base.ts';
import { eraseRecords } from '../../office/forgetting/erase-records.ts';
import { insideOf } from '../../db/open-store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { ActId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { maxAttachmentBytes } from '../../shared/rpc/limits.ts';
import { placesOf, scanFolder } from '../support/decrypting-scan.ts';
import { fileOf, joined, smallJpeg, smallPdf, smallPng, smallZip } from '../support/sample-files.ts';
import { amira, codeOf, password, readyOffice, type TestOffice } from './support/office.ts';
import { powerCut } from './support/power-cut.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await readyOffice();
});
afterEach(async () => office.remove());

const canary = 'Papierdrachenflugfest';
const newAct = () => ActId.parse(randomId());
const add = (caseId: RecordId, bytes = smallPdf(canary), title = 'Zeugnis') =>
  office.client.attachments.add({ caseId, act: newAct(), file: fileOf(bytes), title, answers: { 'attachment.kind': 'certificate', 'attachment.date': '2026-02-27' } });
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const inCases = () => casesContext(openContext(office.core.context));
const actions = (record: RecordId) => inCases().cases.read((tx) => tx.audit.read({ record, limit: 20 }));
function keysNow() {
  const { deskKey, casesKey } = insideOf(openContext(office.core.context).store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}

describe('a file is added', () => {
  test.each([
    ['application/pdf', smallPdf()],
    ['image/png', smallPng()],
    ['image/jpeg', smallJpeg()],
  ] as const)('%s: and opens byte for byte as what it is, whatever it was called', async (mime, bytes) => {
    const { row } = await amira(office);
    const { entry, view } = await office.client.attachments.add({ caseId: row.id, file: fileOf(bytes, 'Urlaub.exe', 'text/plain'), title: 'Schulbescheinigung', answers: {} });
    expect(view.files[entry]).toEqual({ mime, bytes: bytes.length });
    expect(view.answers[entry]?.['attachment.title']?.heads[0]?.value).toBe('Schulbescheinigung');

    const opened = await office.client.attachments.open({ caseId: row.id, entry });
    expect([opened.mime, opened.bytes.type, opened.title]).toEqual([mime, mime, 'Schulbescheinigung']);
    expect(await bytesOf(opened.bytes)).toEqual(bytes);
    expect(actions(row.id)[0]).toMatchObject({ action: 'attachment.open', details: { entry } });
    expect(JSON.stringify(actions(row.id))).not.toMatch(/Schulbescheinigung|Urlaub/);
  });

  test('up to 10 MB, and not one byte more', async () => {
    const { row } = await amira(office);
    const whole = joined(smallPdf(), new Uint8Array(maxAttachmentBytes - smallPdf().length));
    const { entry, view } = await add(row.id, whole);
    expect(view.files).toEqual({ [entry]: { mime: 'application/pdf', bytes: 10 * 1024 * 1024 } });
    expect(await codeOf(add(row.id, joined(whole, '\0')))).toBe('ATTACHMENT_TOO_LARGE');
  });

  test.each([
    ['empty', new Uint8Array()],
    ['a renamed program', joined('MZ\x90\0\x03')],
    ['a picture made of markup', joined('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a PDF that is an archive, too', joined(smallPdf(), smallZip('%%EOF'))],
  ])('never when it is %s: nothing is left of the try', async (_what, bytes) => {
    const { row } = await amira(office);
    expect(await codeOf(add(row.id, bytes))).toBe('ATTACHMENT_KIND_UNKNOWN');
    const { entries, files } = await office.client.cases.open({ caseId: row.id });
    expect([entries, files]).toEqual([[], {}]);
  });

  test('not before she has agreed, and not with a title that is none', async () => {
    const { row } = await office.client.cases.create();
    expect(await codeOf(add(row.id))).toBe('CONSENT_MISSING');
    const hers = await amira(office);
    expect(await codeOf(office.client.attachments.add({ caseId: hers.row.id, file: fileOf(smallPdf()), title: 'x', answers: { 'attachment.kind': 'nonsense' } }))).toBe('ANSWER_INVALID');
    expect((await office.client.cases.open({ caseId: hers.row.id })).files).toEqual({});
  });

  test('once, however often a lost answer is asked for again', async () => {
    const { row } = await amira(office);
    const wish = { caseId: row.id, act: newAct(), file: fileOf(smallPdf()), title: 'Zeugnis', answers: {} };
    const first = await office.client.attachments.add(wish);
    expect(await office.client.attachments.add({ ...wish, file: fileOf(smallPdf()) })).toEqual(first);
    expect(Object.keys(first.view.files)).toEqual([first.entry]);
  });

  test('and stands in the copy she may ask for as what was kept of it, without the bytes', async () => {
    const { row } = await amira(office);
    await add(row.id);
    const text = await (await office.client.cases.export({ caseId: row.id })).text();
    expect(text).toContain('Zeugnis');
    expect(text).not.toContain(canary);
  });
});

describe('a file is removed', () => {
  test('its bytes are gone at once, from every page and frame; the entry is taken away', async () => {
    const { row } = await amira(office);
    const { entry } = await add(row.id);
    const kept = await add(row.id, smallPdf('Leuchtturmwärterinnen'), 'Bescheid');
    expect(placesOf(scanFolder(office.dir, keysNow(), [canary]), canary).length).toBeGreaterThan(0);

    const wish = { caseId: row.id, act: newAct(), entry };
    const view = await office.client.attachments.remove(wish);

    const scan = scanFolder(office.dir, keysNow(), [canary]);
    expect([scan.finds, scan.frames, scan.unread]).toEqual([[], expect.any(Number) as unknown, []]);
    expect(scan.opened).toBeGreaterThan(5);
    expect(Object.keys(view.files)).toEqual([kept.entry]);
    expect(view.entries.find(({ id }) => id === entry)?.retired).toBe(true);
    expect(await codeOf(office.client.attachments.open({ caseId: row.id, entry }))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await office.client.attachments.remove(wish)).toEqual(view);
    expect(await codeOf(office.client.attachments.remove({ ...wish, act: newAct() }))).toBe('ATTACHMENT_NOT_FOUND');
    expect((await office.client.audit.verify()).doors.map((door) => door.brokenAt)).toEqual([null, null]);
  });
});

describe('a file that came into the wrong case', () => {
  async function twoFiles() {
    const [samira, sister] = [await amira(office), await amira(office)];
    const { entry } = await add(sister.row.id, smallPdf(canary), 'Zeugnis von Samira');
    return { hers: samira.row.id, wrong: sister.row.id, entry };
  }
  const titles = async (caseId: RecordId) => {
    const view = await office.client.cases.open({ caseId });
    return Promise.all(Object.keys(view.files).map(async (entry) => (await office.client.attachments.open({ caseId, entry: entry })).title));
  };

  test('moves to the right one, under its key; nothing of it stays behind, and neither log says where the other is', async () => {
    const { hers, wrong, entry } = await twoFiles();
    const wish = { caseId: wrong, act: newAct(), entry, to: hers };
    const view = await office.client.attachments.move(wish);

    expect(view.row.id).toBe(wrong);
    expect(view.files).toEqual({});
    expect(await titles(hers)).toEqual(['Zeugnis von Samira']);
    const target = await office.client.cases.open({ caseId: hers });
    const moved = Object.keys(target.files)[0] as EntryId;
    expect(await bytesOf((await office.client.attachments.open({ caseId: hers, entry: moved })).bytes)).toEqual(smallPdf(canary));
    expect(target.answers[moved]?.['attachment.kind']?.heads[0]?.value).toBe('certificate');
    // The copy for the sister says nothing of it.
    expect(await (await office.client.cases.export({ caseId: wrong })).text()).not.toContain('Samira');
    expect(await office.client.search.everywhere({ text: 'Zeugnis Samira' })).toMatchObject([{ caseId: hers }]);
    const lines = { wrong: actions(wrong), hers: actions(hers) };
    expect(await codeOf(office.client.cases.history({ caseId: wrong, entry, field: 'attachment.title' }))).toBe('ENTRY_UNKNOWN');
    expect((await office.client.cases.history({ caseId: hers, entry: moved, field: 'attachment.title' })).map(({ value }) => value)).toEqual(['Zeugnis von Samira']);
    expect(lines.wrong.find(({ action }) => action === 'attachment.moved_out')?.details).toEqual({ entry, right: 'responsible' });
    expect(lines.hers.find(({ action }) => action === 'attachment.moved_in')?.details).toEqual({ entry: moved, right: 'responsible' });
    expect(JSON.stringify(lines)).not.toMatch(/Zeugnis|Samira/);
    expect(JSON.stringify(lines.wrong)).not.toContain(hers);

    // Said again after a lost answer, it moves nothing more.
    expect(await office.client.attachments.move(wish)).toEqual(view);
    expect(await titles(hers)).toEqual(['Zeugnis von Samira']);
    expect(new Set(placesOf(scanFolder(office.dir, keysNow(), [canary]), canary).map((place) => place.split(': ')[1]))).toEqual(new Set(['sealed attachment']));
  });

  test('is never brought back where it was: neither entry, title nor history of it show there, nor in the copy', async () => {
    const { hers, wrong, entry } = await twoFiles();
    await office.client.attachments.move({ caseId: wrong, act: newAct(), entry, to: hers });
    expect(await codeOf(office.client.cases.retireEntry({ caseId: wrong, entry, retired: false }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.cases.answer({ caseId: wrong, entry, field: 'attachment.title', value: 'Zeugnis', base: [] }))).toBe('ENTRY_UNKNOWN');
    expect(await codeOf(office.client.cases.history({ caseId: wrong, entry, field: 'attachment.title' }))).toBe('ENTRY_UNKNOWN');
    expect((await office.client.cases.open({ caseId: wrong })).entries.map(({ id }) => id)).not.toContain(entry);
    const { json, pdf } = await office.client.rights.copy({ caseId: wrong, decisions: [], textsRead: true, protection: null, names: null });
    const shown = [JSON.stringify(await office.client.rights.copyPreview({ caseId: wrong })), await json.text(), await pdf.text(), await (await office.client.cases.export({ caseId: wrong })).text()];
    for (const one of shown) expect(one).not.toContain('Zeugnis von Samira');
    // A file that was only removed stays an entry that was taken away.
    const { entry: removed } = await add(wrong, smallPdf('x'), 'Bescheid');
    await office.client.attachments.remove({ caseId: wrong, act: newAct(), entry: removed });
    expect((await office.client.cases.open({ caseId: wrong })).entries.find(({ id }) => id === removed)?.retired).toBe(true);
  });

  test('is in exactly one of the two after a power cut in the middle, and moves when asked again', async () => {
    const { hers, wrong, entry } = await twoFiles();
    const wish = { caseId: wrong, act: newAct(), entry, to: hers };
    for (const at of [1, 2, 3]) {
      const powerBack = powerCut(inCases().cases, at);
      expect(await codeOf(office.client.attachments.move(wish))).toBe('INTERNAL');
      powerBack();
      expect([await titles(hers), await titles(wrong)]).toEqual([[], ['Zeugnis von Samira']]);
    }
    await office.client.attachments.move(wish);
    expect([await titles(hers), await titles(wrong)]).toEqual([['Zeugnis von Samira'], []]);
  });

  test('stays where it is when the other file may not take it, or is the same', async () => {
    const { wrong, entry } = await twoFiles();
    const { row } = await office.client.cases.create();
    expect(await codeOf(office.client.attachments.move({ caseId: wrong, entry, to: row.id }))).toBe('CONSENT_MISSING');
    expect(await codeOf(office.client.attachments.move({ caseId: wrong, entry, to: wrong }))).toBe('ATTACHMENT_NOT_FOUND');
    expect(await codeOf(office.client.attachments.move({ caseId: wrong, entry, to: '0'.repeat(32) }))).toBe('CASE_NOT_FOUND');
    expect(await titles(wrong)).toEqual(['Zeugnis von Samira']);
  });
});

describe('the bytes of a file', () => {
  test('are looked at whenever it is opened: others under the same key are not shown', async () => {
    const { row } = await amira(office);
    const [one, two] = [await add(row.id, smallPdf('eins')), await add(row.id, smallPdf('zwei'))];
    const { cases } = inCases();
    const [first, second] = cases.read((tx) => Object.values(tx.histories.find(row.id)?.files ?? {})).sort((a) => (a.entry === one.entry ? -1 : 1));
    if (first === undefined || second === undefined) throw new Error('no files');
    // Whoever has the keys of the doors seals another content under the name of the first.
    insideOf(openContext(office.core.context).store).databases.cases?.prepare('DELETE FROM attachments WHERE id = ?').run(first.attachment);
    cases.write((tx) => { tx.histories.keepBytes(row.id, first.attachment, smallPdf('drei')); });
    expect(await codeOf(office.client.attachments.open({ caseId: row.id, entry: one.entry }))).toBe('DATABASE_DAMAGED');
    expect((await office.client.attachments.open({ caseId: row.id, entry: two.entry })).mime).toBe('application/pdf');
  });

  test('go with the young person', async () => {
    const { row } = await amira(office);
    await add(row.id);
    const keys = keysNow();
    await eraseRecords(openContext(office.core.context), [row.id], 'wish');
    expect(scanFolder(office.dir, keys, [canary]).finds).toEqual([]);
  });

  test('come back with a backup, and those that were removed since do not', async () => {
    const { row } = await amira(office);
    const [kept, removed] = [await add(row.id), await add(row.id, smallPdf('Seidenraupenzuchtanlage'), 'Brief')];
    await office.client.safety.backupNow();
    await office.client.attachments.remove({ caseId: row.id, entry: removed.entry });
    const later = await add(row.id, smallPng(), 'Foto');
    const name = (await office.client.safety.overview()).backups[0]?.name ?? '';
    const { client } = office;
    await client.safety.restore({ backup: name, secret: { login: null, password } });
    await client.session.unlock({ login: null, password });

    const view = await client.cases.open({ caseId: row.id });
    expect(Object.keys(view.files).sort()).toEqual([kept.entry, later.entry].sort());
    expect(await bytesOf((await client.attachments.open({ caseId: row.id, entry: kept.entry })).bytes)).toEqual(smallPdf(canary));
    expect(await bytesOf((await client.attachments.open({ caseId: row.id, entry: later.entry })).bytes)).toEqual(smallPng());
    const left = inCases().cases.read((tx) => Object.keys(tx.histories.find(row.id)?.files ?? {}).map((id) => tx.histories.readBytes(row.id, id as never)?.length));
    expect(left.length).toBe(2);
    const rows = insideOf(openContext(office.core.context).store).databases.cases?.prepare('SELECT count(*) FROM attachments').pluck().get();
    expect(rows).toBe(2);
  });
});
