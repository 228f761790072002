import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { IntentId } from '../../../shared/domain/ids.ts';
import { base64ToBytes, bytesToBase64 } from '../../../shared/history/base64.ts';
import { extendFold, foldRecord, type FoldedRecord } from '../../../shared/history/extend-fold.ts';
import { fold } from '../../../shared/history/fold.ts';
import { Intent } from '../../../shared/history/intent.ts';
import { editsOf, findSplice, foldText, makeTextEdit, makeTextEditOn, readText, spliceUpdate, textsAlong, type TextEdit } from '../../../shared/history/text.ts';
import { maxTextUpdateBytes, parseTextUpdate } from '../../../shared/history/text-update.ts';
import { action, idOf, Replica, workApart } from './histories.ts';

const note = 'case.note';
const edits = (replica: Replica): readonly TextEdit[] => editsOf(replica.intents, null, note);

function pair(start: string): [Replica, Replica] {
  const [a, b] = workApart([], 2) as [Replica, Replica];
  a.edit(note, start);
  b.take(a);
  return [a, b];
}

function exchange(a: Replica, b: Replica): void {
  a.take(b);
  b.take(a);
}

describe('a long text', () => {
  it('keeps what two people wrote into it apart', () => {
    const [a, b] = pair('Sie möchte eine Ausbildung.');
    a.edit(note, 'Sie möchte bald eine Ausbildung.');
    b.edit(note, 'Sie möchte eine Ausbildung. Termin am Montag.');
    exchange(a, b);

    expect(a.text(note)).toBe('Sie möchte bald eine Ausbildung. Termin am Montag.');
    expect(b.text(note)).toBe(a.text(note));
  });

  it('keeps both of two insertions at the same place, whole', () => {
    const [a, b] = pair('');
    a.edit(note, 'Deutschkurs');
    b.edit(note, 'Praktikum');
    exchange(a, b);

    expect(['DeutschkursPraktikum', 'PraktikumDeutschkurs']).toContain(a.text(note));
    expect(b.text(note)).toBe(a.text(note));
  });

  it('keeps what one wrote into a sentence that the other deleted', () => {
    const [a, b] = pair('Eins. Zwei. Drei.');
    a.edit(note, 'Eins. Drei.');
    b.edit(note, 'Eins. Zwei, sehr wichtig. Drei.');
    exchange(a, b);

    expect(a.text(note)).toContain('sehr wichtig');
    expect(a.text(note)).not.toContain('Zwei');
  });

  it('loses no inserted character, whoever else writes where', () => {
    const line = fc.array(fc.constantFrom('a', 'b', 'Ö', '🙂', 'ع'), { maxLength: 12 });
    fc.assert(
      fc.property(line, fc.nat(12), fc.nat(12), (start, i, j) => {
        const [a, b] = pair(start.join(''));
        a.edit(note, [...start.slice(0, i), '<von A>', ...start.slice(i)].join(''));
        b.edit(note, [...start.slice(0, j), '<von B>', ...start.slice(j)].join(''));
        exchange(a, b);

        expect(a.text(note)).toContain('<von A>');
        expect(a.text(note)).toContain('<von B>');
        expect(a.text(note).length).toBe(start.join('').length + 14);
        expect(b.text(note)).toBe(a.text(note));
      }),
    );
  });

  it('changes the same over its kept state as over all its edits', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 30 }), (actions, newText) => {
        const [a, b, c] = workApart(actions) as [Replica, Replica, Replica];
        a.take(b);
        a.take(c);
        const base = [...(a.state().texts['']?.[note]?.heads ?? [])];
        const stored = a.intents.length === 0 ? undefined : foldRecord(a.intents).texts['']?.[note];
        const long = makeTextEdit(edits(a), base, newText);
        const short = makeTextEditOn(stored, newText);

        expect(short === null).toBe(long === null);
        if (short === null || long === null) return;
        const after = (update: string): string => {
          const copy = new Replica('copy');
          copy.take(a);
          copy.write({ type: 'editText', entry: null, field: note, update, base });
          return copy.text(note);
        };
        expect(after(short)).toBe(newText);
        expect(after(long)).toBe(newText);
      }),
      { numRuns: 60 },
    );
  });

  it('knows its wording after each edit, whoever wrote it', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const [a, b] = workApart(actions) as [Replica, Replica];
        b.take(a);
        const all = edits(b);
        const wanted = all.filter((_, i) => i % 3 !== 1);
        const texts = wanted.map((edit) => [edit.id, readText(all.slice(0, all.indexOf(edit) + 1))] as const);
        expect(textsAlong(all, new Set(wanted.map(({ id }) => id)))).toEqual(new Map(texts));
      }),
      { numRuns: 60 },
    );
  });

  it('reads as it was typed after any sequence of versions', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { minLength: 1, maxLength: 8 }), (versions) => {
        const a = new Replica('a');
        for (const version of versions) a.edit(note, version);

        expect(readText(edits(a))).toBe(versions.at(-1));
      }),
    );
  });

  it('is edited as it was at the base, not as it has become since', () => {
    const [a, b] = pair('Montag Termin');
    const before = a.state().texts['']?.[note]?.heads ?? [];
    b.edit(note, 'Montag 9 Uhr Termin');
    a.take(b);
    const update = makeTextEdit(edits(a), before, 'Montag Termin im Jobcenter');
    a.write({ type: 'editText', entry: null, field: note, update: update ?? '', base: [...before] });

    expect(a.text(note)).toBe('Montag 9 Uhr Termin im Jobcenter');
  });

  it('needs no edit when nothing changed', () => {
    const [a] = pair('gleich');

    expect(makeTextEdit(edits(a), a.state().texts['']?.[note]?.heads ?? [], 'gleich')).toBeNull();
    expect(makeTextEdit([], [], '')).toBeNull();
  });

  it('writes half a surrogate pair as the replacement character', () => {
    const a = new Replica('a');
    a.edit(note, 'x\ud83d');

    expect(a.text(note)).toBe('x\ufffd');
  });

  it('refuses to make an edit larger than others would accept', () => {
    expect(() => makeTextEdit([], [], 'x'.repeat(maxTextUpdateBytes))).toThrow(RangeError);
  });
});

describe('the difference of two texts', () => {
  const splices = [
    { before: '', after: 'a', splice: { at: 0, deleted: 0, inserted: 'a' } },
    { before: 'abc', after: 'abc', splice: null },
    { before: 'abc', after: 'aXc', splice: { at: 1, deleted: 1, inserted: 'X' } },
    { before: 'aaa', after: 'aaaa', splice: { at: 3, deleted: 0, inserted: 'a' } },
    { before: 'aaaa', after: 'aa', splice: { at: 2, deleted: 2, inserted: '' } },
    { before: '😀', after: '😁', splice: { at: 0, deleted: 2, inserted: '😁' } },
    { before: 'a😀b', after: 'a🄀b', splice: { at: 1, deleted: 2, inserted: '🄀' } },
    { before: '😀😀', after: '😀', splice: { at: 2, deleted: 2, inserted: '' } },
  ];
  it.each(splices)('from "$before" to "$after" is $splice', ({ before, after, splice }) => {
    expect(findSplice(before, after)).toEqual(splice);
  });

  it('never cuts a surrogate pair and always leads to the new text', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '😀', '😁', '🄀', '𝄞'), { maxLength: 10 }).map((c) => c.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const splice = findSplice(before, after);
        if (splice === null) return before === after;
        const parts = [before.slice(0, splice.at), splice.inserted, before.slice(splice.at + splice.deleted)];
        return parts.join('') === after && parts.every((part) => part.isWellFormed());
      }),
      { numRuns: 500 },
    );
  });
});

describe('a forged update', () => {
  const update = (change: (doc: Y.Doc) => void, clientID = 77): string => {
    const doc = new Y.Doc();
    doc.clientID = clientID;
    change(doc);
    return bytesToBase64(Y.encodeStateAsUpdate(doc));
  };
  /** Characters as a text has them, and yet in the place of a map: no function of Yjs writes that. */
  const putUnder = (key: string) => (doc: Y.Doc): void => {
    const item = (text: Y.Text): Y.Item => new Y.Item(Y.createID(doc.clientID, 0), null, null, null, null, text, key, new Y.ContentString('x'));
    doc.transact((transaction) => { item(doc.getText('t')).integrate(transaction, 0); });
  };
  const own = update((doc) => doc.getText('t').insert(0, 'hallo'));
  /** An item that says it stands right of what it only writes itself. */
  const selfReference = bytesToBase64(Uint8Array.of(1, 1, 77, 0, 0x84, 77, 5, 2, 0x68, 0x69, 0));
  const forged = [
    { name: 'no Yjs at all', update: bytesToBase64(new TextEncoder().encode('Guten Tag')) },
    { name: 'no bytes', update: '' },
    { name: 'half an update', update: bytesToBase64(base64ToBytes(own).subarray(0, 9)) },
    { name: 'not base64', update: '***' },
    { name: 'another text', update: update((doc) => doc.getText('other').insert(0, 'x')) },
    { name: 'a map with a name as key', update: update((doc) => doc.getMap('t').set('Amira', 1)) },
    { name: 'characters under a name as key', update: update(putUnder('Amira')) },
    { name: 'a nested type', update: update((doc) => doc.getArray('t').insert(0, [new Y.Text('x')])) },
    { name: 'formatting', update: update((doc) => doc.getText('t').insert(0, 'x', { bold: true })) },
    { name: 'an embedded object', update: update((doc) => doc.getText('t').insertEmbed(0, { a: 1 })) },
    { name: 'two writers', update: bytesToBase64(Y.mergeUpdates([base64ToBytes(own), base64ToBytes(update((doc) => doc.getText('t').insert(0, 'x'), 78))])) },
    { name: 'a reference to itself', update: selfReference },
    { name: 'more bytes than allowed', update: 'A'.repeat(maxTextUpdateBytes * 2) },
  ];

  it('is told from a sound one', () => {
    expect(parseTextUpdate(own)).toMatchObject({ client: 77 });
  });

  it.each(forged)('with $name is left out and reported, and the rest of the text stands', ({ update: bytes }) => {
    const [a] = pair('steht');
    const bad = a.write({ type: 'editText', entry: null, field: note, update: bytes, base: [] });

    expect(a.text(note)).toBe('steht');
    expect(a.state().brokenTexts).toEqual([bad.id]);
    expect(a.edit(note, 'steht noch')).toBeDefined();
    expect(a.text(note)).toBe('steht noch');
  });

  it('under the client number of another edit cannot make two PCs disagree', () => {
    const [a] = pair('');
    const other = update((doc) => doc.getText('t').insert(0, 'anders'));
    for (const forgery of [own, other]) a.write({ type: 'editText', entry: null, field: note, update: forgery, base: [] });
    const there = fold(a.intents);
    const back = fold([...a.intents].reverse());

    expect(back).toEqual(there);
    expect(there.brokenTexts).toHaveLength(1);
  });

  it('of any bytes never throws through the fold', () => {
    const [a] = pair('steht');
    const shape = a.intents.at(-1) as Intent;
    const sound = base64ToBytes(own);
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.tuple(fc.nat(sound.length - 1), fc.nat(255)).map(([at, value]) => sound.map((byte, i) => (i === at ? value : byte))),
    );
    fc.assert(
      fc.property(fc.array(noise, { minLength: 1, maxLength: 4 }), (many) => {
        const forgeries = many.map((bytes, i): Intent => ({
          ...shape,
          id: idOf('forged', i) as IntentId,
          body: { type: 'editText', entry: null, field: note, update: bytesToBase64(bytes), base: [] },
        }));
        const state = fold([...a.intents, ...forgeries]);

        expect(state.texts['']?.[note]?.text.isWellFormed()).toBe(true);
        expect(fold([...forgeries].reverse().concat(a.intents))).toEqual(state);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text with a long history', () => {
  it('reads right after 1,000 edits, and what is kept of it stays under 25 bytes an edit', () => {
    const shape = new Replica('a').edit(note, 'x') as TextEdit;
    const typing = new Y.Doc();
    const many: TextEdit[] = [];
    let text = '';
    for (let i = 0; i < 1000; i++) {
      text += 'abc '.charAt(i % 4);
      const body = { ...shape.body, update: spliceUpdate(typing, text) ?? '', base: [] };
      many.push({ ...shape, id: idOf('long', i) as IntentId, body });
    }
    const folded = foldText(many);

    expect(folded.text).toBe(text);
    expect(folded.broken).toEqual([]);
    expect(Y.encodeStateAsUpdate(folded.doc).length).toBeLessThan(25_000);
  });

  it('keeps nothing of what was deleted, whether it is folded anew, extended or folded after a merge', () => {
    const [a, b] = workApart([], 2) as [Replica, Replica];
    a.edit(note, 'Sie wohnt bei Tante Gerlinde in Kiel.');
    b.take(a);
    b.edit(note, 'Sie wohnt bei Tante Gerlinde in Kiel. Bald zieht sie um.');
    a.edit(note, 'Sie wohnt in Kiel.');
    const apart = foldRecord(a.intents.slice(0, -1));
    const extended = extendFold(apart, a.intents.slice(-1));
    a.take(b);
    const merged = foldRecord(a.intents);

    const kept = (fold: FoldedRecord | null): string => Buffer.from(fold?.texts['']?.[note] ?? '', 'base64').toString('latin1');
    expect(kept(apart)).toContain('Gerlinde');
    expect(kept(extended)).toContain('Kiel');
    expect(kept(extended)).not.toContain('Gerlinde');
    expect(merged.state.texts['']?.[note]?.text).toBe('Sie wohnt in Kiel. Bald zieht sie um.');
    expect(kept(merged)).not.toContain('Gerlinde');
    // The reason for never keeping merged updates: they hold on to every deleted word.
    const updates = edits(a).map((edit) => base64ToBytes(edit.body.update));
    expect(Buffer.from(Y.mergeUpdates(updates)).toString('latin1')).toContain('Gerlinde');
  });

  it('holds the typed characters under one fixed name: nothing in its bytes says who, where, which file or which field', () => {
    const [a, b] = pair('Erster Satz.');
    a.edit('plan.canary_field', 'Erster Satz. Zweiter.');
    b.edit(note, 'Erster Satz. Dritter.');
    exchange(a, b);
    const doc = new Y.Doc();
    Y.applyUpdateV2(doc, base64ToBytes(foldRecord(a.intents).texts['']?.[note] ?? ''));
    expect([...doc.share.keys()]).toEqual(['t']);
    expect([...(doc.share.get('t')?._map.keys() ?? [])]).toEqual([]);

    const updates = a.intents.flatMap(({ body }) => (body.type === 'editText' ? [base64ToBytes(body.update)] : []));
    const encoded = [...updates, Y.encodeStateAsUpdate(doc), Y.encodeStateAsUpdateV2(doc)].map((bytes) => Buffer.from(bytes));
    const ids = a.intents.flatMap(({ id, record, author, device, body }) => [id, record, author, device, ...('field' in body ? [body.field] : [])]);
    expect(encoded.some((bytes) => bytes.includes('Zweiter'))).toBe(true);
    for (const id of ids) {
      const forms = [Buffer.from(id), Buffer.from(id.slice(0, 8)), Buffer.from(id.slice(0, 16), 'hex')].filter(({ length }) => length >= 4);
      for (const bytes of encoded) expect([id, forms.some((form) => bytes.includes(form))]).toEqual([id, false]);
    }
  });

  it('gives every edit a number of its own: apart in two processes, in a row in one', () => {
    const [a] = pair('eins');
    for (const text of ['eins zwei', 'eins zwei drei', 'zwei drei']) a.edit(note, text);
    const clients = edits(a).flatMap((edit) => parseTextUpdate(edit.body.update)?.client ?? []);

    expect(clients.length).toBeGreaterThan(1);
    expect(new Set(clients).size).toBe(clients.length);
    expect(clients.slice(1).every((client, i) => client > (clients[i] ?? 0) || client < 1000)).toBe(true);
  });

  it('never loses a text where one process writes on from an older state, as after a restored backup', () => {
    const [a, b] = pair('Anfang.');
    a.edit(note, 'Anfang. Vor dem Zurückholen.');
    b.edit(note, 'Anfang. Nach dem Zurückholen.');
    b.edit(note, 'Anfang. Nach dem Zurückholen. Und weiter.');
    exchange(a, b);

    expect(a.text(note)).toContain('Vor dem Zurückholen.');
    expect(a.text(note)).toContain('Nach dem Zurückholen. Und weiter.');
    expect(a.state().brokenTexts).toBeUndefined();
    expect(b.text(note)).toBe(a.text(note));
  });

  it('is written by documents that let go of what was deleted, and nothing keeps an undo list', () => {
    const files = readdirSync('.', { recursive: true, encoding: 'utf8' }).filter(
      (file) => /^(cli|collector|db|documents|electron|office|renderer|shared)\/.*\.(ts|svelte)$/.test(file) && !file.includes('node_modules'),
    );
    const sources = files.map((file) => ({ file, source: readFileSync(file, 'utf8') }));
    const makers = sources.filter(({ source }) => /new Y\.Doc\(/.test(source));

    expect(makers.map(({ file }) => file)).toEqual(['shared/history/text.ts']);
    expect(makers.map(({ source }) => source.match(/new Y\.Doc\(\{ gc: true\b/g)?.length)).toEqual([1]);
    expect(sources.filter(({ source }) => /UndoManager|gc: false/.test(source))).toEqual([]);
    // Merging updates is a way to read many at once, never a way to keep them.
    expect(sources.filter(({ source }) => /mergeUpdates/.test(source)).map(({ file }) => file)).toEqual(['shared/history/text.ts']);
  });
});

describe('an intent of a newer Lotse', () => {
  it.each([
    ['a kind of act that is not known here', { type: 'editDrawing', entry: null, field: note, update: '', base: [] }],
    ['a known act with something more in it', { type: 'editText', entry: null, field: note, update: '', base: [], generation: 2 }],
    ['a name as the key of a text', { type: 'editText', entry: null, field: 'Amira Haddad', update: '', base: [] }],
    ['an update longer than any text', { type: 'editText', entry: null, field: note, update: 'A'.repeat(2_000_004), base: [] }],
  ])('with %s is not read as something else', (_what, body) => {
    const [a] = pair('steht');
    const known = a.intents.at(-1);

    expect(Intent.safeParse(known).success).toBe(true);
    expect(Intent.safeParse({ ...known, body }).success).toBe(false);
  });
});
