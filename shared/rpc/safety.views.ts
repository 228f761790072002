/** Backups, checks and what was brought back, as windows see them. Names of files say nothing about people. */
import type { SessionView } from './session.views.ts';

/** Names of files say nothing about people. */
export interface BackupView {
  readonly name: string;
  readonly kind: 'daily' | 'manual' | 'migration';
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly bytes: number;
  /** When it was last opened again and counted; null when never. */
  readonly verifiedAt: string | null;
}

/** One thing a check looked at. `problem` is an error code; null when all is well. */
export interface FindingView {
  readonly what: 'place' | 'files' | 'pages' | 'log' | 'keys' | 'histories' | 'derived' | 'search' | 'backups';
  readonly problem: string | null;
  /** How many of them: entries, records, days. */
  readonly count: number;
}

export interface SafetyView {
  /** Where the data lies on this PC. */
  readonly folder: string;
  readonly lockAfterMinutes: number;
  /** Newest first. */
  readonly backups: readonly BackupView[];
  /** Second place for backups; null: none was chosen. */
  readonly target: { readonly folder: string; readonly reachable: boolean; readonly lastAt: string | null } | null;
  /**
   * The last look through the files; null before the first. `deskOnly`: by somebody who opens no cases, so it says nothing about them; it
   * never stands before a full one that found something.
   */
  readonly check: { readonly at: string; readonly deskOnly: boolean; readonly findings: readonly FindingView[] } | null;
  /** Acknowledged acts that are not in the files any more; null when none are missing. */
  readonly missing: { readonly desk: number; readonly cases: number } | null;
}

export interface RestoreView {
  readonly backup: BackupView;
  /** Acts newer than the backup that could still be read out of the damaged files. */
  readonly salvaged: number;
  /** Acknowledged acts that are gone; null when nobody can say. */
  readonly missing: { readonly desk: number; readonly cases: number } | null;
  readonly erasedAgain: number;
  /** Folder beside the data where the former files lie. */
  readonly setAside: string;
  readonly session: SessionView;
}
