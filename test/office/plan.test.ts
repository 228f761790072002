import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentService } from '../../documents/contract.ts';
import { DocumentError } from '../../documents/process.ts';
import { documentsOfOffice } from '../../office/documents-host.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { EntryId, type RecordId } from '../../shared/domain/ids.ts';
import { amira, answerAll, codeOf, paperStack, readyOffice, type TestOffice } from './support/office.ts';

describe('a printed plan', () => {
  let office: TestOffice;
  const stack = paperStack();
  let documents: DocumentService = stack;
  beforeAll(async () => {
    office = await readyOffice({ documents: { print: (paper) => documents.print(paper), close: () => documents.close() } });
  });
  afterAll(async () => {
    await office.remove();
  });

  async function withGoal(): Promise<{ readonly caseId: RecordId; readonly entry: EntryId }> {
    const view = await amira(office);
    const caseId = view.row.id;
    const { entry } = await office.client.cases.addEntry({ caseId, group: 'goal', parent: null });
    await office.client.cases.editText({ caseId, entry, field: 'goal.description', text: 'Ich will im Sommer B1 schaffen.', base: [] });
    const now = await office.client.cases.open({ caseId });
    await answerAll(office, now, [{ field: 'goal.area', value: 'language', entry }, { field: 'goal.target_date', value: '2026-07-31', entry }]);
    return { caseId, entry };
  }
  const print = (caseId: RecordId) => office.client.plan.print({ caseId, language: 'de' });

  it('needs a goal and her consent', async () => {
    const empty = await office.client.cases.create();
    expect(await codeOf(print(empty.row.id))).toBe('CONSENT_MISSING');
    expect(await codeOf(print((await amira(office)).row.id))).toBe('PLAN_EMPTY');
  });

  it('is kept as a version with its day; the same plan again is the same version, byte for byte', async () => {
    const { caseId, entry } = await withGoal();
    const first = await print(caseId);
    expect(first).toMatchObject({ version: 1, fileName: expect.stringMatching(/^Plan-NI-0417-2026-\d{4}-Fassung-1\.pdf$/) as string });
    expect(stack.printed.at(-1)).toMatchObject({ personName: 'Amira Haddad', officeName: 'JMD Nordstadt', caseworkerName: 'Petra Amsel', training: true, version: 1, day: '2026-03-02' });

    office.clock.day = IsoDay.parse('2026-03-09');
    const again = await print(caseId);
    expect(again.version).toBe(1);
    expect(await again.pdf.text()).toBe(await first.pdf.text());

    await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'goal.target_date', value: '2026-08-31', entry }]);
    const second = await print(caseId);
    expect(second.version).toBe(2);
    const view = await office.client.cases.open({ caseId });
    expect(view.documents.map(({ version, day, authorName }) => [version, day, authorName])).toEqual([
      [1, '2026-03-02', 'Petra Amsel'],
      [2, '2026-03-09', 'Petra Amsel'],
    ]);
    const [attachment] = view.documents.map((one) => one.attachment);
    if (attachment === undefined) throw new Error('nothing kept');
    const kept = await office.client.plan.kept({ caseId, attachment });
    expect(await kept.pdf.text()).toBe(await first.pdf.text());
    expect(await codeOf(office.client.plan.kept({ caseId, attachment: 'f'.repeat(32) }))).toBe('ATTACHMENT_NOT_FOUND');
    office.clock.day = IsoDay.parse('2026-03-02');
  });

  it('takes one number after the other when two are asked for at once', async () => {
    const { caseId, entry } = await withGoal();
    const both = [print(caseId), answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'goal.target_date', value: '2026-09-30', entry }]).then(() => print(caseId))];
    expect((await Promise.all(both)).map((one) => ('version' in one ? one.version : 0)).sort()).toEqual([1, 2]);
  });

  it('costs nothing but itself when the document process fails', async () => {
    const { caseId } = await withGoal();
    documents = { print: async () => Promise.reject(new DocumentError('the time limit passed')), close: async () => undefined };
    expect(await codeOf(print(caseId))).toBe('DOCUMENT_FAILED');
    documents = stack;
    expect(await print(caseId)).toMatchObject({ version: 1 });
  });

  it('is dropped when the office is locked while it is being set', async () => {
    const { caseId } = await withGoal();
    documents = {
      print: async (paper) => {
        await office.core.lock();
        return stack.print(paper);
      },
      close: async () => undefined,
    };
    expect(await codeOf(print(caseId))).toBe('LOCKED');
    documents = stack;
    await office.client.session.unlock({ login: null, password: 'Kranichzug am Morgen' });
    expect((await office.client.cases.open({ caseId })).documents).toEqual([]);
  });

  it('is dropped when her consent is withdrawn while it is being set', async () => {
    const { caseId } = await withGoal();
    documents = {
      print: async (paper) => {
        await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'consent.data_processing_status', value: 'withdrawn' }]);
        return stack.print(paper);
      },
      close: async () => undefined,
    };
    expect(await codeOf(print(caseId))).toBe('CONSENT_MISSING');
    documents = stack;
    expect((await office.client.cases.open({ caseId })).documents).toEqual([]);
  });

  it('is not even shown when her consent is withdrawn while it is being set', async () => {
    const { caseId } = await withGoal();
    documents = {
      print: async (paper) => {
        await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'consent.data_processing_status', value: 'withdrawn' }]);
        return stack.print(paper);
      },
      close: async () => undefined,
    };
    expect(await codeOf(office.client.plan.preview({ caseId }))).toBe('CONSENT_MISSING');
    documents = stack;
  });

  it('names the characters it could not print again when it is printed again', async () => {
    const { caseId } = await withGoal();
    documents = {
      print: async (paper) => ({ ...(await stack.print(paper)), replacedCharacters: ['U+1F600', 'U+10FFFF'] }),
      close: async () => undefined,
    };
    const first = await print(caseId);
    documents = stack;
    const again = await print(caseId);
    expect([first.version, again.version]).toEqual([1, 1]);
    expect(again.replacedCharacters).toEqual(['U+1F600', 'U+10FFFF']);
    expect((await office.client.plan.kept({ caseId, attachment: first.attachment })).replacedCharacters).toEqual(['U+1F600', 'U+10FFFF']);
  });

  it('goes to somebody else with its disclosure of today alone, also as a version that was kept', async () => {
    const { caseId } = await withGoal();
    const { attachment } = await print(caseId);
    const disclosed = async (recipient: string, means: string) => {
      const { entry: release } = await office.client.cases.enter({ caseId, group: 'release', parent: null, answers: { 'release.recipient_name': recipient, 'release.date': '2026-03-01' }, texts: { 'release.scope': 'Plan' } });
      const answers = { 'disclosure.date': office.clock.day, 'disclosure.basis': 'release', 'disclosure.release': release, 'disclosure.recipient_name': recipient, 'disclosure.means': means };
      return (await office.client.cases.enter({ caseId, group: 'disclosure', parent: null, answers, texts: { 'disclosure.content': 'Plan' } })).entry;
    };
    const kept = (disclosure: string, purpose: 'read' | 'print' = 'print') => codeOf(office.client.plan.kept({ caseId, attachment, purpose, recipient: { kind: 'third_party', disclosure: EntryId.parse(disclosure) } }));
    const [letter, talk] = [await disclosed('Berufsschule Nord', 'letter'), await disclosed('Jugendamt Nord', 'talk')];
    expect([await kept(letter, 'read'), await kept(letter)]).toEqual(['no error', 'no error']);
    expect([await kept(talk), await kept('f'.repeat(32)), await kept('f'.repeat(32), 'read')]).toEqual(['DISCLOSURE_WITHOUT_BASIS', 'DISCLOSURE_WITHOUT_BASIS', 'DISCLOSURE_WITHOUT_BASIS']);
    const mother = await disclosed('Mutter', 'letter');
    await office.client.cases.answer({ caseId, entry: null, field: 'consent.parents_may_be_informed', value: 'no', base: [] });
    expect(await kept(mother)).toBe('ANSWER_INVALID');
  });

  it('is a real PDF', async () => {
    const { caseId } = await withGoal();
    const real = documentsOfOffice();
    documents = real;
    const { pdf, replacedCharacters } = await print(caseId);
    expect(pdf.type).toBe('application/pdf');
    expect((await pdf.text()).startsWith('%PDF-')).toBe(true);
    expect(replacedCharacters).toEqual([]);
    documents = stack;
    await real.close();
  });
});
