import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { basesFor } from '../../../shared/history/base-of.ts';
import { emptyState, fold } from '../../../shared/history/fold.ts';
import type { Intent } from '../../../shared/history/intent.ts';
import type { EntryId, IntentId, RecordId } from '../../../shared/domain/ids.ts';
import { action, idOf, record, Replica, workApart } from './histories.ts';

const goal = idOf('goal', 1) as EntryId;
const runs = { numRuns: 60 };

describe('a fold', () => {
  it('does not depend on the order of the intents nor on repeats', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), fc.array(fc.nat(), { minLength: 1, maxLength: 8 }), (actions, noise) => {
        const replica = merged(workApart(actions));
        const inOrder = canonicalJson(fold(replica.intents));
        const repeated = noise.map((n) => replica.intents[n % replica.intents.length] as Intent);
        const shuffled = [...replica.intents, ...repeated].sort((x, y) => (idOf(`${noise[0]}`, parseInt(x.id.slice(0, 6), 16)) < idOf(`${noise[0]}`, parseInt(y.id.slice(0, 6), 16)) ? -1 : 1));

        expect(canonicalJson(fold(shuffled))).toBe(inOrder);
        expect(canonicalJson(fold([...replica.intents].reverse()))).toBe(inOrder);
      }),
      runs,
    );
  });

  it('comes out byte for byte the same on three PCs that worked apart and exchanged', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const [a, b, c] = workApart(actions) as [Replica, Replica, Replica];
        a.take(b);
        a.take(c);
        c.take(b);
        c.take(a);
        b.take(c);

        expect(canonicalJson(b.state())).toBe(canonicalJson(a.state()));
        expect(canonicalJson(c.state())).toBe(canonicalJson(a.state()));
      }),
      runs,
    );
  });

  it('loses no answer: each is a head or named by somebody who saw it', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const { intents } = merged(workApart(actions));
        const state = fold(intents);
        const heads = new Set(Object.values(state.answers).flatMap((fields) => Object.values(fields).flatMap((h) => h.map((x) => x.intent))));
        const named = new Set(intents.flatMap((i) => ('base' in i.body ? i.body.base : [])));
        for (const { id, body } of intents) if (body.type === 'answer') expect(heads.has(id) !== named.has(id)).toBe(true);
      }),
      runs,
    );
  });

  it('comes back identical from JSON', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const state = fold(merged(workApart(actions)).intents);
        expect(JSON.parse(JSON.stringify(state))).toEqual(state);
      }),
      runs,
    );
  });

  it('keeps both answers two people gave apart, until one answers having seen both', () => {
    const [a, b] = workApart([], 2) as [Replica, Replica];
    a.answer('person.language', 'fas');
    b.answer('person.language', 'prs');
    a.take(b);

    expect(values(a)).toEqual(['fas', 'prs']);

    a.answer('person.language', 'prs');
    expect(values(a)).toEqual(['prs']);
  });

  it('keeps an answer taken back as a head, so that the next one can name it', () => {
    const [a] = workApart([], 1) as [Replica];
    a.answer('case.aim', 'x');
    const back = a.answer('case.aim', null);

    expect(a.state().answers['']?.['case.aim']).toEqual([{ intent: back.id, value: null, author: back.author, at: back.at }]);
    expect(basesFor(a.state(), null, 'case.aim')).toEqual([back.id]);
  });

  it('lets only an answer to the same field of the same entry replace an answer', () => {
    const [a] = workApart([], 1) as [Replica];
    const first = a.answer('case.aim', 'x');
    a.write({ type: 'answer', entry: null, field: 'case.other', value: 'y', base: [first.id] });
    a.write({ type: 'answer', entry: goal, field: 'case.aim', value: 'z', base: [first.id] });

    expect(a.state().answers['']?.['case.aim']?.map((h) => h.value)).toEqual(['x']);
  });

  it('keeps answers on an entry whose addEntry comes later', () => {
    const [a] = workApart([], 1) as [Replica];
    a.answer('goal.title', 'Praktikum', goal);
    a.write({ type: 'retireEntry', entry: goal, retired: true, base: [] });
    expect(a.state().entries).toEqual({});
    a.write({ type: 'addEntry', entry: goal, group: 'goal', parent: null, rank: 'a0' });

    expect(a.state().answers[goal]?.['goal.title']?.[0]?.value).toBe('Praktikum');
    expect(a.state().entries[goal]).toMatchObject({ group: 'goal', rank: 'a0', retired: true });
  });

  const statuses = [
    { name: 'one takes it away', a: [true], b: [], retired: true },
    { name: 'both take it away', a: [true], b: [true], retired: true },
    { name: 'one takes it away, the other takes it back', a: [true], b: [false], retired: false },
    { name: 'one takes it away and back', a: [true, false], b: [], retired: false },
    { name: 'nobody does', a: [], b: [], retired: false },
  ];
  it.each(statuses)('says of an entry, when $name: retired = $retired', ({ a: byA, b: byB, retired }) => {
    const [a, b] = workApart([], 2) as [Replica, Replica];
    a.write({ type: 'addEntry', entry: goal, group: 'goal', parent: null, rank: 'a0' });
    b.take(a);
    for (const [replica, steps] of [[a, byA], [b, byB]] as const)
      for (const step of steps)
        replica.write({ type: 'retireEntry', entry: goal, retired: step, base: [...(replica.state().entries[goal]?.statusHeads ?? [])] });
    a.take(b);

    expect(a.state().entries[goal]?.retired).toBe(retired);
  });

  it('takes the rank of the smallest head, and the count keys of the smallest intent, on every PC', () => {
    const [a, b] = workApart([], 2) as [Replica, Replica];
    a.write({ type: 'addEntry', entry: goal, group: 'goal', parent: null, rank: 'a0' });
    b.take(a);
    const heads = [a, b].map((replica, i) => {
      const base = [...(replica.state().entries[goal]?.rankHeads ?? [])];
      return replica.write({ type: 'setRank', entry: goal, rank: `b${i}`, base });
    });
    const keys = [a, b].map((replica, i) => replica.write({ type: 'setCountKeys', year: 2026, named: i, sums: i }));
    a.take(b);

    expect(a.state().entries[goal]?.rank).toBe(heads[0]!.id < heads[1]!.id ? 'b0' : 'b1');
    expect(a.state().entries[goal]?.rankHeads).toEqual(heads.map((h) => h.id).sort());
    const smaller = keys[0]!.id < keys[1]!.id ? 0 : 1;
    expect(a.state().countKeys).toEqual({ 2026: { named: smaller, sums: smaller } });
  });

  it('sorts kept papers by version, then attachment', () => {
    const [a] = workApart([
      { who: 0, what: 'keep', a: 1, b: 3 },
      { who: 0, what: 'keep', a: 0, b: 9 },
      { who: 0, what: 'keep', a: 0, b: 4 },
    ], 1) as [Replica];
    const papers = a.state().documents;

    expect(papers.map((p) => p.version)).toEqual([1, 1, 2]);
    expect(papers[0]!.attachment < papers[1]!.attachment).toBe(true);
  });

  it('is possible before createRecord has arrived, and of no intents with emptyState', () => {
    const a = new Replica('a');
    a.answer('case.aim', 'x');

    expect(fold(a.intents).intents).toBe(1);
    expect(emptyState(record, 'person')).toMatchObject({ record, kind: 'person', intents: 0 });
    expect(() => fold([])).toThrow('emptyState');
  });

  it('refuses intents of two records', () => {
    const a = new Replica('a');
    const intent = a.answer('case.aim', 'x');

    expect(() => fold([intent, { ...intent, id: idOf('x', 1) as IntentId, record: idOf('r', 1) as RecordId }])).toThrow('two records');
  });

  it('hides no answer behind forged bases that run in a circle or name themselves', () => {
    const [x, y] = [idOf('x', 1) as IntentId, idOf('y', 1) as IntentId];
    const shape = new Replica('a').answer('case.aim', 'x');
    const forged = (id: IntentId, base: IntentId[]): Intent => ({ ...shape, id, body: { type: 'answer', entry: null, field: 'case.aim', value: id, base } });

    expect(fold([forged(x, [y]), forged(y, [x])]).answers['']?.['case.aim']).toHaveLength(2);
    expect(fold([forged(x, [x])]).answers['']?.['case.aim']).toHaveLength(1);
  });

  it('picks the same of two intents forged under one id, in either order', () => {
    const one = new Replica('a').answer('case.aim', 'x');
    const other: Intent = { ...one, body: { type: 'answer', entry: null, field: 'case.aim', value: 'y', base: [] } };

    expect(fold([one, other])).toEqual(fold([other, one]));
  });
});

function merged(replicas: readonly Replica[]): Replica {
  const all = new Replica('all');
  for (const replica of replicas) all.take(replica);
  return all;
}

function values(replica: Replica): unknown[] {
  return (replica.state().answers['']?.['person.language'] ?? []).map((head) => head.value).sort();
}
