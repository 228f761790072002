import fs from 'node:fs';
import { expect, test } from 'vitest';
import { folderPaths } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import { hasReserve, makeReserve } from '../../db/reserve.ts';
import { codeOf, createStore } from './folders.ts';

test('a full disk lets the reserve go, and what was saved before stays', async () => {
  const store = createStore();
  expect(await makeReserve(store.dir, 200_000)).toBe(true);
  expect(fs.statSync(folderPaths(store.dir).reserve).size).toBeGreaterThanOrEqual(200_000);
  store.desk.write((tx) => { tx.settings.write('before', 'da'); });
  const { desk } = insideOf(store).databases;
  const pages = desk.pragma('page_count', { simple: true }) as number;
  desk.pragma(`max_page_count = ${String(pages)}`);
  expect(codeOf(() => { store.desk.write((tx) => { tx.settings.write('long', 'x'.repeat(1_000_000)); }); })).toBe('DISK_FULL');
  expect(hasReserve(store.dir)).toBe(false);
  // The room that became free, as far as SQLite sees it.
  desk.pragma('max_page_count = 1000000');
  store.desk.write((tx) => { tx.settings.write('long', 'x'.repeat(1_000_000)); });
  expect(store.desk.read((tx) => tx.settings.read('before'))).toBe('da');
});
