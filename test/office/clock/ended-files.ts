/** An office with files that ended, and its days. */
import { openContext } from '../../../office/base.ts';
import { sweep } from '../../../office/forgetting/sweep.ts';
import { addDays, IsoDay } from '../../../shared/domain/day.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { ClockRunView } from '../../../shared/rpc/clock.views.ts';
import { answerAll, codeOf, consent, newColleague, readyOffice, unlockAs, type Colleague, type TestOffice } from '../support/office.ts';

export const day = (text: string): IsoDay => IsoDay.parse(text);
/** The day of {@link readyOffice}. */
export const first = day('2026-03-02');

export interface Staffed {
  readonly office: TestOffice;
  readonly head: Colleague;
  readonly selin: Colleague;
  readonly jonas: Colleague;
}

export async function staffedOffice(): Promise<Staffed> {
  const office = await readyOffice();
  const session = await office.client.session.status();
  if (session.phase !== 'open') throw new Error('not open');
  return { office, head: { user: session.user.id, role: 'head' }, selin: newColleague(office, 'Selin'), jonas: newColleague(office, 'Jonas') };
}

const talk = { 'contact.recipient': 'young_person', 'contact.form': 'conversation', 'contact.channel': 'in_person' } as const;

export async function runningFile(office: TestOffice, lastName: string): Promise<RecordId> {
  const { row } = await answerAll(office, await office.client.cases.create(), [
    ...consent,
    { field: 'person.first_name', value: 'Nilufar' },
    { field: 'person.last_name', value: lastName },
    { field: 'case.support_form', value: 'counselling' },
  ]);
  await office.client.contacts.log({ caseIds: [row.id], answers: { 'contact.date': office.clock.day, ...talk }, note: '' });
  return row.id;
}

/** Ended today. */
export async function endedFiles(office: TestOffice, count: number): Promise<readonly RecordId[]> {
  const records: RecordId[] = [];
  for (let at = 1; at <= count; at += 1) {
    const caseId = await runningFile(office, `Beendet ${String(at)}`);
    await office.client.cases.end({ caseId, day: office.clock.day, reason: 'relocation' });
    records.push(caseId);
  }
  return records;
}

/** The PC says it is this day; Lotse is opened, nothing is done by itself yet. */
export async function wakeOn(office: TestOffice, on: IsoDay, who: Colleague): Promise<void> {
  office.clock.day = on;
  office.clock.now = new Date(`${on}T09:00:00Z`);
  await unlockAs(office, who);
}

/** As on every morning. */
export async function itIs(office: TestOffice, on: IsoDay, who: Colleague): Promise<void> {
  await wakeOn(office, on, who);
  await sweep(office.core.context);
}

/** Opened every week up to this day. */
export async function until(office: TestOffice, on: IsoDay, who: Colleague): Promise<void> {
  for (let next = addDays(office.clock.day, 7); next < on; next = addDays(next, 7)) await itIs(office, next, who);
  await itIs(office, on, who);
}

export async function isThere(office: TestOffice, caseId: RecordId): Promise<boolean> {
  return (await codeOf(office.client.cases.open({ caseId }))) === 'no error';
}

export async function lineOf({ client }: TestOffice, caseId: RecordId) {
  return (await client.clock.overview({ limit: 500 })).lines.find((line) => line.caseId === caseId);
}

/** Waits until the run is over, and says how it ended. */
export async function finished({ client }: TestOffice): Promise<ClockRunView | null> {
  for (;;) {
    const view = await client.clock.progress();
    if (view?.state !== 'running') return view;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Actions of the desk's log, newest first. */
export function deskLog({ core }: TestOffice): readonly string[] {
  return openContext(core.context).store.desk.read((tx) => tx.audit.read({ record: null, limit: 200 })).map(({ action }) => action);
}
