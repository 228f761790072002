/** `backup.json`: what a backup says of itself without a key. Nothing in it was typed. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { writeFileAtomically } from '../atomic-file.ts';
import type { BackupInfo, BackupKind } from '../contract/backup.ts';
import { StoreError } from '../errors.ts';
import { parseJson } from '../parse-json.ts';
import { readBackupName } from './backup-name.ts';

export const backupFormat = 1;

const DatabaseCopy = z.strictObject({
  /** Number of the last migration. */
  schema: z.int().min(0),
  /** The door's own counter of commits; 0 before there was one. */
  commits: z.int().min(0),
  /** Rows of each table that holds the truth. */
  counts: z.record(z.string(), z.int().min(0)),
  /** Last link of this PC's audit chain. */
  head: z.strictObject({ sequence: z.int().min(0), hash: z.string() }),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type DatabaseCopy = z.infer<typeof DatabaseCopy>;

const BackupFile = z.strictObject({
  format: z.literal(backupFormat),
  kind: z.enum(['daily', 'manual', 'migration']),
  at: z.string(),
  verifiedAt: z.string().nullable(),
  desk: DatabaseCopy,
  /** null: made before a migration by somebody whose slot opens the desk only. */
  cases: DatabaseCopy.nullable(),
});
export type BackupFile = z.infer<typeof BackupFile>;

const fileName = 'backup.json';

/** Paths inside one dated backup. */
export function backupPaths(folder: string) {
  return { desk: path.join(folder, 'desk.db'), cases: path.join(folder, 'cases.db'), file: path.join(folder, fileName) } as const;
}

export function writeBackupFile(folder: string, file: BackupFile): void {
  writeFileAtomically(backupPaths(folder).file, `${JSON.stringify(file)}\n`);
}

/** Throws BACKUP_MISSING without the folder or a file of it, BACKUP_DAMAGED when it does not say what a backup says. */
export function readBackupFile(folder: string): BackupFile {
  const paths = backupPaths(folder);
  if (!fs.existsSync(paths.file)) throw new StoreError('BACKUP_MISSING');
  const content = parseJson(fs.readFileSync(paths.file, 'utf8'));
  const format = z.object({ format: z.int() }).safeParse(content);
  if (format.success && format.data.format > backupFormat) throw new StoreError('DATABASE_NEWER');
  const file = BackupFile.safeParse(content);
  if (!file.success) throw new StoreError('BACKUP_DAMAGED');
  if (!fs.existsSync(paths.desk) || (file.data.cases !== null && !fs.existsSync(paths.cases))) throw new StoreError('BACKUP_MISSING');
  return file.data;
}

/** A backup as the rotation sees it. */
export interface DatedBackup extends BackupInfo {
  /** Commits of both doors: which of two is newer, whatever the clock said. */
  readonly commits: number;
  /** Both doors are in it. */
  readonly whole: boolean;
}

/** null for a folder that is no backup. One whose backup.json cannot be read is listed as never verified. */
export function describeBackup(backups: string, name: string): DatedBackup | null {
  const named = readBackupName(name);
  if (named === null) return null;
  const folder = path.join(backups, name);
  const bytes = bytesOf(folder);
  try {
    const { kind, at, verifiedAt, desk, cases } = readBackupFile(folder);
    return { name, kind, at, bytes, verifiedAt, commits: desk.commits + (cases?.commits ?? 0), whole: cases !== null };
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return { name, kind: named.kind satisfies BackupKind, at: named.at, bytes, verifiedAt: null, commits: 0, whole: false };
  }
}

function bytesOf(folder: string): number {
  const files = fs.readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, { name }) => sum + fs.statSync(path.join(folder, name)).size, 0);
}

export function infoOf({ name, kind, at, bytes, verifiedAt }: DatedBackup): BackupInfo {
  return { name, kind, at, bytes, verifiedAt };
}
