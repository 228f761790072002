/**
 * What is different between two versions of a plan, for the talk about it: geschafft, verschoben, neu, anders gelöst.
 *
 * Each difference is named, in the order of the newer plan; what is gone comes last. No word of failure: what went back to open "geht weiter".
 */
import { agreementChanges, languageChanges, otherPlanChanges, reviewChanges, sentenceChanges, wordsChanges } from './change-frame.ts';
import { differences, partWords, type Difference } from './differences.ts';
import { partsOf, type Part } from './parts.ts';
import type { Plan, PlanChange } from './types.ts';

export function planChanges(older: Plan, newer: Plan): readonly PlanChange[] {
  const before = new Map(partsOf(older).map((part) => [part.key, part]));
  const after = partsOf(newer);
  const kept = new Set(after.map(({ key }) => key));
  const forward = movedForward([...before.keys()].filter((key) => kept.has(key)), after.map(({ key }) => key).filter((key) => before.has(key)), { before, after });
  return [
    ...sentenceChanges(older, newer),
    ...languageChanges(older.translatedInto, newer.translatedInto),
    ...after.flatMap((part) => {
      const former = before.get(part.key);
      if (former === undefined) return [change(part, 'new', [])];
      const found = differences(former, part);
      return grouped(part, former, forward.has(part.key) ? [...found, { kind: 'otherwise', detail: 'steht jetzt weiter vorn' }] : found);
    }),
    ...wordsChanges('jmd', older.jmdContribution, newer.jmdContribution),
    ...otherPlanChanges(older.otherPlans, newer.otherPlans),
    ...reviewChanges(older.nextReview, newer.nextReview),
    ...agreementChanges(older.agreement, newer.agreement),
    ...[...before.values()].filter(({ key }) => !kept.has(key)).map((part) => change(part, 'otherwise', ['steht nicht mehr im Plan'])),
  ];
}

function change(part: Part, kind: PlanChange['kind'], details: readonly string[], former?: Part): PlanChange {
  return { kind, what: part.what, text: partWords(part, former), details };
}

/** One change a kind, with everything of that kind in it. */
function grouped(part: Part, former: Part, found: readonly Difference[]): readonly PlanChange[] {
  const kinds = ['done', 'moved', 'otherwise'] as const;
  return kinds.flatMap((kind) => {
    const of = found.filter((one) => one.kind === kind);
    return of.length === 0 ? [] : [change(part, kind, of.flatMap(({ detail }) => detail ?? []), former)];
  });
}

interface Both {
  readonly before: ReadonlyMap<string, Part>;
  readonly after: readonly Part[];
}

/** What stands further ahead among those that were beside it before; something that has another parent now is told as that. */
function movedForward(older: readonly string[], newer: readonly string[], { before, after }: Both): ReadonlySet<string> {
  const parentNow = new Map(after.map(({ key, parent }) => [key, parent?.key ?? '']));
  const stayed = (key: string): boolean => (before.get(key)?.parent?.key ?? '') === parentNow.get(key);
  const places = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const count = new Map<string, number>();
    return new Map(
      keys.filter(stayed).map((key) => {
        const siblings = `${before.get(key)?.what ?? ''} ${parentNow.get(key) ?? ''}`;
        const place = count.get(siblings) ?? 0;
        count.set(siblings, place + 1);
        return [key, place];
      }),
    );
  };
  const placeBefore = places(older);
  const placeNow = places(newer);
  return new Set([...placeNow].filter(([key, place]) => place < (placeBefore.get(key) ?? place)).map(([key]) => key));
}
