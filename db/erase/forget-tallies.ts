/**
 * Kurzberatungen at the byte: those whose year is frozen, and those that belong to a file that is forgotten.
 *
 * One that became a contact of a file is counted with that file, so it goes with it whole; else its gender, age group and day would stay, bound to one line of
 * the Löschprotokoll by the mark of the file. One that came back (the contact was taken away, or the file was a mistake) counts by itself and loses the mark only.
 */
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { IntentBody } from '../../shared/history/intent.ts';
import { tallyMoved, tallyMovedTo, tombstoneInMark } from '../../shared/tally/tally-of.ts';
import type { ErasureReason } from '../contract/backup.ts';
import type { CasesTx, Door } from '../contract/store.ts';
import { storeCodeOf } from '../errors.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';
import type { StoreInside } from '../open-store.ts';
import { forgetHistory } from './forget-rows.ts';
import { readReasonsByTombstone, tombstoneOf } from './tombstones.ts';

/** Lines the log may have of one open hour: far more than anybody writes. */
const linesOfOne = 10_000;

export interface TallyRef {
  readonly record: RecordId;
  readonly entry: EntryId;
}

interface Marked extends TallyRef {
  readonly mark: string;
  readonly moved: 0 | 1;
}

/** What holds Kurzberatungen, open; whatever changes them runs inside a write of the cases. */
export interface TallyPlace {
  readonly db: Sqlite;
  readonly tx: CasesTx;
  readonly keyring: Keyring;
}

/** Those of these years. */
export function talliesOfYears(db: Sqlite, years: readonly number[]): readonly TallyRef[] {
  const ofYear = db.prepare<[string, string], TallyRef>('SELECT record, entry FROM tallies WHERE day BETWEEN ? AND ? ORDER BY record');
  return years.flatMap((year) => ofYear.all(`${String(year)}-01-01`, `${String(year)}-12-31`));
}

function marked(db: Sqlite): readonly Marked[] {
  return db
    .prepare<[string], Marked>('SELECT * FROM (SELECT record, entry, moved, answers ->> ? AS mark FROM tallies) WHERE mark IS NOT NULL')
    .all(`$."${tallyMovedTo}"`);
}

/** Whether one carries the mark of a file that is forgotten: a merge or a restore brought it back, or an earlier version left it. */
export function holdsTalliesOfForgotten({ databases }: StoreInside): boolean {
  const reasonOf = readReasonsByTombstone(databases.desk);
  return databases.cases !== null && marked(databases.cases).some(({ mark }) => reasonOf(tombstoneInMark(mark)) !== null);
}

/** In a write of its own; see {@link releaseTallies}. */
export function releaseTalliesIn(cases: Door<CasesTx>, { databases, keyrings }: StoreInside, forgetting: readonly RecordId[]): boolean {
  const { cases: db } = databases;
  const { cases: keyring } = keyrings;
  if (db === null || keyring === null || marked(db).length === 0) return false;
  return cases.write((tx) => releaseTallies({ db, tx, keyring }, readReasonsByTombstone(databases.desk), forgetting));
}

/** `forgetting`: the files that go now, whose states are still here. Returns whether anything changed; twice is as once. */
function releaseTallies(place: TallyPlace, reasonOf: (tombstone: string) => ErasureReason | null, forgetting: readonly RecordId[]): boolean {
  const { db, tx } = place;
  const fileOf = new Map(forgetting.map((record) => [tombstoneOf(record), record]));
  const goes: TallyRef[] = [];
  let changed = 0;
  for (const one of marked(db)) {
    const [tombstone = '', contact = ''] = one.mark.split('/');
    const reason = reasonOf(tombstone);
    const file = fileOf.get(tombstone);
    const takenAway = file !== undefined && tx.histories.find(file)?.entries[contact]?.retired === true;
    if (reason !== null && reason !== 'mistake' && one.moved === 1 && !takenAway) goes.push(one);
    else if (reason !== null) changed += removeFrom(place, one.record, (body) => isMark(body, one.entry, () => true));
    // It was moved once more since: the mark of before stands in its history.
    else if (fileOf.size > 0) changed += removeFrom(place, one.record, (body) => isMark(body, one.entry, (value) => fileOf.has(tombstoneInMark(value))));
  }
  forgetTallies(place, goes);
  return goes.length + changed > 0;
}

function isMark(body: IntentBody, entry: EntryId, whose: (value: string) => boolean): boolean {
  if (body.type !== 'answer' || body.entry !== entry) return false;
  if (body.field === tallyMovedTo) return typeof body.value === 'string' && whose(body.value);
  return body.field === tallyMoved && whose('');
}

/** Rows, states, sealed history; the record and its key too, where nothing else is in it: then dated backups hold noise. */
export function forgetTallies(place: TallyPlace, refs: readonly TallyRef[]): void {
  const { db, tx, keyring } = place;
  const uncount = db.prepare<[string, string]>('DELETE FROM monitoring_tallies WHERE row_id IN (SELECT fact FROM tallies WHERE record = ? AND entry = ?)');
  const remove = db.prepare<[string, string]>('DELETE FROM tallies WHERE record = ? AND entry = ?');
  // As forgetHistory empties the links of a whole record.
  const empty = db.prepare<[string, number]>("UPDATE audit SET record = NULL, sealed = x'' WHERE record = ? AND sequence = ?");
  for (const [record, gone] of Map.groupBy(refs, (ref) => ref.record)) {
    const entries = new Set<string>(gone.map(({ entry }) => entry));
    const stays = Object.keys(tx.histories.find(record)?.entries ?? {}).some((entry) => !entries.has(entry));
    for (const { entry } of gone) {
      uncount.run(record, entry);
      remove.run(record, entry);
    }
    if (stays) {
      removeFrom(place, record, (body) => 'entry' in body && body.entry !== null && entries.has(body.entry));
      for (const { sequence, details } of tx.audit.read({ record, limit: linesOfOne })) {
        if (typeof details?.['entry'] === 'string' && entries.has(details['entry'])) empty.run(record, sequence);
      }
    } else {
      keyring.destroy([record]);
      forgetHistory(db, record);
    }
  }
}

/** A history that cannot be read is noise already; what was read of it before goes, too. */
function removeFrom({ db, tx }: TallyPlace, record: RecordId, which: (body: IntentBody) => boolean): number {
  try {
    return tx.histories.removeIntents(record, which);
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
    return db.prepare('DELETE FROM record_states WHERE record = ?').run(record).changes;
  }
}
