import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { buildTables, shapeOf } from '../../../shared/monitoring/build-tables.ts';
import { cellKey, lookUp } from '../../../shared/monitoring/cell-key.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import { checkTables } from '../../../shared/monitoring/plausible.ts';
import { d5v3js2modified as ptable } from '../../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { CaseYearFact, Table } from '../../../shared/monitoring/types.ts';
import { anyFacts, readerOf } from './random-facts.ts';

const year2026 = { year: 2026, half: null } as const;
const build = (facts: Iterable<CaseYearFact>) => buildTables(readerOf(facts), defaultPlan, ptable, year2026);

/** Whom a cell of a table counts, said the slow way. */
function members(table: (typeof defaultPlan.tables)[number], codes: readonly string[], facts: readonly CaseYearFact[]) {
  return facts.filter(
    (fact) =>
      (table.population === null || table.population.in.includes(fact.codes[table.population.dimension] ?? '')) &&
      table.dimensions.every((id, d) => codes[d] === 'Total' || codes[d] === fact.codes[id]),
  );
}

describe('tables of the default plan', () => {
  it('are the same bytes for the same facts in any order', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length }))),
        ([facts, shuffled]) => {
          expect(canonicalJson(build(shuffled))).toBe(canonicalJson(build(facts)));
        },
      ),
    );
  });

  it('hold in each cell the count of its members, exact or with the noise of their keys', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const [at, table] of build(facts).entries()) {
          const plan = defaultPlan.tables[at];
          if (plan === undefined) throw new Error('more tables than planned');
          for (const { codes, value } of table.cells) {
            const counted = members(plan, codes, facts);
            const noise = lookUp(ptable, counted.length, cellKey(counted.map(({ keyNamed }) => keyNamed)));
            expect([table.id, codes, value]).toEqual([
              table.id,
              codes,
              counted.length + (plan.protection === 'exact' ? 0 : noise),
            ]);
            if (plan.protection === 'cell_key') expect([1, 2]).not.toContain(value);
            if (counted.length === 0) expect(value).toBe(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('have every cell in the order of the plan, also when nobody was counted', () => {
    const tables = build([]);
    expect(tables.map(({ id }) => id)).toEqual(['A1', 'A2xA3', 'A7', 'B1', 'B6']);
    for (const [at, { cells }] of tables.entries()) {
      const table = defaultPlan.tables[at];
      expect(cells.map(({ codes }) => codes)).toEqual(table && shapeOf(defaultPlan, table));
      expect(cells.every(({ value }) => value === 0)).toBe(true);
    }
    expect(tables[0]?.cells.map(({ codes }) => codes[0])).toEqual(['Total', 'counselling', 'case_management']);
    expect(tables[1]?.cells).toHaveLength(6 * 6);
  });

  it('say values and codes and nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const table of build(facts)) {
          expect(Object.keys(table)).toEqual(['id', 'cells']);
          for (const cell of table.cells) expect(Object.keys(cell)).toEqual(['codes', 'value']);
        }
      }),
      { numRuns: 10 },
    );
  });

  it('read the facts once', () => {
    let passes = 0;
    buildTables({ caseYears: () => ((passes += 1), []), tallies: () => [] }, defaultPlan, ptable, year2026);
    expect(passes).toBe(1);
  });

  it('refuse a code the plan does not know rather than lose a person', () => {
    const fact = { codes: { support_form: 'something' }, keyNamed: 1, keySums: 1 };
    expect(() => build([fact])).toThrow(RangeError);
  });

  it('are found plausible by the server, office by office', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(checkTables(defaultPlan, consistent(facts), ptable)).toBeNull();
      }),
    );
  });
});

/** Facts as a file would give them: CM and its course agree. */
function consistent(facts: readonly CaseYearFact[]): readonly Table[] {
  return build(
    facts.map((fact) =>
      fact.codes['support_form'] === 'counselling'
        ? { ...fact, codes: { ...fact.codes, cm_flow: 'none', destination: 'not_ended' } }
        : fact,
    ),
  );
}
