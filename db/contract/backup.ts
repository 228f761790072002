/** What backups, restores and the Löschprotokoll tell. */
import type { MissingActs } from './store.ts';

/** Why a record is forgotten: `retention` (the clock), `wish` (hers), `mistake` (made in error). */
export type ErasureReason = 'retention' | 'wish' | 'mistake';

/** `file`: a case file · `tallies`: Kurzberatungen that became contacts of it · `papers`: kept prints · `goals`: with their steps. */
export type RemovedKind = 'file' | 'card' | 'note' | 'tallies' | 'contacts' | 'goals' | 'papers' | 'attachments' | 'appointments';

/** `file`, `card`, `note`, `tallies` are 1; of the others a number that is not exceeded: 5, 20, 100, 1,000 (which also stands for more). */
export type Removed = Readonly<Partial<Record<RemovedKind, number>>>;

/** A line of the Löschprotokoll: no name, no case number; whose it was can be told by nobody. */
export interface ErasureLine {
  /** Running number of this office, from 1. */
  readonly number: number;
  readonly at: string;
  readonly reason: ErasureReason;
  /** null in lines of an earlier version. */
  readonly removed: Removed | null;
  /** null until every file has let go; an interrupted erasure goes on at the next start. */
  readonly doneAt: string | null;
}

/** What made a backup: the day's automatic one, a person, or a new schema about to be written. */
export type BackupKind = 'daily' | 'manual' | 'migration';

/** One dated backup as its folder says, readable without a key. */
export interface BackupInfo {
  /** Folder below `backups/`: `2026-03-02T091500Z-daily`. */
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: string;
  /** Bytes of all its files. */
  readonly bytes: number;
  /** When it was last opened again and counted; null when never. */
  readonly verifiedAt: string | null;
}

/** What a restore brought back and what it could not. */
export interface RestoreReport {
  readonly backup: BackupInfo;
  /** Intents newer than the backup that could be read out of the damaged files. */
  readonly salvaged: number;
  /** Acknowledged acts that are in neither; null when the counter outside the databases is gone too. */
  readonly missing: MissingActs | null;
  /** Records erased after the backup was made, and not brought back. */
  readonly erasedAgain: number;
  /** Folder below `set-aside/` where the files lie that were here before. */
  readonly setAside: string;
}

/** What opens a backup: a password, or the code of the Notfallblatt. */
export type BackupSecret = { readonly login: string | null; readonly password: string } | { readonly code: string };
