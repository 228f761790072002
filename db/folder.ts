/** What lies where in a data folder; see README.md for the meaning of each file. */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { randomBytes, toHex } from '../shared/crypto/sodium.ts';
import { writeFileAtomically } from './atomic-file.ts';
import { StoreError } from './errors.ts';
import { parseJson } from './parse-json.ts';

export const folderFormat = 1;

export function folderPaths(dir: string) {
  return {
    office: path.join(dir, 'office.json'),
    /** Stands from the first to the last step of the set-up: without office.json nothing here was ever confirmed. */
    unfinished: path.join(dir, 'setup-unfinished'),
    lock: path.join(dir, 'lock'),
    /** Always empty; whoever holds the system's lock on it owns the folder. Never to be opened in any other way. */
    owner: path.join(dir, 'owner'),
    slots: path.join(dir, 'slots'),
    desk: path.join(dir, 'desk.db'),
    cases: path.join(dir, 'cases.db'),
    deskKeys: path.join(dir, 'desk-keys.db'),
    casesKeys: path.join(dir, 'cases-keys.db'),
    deskHead: path.join(dir, 'desk-head'),
    casesHead: path.join(dir, 'cases-head'),
    /** Dated backups, and the two newest copies of keyrings and slots. */
    backups: path.join(dir, 'backups'),
    /** Files that were replaced by a restore, one folder each. */
    setAside: path.join(dir, 'set-aside'),
    /** Stands from the first to the last step of a restore. */
    restoring: path.join(dir, 'restore-unfinished'),
    /** Empty space, let go when the disk is full, so that the last sentence can be saved. */
    reserve: path.join(dir, 'reserve'),
    /** How often in a row unlocking failed, and when last. */
    unlockTries: path.join(dir, 'unlock-tries.json'),
  } as const;
}

/** `office.json`: readable without a key, so it holds nothing that was typed. */
const OfficeFile = z.strictObject({
  format: z.int().positive(),
  training: z.boolean(),
  /** 16 random bytes, hex: salts the tags of login names. */
  salt: z.string().regex(/^[0-9a-f]{32}$/),
});
export type OfficeFile = z.infer<typeof OfficeFile>;

export function newOfficeFile(training: boolean): OfficeFile {
  return { format: folderFormat, training, salt: toHex(randomBytes(16)) };
}

export function writeOfficeFile(dir: string, office: OfficeFile): void {
  writeFileAtomically(folderPaths(dir).office, `${JSON.stringify(office)}\n`);
}

/** Throws DATABASE_MISSING without the file, DATABASE_NEWER for a later format, DATABASE_DAMAGED otherwise. */
export function readOfficeFile(dir: string): OfficeFile {
  const file = folderPaths(dir).office;
  if (!fs.existsSync(file)) throw new StoreError('DATABASE_MISSING');
  const content = parseJson(fs.readFileSync(file, 'utf8'));
  const format = z.object({ format: z.int() }).safeParse(content);
  if (format.success && format.data.format > folderFormat) throw new StoreError('DATABASE_NEWER');
  const office = OfficeFile.safeParse(content);
  if (!office.success) throw new StoreError('DATABASE_DAMAGED');
  return office.data;
}

/** Names that do not make a folder "not empty": what operating systems put there, leftovers moved aside, files of the running shell. */
const harmless = /^(\.DS_Store|Thumbs\.db|desktop\.ini|lost\+found|unfinished-[0-9a-f]+|lock|owner|runtime)$/i;

/** Files that count, by name; none when the folder does not exist. */
export function filesIn(dir: string): readonly string[] {
  if (!fs.existsSync(dir)) return [];
  return fs.readdirSync(dir).filter((name) => !harmless.test(name));
}

/** Moves what an interrupted set-up left into a folder of its own; nothing is ever deleted. */
export function moveUnfinishedAside(dir: string): void {
  const aside = path.join(dir, `unfinished-${toHex(randomBytes(4))}`);
  const leftovers = filesIn(dir);
  fs.mkdirSync(aside);
  // The marker last: interrupted here, the next set-up goes on.
  const marker = path.basename(folderPaths(dir).unfinished);
  for (const name of [...leftovers.filter((file) => file !== marker), marker]) {
    fs.renameSync(path.join(dir, name), path.join(aside, name));
  }
}
