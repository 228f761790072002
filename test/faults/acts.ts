/** What an office does in a day, as acts that say what will be true before they begin. */
import { createBackup } from '../../db/backup/create-backup.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { erase } from '../../db/erase/erase.ts';
import { insideOf } from '../../db/open-store.ts';
import { actOf } from '../../office/cases/act.ts';
import { rebuildProjections } from '../../office/cases/stale.ts';
import { actorOf } from '../../office/context.ts';
import { openContext } from '../../office/base.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { ActId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { Random } from '../../office/training/random.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { codeIn } from './code-in.ts';
import type { Fact, Facts } from './facts.ts';
import type { KeysInHex, OpenedOffice } from './office-on-keys.ts';
import { restoreNewest } from './restore-on-keys.ts';

export interface Desk {
  readonly dir: string;
  office: OpenedOffice;
  readonly random: Random;
  /** By login; what the acts themselves changed is in it, too. */
  readonly passwords: Record<string, string>;
  /** Closes the office, does this to the folder, and opens it again with the keys. */
  reopen(between: (keys: KeysInHex) => void): Promise<void>;
}

/** Begins with saying what will be; resolves to facts that were not known before. */
export type ActRun = (desk: Desk, begins: (will: Facts) => void) => Promise<Facts>;

export interface Act {
  readonly name: string;
  /** How often, against the others. */
  readonly weight: number;
  readonly run: ActRun;
}

const newAct = () => ActId.parse(randomId());

async function someCase({ office, random }: Desk): Promise<CaseView> {
  const { rows } = await office.client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 });
  // Before consent hardly anything can be written; new cases are for being there.
  return office.client.cases.open({ caseId: random.pick(rows.filter(({ consent }) => consent === 'granted')).id });
}

function answerName(caseId: RecordId, entry: EntryId | null, field: string): string {
  return `case/${caseId}/answer/${entry ?? ''}/${field}`;
}

async function answer({ office }: Desk, view: CaseView, entry: EntryId | null, field: string, value: string, begins: (will: Facts) => void): Promise<Facts> {
  const caseId = view.row.id;
  const base = [...(view.answers[entry ?? '']?.[field]?.base ?? [])];
  begins({ [answerName(caseId, entry, field)]: value });
  await office.client.cases.answer({ caseId, act: newAct(), entry, field, value, base });
  return {};
}

/** Words nobody else has, some of them long enough to reach over a page. */
function words(random: Random): string {
  const one = (): string => Array.from({ length: random.int(3, 9) }, () => random.pick([...'abdeghiklmnoprstuvwz'])).join('');
  return Array.from({ length: random.chance(0.1) ? 900 : random.int(2, 30) }, one).join(' ');
}

const answerInFile: ActRun = async (desk, begins) => {
  const view = await someCase(desk);
  return answer(desk, view, null, 'case.first_interview_date', desk.random.day('2026-01-05' as never, '2026-03-01' as never), begins);
};

/** Desk first, then the copy of the name behind the cases door: two databases, one act. */
const answerOnCard: ActRun = async (desk, begins) => {
  const view = await someCase(desk);
  const name = `${desk.random.pick(['Haddad', 'Nasser', 'Okoye', 'Petrow', 'Yilmaz'])}-${words(desk.random).slice(0, 8)}`.trim();
  return answer(desk, view, null, 'person.last_name', name, begins);
};

const editText: ActRun = async (desk, begins) => {
  const view = await someCase(desk);
  const { id: caseId } = view.row;
  const entry = view.entries.find((one) => one.group === 'goal' && !one.retired)?.id;
  if (entry === undefined) return addGoal(desk, begins);
  const field = 'goal.description';
  const before = view.texts[entry]?.[field];
  const text = desk.random.chance(0.5) ? words(desk.random) : `${before?.text ?? ''} ${words(desk.random)}`.trim().slice(-4_000).trim();
  begins({ [`case/${caseId}/text/${entry}/${field}`]: text });
  await desk.office.client.cases.editText({ caseId, act: newAct(), entry, field, text, base: [...(before?.base ?? [])] });
  return {};
};

const addGoal: ActRun = async ({ office, ...desk }, begins) => {
  const view = await someCase({ office, ...desk });
  const asked = { caseId: view.row.id, act: newAct(), group: 'goal', parent: null };
  begins({ [`case/${asked.caseId}/entry/${actOf('addEntry', asked).entry}`]: 'live' });
  await office.client.cases.addEntry(asked);
  return {};
};

const retireGoal: ActRun = async (desk, begins) => {
  const view = await someCase(desk);
  const entry = view.entries.find((one) => one.group === 'goal' && !one.retired);
  if (entry === undefined) return addGoal(desk, begins);
  begins({ [`case/${view.row.id}/entry/${entry.id}`]: 'retired' });
  await desk.office.client.cases.retireEntry({ caseId: view.row.id, act: newAct(), entry: entry.id, retired: true });
  return {};
};

const createCase: ActRun = async ({ office }, begins) => {
  begins({});
  const { row } = await office.client.cases.create();
  return { [`case/${row.id}`]: 'there' };
};

const printPlan: ActRun = async (desk, begins) => {
  const view = await someCase(desk);
  const { id: caseId } = view.row;
  const goal = view.entries.find((one) => one.group === 'goal' && !one.retired && (view.texts[one.id]?.['goal.description']?.text ?? '') !== '');
  if (!view.consentGiven || goal === undefined) return editText(desk, begins);
  const plans = `case/${caseId}/plans`;
  const before: Fact = view.documents.length;
  // The same words again are the same version.
  begins({ [plans]: before + 1 });
  const { version } = await desk.office.client.plan.print({ caseId, language: 'de' });
  return { [plans]: version };
};

const ownPassword: ActRun = async (desk, begins) => {
  const { office, passwords, random } = desk;
  const login = 'petra';
  const oldPassword = passwords[login];
  // A folder of an earlier schema: only its keys are known here.
  if (oldPassword === undefined) return answerInFile(desk, begins);
  const newPassword = `${words(random).slice(0, 20)} und Möwen`;
  begins({ [`password/${login}`]: newPassword });
  try {
    await office.client.access.changePassword({ oldPassword, newPassword });
  } catch (problem) {
    // Killed three times in the middle of a try: each counts as one, and the next waits.
    if (codeIn(problem) !== 'UNLOCK_WAIT') throw problem;
    return { [`password/${login}`]: oldPassword };
  }
  passwords[login] = newPassword;
  return {};
};

const addColleague: ActRun = async ({ office, passwords, random }, begins) => {
  const login = `kollegin-${String(random.int(1, 1_000_000))}`;
  const password = `${words(random).slice(0, 20)} und Kraniche`;
  begins({ [`account/${login}`]: 'there', [`password/${login}`]: password });
  await office.client.access.add({ login, displayName: 'Milan Probe', role: 'caseworker', password });
  passwords[login] = password;
  return {};
};

/** Her name stays, under what she wrote; her way in goes. */
const removeColleague: ActRun = async (desk, begins) => {
  const accounts = await desk.office.client.access.accounts();
  const one = accounts.find(({ own, canUnlock }) => !own && canUnlock);
  if (one === undefined) return addColleague(desk, begins);
  begins({ [`password/${one.login}`]: null });
  await desk.office.client.access.remove({ user: one.id });
  return {};
};

const backup: ActRun = async ({ office }, begins) => {
  const { store, actor } = openContext(office.core.context);
  begins({});
  const { name } = await createBackup(store, 'manual', actor.at);
  return { [`backup/${name}`]: 'there' };
};

/** The former files are sound: whatever was written after the backup comes back, too. */
const restore: ActRun = async (desk, begins) => {
  if (listBackups(desk.dir).length === 0) return backup(desk, begins);
  begins({});
  await desk.reopen((keys) => { restoreNewest(desk.dir, keys); });
  return {};
};

/** The office keeps two cases at least, so that there is something to do. */
const forget: ActRun = async (desk, begins) => {
  const { client, core } = desk.office;
  const { rows } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 });
  const withConsent = rows.filter(({ consent }) => consent === 'granted');
  const one = withConsent.length > 2 ? desk.random.pick(withConsent) : rows.find(({ consent }) => consent !== 'granted');
  if (one === undefined) return createCase(desk, begins);
  const { store, actor } = openContext(core.context);
  begins({ [`case/${one.id}`]: 'forgotten' });
  const lines = erase(store, [one.id], 'wish', actor);
  if (lines.some(({ doneAt }) => doneAt === null)) throw new Error('an erasure was acknowledged and is not done');
  return {};
};

const rebuild: ActRun = async ({ office }, begins) => {
  const { store, office: open } = openContext(office.core.context);
  begins({});
  store.desk.write((tx) => { tx.histories.rebuildStates(); });
  store.cases?.write((tx) => { tx.histories.rebuildStates(); });
  rebuildProjections(office.core.context, open);
  return Promise.resolve({});
};

/** What SQLite does by itself now and then: the WAL goes into the file, the file is written anew. */
const compact: ActRun = async ({ office }, begins) => {
  const { store } = openContext(office.core.context);
  const { databases } = insideOf(store);
  begins({});
  for (const db of [databases.desk, databases.cases]) {
    db?.pragma('wal_checkpoint(TRUNCATE)');
    db?.exec('VACUUM');
  }
  return Promise.resolve({});
};

const lockAndUnlock: ActRun = async (desk, begins) => {
  begins({});
  await desk.reopen(() => undefined);
  return {};
};

/** Indexes the words that saves left for later. */
const search: ActRun = async ({ office, random }, begins) => {
  begins({});
  await office.client.search.everywhere({ text: words(random).slice(0, 3) });
  return {};
};

const reading: ActRun = async (desk, begins) => {
  begins({});
  await someCase(desk);
  const { store } = openContext(desk.office.core.context);
  actorOf(store, () => new Date());
  return {};
};

export const acts: readonly Act[] = [
  { name: 'answer in the file', weight: 10, run: answerInFile },
  { name: 'answer on the card', weight: 10, run: answerOnCard },
  { name: 'text', weight: 10, run: editText },
  { name: 'new entry', weight: 5, run: addGoal },
  { name: 'entry taken away', weight: 2, run: retireGoal },
  { name: 'new case', weight: 4, run: createCase },
  { name: 'plan kept', weight: 4, run: printPlan },
  { name: 'reading', weight: 2, run: reading },
  { name: 'search', weight: 2, run: search },
  { name: 'password', weight: 1, run: ownPassword },
  { name: 'new account', weight: 1, run: addColleague },
  { name: 'account removed', weight: 1, run: removeColleague },
  { name: 'backup', weight: 1, run: backup },
  { name: 'erasure', weight: 2, run: forget },
  { name: 'restore', weight: 1, run: restore },
  { name: 'rebuild', weight: 1, run: rebuild },
  { name: 'compaction', weight: 1, run: compact },
  { name: 'lock and unlock', weight: 2, run: lockAndUnlock },
];
