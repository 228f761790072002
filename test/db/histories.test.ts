import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Actor } from '../../db/contract/actor.ts';
import type { Store } from '../../db/contract/store.ts';
import { folderPaths } from '../../db/folder.ts';
import { openDatabase } from '../../db/open-database.ts';
import { openBytes, randomBytes, randomId } from '../../shared/crypto/sodium.ts';
import { AttachmentId, EntryId, IntentId, type RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { basesFor, textBasesFor } from '../../shared/history/base-of.ts';
import type { IntentBody, SignedIntent } from '../../shared/history/intent.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import { editsOf, makeTextEdit, makeTextEditOn } from '../../shared/history/text.ts';
import { actorOf, casesOf, codeOf, createStore, destroyFileKey, newFolder, newKeys, newRecord, reopenStore } from './folders.ts';

const field = 'plan.wish';

function answer(store: Store, record: RecordId, value: string, actor: Actor = actorOf(store)): RecordState {
  return casesOf(store).write(({ histories }) => {
    const state = histories.find(record);
    const base = state === undefined ? [] : basesFor(state, null, field);
    return histories.append(record, 'case', [{ type: 'answer', entry: null, field, value, base }], actor);
  });
}

function write(store: Store, record: RecordId, text: string): void {
  casesOf(store).write(({ histories }) => {
    const edits = editsOf(
      histories.read(record).map((signed) => signed.intent),
      null,
      'plan.note',
    );
    const state = histories.find(record);
    const base = state === undefined ? [] : textBasesFor(state, null, 'plan.note');
    const update = makeTextEdit(edits, base, text) ?? '';
    histories.append(record, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base }], actorOf(store));
  });
}

function create(store: Store): RecordId {
  const record = newRecord();
  casesOf(store).write((tx) => tx.histories.create(record, 'case', actorOf(store)));
  return record;
}

function valuesOf(store: Store, record: RecordId): readonly unknown[] {
  const state = casesOf(store).read((tx) => tx.histories.find(record));
  return (state?.answers[recordItself]?.[field] ?? []).map((head) => head.value);
}

function historyOf(store: Store, record: RecordId): readonly SignedIntent[] {
  return casesOf(store).read((tx) => tx.histories.read(record));
}

describe('a history', () => {
  test('keeps every act with who, where and in which order, over a restart', () => {
    const dir = newFolder();
    const keys = newKeys();
    const first = createStore(dir, keys);
    const record = create(first);
    answer(first, record, 'Ausbildung');
    answer(first, record, 'Ausbildung in Kiel');
    first.close();
    const store = reopenStore(dir, keys);
    expect(valuesOf(store, record)).toEqual(['Ausbildung in Kiel']);
    expect(
      historyOf(store, record).map(({ intent }) => [intent.sequence, intent.body.type, intent.author, intent.device]),
    ).toEqual([
      [1, 'createRecord', store.user, store.device],
      [2, 'answer', store.user, store.device],
      [3, 'answer', store.user, store.device],
    ]);
  });

  test('numbers the acts of one PC over all records of a door without gaps', () => {
    const store = createStore();
    const [a, b] = [create(store), create(store)];
    answer(store, a, 'x');
    answer(store, b, 'y');
    const card = newRecord();
    store.desk.write((tx) => tx.histories.create(card, 'person', actorOf(store)));
    const numbers = [a, b].flatMap((record) => historyOf(store, record).map(({ intent }) => intent.sequence));
    expect(numbers.sort()).toEqual([1, 2, 3, 4]);
    expect(store.desk.read((tx) => tx.histories.read(card))[0]?.intent.sequence).toBe(1);
  });

  test('lists records by kind', () => {
    const store = createStore();
    const made = [create(store), create(store)].sort();
    expect(casesOf(store).read((tx) => tx.histories.ids('case'))).toEqual(made);
    expect(casesOf(store).read((tx) => tx.histories.ids('person'))).toEqual([]);
    expect(casesOf(store).read((tx) => tx.histories.find(newRecord()))).toBeUndefined();
    expect(historyOf(store, newRecord())).toEqual([]);
  });

  test('rolls back whole: nothing of a write that throws is there, the numbers go on', () => {
    const store = createStore();
    const record = create(store);
    const lost = newRecord();
    expect(() =>
      casesOf(store).write((tx) => {
        tx.histories.create(lost, 'case', actorOf(store));
        tx.histories.append(record, 'case', [{ type: 'answer', entry: null, field, value: 'x', base: [] }], actorOf(store));
        throw new Error('changed my mind');
      }),
    ).toThrow('changed my mind');
    expect(valuesOf(store, record)).toEqual([]);
    expect(casesOf(store).read((tx) => tx.histories.ids('case'))).toEqual([record]);
    answer(store, record, 'y');
    expect(historyOf(store, record).map(({ intent }) => intent.sequence)).toEqual([1, 2]);
  });

  test('a read cannot write, and a write inside a write is refused', () => {
    const store = createStore();
    const cases = casesOf(store);
    expect(() => cases.read((tx) => tx.histories.create(newRecord(), 'case', actorOf(store)))).toThrow('a read cannot write');
    expect(() => cases.write(() => cases.write(() => 1))).toThrow('inside');
    expect(() => cases.write(() => Promise.resolve(1))).toThrow('promise');
    expect(cases.read((tx) => tx.histories.ids('case'))).toEqual([]);
  });

  test('an act that no other PC would take over is not signed: nothing of the write is there', () => {
    const store = createStore();
    const record = create(store);
    const good = { type: 'setCountKeys', year: 2026, named: 1, sums: 2 } as const;
    expect(() =>
      casesOf(store).write(({ histories }) => histories.append(record, 'case', [good, { ...good, year: 1926 }], actorOf(store))),
    ).toThrow();
    expect(casesOf(store).read(({ histories }) => histories.read(record))).toHaveLength(1);
    expect(casesOf(store).read(({ histories }) => histories.find(record)?.countKeys)).toEqual({});
  });

  test('an act in the name of another PC is refused', () => {
    const store = createStore();
    const record = create(store);
    expect(() => answer(store, record, 'x', { ...actorOf(store), device: randomId() as Actor['device'] })).toThrow(
      'signed by the PC',
    );
  });
});

describe('states', () => {
  test('built up act by act are the same as folded anew from the history', () => {
    const store = createStore();
    const records = Array.from({ length: 6 }, () => create(store));
    for (const [i, record] of records.entries()) {
      const goal = EntryId.parse(randomId());
      const bodies: readonly IntentBody[] = [
        { type: 'addEntry', entry: goal, group: 'goal', parent: null, rank: 'a0' },
        { type: 'answer', entry: goal, field: 'goal.title', value: `Ziel ${String(i)}`, base: [] },
        { type: 'answer', entry: goal, field: 'goal.title', value: 'auch', base: [] },
        { type: 'setCountKeys', year: 2026, named: i, sums: 7 },
      ];
      casesOf(store).write((tx) => tx.histories.append(record, 'case', bodies, actorOf(store)));
      answer(store, record, 'a');
      write(store, record, 'Sie möchte Köchin werden.');
      answer(store, record, 'b');
      write(store, record, 'Sie möchte Köchin in Kiel werden.');
    }
    const states = (): readonly string[] =>
      casesOf(store).read((tx) => tx.histories.ids('case').map((id) => canonicalJson(tx.histories.find(id))));
    const live = states();
    casesOf(store).write((tx) => {
      tx.histories.rebuildStates();
    });
    expect(states()).toEqual(live);
    expect(live[0]).toContain('Köchin in Kiel');
    write(store, records[0] ?? newRecord(), 'Sie ist Köchin.');
    expect(states().some((state) => state.includes('Sie ist Köchin.'))).toBe(true);
  });
});

describe('a text', () => {
  test('and what is kept of it change together: nothing of a write that throws is in either', () => {
    const store = createStore();
    const record = create(store);
    write(store, record, 'Am Montag angerufen.');
    const kept = () => casesOf(store).read((tx) => [tx.histories.findText(record, null, 'plan.note'), canonicalJson(tx.histories.find(record)), tx.histories.read(record).length]);
    const before = kept();
    const failing = () =>
      casesOf(store).write(({ histories }) => {
        const update = makeTextEditOn(histories.findText(record, null, 'plan.note'), 'Am Montag angerufen. Niemand da.') ?? '';
        const base = [...(histories.find(record)?.texts['']?.['plan.note']?.heads ?? [])];
        histories.append(record, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base }], actorOf(store));
        expect(histories.findText(record, null, 'plan.note')).not.toBe(before[0]);
        throw new Error('the power goes');
      });
    expect(failing).toThrow('the power goes');
    expect(kept()).toEqual(before);
  });
});

/** An update that Yjs would take and no text of ours may hold. */
function poisonOf(change: (doc: Y.Doc) => unknown): string {
  const doc = new Y.Doc();
  change(doc);
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

describe('two PCs', () => {
  function twoPcs(): { a: Store; b: Store; record: RecordId } {
    const [a, b] = [createStore(), createStore()];
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      one.desk.write((tx) => {
        tx.devices.add({ id: other.device, publicKey: other.devicePublicKey, addedAt: '2026-03-01T08:00:00Z' });
      });
    }
    const record = create(a);
    exchange(a, b, record);
    return { a, b, record };
  }
  const merge = (store: Store, intents: readonly SignedIntent[]) => casesOf(store).write((tx) => tx.histories.merge(intents));
  function exchange(a: Store, b: Store, record: RecordId): void {
    merge(b, historyOf(a, record));
    merge(a, historyOf(b, record));
  }

  test('that work apart agree after an exchange, and no answer is lost', () => {
    const { a, b, record } = twoPcs();
    answer(a, record, 'Köchin');
    answer(b, record, 'Tischlerin');
    write(a, record, 'Am Montag angerufen.');
    exchange(a, b, record);
    write(b, record, 'Am Montag angerufen. Niemand da.');
    exchange(a, b, record);
    expect(new Set(valuesOf(a, record))).toEqual(new Set(['Köchin', 'Tischlerin']));
    const [stateA, stateB] = [a, b].map((store) => casesOf(store).read((tx) => canonicalJson(tx.histories.find(record))));
    expect(stateA).toBe(stateB);
    expect(stateA).toContain('Am Montag angerufen. Niemand da.');
    answer(b, record, 'Köchin');
    exchange(a, b, record);
    expect([valuesOf(a, record), valuesOf(b, record)]).toEqual([['Köchin'], ['Köchin']]);
  });

  test('may send the same twice, in any order, in pieces', () => {
    const { a, b, record } = twoPcs();
    answer(a, record, 'eins');
    answer(a, record, 'zwei');
    const intents = historyOf(a, record);
    expect(merge(b, intents.toReversed())).toEqual([record]);
    expect(merge(b, intents)).toEqual([]);
    expect(valuesOf(b, record)).toEqual(['zwei']);
  });

  test('may send an edit of a text before what it builds on: it is kept, and reads right once that is there', () => {
    const { a, b, record } = twoPcs();
    write(a, record, 'Am Montag angerufen.');
    write(a, record, 'Am Montag angerufen. Niemand da.');
    const [, first, second] = historyOf(a, record);
    if (first === undefined || second === undefined) throw new Error('no history');
    const textOf = (store: Store) => casesOf(store).read((tx) => tx.histories.find(record)?.texts['']?.['plan.note']?.text);
    merge(b, [second]);
    expect([textOf(b), historyOf(b, record).length]).toEqual(['', 2]);
    // What is kept beside the history is not written over what is still to come.
    casesOf(b).write((tx) => { tx.histories.rebuildStates(); });
    merge(b, [first]);
    expect(textOf(b)).toBe('Am Montag angerufen. Niemand da.');
    expect(casesOf(b).read((tx) => canonicalJson(tx.histories.find(record)))).toBe(casesOf(a).read((tx) => canonicalJson(tx.histories.find(record))));
  });

  test.each([
    ['no Yjs at all', Buffer.from('Guten Tag').toString('base64')],
    ['a map with a name as key', poisonOf((doc) => doc.getMap('t').set('Amira', 1))],
    ['a type under another name', poisonOf((doc) => { doc.getText('Amira').insert(0, 'x'); })],
  ])('with %s where a text edit should be harms nothing else, and it is known which edit of which PC it is', (_, update) => {
    const { a, b, record } = twoPcs();
    write(a, record, 'steht');
    answer(a, record, 'Köchin');
    casesOf(a).write((tx) => tx.histories.append(record, 'case', [{ type: 'editText', entry: null, field: 'plan.note', update, base: [] }], actorOf(a)));
    const other = create(a);
    answer(a, other, 'Tischlerin');
    merge(b, [...historyOf(a, record), ...historyOf(a, other)]);
    const state = casesOf(b).read((tx) => tx.histories.find(record));
    expect([valuesOf(b, record), valuesOf(b, other), state?.texts['']?.['plan.note']?.text]).toEqual([['Köchin'], ['Tischlerin'], 'steht']);
    const broken = historyOf(b, record).filter(({ intent }) => state?.brokenTexts?.includes(intent.id) === true);
    expect(broken.map(({ intent }) => [intent.device, intent.body.type])).toEqual([[a.device, 'editText']]);
    write(b, record, 'steht noch');
    expect(casesOf(b).read((tx) => tx.histories.find(record)?.texts['']?.['plan.note']?.text)).toBe('steht noch');
  });

  test.each<readonly [string, (signed: SignedIntent, store: Store) => SignedIntent]>([
    ['a changed value', (s) => ({ ...s, intent: { ...s.intent, at: '2020-01-01T00:00:00Z' } })],
    ['a signature that is none', (s) => ({ ...s, signature: 'AAAA' })],
    ['an unknown PC', (s) => ({ ...s, intent: { ...s.intent, device: randomId() as never } })],
    ['somebody else’s name', (s, store) => ({ ...s, intent: { ...s.intent, device: store.device } })],
    [
      'a field that no catalogue has',
      (s) => ({ ...s, intent: { ...s.intent, body: { type: 'createRecord', more: 1 } as never } }),
    ],
  ])('%s is refused, and nothing of the delivery is taken over', (_, forge) => {
    const { a, b, record } = twoPcs();
    answer(a, record, 'echt');
    answer(a, record, 'auch echt');
    const [, good, last] = historyOf(a, record);
    if (good === undefined || last === undefined) throw new Error('no history');
    expect(codeOf(() => merge(b, [good, forge(last, b)]))).toBe('INTENT_REFUSED');
    expect(valuesOf(b, record)).toEqual([]);
  });

  test('a PC that gives one number to two acts is found out', () => {
    const { a, b, record } = twoPcs();
    answer(a, record, 'eins');
    const [, one] = historyOf(a, record);
    merge(b, historyOf(a, record));
    const fork = { ...one?.intent, id: IntentId.parse(randomId()) };
    const signature = Buffer.from(a.signAsDevice(new TextEncoder().encode(canonicalJson(fork)))).toString('base64');
    expect(codeOf(() => merge(b, [{ intent: fork as SignedIntent['intent'], signature }]))).toBe('INTENT_REFUSED');
  });

  test('a known PC cannot change its key', () => {
    const { a, b } = twoPcs();
    const add = () => {
      b.desk.write((tx) => {
        tx.devices.add({ id: a.device, publicKey: randomBytes(32), addedAt: '2026-03-01T08:00:00Z' });
      });
    };
    expect(codeOf(add)).toBe('INTENT_REFUSED');
  });
});

describe('under the file key', () => {
  test('kept bytes come back, and only under their own record', () => {
    const store = createStore();
    const [record, other] = [create(store), create(store)];
    const attachment = AttachmentId.parse(randomId());
    const bytes = randomBytes(50_000);
    casesOf(store).write((tx) => {
      tx.histories.keepBytes(record, attachment, bytes);
    });
    const read = (id: RecordId) => casesOf(store).read((tx) => tx.histories.readBytes(id, attachment));
    expect(read(record)).toEqual(bytes);
    expect(read(other)).toBeUndefined();
  });

  test('histories and attachments are noise to somebody with the database key alone', () => {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const record = create(store);
    answer(store, record, 'Regenbogenforelle');
    casesOf(store).write((tx) => {
      tx.histories.keepBytes(record, AttachmentId.parse(randomId()), new TextEncoder().encode('Regenbogenforelle'));
      tx.audit.write({ action: 'case.answer', record, details: { word: 'Regenbogenforelle' } }, actorOf(store));
    });
    store.close();
    const db = openDatabase(folderPaths(dir).cases, keys.casesKey ?? new Uint8Array(), { create: false });
    const sealed = ['intents', 'attachments', 'audit'].flatMap((table) =>
      db.prepare<[], Buffer>(`SELECT sealed FROM ${table}`).pluck().all(),
    );
    expect(sealed).toHaveLength(4);
    for (const blob of sealed) {
      expect(blob.includes('Regenbogen')).toBe(false);
      expect(openBytes(keys.casesKey ?? new Uint8Array(), blob, '')).toBeNull();
    }
    db.close();
  });

  test('a history whose key is destroyed cannot be read, the others can', () => {
    const dir = newFolder();
    const keys = newKeys();
    const store = createStore(dir, keys);
    const [gone, stays] = [create(store), create(store)];
    store.close();
    destroyFileKey(dir, keys, gone);
    const again = reopenStore(dir, keys);
    expect(codeOf(() => historyOf(again, gone))).toBe('DATABASE_DAMAGED');
    expect(historyOf(again, stays)).toHaveLength(1);
  });
});
