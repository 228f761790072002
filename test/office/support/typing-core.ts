/**
 * A core in a process of its own that does everything once with canaries: `node typing-core.ts DIR`; the canary comes as the first line
 * on stdin, so that no command line holds it. Says one line of JSON when done and waits for orders on stdin: `lock`, `abort`, `sort` (more than
 * fits into the page cache), `fill` (until the disk is full); each but `abort` is answered with a line.
 */
import dns from 'node:dns';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { insideOf } from '../../../db/open-store.ts';
import { openContext } from '../../../office/base.ts';
import { coreClient } from '../../../office/core.ts';
import { officeCore } from '../../../office/office-core.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { bigSort } from './big-sort.ts';
import { nordstadt } from './office.ts';

const dir = process.argv[2] ?? '';
const orders = createInterface({ input: process.stdin });
const stem = await new Promise<string>((resolve) => { orders.once('line', resolve); });

/** Every address this process asked for. */
const asked: string[] = [];
// eslint-disable-next-line @typescript-eslint/unbound-method -- called on the socket it was called on
const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]) {
  asked.push('connect');
  return Reflect.apply(connect, this, args) as net.Socket;
};
for (const name of ['lookup', 'resolve'] as const) {
  const real = dns[name] as (...args: unknown[]) => unknown;
  Object.assign(dns, { [name]: (...args: unknown[]) => (asked.push(name), real(...args)) });
}

const office = await officeCore({ dir, today: '2026-03-02' });
const client = coreClient(office.core);
const word = (place: string): string => `${stem} ${place}`;
const { recoveryCode } = await client.session.initialise({ ...nordstadt, officeName: word('JMD'), displayName: word('Fachkraft'), login: word('login') });
await client.session.confirmRecovery({ code: recoveryCode });

let view = await client.cases.create();
const { id: caseId } = view.row;
const answer = async (field: string, value: string, entry: EntryId | null = null): Promise<void> => {
  view = await client.cases.answer({ caseId, entry, field, value, base: [...(view.answers[entry ?? '']?.[field]?.base ?? [])] });
};
await answer('consent.data_processing_status', 'granted');
await answer('consent.data_processing_date', '2026-03-02');
await answer('consent.health_data', 'granted');
const entries = new Map<string, EntryId>();
const groups = ['goal', 'subgoal', 'action_step', ...currentCatalogue.fields.flatMap(({ group }) => group ?? [])];
/** By an act of its own: this one closes the file. */
const closing = 'restriction';
for (const group of new Set(groups)) {
  if (group === closing) continue;
  if (group === 'request') {
    const asked = await client.rights.enter({ caseId, kind: 'access_copy', by: 'young_person', receivedOn: IsoDay.parse('2026-03-02'), identity: 'known' });
    entries.set(group, asked.entry);
    view = await client.cases.open({ caseId });
    continue;
  }
  const parent = currentCatalogue.group(group)?.parents?.map((one) => entries.get(one)).find((one) => one !== undefined) ?? null;
  // A disclosure is entered with its legal basis or not at all.
  const basis = { 'disclosure.basis': 'court_order', 'disclosure.date': '2026-03-02', 'disclosure.recipient_name': word('Gericht') };
  const added = await (group === 'disclosure'
    ? client.cases.enter({ caseId, group, parent, answers: basis, texts: { 'disclosure.content': word('Inhalt') } })
    : client.cases.addEntry({ caseId, group, parent }));
  entries.set(group, added.entry);
  view = added.view;
}
let typed = 0;
/** Fields of text without a canary. */
const untyped: string[] = [];
/** Fields that take no word of any length: what fits into them, see `short` in the test. */
const fitting: Readonly<Record<string, string>> = { 'person.postal_code': stem.slice(0, 12), 'institution.postal_code': stem.slice(0, 12), 'person.district_code': '90817', 'appointment.time': '23:57' };
for (const { id: field, type, group, pattern, maxLength = 500 } of currentCatalogue.fields) {
  if (group === closing) continue;
  const entry = group === undefined ? null : (entries.get(group) ?? null);
  if (type === 'longtext') {
    view = await client.cases.editText({ caseId, entry, field, text: `${word(field)}\n`.repeat(20), base: [] });
    view = await client.cases.editText({ caseId, entry, field, text: word(field), base: [...(view.texts[entry ?? '']?.[field]?.base ?? [])] });
  } else if (type === 'text' && fitting[field] !== undefined) await answer(field, fitting[field], entry);
  else if (type === 'text' && pattern === undefined && maxLength > stem.length + 1) await answer(field, word(field).slice(0, maxLength), entry);
  else {
    if (type === 'text') untyped.push(field);
    continue;
  }
  typed += 1;
}

// More than fits beside each other: long texts in many cases, listed in every order.
for (let i = 0; i < 12; i += 1) {
  let other = await client.cases.create();
  for (const [field, value] of [['consent.data_processing_status', 'granted'], ['consent.data_processing_date', '2026-03-02'], ['person.last_name', word(`Name ${String(i)}`)]] as const) {
    other = await client.cases.answer({ caseId: other.row.id, entry: null, field, value, base: [...(other.answers['']?.[field]?.base ?? [])] });
  }
}
for (const sort of ['name', 'number', 'nextDate', 'gaps', 'changedAt'] as const) {
  await client.cases.list({ mine: false, text: '', sort, descending: true, offset: 0, limit: 500 });
}
const found = await client.search.everywhere({ text: stem });
const exported = await (await client.cases.export({ caseId })).text();
const { pdf } = await client.plan.print({ caseId, language: 'de' });
await client.monitoring.build({ year: 2026, half: null });
await client.cases.open({ caseId: 'f'.repeat(32) }).catch(() => undefined);

process.stdout.write(`${JSON.stringify({ typed, untyped, found: found.length, exported: exported.split(stem).length - 1, pdf: pdf.size, asked })}\n`);
const tell = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Longer and longer texts in ever more cases; the code of the refusal. */
async function fill(): Promise<string> {
  const [long] = currentCatalogue.fields.filter(({ type, group }) => type === 'longtext' && group === undefined);
  try {
    for (;;) {
      const { row, texts } = await client.cases.create();
      const base = [...(texts['']?.[long?.id ?? '']?.base ?? [])];
      await client.cases.answer({ caseId: row.id, entry: null, field: 'consent.data_processing_status', value: 'granted', base: [] });
      await client.cases.answer({ caseId: row.id, entry: null, field: 'consent.data_processing_date', value: '2026-03-02', base: [] });
      await client.cases.editText({ caseId: row.id, entry: null, field: long?.id ?? '', text: `${word('voll')}\n`.repeat(2_500), base });
    }
  } catch (problem) {
    return problem instanceof Error && 'code' in problem ? String(problem.code) : 'no code';
  }
}

orders.on('line', (order) => {
  if (order === 'abort') process.abort();
  if (order === 'lock') void client.session.lock().then(() => { tell('locked'); });
  if (order === 'fill') void fill().then(tell);
  if (order === 'sort') {
    const { cases } = insideOf(openContext(office.core.context).store).databases;
    if (cases !== null) tell(JSON.stringify(bigSort(cases, dir, stem)));
  }
});
