/**
 * Each door's head also keeps how often the other door had committed. One door put back together with its own heads looks whole by itself:
 * the other one tells (R32).
 *
 * What is passed on of a door is what its own head said last, after its commit: so no head says more than is committed, whichever
 * transaction of the other door is open at that moment. It lags where it must (a slot that opens the desk only), and never counts back.
 */
import type { DoorName } from '../contract/actor.ts';
import type { Head } from './chain-head.ts';

export type Heads = Readonly<Record<DoorName, Head | null>>;
type Counted = readonly [commits: number, keyCommits: number];

const other = { desk: 'cases', cases: 'desk' } as const;

/** How often a door and its keyring had committed, by its own head or the other's, whichever saw more. */
export function countedIn(heads: Heads, door: DoorName): Counted {
  const own = heads[door];
  return most(own === null ? null : [own.commits, own.keyCommits], heads[other[door]]?.seen ?? null);
}

export interface Witnesses {
  /** How the head of a door is to be saved, given how it is written; the other's is written again with what it then knows. */
  keep(door: DoorName, write: (head: Head) => void): (head: Omit<Head, 'seen'>) => void;
}

/** `before`: the heads as they were found. */
export function witnesses(before: Heads): Witnesses {
  const last = { ...before };
  const writers: Partial<Record<DoorName, (head: Head) => void>> = {};
  const write = (door: DoorName): void => {
    const own = last[door];
    const there = last[other[door]];
    if (own === null) return;
    const head = { ...own, seen: there === null ? own.seen : most(own.seen, [there.commits, there.keyCommits]) };
    last[door] = head;
    writers[door]?.(head);
  };
  return {
    keep: (door, writer) => {
      writers[door] = writer;
      return (head) => {
        last[door] = { ...head, seen: last[door]?.seen ?? null };
        write(door);
        write(other[door]);
      };
    },
  };
}

function most(a: Counted | null, b: Counted | null): [number, number] {
  return [Math.max(a?.[0] ?? 0, b?.[0] ?? 0), Math.max(a?.[1] ?? 0, b?.[1] ?? 0)];
}
