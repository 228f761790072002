import { describe, expect, it } from 'vitest';
import { makeTrainingCase } from '../../../office/training/make-training-case.ts';
import { createRandom, defaultTrainingSeed } from '../../../office/training/random.ts';
import { origins } from '../../../office/training/origins.ts';
import type { TrainingCase } from '../../../office/training/training-case.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { checkAnswer } from '../../../shared/catalogue/check-answer.ts';
import { evaluateCondition } from '../../../shared/catalogue/condition.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { deriveFacts } from '../../../shared/monitoring/facts.ts';
import type { CaseYearFact } from '../../../shared/monitoring/types.ts';
import { liveEntries } from '../../../shared/cases/live-entries.ts';
import { remarksOf } from '../../../shared/cases/remarks.ts';
import { asAnswers } from './as-answers.ts';

const today = IsoDay.parse('2026-11-20');
const year = 2026;

function people(count: number, seed = defaultTrainingSeed, when = { year, today }): readonly TrainingCase[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, index) => makeTrainingCase(random, index, when));
}

const many = people(5000);
const read = many.map(asAnswers);
const keys = { '2024': { named: 1, sums: 1 }, '2025': { named: 1, sums: 1 }, '2026': { named: 1, sums: 1 } };
const facts = read.map((answers) => deriveFacts(answers, keys, today).facts[String(year)]);

/** Share in percent, and 4 standard errors of a share of `count`. */
const percent = (part: number, count: number) => (100 * part) / count;
const band = (share: number, count: number) => 4 * Math.sqrt((share * (100 - share)) / count);

function share(
  of: (fact: CaseYearFact) => boolean,
  among: (fact: CaseYearFact) => boolean = () => true,
): { got: number; count: number } {
  const counted = facts.filter((fact) => fact !== undefined && among(fact)) as CaseYearFact[];
  return { got: percent(counted.filter(of).length, counted.length), count: counted.length };
}

describe('made-up cases', () => {
  it('are all counted in their year', () => {
    expect(facts.filter((fact) => fact === undefined)).toEqual([]);
  });

  it('are the same for the same seed and others for another', () => {
    expect(people(20)).toEqual(people(20));
    expect(people(20)).not.toEqual(people(20, 7));
  });

  const known = (dimension: string) => (fact: CaseYearFact) => fact.codes[dimension] !== 'unknown';
  it.each<[string, number, number, (fact: CaseYearFact) => boolean, ((fact: CaseYearFact) => boolean)?]>([
    ['43.3 % in Case Management (2019)', 43.3, 0, (fact) => fact.codes['support_form'] === 'case_management'],
    [
      '54 % within two years after entry (2019)',
      54,
      1,
      (fact) => fact.codes['time_since_entry'] === 'under_2',
      known('time_since_entry'),
    ],
    [
      '10 % born in Germany (almost 90 % immigrated themselves)',
      10,
      1,
      (fact) => fact.codes['time_since_entry'] === 'born_here',
      known('time_since_entry'),
    ],
    ['1.9 % of 12 to 14 years (Lübeck 2023)', 1.9, 0.3, (fact) => fact.codes['age_group'] === '12_14', known('age_group')],
    ['12.4 % of 15 to 18 years', 12.4, 0.5, (fact) => fact.codes['age_group'] === '15_18', known('age_group')],
    ['84.7 % of 19 to 26 years', 84.7, 1, (fact) => fact.codes['age_group'] === '19_26', known('age_group')],
    ['more men than women', 57.5, 0.5, (fact) => fact.codes['gender'] === 'm', known('gender')],
    [
      '28 % of CM ended in the year',
      28,
      0,
      (fact) => (fact.codes['cm_flow'] ?? '').includes('ended'),
      (fact) => fact.codes['support_form'] === 'case_management',
    ],
  ])('have %s', (_, expected, slack, of, among) => {
    const { got, count } = share(of, among);
    expect(Math.abs(got - expected)).toBeLessThan(band(expected, count) + slack);
  });

  it('come from the countries of the published list in that order of size', () => {
    const own = read.filter((answers) => answers.value('case.migration_background') === 'own_migration');
    const born = own.map((answers) => answers.value('person.country_of_birth')).filter((code) => typeof code === 'string');
    const weights = origins.reduce((sum, { weight }) => sum + weight, 0);
    let chiSquare = 0;
    for (const { country, weight } of origins) {
      const expected = (born.length * weight) / weights;
      chiSquare += (born.filter((code) => code === country).length - expected) ** 2 / expected;
    }
    // 15 degrees of freedom: 37.7 is passed by chance once in a thousand.
    expect(chiSquare).toBeLessThan(37.7);
    expect(born).toContain('166');
  });

  it('are German citizens in nearly 5 of 100 cases', () => {
    const answered = read.map((answers) => answers.value('person.citizenship_1')).filter((value) => typeof value === 'string');
    expect(percent(answered.filter((code) => code === '000').length, answered.length)).toBeGreaterThan(3.5);
    expect(percent(answered.filter((code) => code === '000').length, answered.length)).toBeLessThan(8);
  });

  it('leave some Pflichtfelder open and some "unbekannt", never many', () => {
    const level = read.filter((answers) => answers.value('case.support_form') === 'case_management');
    const open = level.filter((answers) => answers.value('case.initial_concern') === null).length;
    expect(percent(open, level.length)).toBeGreaterThan(1.5);
    expect(percent(open, level.length)).toBeLessThan(5);
    expect(many.some(({ answers }) => answers.some(({ value }) => JSON.stringify(value) === '{"special":"unknown"}'))).toBe(true);
  });
});

describe('every answer of a made-up case', () => {
  it('is one the catalogue takes, stored as it was given', () => {
    const refused = many.flatMap(({ answers }) =>
      answers.flatMap(({ field: id, value, record }) => {
        const field = currentCatalogue.field(id);
        if (field?.type === 'reference') return [];
        const checked = field && checkAnswer(currentCatalogue, field, value, today);
        const same = checked?.ok === true && JSON.stringify(checked.value) === JSON.stringify(value) && field?.record === record;
        return same ? [] : [`${id}: ${JSON.stringify(value)}`];
      }),
    );
    expect(refused.slice(0, 5)).toEqual([]);
  });

  it('names, where it names another entry, one of this case and of a kind it may name', () => {
    const named = many.flatMap(({ answers, entries }) =>
      answers
        .map(({ field, value }) => ({ field: currentCatalogue.field(field), value }))
        .filter(({ field }) => field?.type === 'reference')
        .map(({ field, value }) => field?.refersTo?.includes(entries.find(({ key }) => key === value)?.group ?? '')),
    );
    expect(named.length).toBeGreaterThan(500);
    expect(named.every((fits) => fits === true)).toBe(true);
  });

  it('stands in a field that is on the form', () => {
    const hidden = read.flatMap((answers, at) =>
      (many[at]?.answers ?? []).flatMap(({ field: id, entry }) => {
        const field = currentCatalogue.field(id);
        if (entry !== null || field?.shownWhen === undefined) return [];
        const inEntry = (other: string) => currentCatalogue.field(other)?.group !== undefined;
        return evaluateCondition(field.shownWhen, { answers, entry: null, inEntry, today }) === 'holds' ? [] : [id];
      }),
    );
    // The answer the condition asks for may itself be one of the open Pflichtfelder.
    expect(percent(hidden.length, many.length)).toBeLessThan(10);
  });

  it('stands in an entry of its own group, under a parent that may hold it', () => {
    const astray = many.flatMap(({ answers, texts, entries }) => {
      const group = new Map(entries.map((entry) => [entry.key, entry.group]));
      const fields = [...answers, ...texts]
        .filter(({ field, entry }) => currentCatalogue.field(field)?.group !== (entry === null ? undefined : group.get(entry)))
        .map(({ field }) => field);
      const children = entries.filter(({ group: own, parent }) => {
        const parents = currentCatalogue.group(own)?.parents;
        return parent === null ? parents !== undefined : parents?.includes(group.get(parent) ?? '') !== true;
      });
      return [...fields, ...children];
    });
    expect(astray.slice(0, 5)).toEqual([]);
  });

  it('breaks no plausibility rule', () => {
    const broken = read.flatMap((answers) => remarksOf(currentCatalogue, answers, liveEntries(currentCatalogue, answers)));
    expect(broken).toEqual([]);
  });

  it('is nothing personal where there is no consent', () => {
    const without = many.filter((_, at) => read[at]?.value('consent.data_processing_status') !== 'granted');
    expect(without.length).toBeGreaterThan(50);
    for (const { answers, texts, entries } of without) {
      expect([texts, entries]).toEqual([[], []]);
      expect(answers.filter(({ field }) => currentCatalogue.field(field)?.beforeConsent !== true)).toEqual([]);
    }
  });

  it('carries a surname marked as made up', () => {
    const names = many.flatMap(({ answers }) =>
      answers.filter(({ field }) => field === 'person.last_name').map(({ value }) => value),
    );
    const given = names.filter((name) => typeof name === 'string');
    expect(given.length).toBeGreaterThan(4000);
    expect(given.every((name) => name.endsWith(' (Übung)'))).toBe(true);
  });
});

describe('plans of made-up cases', () => {
  it('have two to four goals in different areas, each with steps', () => {
    const odd = read
      .filter((answers) => answers.value('case.support_form') === 'case_management')
      .filter((answers) => {
        const goals = answers.entries('goal');
        const areas = new Set(goals.map((goal) => answers.value('goal.area', goal)));
        const complete = goals.filter((goal) => {
          const steps = [goal, ...answers.entries('subgoal', goal)].flatMap((parent) => answers.entries('action_step', parent));
          return answers.text('goal.description', goal) !== '' && steps.length > 0;
        });
        return goals.length < 2 || goals.length > 4 || areas.size < goals.length || complete.length < goals.length;
      });
    expect(odd).toEqual([]);
  });

  it('ask nobody who was born here to learn German, and no beginner to pass B2', () => {
    const words = (file: (typeof read)[number]) =>
      file
        .entries('goal')
        .map((goal) => file.text('goal.description', goal))
        .join(' ');
    const areas = (file: (typeof read)[number]) => file.entries('goal').map((goal) => file.value('goal.area', goal));
    const bornHere = read.filter((file) => file.value('person.country_of_birth') === '000');
    expect(bornHere.flatMap(areas)).not.toContain('language');
    const beginners = read.filter((file) => file.value('person.german_level_start') === 'pre_a1');
    expect(beginners.map(words).filter((text) => text.includes('B2'))).toEqual([]);
  });
});

describe('on other days', () => {
  it.each(['2026-01-01', '2026-01-02', '2026-02-28', '2026-12-31', '2027-06-01'])(
    '%s: nothing lies in the future, all are counted',
    (text) => {
      const now = IsoDay.parse(text);
      for (const one of people(300, 11, { year, today: now })) {
        expect(deriveFacts(asAnswers(one), keys, now).facts['2026']).toBeDefined();
        const future = one.answers.filter(({ field: id, value }) => {
          const field = currentCatalogue.field(id);
          const planned = field?.due !== undefined || id === 'subgoal.until';
          return field?.type === 'date' && typeof value === 'string' && !planned && value > now;
        });
        expect(future).toEqual([]);
      }
    },
  );

  it('a year that has not begun has no cases', () => {
    expect(() => people(1, 1, { year: 2027, today })).toThrow(RangeError);
  });
});
