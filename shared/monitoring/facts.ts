/** From a case file to its coded rows. */
import type { CaseAnswers } from '../cases/answers.ts';
import type { IsoDay } from '../domain/day.ts';
import type { RecordState } from '../history/state.ts';
import { countedYears } from './counted.ts';
import { dimensions } from './dimensions/all.ts';
import type { CaseYearFact } from './types.ts';

export interface DerivedFacts {
  /** By reporting year. A year that is not here does not count; its row goes. */
  readonly facts: Readonly<Record<string, CaseYearFact>>;
  /** Years that count but have no count keys yet: draw both with `randomBelow(100_000_000)`, append `setCountKeys`, derive again. */
  readonly missingKeys: readonly number[];
}

/** Every counted year of the file as one coded row: no id, no text, no date. `frozen`: years of which nothing is counted any more. */
export function deriveFacts(answers: CaseAnswers, countKeysByYear: RecordState['countKeys'], today: IsoDay, frozen: ReadonlySet<number> = new Set()): DerivedFacts {
  const facts: Record<string, CaseYearFact> = {};
  const missingKeys: number[] = [];
  for (const year of countedYears(answers, today)) {
    if (frozen.has(year)) continue;
    const keys = countKeysByYear[String(year)];
    if (keys === undefined) {
      missingKeys.push(year);
      continue;
    }
    const codes = Object.fromEntries(dimensions.map((dimension) => [dimension.id, dimension.code(answers, { year, today })]));
    facts[String(year)] = { codes, keyNamed: keys.named, keySums: keys.sums };
  }
  return { facts, missingKeys };
}
