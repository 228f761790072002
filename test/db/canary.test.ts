import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../db/contract/store.ts';
import { folderPaths } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import { createOffice } from '../../db/store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { AttachmentId, DeliveryId } from '../../shared/domain/ids.ts';
import { makeTextEdit } from '../../shared/history/text.ts';
import { actorOf, casesOf, newFolder, newRecord } from './folders.ts';
import { decryptPages } from './page-decryptor.ts';

/** One word per place where somebody can type. */
const words = {
  login: 'zwergkaninchen',
  displayName: 'Quittengelee',
  password: 'Mondscheinsonate!',
  setting: 'Leuchtturmwärterin',
  staff: 'Schnabeltierbau',
  answer: 'Regenbogenforelle',
  text: 'Pusteblumenwiese',
  card: 'Wackeldackelfabrik',
  name: 'Brombeerhecke',
  search: 'Kichererbsenpüree',
  due: 'Streuselkuchenblech',
  attachment: 'Papierdrachenfest',
  audit: 'Seidenraupenzucht',
  delivery: 'Klabautermannshut',
} as const;

let dir: string;
let store: Store;
let deskKey: Uint8Array;
let casesKey: Uint8Array;

beforeAll(async () => {
  dir = newFolder();
  const { login, displayName, password } = words;
  const office = await createOffice({ dir, login, displayName, password, at: '2026-03-02T09:00:00Z', training: false });
  store = office.store;
  const { keys } = insideOf(store);
  deskKey = keys.deskKey.slice();
  casesKey = (keys.casesKey ?? new Uint8Array()).slice();
  fillDesk();
  fillCases();
});

function fillDesk(): void {
  const actor = actorOf(store);
  store.desk.write((tx) => {
    tx.settings.write('office.name', words.setting);
    tx.staff.save({ id: randomId() as never, login: words.staff, displayName: words.staff, role: 'caseworker' });
    const card = newRecord();
    tx.histories.create(card, 'person', actor);
    tx.histories.append(
      card,
      'person',
      [{ type: 'answer', entry: null, field: 'person.name', value: words.card, base: [] }],
      actor,
    );
    tx.audit.write({ action: 'staff.added', record: null, details: { word: words.audit } }, actor);
    tx.deliveries.save({
      id: DeliveryId.parse(randomId()),
      state: 'built',
      period: '2026',
      planId: 'p',
      planVersion: 1,
      tables: words.delivery,
      unknownAnswers: 0,
      builtAt: '2026-03-02T09:00:00Z',
      approvedAt: null,
      approvedBy: null,
      sequence: null,
      envelope: new TextEncoder().encode(words.delivery),
      sha256: null,
      receipt: words.delivery,
      confirmedAt: null,
      attempts: 0,
      lastError: null,
      nextAttemptAt: null,
    });
  });
}

function fillCases(): void {
  const actor = actorOf(store);
  const id = newRecord();
  const update = makeTextEdit([], [], words.text) ?? '';
  const row = { id, number: words.name, name: words.name, born: null, supportForm: null, status: 'active', consent: 'given' };
  casesOf(store).write((tx) => {
    tx.histories.create(id, 'case', actor);
    tx.histories.append(id, 'case', [{ type: 'answer', entry: null, field: 'plan.wish', value: words.answer, base: [] }], actor);
    tx.histories.append(id, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base: [] }], actor);
    tx.histories.keepBytes(id, AttachmentId.parse(randomId()), new TextEncoder().encode(words.attachment));
    tx.projections.save(id, {
      row: { ...row, caseworker: null, deputy: null, shielded: false, cardInside: false, nextDate: null, gaps: 0, changedAt: '2026-03-02T09:00:00Z' },
      dues: [{ day: IsoDay.parse('2026-04-01'), kind: 'step', entry: null, text: words.due }],
      words: [{ field: null, text: words.search }],
      facts: {},
    });
    tx.audit.write({ action: 'case.opened', record: id, details: { word: words.audit } }, actor);
  });
  // A sort larger than the page cache would spill to a file, were temporary storage not in memory.
  const { cases } = insideOf(store).databases;
  cases?.exec(`CREATE TEMP TABLE scratch AS SELECT '${words.search}' AS word`);
}

/** Where a word is found: in names and contents of all files, in both encodings and in every case. */
function findInFiles(): readonly string[] {
  const files = fs.readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const bytes = fs.readFileSync(path.join(parentPath, name));
    const forms = Object.entries(words).flatMap(([place, word]) =>
      [word, word.toLowerCase(), word.slice(0, 8)].map((w) => [place, w] as const),
    );
    return forms
      .filter(
        ([, word]) =>
          name.includes(word) || bytes.includes(Buffer.from(word, 'utf8')) || bytes.includes(Buffer.from(word, 'utf16le')),
      )
      .map(([place]) => `${place} in ${name}`);
  });
}

describe('no file of the data folder holds a typed word in plain', () => {
  test('while it is open, with everything still in the WAL', () => {
    expect(fs.statSync(`${folderPaths(dir).cases}-wal`).size).toBeGreaterThan(0);
    expect(findInFiles()).toEqual([]);
  });

  test('after it is closed, though the words are there for whoever has the keys', () => {
    store.close();
    expect(findInFiles()).toEqual([]);
    const { desk, cases } = folderPaths(dir);
    const inPages = (file: string, key: Uint8Array, word: string): boolean =>
      decryptPages(fs.readFileSync(file), key).some(({ plain }) => plain.includes(word));
    for (const word of [words.login, words.displayName, words.setting, words.staff, words.card, words.delivery]) {
      expect([word, inPages(desk, deskKey, word)]).toEqual([word, true]);
    }
    for (const word of [words.answer, words.text, words.name, words.search, words.due]) {
      expect([word, inPages(cases, casesKey, word)]).toEqual([word, true]);
    }
    // Sealed under the file key inside the pages.
    for (const word of [words.attachment, words.audit]) {
      expect([word, inPages(cases, casesKey, word)]).toEqual([word, false]);
    }
    expect(inPages(cases, deskKey, words.name)).toBe(false);
    expect(inPages(desk, casesKey, words.setting)).toBe(false);
  });

  test('office.json says nothing but format, training and salt', () => {
    const office = JSON.parse(fs.readFileSync(folderPaths(dir).office, 'utf8')) as object;
    expect(Object.keys(office)).toEqual(['format', 'training', 'salt']);
  });
});
