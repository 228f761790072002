import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { keyCopyPaths, readKeyCopies, renewSlotCopies, rewriteKeyCopies, writeKeyCopy } from '../../../db/backup/key-copies.ts';
import type { Store } from '../../../db/contract/store.ts';
import { checkSlots } from '../../../db/check/check-copies.ts';
import { folderPaths } from '../../../db/folder.ts';
import { openCopy } from '../../../db/open-database.ts';
import { insideOf } from '../../../db/open-store.ts';
import { removeSlotsOf, replaceSlot, writeSlot } from '../../../db/slots/slot-folder.ts';
import { makeSlot, type SlotFile } from '../../../db/slots/slot.ts';
import { deriveSubkey, randomId } from '../../../shared/crypto/sodium.ts';
import { actorOf, casesOf, codeOf, createStore, newFolder, newKeys, newRecord, reopenStore } from '../folders.ts';

const at = (hour: number): string => `2026-03-02T${String(hour).padStart(2, '0')}:00:00Z`;

function officeWithSlots() {
  const dir = newFolder();
  const keys = newKeys();
  const store = createStore(dir, keys);
  const { slots, office, backups } = folderPaths(dir);
  fs.mkdirSync(slots);
  fs.writeFileSync(path.join(slots, 'aa.json'), 'sealed with the first password');
  fs.writeFileSync(office, '{}');
  return { dir, keys, store, slots, backups, source: { dir, ...insideOf(store) } };
}

function newCase(store: Store): void {
  casesOf(store).write((tx) => tx.histories.create(newRecord(), 'case', actorOf(store)));
}

/** File keys of the cases in a copy; opened read-only, so that looking changes nothing. */
function casesKeysIn(folder: string, casesKey: Uint8Array | null): number {
  const db = openCopy(keyCopyPaths(folder).cases, deriveSubkey(casesKey ?? new Uint8Array(), 'keyring'), { readonly: true });
  const count = db.prepare<[], number>('SELECT count(*) FROM file_keys').pluck().get() ?? -1;
  db.close();
  return count;
}

describe('the copies of the keys', () => {
  test('are written in turn: the older one is always the one replaced, and each stands alone', () => {
    const { store, keys, backups, source } = officeWithSlots();
    const seen = [1, 2, 3].map((hour) => {
      newCase(store);
      writeKeyCopy(source, at(hour));
      return readKeyCopies(backups).map((copy) => [path.basename(copy.folder), copy.turn, copy.at, casesKeysIn(copy.folder, keys.casesKey)]);
    });
    expect(seen).toEqual([
      [['keys-0', 0, at(1), 1]],
      [
        ['keys-1', 1, at(2), 2],
        ['keys-0', 0, at(1), 1],
      ],
      [
        ['keys-0', 2, at(3), 3],
        ['keys-1', 1, at(2), 2],
      ],
    ]);
    expect(fs.readdirSync(backups).sort()).toEqual(['keys-0', 'keys-1']);
    const [newest] = readKeyCopies(backups);
    expect(fs.readdirSync(newest?.folder ?? '').sort()).toEqual(['cases-keys.db', 'desk-keys.db', 'key-copies.json', 'office.json', 'slots']);
  });

  test('one that says nothing sound of itself does not count and is the next to be replaced', () => {
    const { backups, source } = officeWithSlots();
    for (const hour of [1, 2]) writeKeyCopy(source, at(hour));
    fs.writeFileSync(path.join(backups, 'keys-0', 'key-copies.json'), '{"at":');
    expect(readKeyCopies(backups).map((copy) => copy.turn)).toEqual([1]);
    writeKeyCopy(source, at(3));
    expect(readKeyCopies(backups).map((copy) => [path.basename(copy.folder), copy.turn])).toEqual([
      ['keys-0', 2],
      ['keys-1', 1],
    ]);
  });

  test('an interruption leaves a whole one, and what it left is gone with the next erasure', () => {
    const { backups, source } = officeWithSlots();
    for (const hour of [1, 2]) writeKeyCopy(source, at(hour));
    // As between the two renames.
    fs.renameSync(path.join(backups, 'keys-0'), path.join(backups, 'keys-0.old'));
    fs.cpSync(path.join(backups, 'keys-1'), path.join(backups, 'keys-1.new'), { recursive: true });
    expect(readKeyCopies(backups).map((copy) => copy.turn)).toEqual([1]);
    const steps = [...rewriteKeyCopies(source, at(3))];
    expect(steps).toHaveLength(4);
    expect(fs.readdirSync(backups).sort()).toEqual(['keys-0', 'keys-1']);
    expect(readKeyCopies(backups).map((copy) => copy.at)).toEqual([at(3), at(3)]);
  });

  test('after a change of slots hold the new ones only, both, and the keyrings as they were', () => {
    const { dir, store, keys, slots, backups, source } = officeWithSlots();
    newCase(store);
    writeKeyCopy(source, at(1));
    newCase(store);
    writeKeyCopy(source, at(2));
    fs.writeFileSync(path.join(slots, 'aa.json'), 'sealed with the second password');
    fs.writeFileSync(path.join(slots, 'bb.json'), 'a colleague');
    renewSlotCopies(dir, at(3));
    for (const { folder } of readKeyCopies(backups)) {
      const there = keyCopyPaths(folder).slots;
      expect(fs.readdirSync(there).sort()).toEqual(['aa.json', 'bb.json']);
      expect(fs.readFileSync(path.join(there, 'aa.json'), 'utf8')).toBe('sealed with the second password');
      expect(casesKeysIn(folder, keys.casesKey)).toBe(2);
    }
    renewSlotCopies(newFolder(), at(4));
  });

  test('made by a slot that opens the desk only keep the keys of the cases from before', () => {
    const { dir, store, keys, backups, source } = officeWithSlots();
    newCase(store);
    writeKeyCopy(source, at(1));
    store.close();
    const clerk = reopenStore(dir, { ...keys, casesKey: null, role: 'admin_office' });
    writeKeyCopy({ dir, ...insideOf(clerk) }, at(2));
    expect(readKeyCopies(backups).map((copy) => [copy.at, casesKeysIn(copy.folder, keys.casesKey)])).toEqual([
      [at(2), 1],
      [at(1), 1],
    ]);
  });

  test('a copy that cannot be written changes neither of the two', () => {
    const { backups, source, slots } = officeWithSlots();
    for (const hour of [1, 2]) writeKeyCopy(source, at(hour));
    fs.rmSync(path.join(slots, 'aa.json'));
    fs.mkdirSync(path.join(slots, 'aa.json'));
    expect(codeOf(() => { writeKeyCopy(source, at(3)); })).not.toBe('nothing');
    expect(readKeyCopies(backups).map((copy) => copy.at)).toEqual([at(2), at(1)]);
  });
});

describe('a slot that is lost or damaged without anybody having removed it', () => {
  async function officeWithBoth() {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const [user, sheet] = [
      await makeSlot({ slotId: randomId(), kind: 'user', loginTag: randomId() + randomId() }, keys, 'ein langer Satz'),
      await makeSlot({ slotId: randomId(), kind: 'recovery', loginTag: null }, keys, 'der Code'),
    ];
    for (const slot of [user, sheet]) writeSlot(dir, slot);
    const source = { dir, ...insideOf(store) };
    const { slots, backups } = folderPaths(dir);
    const fileOf = ({ header }: SlotFile): string => path.join(slots, `${header.slotId}.json`);
    const inCopies = (slot: SlotFile) => readKeyCopies(backups).map(({ folder }) => {
      const file = path.join(keyCopyPaths(folder).slots, path.basename(fileOf(slot)));
      return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === `${JSON.stringify(slot)}\n`;
    });
    for (const hour of [1, 2]) writeKeyCopy(source, at(hour));
    return { dir, keys, user, sheet, source, fileOf, inCopies };
  }

  test.each([
    ['the Notfallblatt’s, gone', 'sheet', (file: string) => { fs.rmSync(file); }, 'RECOVERY_SLOT_MISSING'],
    ['the Notfallblatt’s, cut off', 'sheet', (file: string) => { fs.truncateSync(file, 0); }, 'RECOVERY_SLOT_MISSING'],
    ['a user’s, gone', 'user', (file: string) => { fs.rmSync(file); }, 'SLOT_LOST'],
    ['a user’s, cut off', 'user', (file: string) => { fs.truncateSync(file, 40); }, 'SLOT_DAMAGED'],
  ] as const)('%s: stays sound in both copies, also after three more and a change of slots, and is said', async (_, which, spoil, problem) => {
    const here = await officeWithBoth();
    expect(checkSlots(here.dir)).toEqual([]);
    spoil(here.fileOf(here[which]));
    for (const hour of [3, 4, 5]) writeKeyCopy(here.source, at(hour));
    renewSlotCopies(here.dir, at(6));
    expect([here.inCopies(here.user), here.inCopies(here.sheet)]).toEqual([[true, true], [true, true]]);
    expect(checkSlots(here.dir)).toEqual([{ what: 'keys', problem, count: 1 }]);
  });

  test('but one that was taken away is in no copy from that moment on, not even when its file was lost before', async () => {
    const here = await officeWithBoth();
    fs.rmSync(here.fileOf(here.user));
    removeSlotsOf(here.dir, here.keys.user);
    expect([here.inCopies(here.user), here.inCopies(here.sheet)]).toEqual([[false, false], [true, true]]);
    for (const hour of [3, 4]) writeKeyCopy(here.source, at(hour));
    expect(here.inCopies(here.user)).toEqual([false, false]);
    expect(checkSlots(here.dir)).toEqual([]);
  });

  test('a new one under another id leaves no way in by the old one', async () => {
    const here = await officeWithBoth();
    fs.rmSync(here.fileOf(here.sheet));
    const next = await makeSlot({ slotId: randomId(), kind: 'recovery', loginTag: null }, here.keys, 'der neue Code');
    replaceSlot(here.dir, next);
    renewSlotCopies(here.dir, at(3));
    expect([here.inCopies(here.sheet), here.inCopies(next), checkSlots(here.dir)]).toEqual([[false, false], [true, true], []]);
  });
});
