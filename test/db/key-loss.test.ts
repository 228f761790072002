import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderPaths, newOfficeFile, writeOfficeFile } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import { makeSlot, type SlotFile, type SlotKeys } from '../../db/slots/slot.ts';
import { readSlots, replaceSlot, slotPath, slotsOf, writeSlot } from '../../db/slots/slot-folder.ts';
import { loginTag } from '../../db/slots/login-tag.ts';
import { removeUser } from '../../db/users.ts';
import { unlock } from '../../db/unlock.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { randomId, sha256Hex } from '../../shared/crypto/sodium.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { actorOf, codeOf, createStore, newFolder, newKeys } from './folders.ts';

let keys: SlotKeys;
let made: SlotFile;
beforeAll(async () => {
  keys = newKeys();
  made = await makeSlot({ slotId: randomId(), kind: 'user', loginTag: null }, keys, 'drei Birken am See');
}, 60_000);

/** A sound file of somebody, as far as it can be told without her password. */
function slotOf(owner: UserId | 'recovery'): SlotFile {
  const user = owner === 'recovery' ? keys.user : owner;
  const header = { ...made.header, slotId: randomId(), user, kind: owner === 'recovery' ? ('recovery' as const) : ('user' as const) };
  return { header, sealed: made.sealed, sha256: sha256Hex(canonicalJson({ header, sealed: made.sealed })) };
}
const newUser = (): UserId => UserId.parse(randomId());

function folderWith(...slots: readonly SlotFile[]): string {
  const dir = newFolder();
  writeOfficeFile(dir, newOfficeFile(true));
  for (const slot of slots) writeSlot(dir, slot);
  return dir;
}
const namesIn = (dir: string): readonly string[] => fs.readdirSync(folderPaths(dir).slots).sort();
const asideIn = (dir: string): readonly string[] => {
  const { setAside } = folderPaths(dir);
  return fs.existsSync(setAside) ? fs.readdirSync(setAside, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')) : [];
};

describe('a new slot', () => {
  test('takes the place of every older one of the same person, and of nobody else', () => {
    const [meral, jens] = [newUser(), newUser()];
    const [older, copy, other, sheet] = [slotOf(meral), slotOf(meral), slotOf(jens), slotOf('recovery')];
    const dir = folderWith(older, copy, other, sheet);
    const fresh = slotOf(meral);
    replaceSlot(dir, fresh);
    expect(slotsOf(dir, meral).map(({ header }) => header.slotId)).toEqual([fresh.header.slotId]);
    expect(slotsOf(dir, jens)).toHaveLength(1);
    expect(slotsOf(dir, 'recovery')).toHaveLength(1);
  });

  test('has the damaged file of the same person set aside, whole, and leaves those of others', () => {
    const [meral, jens] = [newUser(), newUser()];
    const [hers, his] = [slotOf(meral), slotOf(jens)];
    const dir = folderWith(hers, his);
    for (const slot of [hers, his]) {
      const file = slotPath(dir, slot.header.slotId);
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').slice(0, -9));
    }
    replaceSlot(dir, slotOf(meral));
    expect(asideIn(dir).map((name) => path.basename(name))).toEqual([`${hers.header.slotId}.json`]);
    expect(namesIn(dir)).toContain(`${his.header.slotId}.json`);
    expect(readSlots(dir).failures.map(({ code }) => code)).toEqual(['SLOT_DAMAGED']);
  });

  test('has a file that says nothing any more set aside only when it is the only one', () => {
    const meral = newUser();
    const lost = [slotOf(meral), slotOf(newUser())];
    const dir = folderWith(...lost);
    for (const { header } of lost) fs.writeFileSync(slotPath(dir, header.slotId), Buffer.alloc(400));
    replaceSlot(dir, slotOf(meral));
    expect(asideIn(dir)).toEqual([]);
    fs.rmSync(slotPath(dir, lost[0]?.header.slotId ?? ''));
    replaceSlot(dir, slotOf(meral));
    expect(asideIn(dir)).toHaveLength(1);
  });
});

describe('taking an account away', () => {
  test('is refused for the last head who can unlock: a head whose slot is gone does not count', () => {
    const store = createStore();
    const [first, second] = [store.user, newUser()];
    store.desk.write((tx) => {
      tx.staff.save({ id: first, login: 'petra', displayName: 'Petra Amsel', role: 'head' });
      tx.staff.save({ id: second, login: 'jens', displayName: 'Jens Lindner', role: 'head' });
    });
    writeSlot(store.dir, slotOf(second));
    expect(codeOf(() => { removeUser(store, second, actorOf(store)); })).toBe('LAST_HEAD');
    expect(slotsOf(store.dir, second)).toHaveLength(1);
    writeSlot(store.dir, slotOf(first));
    removeUser(store, second, actorOf(store));
    expect(slotsOf(store.dir, second)).toEqual([]);
    expect(codeOf(() => { removeUser(store, first, actorOf(store)); })).toBe('LAST_HEAD');
    store.close();
  });
});

test('the password slot alone is enough, and so is the one beside a damaged other', async () => {
  const store = createStore(newFolder(), keys);
  const { dir } = store;
  const office = newOfficeFile(true);
  writeOfficeFile(dir, office);
  const mine = await makeSlot({ slotId: randomId(), kind: 'user', loginTag: loginTag(office.salt, 'petra') }, insideOf(store).keys, 'drei Birken am See');
  store.close();
  writeSlot(dir, mine);
  fs.writeFileSync(slotPath(dir, randomId()), '{');
  const again = await unlock(dir, 'petra', 'drei Birken am See');
  expect(again.user).toBe(keys.user);
  again.close();
}, 60_000);
