/**
 * The two newest copies of what opens everything: keyrings, slots, office.json, in `backups/keys-0` and `backups/keys-1`.
 *
 * They are kept apart from the dated backups, because a destroyed file key must be gone from every copy at once, while the sealed bytes
 * under it may live on in a backup until it expires. Written in turn, so that one whole copy is always there; each opened again and
 * counted before it takes the place of the older one.
 */
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { deriveSubkey, wipe } from '../../shared/crypto/sodium.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import type { DoorName } from '../contract/actor.ts';
import { guarded, storeCodeOf, StoreError } from '../errors.ts';
import { folderPaths } from '../folder.ts';
import { openCopy, type Sqlite } from '../open-database.ts';
import type { StoreInside } from '../open-store.ts';
import { parseJson } from '../parse-json.ts';
import { parseSlot, type SlotFile } from '../slots/slot.ts';
import { syncFile, syncFolder } from '../sync.ts';
import { pagesHold } from './inspect-copy.ts';

const turns = [0, 1] as const;
const doors = ['desk', 'cases'] as const;

const KeyCopyFile = z.strictObject({
  at: z.string(),
  /** Counts up with every copy; the last bit says the folder. */
  turn: z.int().min(0),
});

export interface KeyCopy extends z.infer<typeof KeyCopyFile> {
  readonly folder: string;
}

/** An open store from inside: `{ dir: store.dir, ...insideOf(store) }`. */
export interface KeySource extends Pick<StoreInside, 'keys' | 'keyrings'> {
  readonly dir: string;
}

/** Paths inside one copy. `cases` is missing where nobody who may open the cases has worked here yet. */
export function keyCopyPaths(folder: string) {
  return {
    desk: path.join(folder, 'desk-keys.db'),
    cases: path.join(folder, 'cases-keys.db'),
    slots: path.join(folder, 'slots'),
    office: path.join(folder, 'office.json'),
    file: path.join(folder, 'key-copies.json'),
  } as const;
}

/** Newest first. A copy that does not say what it is does not count. */
export function readKeyCopies(backups: string): readonly KeyCopy[] {
  const copies = turns.flatMap((turn) => {
    const folder = path.join(backups, `keys-${String(turn)}`);
    const { file } = keyCopyPaths(folder);
    if (!fs.existsSync(file)) return [];
    const said = KeyCopyFile.safeParse(parseJson(fs.readFileSync(file, 'utf8')));
    return said.success ? [{ ...said.data, folder }] : [];
  });
  return copies.sort((a, b) => b.turn - a.turn);
}

/** A fresh copy in the place of the older one. Throws BACKUP_FAILED when it does not open again. */
export function writeKeyCopy(source: KeySource, at: string, backups = folderPaths(source.dir).backups): void {
  guarded(() => {
    moveIn(buildCopy(source.dir, backups, at, copyKeyrings(source, backups)));
  });
}

/** Both copies anew, so that no key that was destroyed is left in one. */
export function* rewriteKeyCopies(source: KeySource, at: string, backups = folderPaths(source.dir).backups) {
  for (const which of ['first', 'second'] as const) {
    const built = guarded(() => buildCopy(source.dir, backups, at, copyKeyrings(source, backups)));
    yield `${which} key copy written` as const;
    guarded(() => {
      moveIn(built);
    });
    yield `${which} key copy in its place` as const;
  }
}

/** After a change of slots alone: both copies with today's slots, so that an old password opens neither. Needs no key. */
export function renewSlotCopies(dir: string, at: string, backups = folderPaths(dir).backups): void {
  guarded(() => {
    for (const _ of readKeyCopies(backups)) moveIn(buildCopy(dir, backups, at, takeOver(backups, doors)));
  });
}

interface Built {
  readonly temporary: string;
  readonly folder: string;
}

/** A whole copy beside its place. `fill` brings the keyrings. */
function buildCopy(dir: string, backups: string, at: string, fill: (folder: string) => void): Built {
  const [newest] = readKeyCopies(backups);
  const turn = newest === undefined ? 0 : newest.turn + 1;
  const folder = path.join(backups, `keys-${String(turn % 2)}`);
  const built = { folder, temporary: `${folder}.new` };
  fs.mkdirSync(backups, { recursive: true, mode: 0o700 });
  clearAway(folder);
  fs.mkdirSync(built.temporary, { mode: 0o700 });
  try {
    fillCopy(dir, built.temporary, fill);
    writeFileAtomically(keyCopyPaths(built.temporary).file, `${JSON.stringify({ at, turn })}\n`);
  } catch (error) {
    fs.rmSync(built.temporary, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
  return built;
}

function fillCopy(dir: string, temporary: string, fill: (folder: string) => void): void {
  const live = folderPaths(dir);
  const copy = keyCopyPaths(temporary);
  fill(temporary);
  fs.mkdirSync(copy.slots, { mode: 0o700 });
  for (const [name, file] of slotFiles(dir)) copyWhole(file, path.join(copy.slots, name));
  if (fs.existsSync(live.office)) copyWhole(live.office, copy.office);
  syncFolder(copy.slots);
}

/**
 * Where each slot is copied from: the data folder, and what is damaged or lost there, out of the copies beside its own backups, so that the
 * last sound one is never overwritten. What was removed on purpose is in none of them any more, see {@link forgetSlotCopies}.
 */
function slotFiles(dir: string): ReadonlyMap<string, string> {
  const live = folderPaths(dir);
  const files = new Map(jsonFiles(live.slots).map((name) => [name, path.join(live.slots, name)]));
  const sound = new Set(soundSlotsIn(live.slots).keys());
  for (const { folder } of readKeyCopies(live.backups)) {
    const { slots } = keyCopyPaths(folder);
    for (const name of soundSlotsIn(slots).keys()) {
      if (!sound.has(name)) files.set(name, path.join(slots, name));
      sound.add(name);
    }
  }
  return files;
}

/** By file name. */
export function soundSlotsIn(folder: string): ReadonlyMap<string, SlotFile> {
  const sound = new Map<string, SlotFile>();
  for (const name of jsonFiles(folder)) {
    try {
      sound.set(name, parseSlot(fs.readFileSync(path.join(folder, name), 'utf8')));
    } catch (error) {
      // What cannot be read is no sound one, whatever the reason; who needs it meets the reason.
      if (storeCodeOf(error) === null) throw error;
    }
  }
  return sound;
}

/** Takes the slots of `owner` out of both copies at once, but for `except`: what opens nothing here is to open no copy. */
export function forgetSlotCopies(dir: string, owner: string, except: string | null): void {
  guarded(() => {
    for (const { folder } of readKeyCopies(folderPaths(dir).backups)) {
      const { slots } = keyCopyPaths(folder);
      const theirs = [...soundSlotsIn(slots)].filter(([, { header }]) => header.slotId !== except && (header.kind === 'recovery' ? 'recovery' : header.user) === owner);
      for (const [name] of theirs) fs.rmSync(path.join(slots, name), { force: true });
      if (theirs.length > 0) syncFolder(slots);
    }
  });
}

function jsonFiles(folder: string): readonly string[] {
  return fs.existsSync(folder) ? fs.readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
}

/** Removes both copies, where they are not to lie any more. */
export function removeKeyCopies(backups: string): void {
  guarded(() => {
    for (const turn of turns) {
      const folder = path.join(backups, `keys-${String(turn)}`);
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      clearAway(folder);
    }
  });
}

/** What an interrupted turn left beside the place; the place itself, or the other copy, is whole. */
function clearAway(folder: string): void {
  for (const leftover of [`${folder}.new`, `${folder}.old`]) fs.rmSync(leftover, { recursive: true, force: true, maxRetries: 5 });
}

function moveIn({ temporary, folder }: Built): void {
  if (fs.existsSync(folder)) fs.renameSync(folder, `${folder}.old`);
  fs.renameSync(temporary, folder);
  syncFolder(path.dirname(folder));
  clearAway(folder);
}

/** Out of the open store. What its slot cannot open is taken over from the newest copy: it cannot have changed either. */
function copyKeyrings({ keys, keyrings }: KeySource, backups: string): (folder: string) => void {
  return (folder) => {
    const copy = keyCopyPaths(folder);
    copyKeyring(keyrings.desk.db, copy.desk, keys.deskKey);
    if (keyrings.cases === null || keys.casesKey === null) takeOver(backups, ['cases'])(folder);
    else copyKeyring(keyrings.cases.db, copy.cases, keys.casesKey);
  };
}

function copyKeyring(source: Sqlite, file: string, doorKey: Uint8Array): void {
  source.prepare('VACUUM INTO ?').run(file);
  syncFile(file);
  const key = deriveSubkey(doorKey, 'keyring');
  try {
    const copy = openCopy(file, key, { readonly: true });
    try {
      if (!pagesHold(copy) || contentOf(copy) !== contentOf(source)) throw new StoreError('BACKUP_FAILED');
    } finally {
      copy.close();
    }
  } finally {
    wipe(key);
  }
}

/** How many keys there are and how often they changed. */
function contentOf(db: Sqlite): string {
  const number = (sql: string): number => db.prepare<[], number>(sql).pluck().get() ?? 0;
  return JSON.stringify([number('SELECT count(*) FROM file_keys'), number('SELECT count FROM commits')]);
}

function takeOver(backups: string, names: readonly DoorName[]): (folder: string) => void {
  const [newest] = readKeyCopies(backups);
  return (folder) => {
    if (newest === undefined) return;
    const [from, to] = [keyCopyPaths(newest.folder), keyCopyPaths(folder)];
    for (const name of names) if (fs.existsSync(from[name])) copyWhole(from[name], to[name]);
  };
}

/** A file that nobody has open; the copy is compared with it. */
function copyWhole(from: string, to: string): void {
  const bytes = fs.readFileSync(from);
  fs.writeFileSync(to, bytes, { flag: 'wx', mode: 0o600 });
  syncFile(to);
  if (!fs.readFileSync(to).equals(bytes)) throw new StoreError('BACKUP_FAILED');
}
