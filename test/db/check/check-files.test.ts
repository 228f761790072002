import { describe, expect, test } from 'vitest';
import { checkFiles, type Finding } from '../../../db/check/check-files.ts';
import type { Store } from '../../../db/contract/store.ts';
import { insideOf } from '../../../db/open-store.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import { actorOf, casesOf, copyKeys, createStore, newFolder, newKeys, newRecord } from '../folders.ts';

function fullCheck({ dir }: Store, keys: SlotKeys): readonly Finding[] {
  const { deskKey, casesKey } = copyKeys(keys);
  return checkFiles({ dir, deskKey, casesKey, depth: 'full' });
}

function withCase(keys: SlotKeys): Store {
  const store = createStore(newFolder(), keys);
  casesOf(store).write((tx) => { tx.histories.create(newRecord(), 'case', actorOf(store)); });
  return store;
}

describe('a full check', () => {
  test('goes through while somebody saves, because it writes nothing into the office', () => {
    const keys = newKeys();
    const store = withCase(keys);
    const problems = casesOf(store).write((tx) => {
      tx.histories.create(newRecord(), 'case', actorOf(store));
      return fullCheck(store, keys).filter(({ problem }) => problem !== null);
    });
    expect(problems).toEqual([]);
  });

  test.each([
    ['that is garbled', "UPDATE case_words_data SET block = x'00'"],
    ['of other texts than today\'s', "UPDATE case_words_content SET c0 = 'Tischlerin'"],
  ])('finds an index %s', (_, spoil) => {
    const keys = newKeys();
    const store = withCase(keys);
    const { cases } = insideOf(store).databases;
    cases?.exec("INSERT INTO case_words (rowid, words) VALUES (1, 'Sängerin')");
    // SQLite's own guard of the shadow tables would keep even a test from it.
    cases?.unsafeMode(true).exec(spoil).unsafeMode(false);
    expect(fullCheck(store, keys)).toContainEqual({ what: 'search', problem: 'DATABASE_DAMAGED', count: 1 });
  });
});
