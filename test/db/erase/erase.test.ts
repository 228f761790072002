import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../db/contract/store.ts';
import { erase, listErasures } from '../../../db/erase/erase.ts';
import { folderPaths } from '../../../db/folder.ts';
import { openDatabase } from '../../../db/open-database.ts';
import { insideOf } from '../../../db/open-store.ts';
import { placesOf, scanFolder, type Scan } from '../../support/decrypting-scan.ts';
import { actorOf, casesOf, copyFolder, reopenStore } from '../folders.ts';
import { caseOf, cardOf } from './whole.ts';
import { answerTwice, copyEverywhere, forgotten, kept, officeToForget, writeText, type OfficeToForget } from './office-to-forget.ts';

let office: OfficeToForget;
let before: Scan;

beforeAll(async () => {
  office = officeToForget();
  await copyEverywhere(office);
  before = scan(office.dir);
}, 240_000);

function scan(dir: string, more: readonly string[] = []): Scan {
  return scanFolder(dir, office.keys, [...Object.values(forgotten), ...office.fileKeys, ...more]);
}

/** The office on a copy of its folder. */
function opened(): { readonly dir: string; readonly store: Store } {
  const dir = copyFolder(office.dir);
  return { dir, store: reopenStore(dir, office.keys) };
}

const dated = 'backups/2026-03-02T100000Z-daily';

describe('the scan finds what was typed, wherever it lies', () => {
  const everywhere = (file: string, ...places: string[]) => places.map((place) => `${file}: ${place}`);
  const inIndex = ['case_words_content', 'case_words_data', 'index'];
  test.each([
    ['the name on the card', forgotten.cardName, [...everywhere('desk.db', 'record_states', 'sealed intent'), ...everywhere('cases.db', 'case_rows', 'case_rows_by_name', 'case_names_content', 'case_names_data', ...inIndex)]],
    ['a name that was corrected', forgotten.cardNameBefore, everywhere('desk.db', 'sealed intent')],
    ['an answer', forgotten.answer, everywhere('cases.db', 'sealed intent', 'record_states')],
    ['an answer that was replaced', forgotten.answerBefore, everywhere('cases.db', 'sealed intent')],
    ['a long text', forgotten.text, everywhere('cases.db', 'sealed text', 'kept text', 'record_states', 'case_texts')],
    ['words deleted from a text', forgotten.textDeleted, everywhere('cases.db', 'sealed text')],
    ['what is searched', forgotten.search, everywhere('cases.db', 'case_texts', ...inIndex)],
    ['a step that is due', forgotten.due, everywhere('cases.db', 'dues')],
    ['an attachment of the case', forgotten.attachment, everywhere('cases.db', 'sealed attachment')],
    ['an attachment of the card', forgotten.cardAttachment, everywhere('desk.db', 'sealed attachment')],
    ['the log of the cases', forgotten.audit, everywhere('cases.db', 'sealed audit')],
    ['the log of the desk', forgotten.cardAudit, everywhere('desk.db', 'sealed audit')],
    ['a row deleted long ago', forgotten.freePage, everywhere('cases.db', 'free page')],
    ['a Vormerkung', forgotten.reservation, everywhere('desk.db', 'record_states', 'sealed intent')],
    ['a dated backup of the cases', forgotten.textDeleted, everywhere(`${dated}/cases.db`, 'sealed text')],
    ['a dated backup of the desk', forgotten.cardName, everywhere(`${dated}/desk.db`, 'sealed intent')],
    ['what a restore set aside', forgotten.cardName, everywhere('set-aside/2026-03-01T120000Z/cases.db', 'case_rows', 'case_words_data')],
  ])('%s', (_, word, places) => {
    expect(placesOf(before, word)).toEqual(expect.arrayContaining([...places]));
  });

  test('the file keys, in the keyrings and in both of their copies', () => {
    for (const [key, ring] of office.fileKeys.map((bytes, i) => [bytes, i === 1 ? 'cases-keys.db' : 'desk-keys.db'] as const)) {
      const places = placesOf(before, `key ${key.toString('hex').slice(0, 8)}`);
      expect(places).toEqual(expect.arrayContaining([ring, `backups/keys-0/${ring}`, `backups/keys-1/${ring}`].map((file) => `${file}: file_keys`)));
    }
  });

  test('every database of the folder was opened, and a dated backup holds nothing but what is sealed', () => {
    expect(before.unread).toEqual([]);
    expect(before.finds.filter(({ place }) => place.startsWith(dated) && !place.includes('sealed'))).toEqual([]);
    expect(before.finds.filter(({ place }) => /: (raw|name)$/.test(place))).toEqual([]);
  });
});

describe('after erasing', () => {
  test('no word and no key is left: not in pages, free pages, WAL, index, copies, and no key opens what backups still hold', () => {
    const { dir, store } = opened();
    const typed = 'Holunderblütensirupglas';
    const typedText = 'Kastanienmännchenwerkstatt';
    casesOf(store).write((tx) => {
      answerTwice(tx, store, office.amira, 'case', 'plan.wish', [typed, 'nichts']);
      writeText(tx, store, office.amira, typedText);
    });
    casesOf(store).write((tx) => {
      writeText(tx, store, office.amira, '');
    });
    const typing = scan(dir, [typed, typedText]);
    expect(placesOf(typing, typed)).toContain('cases.db+wal: sealed intent');
    expect(placesOf(typing, typedText)).toEqual(expect.arrayContaining(['cases.db-wal: frame', 'cases.db+wal: sealed text']));
    const ciphertext = fs.readFileSync(path.join(dir, dated, 'cases.db'));

    const lines = erase(store, [office.amira, office.vormerkung], 'wish', actorOf(store));
    expect(lines.map(({ number, reason, doneAt }) => [number, reason, doneAt])).toEqual([
      [2, 'wish', '2026-03-02T09:15:00Z'],
      [1, 'wish', '2026-03-02T09:15:00Z'],
    ]);
    const words = [typed, typedText, office.amira, office.vormerkung];
    const open = scan(dir, words);
    // Ids say nothing of anybody; in backups they stand beside noise until these expire.
    expect(open.finds.filter(({ place }) => !place.startsWith(dated))).toEqual([]);
    expect(open.finds.filter(({ canary }) => canary !== office.amira && canary !== office.vormerkung)).toEqual([]);
    expect(open.unread).toEqual([]);
    expect(fs.readFileSync(path.join(dir, dated, 'cases.db')).equals(ciphertext)).toBe(true);
    store.close();
    expect(scan(dir, words).finds.filter(({ place }) => !place.startsWith(dated))).toEqual([]);
    expect(fs.existsSync(folderPaths(dir).setAside)).toBe(false);
  });

  test('everything of the others is there, in both doors, in lists, search and facts', () => {
    const { dir, store } = opened();
    const [other, otherReservation] = office.others;
    const look = () => [caseOf(store, other), cardOf(store, other), cardOf(store, otherReservation)];
    const was = look();
    erase(store, [office.amira, office.vormerkung], 'retention', actorOf(store));
    expect(look()).toEqual(was);
    expect(casesOf(store).read((tx) => tx.projections.search(kept.text, 10).map((hit) => hit.record))).toEqual([other]);
    expect(casesOf(store).read((tx) => tx.projections.search(forgotten.search, 10))).toEqual([]);
    // Hers is still counted, under an id of its own; see counted.test.ts.
    expect(casesOf(store).read((tx) => [...tx.facts.caseYears(2026)].length)).toBe(2);
    expect(store.desk.read((tx) => tx.histories.ids('person'))).toEqual([...office.others].sort());
    const found = scanFolder(dir, office.keys, Object.values(kept));
    for (const word of Object.values(kept)) expect(placesOf(found, word).length).toBeGreaterThan(0);
  });

  test('the chains verify with as many links as before, and say no more of whom they were', () => {
    const { store } = opened();
    const links = () => casesOf(store).read((tx) => tx.audit.read({ record: null, limit: 100 }));
    const was = links();
    erase(store, [office.amira], 'wish', actorOf(store));
    expect(casesOf(store).read((tx) => tx.audit.verify())).toEqual({ door: 'cases', entries: was.length, brokenAt: null });
    expect(store.desk.read((tx) => tx.audit.verify().brokenAt)).toBeNull();
    expect(links()).toEqual(was.map((line) => (line.record === office.amira ? { ...line, record: null, details: null } : line)));
    const [done, begun] = store.desk.read((tx) => tx.audit.read({ record: null, limit: 2 }));
    expect([begun, done].map((line) => [line?.action, line?.record, line?.details])).toEqual([
      ['record.erase', null, { number: 1, reason: 'wish' }],
      ['record.erased', null, { number: 1, reason: 'wish' }],
    ]);
  });

  test('a link emptied by hand is found where its record is still named', () => {
    const { dir, store } = opened();
    store.close();
    const db = openDatabase(folderPaths(dir).cases, office.keys.casesKey, { create: false });
    db.exec("UPDATE audit SET sealed = x'' WHERE record IS NOT NULL AND sequence = 1");
    db.close();
    expect(casesOf(reopenStore(dir, office.keys)).read((tx) => tx.audit.verify().brokenAt)).toBe(1);
  });

  test('no number this PC gave is given again', () => {
    const { dir, store } = opened();
    const last = (door: Store['desk'] | NonNullable<Store['cases']>, record: string): number =>
      door.read((tx) => Math.max(...tx.histories.read(record as never).map(({ intent }) => intent.sequence)));
    const inCases = last(casesOf(store), office.amira);
    const inDesk = last(store.desk, office.amira);
    erase(store, [office.amira], 'wish', actorOf(store));
    store.close();
    const again = reopenStore(dir, office.keys);
    const [other] = office.others;
    casesOf(again).write((tx) => {
      answerTwice(tx, again, other, 'case', 'plan.wish', ['später']);
    });
    again.desk.write((tx) => {
      answerTwice(tx, again, other, 'person', 'person.first_name', ['später']);
    });
    expect(last(casesOf(again), other)).toBe(inCases + 1);
    expect(last(again.desk, other)).toBe(inDesk + 1);
  });

  test('the record never comes back: not by making it, not by writing to it, not from another PC', () => {
    const { store } = opened();
    const cases = casesOf(store);
    const history = cases.read((tx) => tx.histories.read(office.amira));
    const card = store.desk.read((tx) => tx.histories.read(office.amira));
    erase(store, [office.amira], 'wish', actorOf(store));
    const actor = actorOf(store);
    expect(() => cases.write((tx) => tx.histories.create(office.amira, 'case', actor))).toThrow('this record was erased');
    expect(() => store.desk.write((tx) => tx.histories.create(office.amira, 'person', actor))).toThrow('this record was erased');
    expect(() => {
      cases.write((tx) => {
        tx.audit.write({ action: 'case.open', record: office.amira, details: {} }, actor);
      });
    }).toThrow('this record was erased');
    expect(cases.write((tx) => tx.histories.merge(history))).toEqual([]);
    expect(store.desk.write((tx) => tx.histories.merge(card))).toEqual([]);
    expect(cases.read((tx) => tx.histories.find(office.amira))).toBeUndefined();
    expect(erase(store, [office.amira], 'wish', actor)).toEqual([]);
    expect(listErasures(store)).toHaveLength(1);
  });

  test('no setting names the record any more: what was proposed about it, listed or noted goes with what it says', () => {
    const { store } = opened();
    const [other] = office.others;
    store.desk.write((tx) => {
      tx.settings.write('stale', { records: [office.amira, other] });
      tx.settings.write('lists', { proposed: [{ caseId: office.amira, note: 'wollte es so' }, { caseId: other, note: 'doppelt' }], byRecord: { [office.amira]: 'heute', [other]: 'morgen' } });
    });
    erase(store, [office.amira], 'wish', actorOf(store));
    expect(store.desk.read((tx) => [tx.settings.read('stale'), tx.settings.read('lists')])).toEqual([
      { records: [other] },
      { proposed: [{ caseId: other, note: 'doppelt' }], byRecord: { [other]: 'morgen' } },
    ]);
  });

  test('numbers of the Löschprotokoll go on', () => {
    const { store } = opened();
    const first = erase(store, [office.vormerkung], 'mistake', actorOf(store, '2026-03-03T08:00:00Z'));
    const second = erase(store, [office.amira], 'wish', actorOf(store, '2026-03-04T08:00:00Z'));
    expect([...second, ...first]).toEqual([
      { number: 2, at: '2026-03-04T08:00:00Z', reason: 'wish', removed: { file: 1, card: 1, attachments: 5 }, doneAt: '2026-03-04T08:00:00Z' },
      { number: 1, at: '2026-03-03T08:00:00Z', reason: 'mistake', removed: { card: 1 }, doneAt: '2026-03-03T08:00:00Z' },
    ]);
    expect(listErasures(store)).toEqual([...second, ...first]);
    const { desk } = insideOf(store).databases;
    expect(desk.prepare('SELECT record FROM erasures').pluck().all()).toEqual([null, null]);
  });
});
