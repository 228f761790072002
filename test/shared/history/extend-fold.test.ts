import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { emptyFold, extendFold, foldRecord, type FoldedRecord } from '../../../shared/history/extend-fold.ts';
import { fold } from '../../../shared/history/fold.ts';
import type { Intent } from '../../../shared/history/intent.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { action, idOf, record, Replica, workApart } from './histories.ts';

const runs = { numRuns: 60 };
const viaJson = (folded: FoldedRecord): FoldedRecord => JSON.parse(JSON.stringify(folded)) as FoldedRecord;
const idsOf = (intents: readonly Intent[]): Set<string> => new Set(intents.map((i) => i.id));
const goal = idOf('goal', 1) as EntryId;

describe('extending a fold', () => {
  it('by what one PC writes, intent by intent, always works and equals the full fold', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
        const [only] = workApart(actions, 1) as [Replica];
        let folded = emptyFold(record, 'case');
        for (const [i, intent] of only.intents.entries()) {
          const next = extendFold(folded, [intent]) ?? refold(only.intents.slice(0, i + 1), intent);
          expect(canonicalJson(next.state)).toBe(canonicalJson(fold(only.intents.slice(0, i + 1))));
          folded = viaJson(next);
        }
      }),
      runs,
    );
  });

  it('by what others wrote apart equals the full fold, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), fc.boolean(), (actions, withIds) => {
        const [a, b, c] = workApart(actions) as [Replica, Replica, Replica];
        let folded = foldRecord(a.intents);
        for (const other of [b, c]) {
          const here = idsOf(a.intents);
          const news = other.intents.filter((i) => !here.has(i.id));
          const extended = withIds ? extendFold(folded, other.intents, here) : extendFold(folded, news);
          a.take(other);
          if (extended !== null) expect(canonicalJson(extended.state)).toBe(canonicalJson(fold(a.intents)));
          folded = extended === null ? foldRecord(a.intents) : viaJson(extended);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('from a replica that misses some intents equals the full fold when they arrive, or says that it cannot', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 40 }), fc.array(fc.boolean(), { minLength: 3, maxLength: 9 }), (actions, holes) => {
        const all = workApart(actions).flatMap((r) => r.intents).filter((i, at, list) => list.findIndex((x) => x.id === i.id) === at);
        const first = all.filter((_, i) => i === 0 || holes[i % holes.length]);
        const rest = all.filter((i) => !first.includes(i));
        const extended = extendFold(foldRecord(first), rest, idsOf(first));

        if (extended !== null) expect(canonicalJson(extended.state)).toBe(canonicalJson(fold(all)));
      }),
      { numRuns: 120 },
    );
  });

  it('comes back identical from JSON', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        const [a] = workApart(actions) as [Replica];
        const folded = foldRecord(a.intents);

        expect(viaJson(folded)).toEqual(folded);
      }),
      runs,
    );
  });

  it('is refused for an answer that names an intent not here yet, and for that intent afterwards', () => {
    const a = new Replica('a');
    const first = a.answer('case.aim', 'x');
    const second = a.answer('case.aim', 'y');

    expect(extendFold(emptyFold(record, 'case'), [second])).toBeNull();
    expect(extendFold(foldRecord([second]), [first])).toBeNull();
    expect(extendFold(emptyFold(record, 'case'), [first, second])?.state).toEqual(fold([first, second]));
  });

  it('is refused for an answer to one already replaced, unless the caller knows that one is in', () => {
    const a = new Replica('a');
    const b = new Replica('bb');
    const first = a.answer('case.aim', 'x');
    b.take(a);
    a.answer('case.aim', 'y');
    const late = b.answer('case.aim', 'z');
    const folded = foldRecord(a.intents);

    expect(extendFold(folded, [late])).toBeNull();
    expect(extendFold(folded, [late], idsOf(a.intents))?.state).toEqual(fold([...a.intents, late]));
    expect(extendFold(folded, [first], idsOf(a.intents))?.state).toEqual(folded.state);
  });

  it('is refused where an entry was moved or taken away before it came', () => {
    const a = new Replica('a');
    const away = a.write({ type: 'retireEntry', entry: goal, retired: true, base: [] });
    const added = a.write({ type: 'addEntry', entry: goal, group: 'goal', parent: null, rank: 'a0' });

    expect(extendFold(foldRecord([away]), [added])).toBeNull();
    expect(extendFold(foldRecord([added]), [added])).toBeNull();
  });

  it('passes no intent of another record', () => {
    const foreign = { ...new Replica('a').answer('case.aim', 'x'), kind: 'person' as const };

    expect(() => extendFold(emptyFold(record, 'case'), [foreign])).toThrow('another record');
  });

  it('does not change what it extends', () => {
    const a = new Replica('a');
    a.answer('case.aim', 'x');
    const folded = foldRecord(a.intents);
    const before = canonicalJson(folded);
    extendFold(folded, [a.answer('case.aim', 'y')]);

    expect(canonicalJson(folded)).toBe(before);
  });
});

/** Only a second setting of the same year's count keys needs the whole history when one PC writes. */
function refold(intents: readonly Intent[], last: Intent): FoldedRecord {
  expect(last.body.type).toBe('setCountKeys');
  return foldRecord(intents);
}
