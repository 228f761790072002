/**
 * What an erasure removes, for the Löschprotokoll: kinds of things, counted in steps. The exact number of somebody's contacts is a mark
 * a colleague might remember her by; „bis zu 20“ says as much to whoever audits.
 */
import { z } from 'zod';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import type { Removed, RemovedKind } from '../contract/backup.ts';
import type { Store } from '../contract/store.ts';
import { storeCodeOf } from '../errors.ts';
import type { StoreInside } from '../open-store.ts';
import type { Sqlite } from '../open-database.ts';
import { tombstoneOf } from './tombstones.ts';

/** The smallest step that is not less; the last one also stands for more. */
const steps = [5, 20, 100, 1_000] as const;

export function stepOf(count: number): number {
  return steps.find((step) => count <= step) ?? steps.at(-1) ?? 0;
}

const Kept = z.record(z.string(), z.int().positive());

/** null for a line of before, or one that says something else. */
export function readRemoved(json: string | null): Removed | null {
  if (json === null) return null;
  const read = Kept.safeParse(JSON.parse(json));
  return read.success ? read.data : null;
}

/**
 * Asked before anything goes, inside a transaction of the desk. Behind a slot that opens the desk only: what lies there.
 *
 * null where a page of it cannot be read: who is to be forgotten is, counted or not.
 */
export function countRemoved(store: Store, inside: StoreInside): (record: RecordId) => Removed | null {
  const count = countIn(store, inside);
  return (record) => {
    try {
      return count(record);
    } catch (problem) {
      if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
      return null;
    }
  };
}

function countIn(store: Store, { databases }: StoreInside): (record: RecordId) => Removed {
  const { desk, cases } = databases;
  return (record) => {
    const file = cases === null ? undefined : store.cases?.read((tx) => tx.histories.find(record));
    const card = store.desk.read((tx) => tx.histories.find(record));
    const exact: Partial<Record<RemovedKind, number>> = {
      card: card === undefined ? 0 : 1,
      tallies: store.cases?.read((tx) => tx.tallies.ofFile(tombstoneOf(record)).length > 0) === true ? 1 : 0,
      ...(file !== undefined && { [file.kind === 'note' ? 'note' : file.kind === 'tally' ? 'tallies' : 'file']: 1 }),
    };
    // A paper is its PDF and the words it was made of: one thing to whoever reads the protocol.
    const ofPapers = (file?.documents ?? []).reduce((sum, { data }) => sum + (data === undefined ? 1 : 2), 0);
    const counted: Partial<Record<RemovedKind, number>> = {
      contacts: entriesOf(file, 'contact'),
      goals: entriesOf(file, 'goal'),
      papers: file?.documents.length ?? 0,
      attachments: rowsOf(desk, 'attachments', record) + (cases === null ? 0 : rowsOf(cases, 'attachments', record)) - ofPapers,
      appointments: rowsOf(desk, 'appointments', record),
    };
    const stepped = Object.entries(counted).filter(([, count]) => count > 0).map(([kind, count]) => [kind, stepOf(count)]);
    return Object.fromEntries([...Object.entries(exact).filter(([, count]) => count > 0), ...stepped]) as Removed;
  };
}

/** Those taken away are in the history, too, and go with it. */
function entriesOf(state: RecordState | undefined, group: string): number {
  return Object.values(state?.entries ?? {}).filter((entry) => entry.group === group).length;
}

function rowsOf(db: Sqlite, table: 'attachments' | 'appointments', record: RecordId): number {
  return db.prepare<[string], number>(`SELECT count(*) FROM ${table} WHERE record = ?`).pluck().get(record) ?? 0;
}
