/** Made-up facts for properties and simulations. */
import fc from 'fast-check';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import type { CaseYearFact, FactReader } from '../../../shared/monitoring/types.ts';

export function codesOf(dimension: string): readonly string[] {
  return defaultPlan.dimensions.find(({ id }) => id === dimension)?.codes.map(({ code }) => code) ?? [];
}

const key = fc.integer({ min: 0, max: 99_999_999 });
export const anyFact: fc.Arbitrary<CaseYearFact> = fc.record({
  codes: fc.record(Object.fromEntries(defaultPlan.dimensions.map(({ id }) => [id, fc.constantFrom(...codesOf(id))]))),
  keyNamed: key,
  keySums: key,
});
export const anyFacts = fc.array(anyFact, { maxLength: 150 });

export function readerOf(facts: Iterable<CaseYearFact>): FactReader {
  return { caseYears: (year) => (year === 2026 ? facts : []), tallies: () => [] };
}
