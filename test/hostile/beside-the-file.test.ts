/** The hostile strings where people type beside the form: titles of files, own notes, disclosures, Vormerkungen, look-alikes, Kurzberatungen. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../shared/catalogue/clean-text.ts';
import { tallyCatalogue } from '../../shared/tally/tally-catalogue.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { amira, codeOf, readyOffice, type TestOffice } from '../office/support/office.ts';
import { fileOf, smallPdf } from '../support/sample-files.ts';
import { hostileStrings, marker, tooLong } from './strings.ts';

let office: TestOffice;
let caseId: RecordId;
beforeAll(async () => {
  office = await readyOffice();
  ({ id: caseId } = (await amira(office)).row);
});
afterAll(async () => office.remove());

/** The value, or the code it was refused with. */
async function told<T>(call: Promise<T>): Promise<T | string> {
  try {
    return await call;
  } catch (problem) {
    const { code, data } = problem as { code?: string; data?: unknown };
    if (code === undefined) throw problem;
    // A refusal never repeats what was typed.
    expect(JSON.stringify(data ?? {})).not.toContain(marker);
    return code;
  }
}
const line = (text: string) => cleanLine(text);
const inert = async () => {
  expect(office.log.join('\n')).not.toMatch(/boese|script|lotseWasHere/);
  expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
};

describe('two hundred strings', () => {
  test('as the title of a file: kept as one clean line, or refused', async () => {
    let kept = 0;
    for (const title of hostileStrings) {
      const added = await told(office.client.attachments.add({ caseId, file: fileOf(smallPdf(), title), title, answers: {} }));
      if (typeof added === 'string') {
        expect([title, added]).toEqual([title, title.length > 200 ? 'BAD_REQUEST' : 'ANSWER_INVALID']);
        continue;
      }
      kept += 1;
      const opened = await office.client.attachments.open({ caseId, entry: added.entry });
      expect([opened.title, opened.mime]).toEqual([line(title), 'application/pdf']);
      await office.client.cases.retireEntry({ caseId, entry: added.entry, retired: true });
    }
    expect(kept).toBeGreaterThan(200);
    await inert();
  }, 300_000);

  test('in a work note: kept as it was typed, but for control characters', async () => {
    let kept = 0;
    const [note] = await office.client.workNotes.write({ caseId, text: 'Anfang' });
    if (note === undefined) throw new Error('no note');
    for (const text of hostileStrings) {
      const list = await told(office.client.workNotes.change({ caseId, note: note.id, text }));
      if (typeof list === 'string') expect([text, list]).toEqual([text, 'BAD_REQUEST']);
      else {
        kept += 1;
        expect(list.map((one) => one.text)).toEqual([cleanText(text).trim()]);
      }
    }
    expect(kept).toBeGreaterThan(200);
    for (const text of Object.values(tooLong)) expect(await codeOf(office.client.workNotes.change({ caseId, note: note.id, text }))).toBe('BAD_REQUEST');
    await inert();
  }, 300_000);

  test('in a disclosure: recipient and content read back as they were kept', async () => {
    const all = hostileStrings.join('\n\n');
    for (const [i, text] of hostileStrings.entries()) {
      if (i % 4 !== 0) continue;
      const entered = await told(
        office.client.cases.enter({
          caseId,
          group: 'disclosure',
          parent: null,
          answers: { 'disclosure.date': '2026-03-02', 'disclosure.basis': 'court_order', 'disclosure.recipient_name': text },
          texts: { 'disclosure.content': all },
        }),
      );
      if (typeof entered === 'string') {
        expect(['ANSWER_INVALID', 'DISCLOSURE_WITHOUT_BASIS']).toContain(entered);
        continue;
      }
      const { entry, view } = entered;
      expect(view.answers[entry]?.['disclosure.recipient_name']?.heads[0]?.value ?? '').toBe(line(text));
      expect(view.texts[entry]?.['disclosure.content']?.text).toBe(cleanText(all));
    }
    JSON.parse(await (await office.client.cases.export({ caseId })).text());
    await inert();
  }, 300_000);

  test('as the name of a Vormerkung, and for whoever looks for a person', async () => {
    for (const [i, text] of hostileStrings.entries()) {
      await office.client.people.find({ text: text.slice(0, 200) });
      if (i % 4 !== 0) continue;
      const made = await told(office.client.preRegistrations.create({ firstName: text, phone: '', appointment: null }));
      if (typeof made === 'string') expect(['ANSWER_INVALID', 'BAD_REQUEST']).toContain(made);
      else expect(made.firstName).toBe(line(text));
    }
    await inert();
  }, 300_000);

  test('as a name that others are compared with: hints are people, their reasons our own words', async () => {
    for (const text of hostileStrings) {
      const name = text.slice(0, 500);
      const hints = await office.client.people.alike({ firstName: name, lastName: name, born: IsoDay.parse('2007-05-14'), phone: name, besides: null });
      for (const { reasons } of hints) for (const reason of reasons) expect(reason).toMatch(/^[\p{L}\p{N} ,.:;()„“–/-]+$/u);
    }
    await inert();
  }, 300_000);

  test('as any answer of a Kurzberatung: none is taken, there is no place for words', async () => {
    expect(tallyCatalogue.fields.filter(({ type }) => type === 'text' || type === 'longtext')).toEqual([]);
    for (const text of hostileStrings) {
      for (const { id, codeList } of tallyCatalogue.fields.filter((_field, at) => at % 3 === text.length % 3)) {
        if (codeList !== undefined && tallyCatalogue.hasCode(codeList, text)) continue;
        const rows = await told(office.client.tally.enter({ rows: [{ [id]: text }] }));
        // Nothing but blanks is no answer, and the word `unknown` is one that every field has.
        if (line(text) === '' || text === 'unknown') expect(typeof rows === 'string' ? [] : rows.filter(({ answers }) => answers[id] === text)).toEqual([]);
        else expect([id, rows]).toEqual([id, 'ANSWER_INVALID']);
      }
    }
    const kept = await office.client.tally.list({ from: IsoDay.parse('2026-01-01'), to: IsoDay.parse('2026-12-31') });
    const words = kept.flatMap(({ answers }) => Object.values(answers).filter((value) => typeof value === 'string'));
    expect(new Set(words)).toEqual(new Set(kept.length === 0 ? [] : ['2026-03-02']));
    await inert();
  }, 300_000);
});
