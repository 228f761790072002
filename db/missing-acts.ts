/** Whether a door's files are as young as the head outside them says (R32). Pure. */
import type { Head } from './audit/chain-head.ts';

/** What stands in the files of one door. */
export interface DoorCounts {
  /** Commits of the database and of its keyring; 0 where they were not counted yet. */
  readonly commits: number;
  readonly keyCommits: number;
  /** Last sequence of this PC's audit chain. */
  readonly sequence: number;
  /** Hash of the chain's entry that the head names; undefined when there is none. */
  readonly hashAtHead: string | undefined;
}

/**
 * Acts that were acknowledged and are not in the files; null when all are.
 *
 * 0: some witness is lost, and nobody can say. A head that lags behind is none of these: it is written without waiting for the disk.
 * `seen`: what the other door's head says of this one.
 */
export function missingActs(head: Head | null, counts: DoorCounts, seen: Head['seen']): number | null {
  const own = missingByHead(head, counts);
  const witnessed = seen === null ? 0 : Math.max(seen[0] - counts.commits, seen[1] - counts.keyCommits);
  return witnessed > 0 ? Math.max(witnessed, own ?? 0) : own;
}

function missingByHead(head: Head | null, counts: DoorCounts): number | null {
  if (head === null) return 0;
  const older = Math.max(head.commits - counts.commits, head.keyCommits - counts.keyCommits, head.sequence - counts.sequence);
  if (older > 0) return older;
  return counts.hashAtHead === head.hash ? null : 1;
}
