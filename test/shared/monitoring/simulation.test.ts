/** 480 offices, made-up facts, fixed seed: what the noise does to federal figures. */
import { describe, expect, it } from 'vitest';
import { sumTables } from './sum-tables.ts';
import { buildTables } from '../../../shared/monitoring/build-tables.ts';
import { defaultPlan } from '../../../shared/monitoring/plan.ts';
import { checkTables } from '../../../shared/monitoring/plausible.ts';
import { d5v3js2modified as ptable } from '../../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { CaseYearFact, MonitoringPlan } from '../../../shared/monitoring/types.ts';
import { codesOf, readerOf } from './random-facts.ts';

const offices = 480;
const year2026 = { year: 2026, half: null } as const;
const exactPlan: MonitoringPlan = {
  ...defaultPlan,
  tables: defaultPlan.tables.map((table) => ({ ...table, protection: 'exact' })),
};

/** Park–Miller; its only use is that everybody gets the same offices. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function officeFacts(random: () => number): CaseYearFact[] {
  const pick = (dimension: string) => {
    const codes = codesOf(dimension);
    // Squaring makes the first codes frequent and the last ones rare, as in real tables.
    return codes[Math.floor(random() ** 2 * codes.length)] ?? '';
  };
  return Array.from({ length: 20 + Math.floor(random() * 200) }, () => {
    const form = pick('support_form');
    const flow =
      form === 'case_management' ? (['running', 'new', 'ended', 'new_and_ended'][Math.floor(random() * 4)] ?? '') : 'none';
    const codes = {
      support_form: form,
      gender: pick('gender'),
      age_group: pick('age_group'),
      time_since_entry: pick('time_since_entry'),
      cm_flow: flow,
      destination: flow.includes('ended') ? pick('destination') : 'not_ended',
    };
    return { codes, keyNamed: Math.floor(random() * 1e8), keySums: Math.floor(random() * 1e8) };
  });
}

describe('480 offices', () => {
  const random = seeded(20_260);
  const facts = Array.from({ length: offices }, () => officeFacts(random));
  const published = facts.map((rows) => buildTables(readerOf(rows), defaultPlan, ptable, year2026));
  const truth = facts.map((rows) => buildTables(readerOf(rows), exactPlan, ptable, year2026));

  it('each send tables the server finds plausible', () => {
    expect(published.map((tables) => checkTables(defaultPlan, tables, ptable)).filter((problem) => problem !== null)).toEqual([]);
  });

  it('add up without bias: every federal cell within 5 standard errors of the true one', () => {
    const federal = sumTables(published);
    const exact = sumTables(truth);
    let cells = 0;
    for (const [t, { id, cells: row }] of federal.entries()) {
      for (const [c, { codes, value }] of row.entries()) {
        const trueValue = exact[t]?.cells[c]?.value ?? -1;
        // Variance 3 for every office where anybody is in the cell; nobody is nobody everywhere.
        const noisy = id === 'A1' ? 0 : truth.filter((tables) => (tables[t]?.cells[c]?.value ?? 0) > 0).length;
        expect(Math.abs(value - trueValue), `${id} ${codes.join('×')}`).toBeLessThanOrEqual(5 * Math.sqrt(noisy * 3));
        cells += 1;
      }
    }
    expect(cells).toBe(federal.reduce((sum, table) => sum + table.cells.length, 0));
  });

  it('have on average no noise at all', () => {
    let [sum, count] = [0, 0];
    for (const [o, tables] of published.entries()) {
      for (const [t, { id, cells }] of tables.entries()) {
        for (const [c, { value }] of cells.entries()) {
          const trueValue = truth[o]?.[t]?.cells[c]?.value ?? 0;
          if (id === 'A1' || trueValue === 0) continue;
          sum += value - trueValue;
          count += 1;
        }
      }
    }
    expect(Math.abs(sum)).toBeLessThanOrEqual(5 * Math.sqrt(count * 3));
  });
});
