/** The overview for the data protection officer: that the rights are kept, by file number; nothing of a name, a word or a number of a file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter } from '../../../documents/render.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { readPdf } from '../../support/pdf.ts';
import { amira, answerAll, newColleague, readyOffice, unlockAgain, unlockAs, type TestOffice } from '../support/office.ts';

const day = '2026-03-02' as never;
const canary = 'Kanarienvogel';
let office: TestOffice;
let numbers: Record<'asked' | 'restricted' | 'held' | 'other', string>;

interface Data {
  readonly requests: readonly Record<string, unknown>[];
  readonly restrictions: readonly Record<string, unknown>[];
  readonly holds: readonly Record<string, unknown>[];
  readonly noticesOpen: number;
  readonly log: readonly { readonly role: string; readonly what: string; readonly number: string | null }[];
  readonly logChecked: readonly Record<string, unknown>[];
  readonly incidents: readonly Record<string, unknown>[];
}

async function extract(from = day) {
  const made = await office.client.rights.officerExtract({ from, until: day });
  if (process.env['LOTSE_LOOK'] !== undefined) writeFileSync(join(process.env['LOTSE_LOOK'], 'officer.pdf'), new Uint8Array(await made.pdf.arrayBuffer()));
  const text = await made.json.text();
  const pdf = await readPdf(new Uint8Array(await made.pdf.arrayBuffer()));
  return { made, text, data: JSON.parse(text) as Data, paper: pdf.text.replaceAll(/\s+/g, ' '), tagged: pdf.tagged };
}

async function newFile(): Promise<{ readonly id: RecordId; readonly number: string }> {
  const view = await amira(office);
  await answerAll(office, view, [
    { field: 'person.phone', value: '0176 4445556' },
    { field: 'education.career_goal', value: `${canary}tischlerin` },
  ]);
  return view.row;
}

beforeAll(async () => {
  const printer = await createPrinter();
  office = await readyOffice({ documents: { print: async (paper) => printer.print(paper), close: async () => undefined } });
  const { rights, cases, incidents } = office.client;
  const asked = await newFile();
  const { entry } = await rights.enter({ caseId: asked.id, kind: 'access_copy', by: 'young_person', receivedOn: day, identity: 'known' });
  await rights.decide({ caseId: asked.id, entry, decision: 'refused', ground: 'others_rights', reason: `nennt ${canary}`, insight: null, secretCounselling: null, day });
  const restricted = await newFile();
  await cases.enter({ caseId: restricted.id, group: 'disclosure', parent: null, answers: { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': canary, 'disclosure.date': day }, texts: { 'disclosure.content': canary } });
  await rights.restrict({ caseId: restricted.id, ground: 'accuracy', askedBy: 'young_person' });
  const held = await newFile();
  await answerAll(office, await cases.open({ caseId: held.id }), [
    { field: 'case.retention_ground', value: 'child_protection' },
    { field: 'case.retention_override', value: '2026-12-01' },
  ]);
  const other = await newFile();
  await incidents.save({ id: null, what: 'Ein Ausdruck blieb im Bus liegen.', noticedAt: '2026-03-02T08:00:00Z', data: 'Name', people: 'eine Person', measures: '', risk: 'some', authorityToldOn: null, personsToldOn: null, whyNotTold: '' });
  await unlockAs(office, newColleague(office, 'Selin'));
  await cases.open({ caseId: asked.id });
  await cases.open({ caseId: other.id });
  await unlockAgain(office);
  numbers = { asked: asked.number, restricted: restricted.number, held: held.number, other: other.number };
}, 120_000);
afterAll(async () => {
  await office.remove();
});

describe('the overview for the officer', () => {
  it('says which requests there are, when they are due and how they were decided, by the number of the file', async () => {
    const { data, paper, tagged } = await extract();
    expect(data.requests).toEqual([expect.objectContaining({ number: numbers.asked, receivedOn: day, due: '2026-04-02', ground: 'Rechte anderer Personen (Art. 15 Abs. 4 DSGVO)' })]);
    expect(paper).toContain(numbers.asked);
    expect(tagged).toBe(true);
  });

  it('says what is restricted and why, and how many are still to be told of it', async () => {
    const { data, paper } = await extract();
    expect(data.restrictions).toEqual([expect.objectContaining({ number: numbers.restricted, since: day, liftedOn: null })]);
    expect(paper).toContain('noch zu unterrichten sind: 1.');
  });

  it('names a hold with its day, but of child protection nothing', async () => {
    const { data, text } = await extract();
    expect(data.holds).toEqual([{ number: numbers.held, ground: 'gesetzlicher Grund', until: '2026-12-01' }]);
    expect(text).not.toMatch(/child_protection|Kindesschutz|Kinderschutz/);
  });

  it('shows the log of these files by role and says that it is unchanged; other files are not in it', async () => {
    const { data } = await extract();
    expect(data.log).toContainEqual({ day, role: 'Fachkraft', what: 'Akte angesehen', number: numbers.asked });
    expect(data.log.some(({ number }) => number === numbers.other)).toBe(false);
    expect(data.logChecked).toEqual([expect.objectContaining({ door: 'desk', holds: true }), expect.objectContaining({ door: 'cases', holds: true })]);
  });

  it('has the breaches of the time', async () => {
    expect((await extract()).data.incidents).toEqual([expect.objectContaining({ what: 'Ein Ausdruck blieb im Bus liegen.' })]);
  });

  it('has no name, no phone number and no word of a file or of a decision', async () => {
    const { text, paper, made } = await extract();
    for (const said of [text, paper, made.fileName]) expect(said).not.toMatch(/Amira|Haddad|0176|Kanarien|Selin|Petra/);
  });

  it('leaves out what was over before its time', async () => {
    office.clock.day = '2027-03-02' as never;
    try {
      const { data } = await extract('2027-03-01' as never);
      // Not answered yet, so it is still open.
      expect(data.requests).toHaveLength(1);
      expect(data.incidents).toEqual([]);
    } finally {
      office.clock.day = day;
    }
  });
});

it('counts whom to tell after a withdrawal, too: nobody asked for anything, and the file is not told of', async () => {
  const { cases } = office.client;
  const before = (await extract()).data;
  const { id, number } = await newFile();
  await cases.enter({ caseId: id, group: 'disclosure', parent: null, answers: { 'disclosure.basis': 'emergency', 'disclosure.recipient_name': canary, 'disclosure.date': day }, texts: { 'disclosure.content': canary } });
  await cases.withdraw({ caseId: id, what: 'data_processing', entry: null, day });
  const { data, paper, text } = await extract();
  expect(data.noticesOpen).toBe(before.noticesOpen + 1);
  expect(paper).toContain(`noch zu unterrichten sind: ${String(data.noticesOpen)}.`);
  expect(text).not.toContain(number);
}, 60_000);

it('tells of every open request, however many there are, and says that it does where the log is cut', async () => {
  const many = 520;
  const before = (await extract()).data.requests.length;
  for (let count = 0; count < many; count += 1) {
    const { row } = await office.client.cases.create();
    await office.client.rights.enter({ caseId: row.id, kind: 'access_copy', by: 'young_person', receivedOn: day, identity: 'known' });
  }
  const { data, made } = await extract();
  expect([data.requests.length - before, new Set(data.requests.map(({ number }) => number)).size]).toEqual([many, before + many]);
  expect((await office.client.rights.overview()).filter(({ what }) => what === 'request')).toHaveLength(many + 1);
  expect(made.logCut).toBe((data as unknown as { logCut: boolean }).logCut);
}, 240_000);
