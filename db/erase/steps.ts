/**
 * The steps of forgetting a record, see [Note: order]. Knows an open store from inside, so that opening itself can go on with them.
 *
 * [Note: order] First the tombstone, durable. From then on the erasure may be interrupted anywhere: whoever opens the store next goes
 * on, from the beginning, and every step may be done twice; a file that was rewritten already is not, unless something came back. Then what
 * is counted of it lets go of it ([Note: kept facts]), while the key copies are still to be written. The keys go before the rows, because what is sealed lives longer elsewhere (dated backups) and is noise without them. Last, the record's own
 * id leaves the Löschprotokoll.
 */
import { rewriteKeyCopies } from '../backup/key-copies.ts';
import { replaceKeptFacts, unlinkedFacts } from '../cases/kept-facts.ts';
import type { Actor } from '../contract/actor.ts';
import type { Store } from '../contract/store.ts';
import { StoreError } from '../errors.ts';
import type { Sqlite } from '../open-database.ts';
import type { StoreInside } from '../open-store.ts';
import { forgetCases, forgetDesk } from './forget-rows.ts';
import { releaseTalliesIn } from './forget-tallies.ts';
import { removeLeftovers } from './leftovers.ts';
import { forgetProgress, progressOf, type RewrittenPart } from './progress.ts';
import { closeErasures, pendingErasures, type Pending } from './protocol.ts';
import { emptyWal, rewriteFile } from './rewrite-file.ts';
import { remainderOf } from './remainder.ts';
import { holdsFacts, holdsKeys, holdsRows } from './traces.ts';

/** What is done, in this order; a slot that opens the desk only leaves out the `cases` and ends before `written down`. */
export const erasureSteps = [
  'noted',
  'facts released',
  'desk keys destroyed',
  'cases keys destroyed',
  'desk keyring rewritten',
  'cases keyring rewritten',
  'first key copy written',
  'first key copy in its place',
  'second key copy written',
  'second key copy in its place',
  'leftovers removed',
  'cases rows gone',
  'cases file rewritten',
  'desk rows gone',
  'desk file rewritten',
  'written down',
] as const;
export type ErasureStep = (typeof erasureSteps)[number];

/** Told after each step; tests end the process here. */
export type OnStep = (step: ErasureStep) => void;

/**
 * Goes on with what was interrupted. Called at the end of opening; does nothing in a store that must not be written.
 *
 * What the disk refuses does not keep the office out of its other records: the erasure stays open in the Löschprotokoll.
 */
export function completeErasures(store: Store, inside: StoreInside, at: string): void {
  if (store.missing !== null) return;
  try {
    finishErasures(store, inside, { user: store.user, device: store.device, at });
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

/** Everything pending, to the end. */
export function finishErasures(store: Store, inside: StoreInside, actor: Actor, onStep: OnStep = () => undefined): void {
  const { desk } = inside.databases;
  const pending = store.desk.read(() => pendingErasures(desk));
  if (pending.length === 0) return;
  for (const step of steps(store, inside, pending, actor)) onStep(step);
}

function* steps(store: Store, inside: StoreInside, pending: readonly Pending[], actor: Actor): Generator<ErasureStep> {
  const { databases, keyrings } = inside;
  const { cases } = store;
  const records = pending.map(({ record }) => record);
  const progress = progressOf(store, pending);
  const rewriteOnce = (part: RewrittenPart, changed: boolean, db: Sqlite): void => {
    if (!changed && progress.has(part)) return;
    rewriteFile(db);
    progress.add(part);
  };
  yield 'noted';

  const { cases: casesDb, desk: deskDb } = databases;
  const facts = cases !== null && casesDb !== null && holdsFacts(casesDb, records);
  if (facts) {
    cases.write((tx) => {
      for (const { record, reason } of pending) tx.projections.releaseFacts(record, remainderOf[reason]);
      const rows = unlinkedFacts(casesDb);
      keyrings.cases?.change((ring) => { replaceKeptFacts(ring, rows); });
    });
  }
  if (cases !== null) yield 'facts released';

  // What became a contact of them: rows and keys at once, nothing else names them.
  const tallies = cases !== null && releaseTalliesIn(cases, inside, records);
  const deskKeys = holdsKeys(keyrings.desk, records);
  const casesKeys = holdsKeys(keyrings.cases, records);
  if (deskKeys) {
    store.desk.write(() => {
      keyrings.desk.destroy(records);
    });
  }
  yield 'desk keys destroyed';
  if (cases !== null) {
    if (casesKeys) {
      cases.write(() => {
        keyrings.cases?.destroy(records);
      });
    }
    yield 'cases keys destroyed';
  }
  rewriteOnce('desk keyring', deskKeys, keyrings.desk.db);
  yield 'desk keyring rewritten';
  if (keyrings.cases !== null) {
    rewriteOnce('cases keyring', casesKeys || facts || tallies, keyrings.cases.db);
    yield 'cases keyring rewritten';
  }
  const copies = cases === null ? 'key copies without the cases' : 'key copies';
  if (deskKeys || casesKeys || facts || tallies || !progress.has(copies)) {
    yield* rewriteKeyCopies({ dir: store.dir, ...inside }, actor.at);
    progress.add(copies);
  }
  removeLeftovers(store.dir);
  yield 'leftovers removed';

  if (cases !== null && casesDb !== null) {
    const rows = holdsRows(casesDb, 'cases', records);
    if (rows || !progress.has('cases file')) {
      cases.write((tx) => {
        forgetCases(casesDb, tx, records);
      });
    }
    yield 'cases rows gone';
    rewriteOnce('cases file', rows || facts || tallies, casesDb);
    yield 'cases file rewritten';
  }
  const rows = holdsRows(deskDb, 'desk', records);
  if (rows) {
    store.desk.write(() => {
      forgetDesk(deskDb, records);
    });
  }
  yield 'desk rows gone';
  rewriteOnce('desk file', rows, deskDb);
  yield 'desk file rewritten';

  if (cases === null) return;
  store.desk.write((tx) => {
    closeErasures(deskDb, tx, pending, actor);
    forgetProgress(tx);
  });
  emptyWal(deskDb);
  yield 'written down';
}
