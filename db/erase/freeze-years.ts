/**
 * Freezing reporting years that are final (DESIGN §6): what was delivered stays, every coded row and every count key goes.
 *
 * As with an erasure (steps.ts, [Note: order]) it is noted first, durable; interrupted anywhere it begins anew at the next start, and every step
 * may be done twice. From `rows gone` on nothing is counted in these years and no key is drawn for them, on this PC and in every restore. Dated
 * backups never held a row ([Note: kept facts]); the count keys in the histories they hold go with them, when they expire.
 */
import { rewriteKeyCopies } from '../backup/key-copies.ts';
import { addFrozenYear, replaceKeptFacts, unlinkedFacts } from '../cases/kept-facts.ts';
import type { Actor } from '../contract/actor.ts';
import type { Store } from '../contract/store.ts';
import { storeCodeOf } from '../errors.ts';
import { insideOf } from '../open-store.ts';
import type { Sqlite } from '../open-database.ts';
import { forgetTallies, talliesOfYears, type TallyPlace } from './forget-tallies.ts';
import { forgetFreezing, freezingYears, noteFreezing } from './freezing.ts';
import { removeLeftovers } from './leftovers.ts';
import { emptyWal, rewriteFile } from './rewrite-file.ts';

export const freezeSteps = [
  'noted',
  'rows gone',
  'count keys gone',
  'Kurzberatungen gone',
  'keyring rewritten',
  'first key copy written',
  'first key copy in its place',
  'second key copy written',
  'second key copy in its place',
  'leftovers removed',
  'file rewritten',
  'written down',
] as const;
export type FreezeStep = (typeof freezeSteps)[number];

/** Cases looked at before the caller may let others work. */
const atOnce = 20;

/**
 * Freezes what is noted, and `more`; yields after every step, and between the cases of the longest one. Nothing happens when there is nothing.
 *
 * Whoever calls has made sure that no backup reads the files. Throws what the disk refuses; the next start goes on.
 */
export function* freezeYears(store: Store, more: readonly number[], actor: Actor): Generator<FreezeStep | 'between cases'> {
  const { cases } = store;
  const inside = insideOf(store);
  const { databases, keyrings } = inside;
  const years = [...new Set([...freezingYears(store), ...more])];
  if (cases === null || databases.cases === null || keyrings.cases === null || years.length === 0) return;
  const [db, ring] = [databases.cases, keyrings.cases];

  store.desk.write((tx) => { noteFreezing(tx, years); });
  yield 'noted';
  cases.write((tx) => {
    const known = tx.frozenYears();
    for (const year of years) removeRows(db, year);
    const rest = unlinkedFacts(db);
    ring.change((keys) => {
      for (const year of years) addFrozenYear(keys, year);
      replaceKeptFacts(keys, rest);
    });
    for (const year of years.filter((one) => !known.has(one))) tx.audit.write({ action: 'monitoring.freeze', record: null, details: { year } }, actor);
  });
  yield 'rows gone';
  yield* removeCountKeys(cases, years);
  yield 'count keys gone';
  yield* removeTallies(cases, { db, keyring: ring }, years);
  yield 'Kurzberatungen gone';
  rewriteFile(ring.db);
  yield 'keyring rewritten';
  yield* rewriteKeyCopies({ dir: store.dir, ...inside }, actor.at);
  removeLeftovers(store.dir);
  yield 'leftovers removed';
  rewriteFile(db);
  yield 'file rewritten';
  store.desk.write((tx) => {
    // A preview that never left: only what was delivered stays.
    for (const { id, state, period } of tx.deliveries.list()) if (state === 'built' && years.includes(Number(period.slice(0, 4)))) tx.deliveries.removeBuilt(id);
    forgetFreezing(tx);
  });
  emptyWal(databases.desk);
  yield 'written down';
}

function removeRows(db: Sqlite, year: number): void {
  for (const sql of [
    'DELETE FROM fact_links WHERE year = ?',
    'DELETE FROM monitoring_case_years WHERE year = ?',
    'UPDATE tallies SET fact = NULL WHERE fact IN (SELECT row_id FROM monitoring_tallies WHERE year = ?)',
    'DELETE FROM monitoring_tallies WHERE year = ?',
  ]) db.prepare(sql).run(year);
}

function* removeCountKeys(cases: NonNullable<Store['cases']>, years: readonly number[]): Generator<'between cases'> {
  const records = cases.read((tx) => tx.histories.ids('case'));
  for (let at = 0; at < records.length; at += atOnce) {
    cases.write((tx) => {
      for (const record of records.slice(at, at + atOnce)) {
        for (const year of years) if (tx.histories.find(record)?.countKeys[String(year)] !== undefined) tryRemove(() => { tx.histories.removeCountKeys(record, year); });
      }
    });
    yield 'between cases';
  }
}

/** Kurzberatungen of these years, with or without a file: their history says more than the row of the year did. */
function* removeTallies(cases: NonNullable<Store['cases']>, place: Omit<TallyPlace, 'tx'>, years: readonly number[]): Generator<'between cases'> {
  const sessions = [...Map.groupBy(talliesOfYears(place.db, years), ({ record }) => record).values()];
  for (let at = 0; at < sessions.length; at += atOnce) {
    cases.write((tx) => { forgetTallies({ ...place, tx }, sessions.slice(at, at + atOnce).flat()); });
    yield 'between cases';
  }
}

/** A history whose key is lost is noise already, and keeps nobody from freezing a year. */
function tryRemove(remove: () => void): void {
  try {
    remove();
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
  }
}
