/**
 * Nothing of a file reaches a paper but what belongs to the plan: shown on 500 made-up files of the Übungs-JMD, each also with something in every
 * field of the catalogue. What the same papers say as text is looked at in test/documents.
 */
import { describe, expect, it } from 'vitest';
import { makeTrainingCase } from '../../../office/training/make-training-case.ts';
import { createRandom, defaultTrainingSeed } from '../../../office/training/random.ts';
import type { TrainingCase } from '../../../office/training/training-case.ts';
import type { CaseAnswers } from '../../../shared/cases/answers.ts';
import { asDay } from '../../../shared/cases/as-day.ts';
import { currentCatalogue as catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { addDays, IsoDay } from '../../../shared/domain/day.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { discreetInstitutions } from '../../../shared/plan/discreet.ts';
import { planPapers, type PlanPapers } from '../../../shared/plan/plan-papers.ts';
import { readPlan } from '../../../shared/plan/read-plan.ts';
import { asAnswers } from '../../office/training/as-answers.ts';
import { sampleLetterhead } from '../../support/sample-plan.ts';
import { forbidden, formsOf, groupsOfThePlan, isOwnWord, ofThePlan } from './fields-on-paper.ts';

const today = IsoDay.parse('2026-11-20');
/** A day that stands in no file. */
const printedOn = IsoDay.parse('2031-05-05');
const random = createRandom(defaultTrainingSeed);
const files: readonly TrainingCase[] = Array.from({ length: 500 }, (_, index) => makeTrainingCase(random, index, { year: 2026, today }));

/** Everything that is not of the plan is answered, in every entry there could be, with a value that is nowhere else. */
function filledUp(answers: CaseAnswers): CaseAnswers {
  const entry = EntryId.parse('e'.repeat(32));
  const planted = (field: string): AnswerValue => plantedIn.get(field) ?? null;
  return {
    value: (field, of) => (ofThePlan.has(field) ? answers.value(field, of) : planted(field)),
    statements: (field, of) => (ofThePlan.has(field) ? answers.statements(field, of) : [planted(field)]),
    writtenOn: (field, of) => answers.writtenOn(field, of),
    text: (field, of) => (ofThePlan.has(field) ? answers.text(field, of) : wordsOf(planted(field))),
    entries: (group, parent) => (groupsOfThePlan.has(group) ? answers.entries(group, parent) : [entry]),
  };
}

const wordsOf = (value: AnswerValue): string => (typeof value === 'string' ? value : '');

const plantedIn = new Map(catalogue.fields.map((field, at): [string, AnswerValue] => [field.id, plant(field, at)]));

function plant(field: Field, at: number): AnswerValue {
  const codes = catalogue.codes(field.codeList ?? '').map(({ code }) => code);
  switch (field.type) {
    case 'text':
    case 'longtext':
    case 'automatic':
    case 'staff':
    case 'reference':
      return `Kanarie-${String(at)}-`;
    case 'date':
      return addDays(IsoDay.parse('1950-01-01'), at);
    case 'year_month':
      return '1949-07';
    case 'integer':
    case 'decimal':
      return 7_000_000 + at;
    case 'boolean':
      return true;
    case 'choice':
      return codes.at(-1) ?? null;
    case 'multichoice':
      return codes;
  }
}

function papersOf(answers: CaseAnswers): PlanPapers {
  return planPapers({
    answers,
    plan: readPlan(answers),
    achievedOn: (entry) => asDay(answers.value('goal.attained_on', entry)),
    frame: { language: 'de', officeName: 'JMD Nordheide', letterhead: sampleLetterhead, training: true, day: printedOn },
    version: 1,
    caseworkerName: 'Petra Amsel',
    phone: '05555 123-456',
    today,
  });
}

/** All a paper holds, as it holds it; ids are not printed. */
const saidOn = (paper: object): readonly string[] => {
  const all: string[] = [];
  JSON.stringify(paper, (key, value: unknown) => {
    if (key !== 'id' && typeof value === 'string') all.push(value);
    return key === 'id' ? undefined : value;
  });
  return all;
};

const answersOf = files.map(asAnswers);
const papers = answersOf.map(papersOf);

describe('of 500 files', () => {
  it('there are plans enough to look at', () => {
    expect(papers.filter(({ wall }) => wall.steps.length > 0).length).toBeGreaterThan(40);
    expect(papers.filter(({ agreement }) => agreement.plan.goals.length > 0).length).toBeGreaterThan(150);
  });

  it('the papers are the same whatever else stands in the file', () => {
    expect(answersOf.map((answers) => papersOf(filledUp(answers)))).toEqual(papers);
  });

  it('no paper says what was planted in a field that is not of the plan', () => {
    for (const { agreement, wall } of answersOf.map((answers) => papersOf(filledUp(answers)))) {
      const said = [...saidOn(agreement), ...saidOn(wall)].join('\n');
      expect(said).not.toMatch(/Kanarie|19(49|5\d)|\b70000\d\d\b/);
    }
  });

  it.each(forbidden)('no paper says anything of %s', (_what, fields) => {
    const named = catalogue.fields.filter(({ id }) => fields.test(id));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ id }) => ofThePlan.has(id))).toEqual([]);
    const leaks = files.flatMap((file, at) => {
      const written = [...file.answers, ...file.texts.map(({ field, text }) => ({ field, value: text }))];
      const said = papers[at] === undefined ? [] : [...saidOn(papers[at].agreement), ...saidOn(papers[at].wall)];
      // A talk may have been on the day a step is due, "school" is an area and an institution: what the plan says anyhow is no leak, see the test of sameness.
      const own = new Set(written.filter(({ field }) => ofThePlan.has(field)).flatMap(({ value }) => formsOf(value)));
      return written
        .filter(({ field }) => fields.test(field))
        .flatMap(({ value }) => formsOf(value))
        .filter((value) => !own.has(value) && said.some((one) => one === value || (isOwnWord(value) && one.includes(value))));
    });
    expect(leaks).toEqual([]);
  });

  it('the wall sheet has no surname and no name or institution of others', () => {
    for (const [at, answers] of answersOf.entries()) {
      const wall = papers[at]?.wall;
      const surname = answers.value('person.last_name');
      if (wall === undefined) throw new Error('no sheet');
      if (typeof surname === 'string') expect(saidOn(wall).some((one) => one.includes(surname))).toBe(false);
      expect(wall.steps.every(({ who }) => who.name === '' && who.institution === null)).toBe(true);
    }
  });

  it('an office whose name would tell too much is named nowhere, though the files have steps for it', () => {
    expect(files.some(({ answers }) => answers.some(({ field, value }) => field === 'action_step.institution' && typeof value === 'string' && discreetInstitutions.has(value)))).toBe(true);
    for (const { agreement, wall } of papers) for (const one of [...saidOn(agreement), ...saidOn(wall)]) expect([one, discreetInstitutions.has(one)]).toEqual([one, false]);
  });
});
