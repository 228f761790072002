/** Names of dated backups: `2026-03-02T091500Z-daily`, with `-2` behind it for a second one in the same second. */
import type { BackupKind } from '../contract/backup.ts';

const shape = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})Z-(daily|manual|migration)(?:-\d+)?$/;

/** A backup while it is written: never listed, and removed by the next one. */
export const unfinishedPrefix = 'writing-';

export function backupName(kind: BackupKind, at: string, taken: (name: string) => boolean): string {
  const name = `${at.replaceAll(':', '')}-${kind}`;
  for (let turn = 1; ; turn += 1) {
    const candidate = turn === 1 ? name : `${name}-${String(turn)}`;
    if (!taken(candidate)) return candidate;
  }
}

/** null for anything that is not the name of a backup. */
export function readBackupName(name: string): { readonly kind: BackupKind; readonly at: string } | null {
  const [, day, hour, minute, second, kind] = shape.exec(name) ?? [];
  if (kind === undefined) return null;
  return { kind: kind as BackupKind, at: `${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z` };
}
