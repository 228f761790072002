/** What somebody held back of a copy stands nowhere else in it: not among the recipients, not as the name another entry goes by. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../documents/render.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId, RecordId } from '../../../shared/domain/ids.ts';
import { readPdf } from '../../support/pdf.ts';
import { amira, readyOffice, type TestOffice } from '../support/office.ts';

let office: TestOffice;
let caseId: RecordId;
let named: EntryId;
let shelter: EntryId;

beforeAll(async () => {
  const printer = await createPrinter();
  office = await readyOffice({ documents: { print: async (paper) => printer.print(paper), close: async () => undefined } });
  caseId = (await amira(office)).row.id;
  const enter = async (group: string, answers: Record<string, string>, texts: Record<string, string> = {}): Promise<EntryId> => (await office.client.cases.enter({ caseId, group, parent: null, answers, texts })).entry;
  const given = { 'disclosure.basis': 'emergency', 'disclosure.date': '2026-03-02' };
  named = await enter('disclosure', { ...given, 'disclosure.recipient_name': 'Tante Zahra' }, { 'disclosure.content': 'Dass sie in Sicherheit ist' });
  shelter = await enter('institution', { 'institution.name': 'Haus Brombeere' });
  await enter('disclosure', { ...given, 'disclosure.recipient': shelter }, { 'disclosure.content': 'Anschrift' });
});
afterAll(() => office.remove());

const copy = async (decisions: readonly { entry: EntryId | null; field: string; give: boolean }[]) => {
  const made = await office.client.rights.copy({ caseId, decisions: decisions.map((one) => ({ ...one, reason: 'Schutz' })), textsRead: true, protection: null, names: null });
  return { paper: (await readPdf(new Uint8Array(await made.pdf.arrayBuffer()))).text, data: await made.json.text() };
};

describe('a copy', () => {
  it('names the recipients, where nobody held them back', async () => {
    const { paper, data } = await copy([]);
    for (const text of [paper, data]) for (const name of ['Tante Zahra', 'Haus Brombeere']) expect(text).toContain(name);
    expect(data).toContain('Dass sie in Sicherheit ist');
  });

  it('says what is held of the Kurzberatung she had before there was a file, as long as it is hers', async () => {
    const [row] = await office.client.tally.enter({ rows: [{ 'tally.age_group': '19_26', 'tally.outcome': 'turned_away', 'tally.minutes': 35 }] });
    if (row === undefined) throw new Error('nothing was entered');
    const words = ['Kurzberatung vor der Akte', '19 bis 26', 'abgewiesen, kein Platz'];
    for (const word of words) expect((await copy([])).data).not.toContain(word);
    const view = await office.client.tally.moveToCase({ session: row.session, entry: row.entry, caseId });
    const { paper, data } = await copy([]);
    for (const text of [paper, data]) for (const word of words) expect(text).toContain(word);
    const contact = view.entries.find(({ group }) => group === 'contact')?.id;
    if (contact === undefined) throw new Error('no contact');
    await office.client.cases.retireEntry({ caseId, entry: contact, retired: true });
    expect((await copy([])).data).not.toContain('19 bis 26');
  });

  it('says that there was a recipient, and no word of what was held back', async () => {
    const { paper, data } = await copy([
      { entry: named, field: 'disclosure.recipient_name', give: false },
      { entry: named, field: 'disclosure.content', give: false },
      { entry: shelter, field: 'institution.name', give: false },
    ]);
    for (const text of [paper, data]) for (const word of ['Zahra', 'Brombeere', 'in Sicherheit']) expect(text).not.toContain(word);
    expect(paper).toContain('zurückgehalten');
  });

  it('says the day of anonymising that the clock of this JMD says', async () => {
    await office.client.cases.end({ caseId, day: IsoDay.parse('2026-03-02'), reason: 'relocation' });
    await office.client.clock.settings({ anonymiseAfterMonths: 1, counsellingToo: true, endAfterMonths: 9 });
    const { data } = await copy([]);
    expect(data).toContain('02.04.2026');
    expect(data).not.toContain('02.05.2026');
  });
});
