/**
 * The agreement she takes home, as data for the template.
 *
 * [Note: what is not on it] Only the plan and the name go in. Residence, birth date, citizenship, address, file number, health, debts,
 * ratings, other young people and partners' file numbers have no place in this type (corrections.md, "Papers"). A goal is reached or
 * still on its way, never "nicht erreicht"; what is no longer wanted is left off.
 */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { CaseAnswers } from './answers.ts';
import { asDay } from './as-day.ts';
import { dayOf, firstName, spokenName } from './case-status.ts';

export interface PlanStep {
  readonly task: string;
  /** Who does it, as it is printed: "Amira", "JMD", "Schule". */
  readonly who: string;
  readonly until: IsoDay | null;
  readonly done: boolean;
}

export interface PlanSubgoal {
  readonly text: string;
  readonly done: boolean;
  readonly steps: readonly PlanStep[];
}

export interface PlanGoal {
  readonly text: string;
  readonly until: IsoDay | null;
  readonly reached: boolean;
  readonly subgoals: readonly PlanSubgoal[];
  readonly steps: readonly PlanStep[];
}

/** The agreement on paper, see [Note: what is not on it]. */
export interface PlanPaper {
  readonly template: 'plan';
  readonly language: 'de';
  readonly officeName: string;
  readonly training: boolean;
  readonly personName: string;
  readonly caseworkerName: string;
  /** False: a draft. It says so, and the signatures would make it an agreement. */
  readonly agreed: boolean;
  readonly version: number;
  /** Date of the version; also the PDF's timestamp, so that the same plan is the same bytes. */
  readonly day: IsoDay;
  /** In the order of the four areas, empty areas left out. */
  readonly areas: readonly { readonly label: string; readonly goals: readonly PlanGoal[] }[];
  /** What the JMD does; '' when not written yet. */
  readonly jmdContribution: string;
  readonly nextReview: IsoDay | null;
}

export interface PaperFrame {
  readonly officeName: string;
  readonly training: boolean;
  readonly caseworkerName: string;
  readonly version: number;
  readonly day: IsoDay;
}

/** Headings a young person understands, in the order of the four areas. */
const areaHeadings: readonly (readonly [code: string, label: string])[] = [
  ['language', 'Deutsch lernen'],
  ['social', 'Alltag und Menschen um mich'],
  ['school', 'Schule'],
  ['vocational', 'Ausbildung und Arbeit'],
];
const otherGoals = 'Weitere Ziele';

/** Both said yes to these; a draft or a declined plan must not look like a promise. */
const agreedStatus: readonly string[] = ['agreed', 'under_review', 'completed', 'discontinued'];

/** `areas` is empty when there is nothing to print yet. */
export function planPaper(catalogue: LoadedCatalogue, answers: CaseAnswers, frame: PaperFrame): PlanPaper {
  const goals = answers.entries('goal', null).flatMap((id) => {
    const goal = readGoal(catalogue, answers, id);
    return goal === null ? [] : [{ area: word(answers, 'goal.area', id), goal }];
  });
  const known = areaHeadings.map(([code]) => code);
  const areas = [
    ...areaHeadings.map(([code, label]) => ({ label, goals: goals.filter(({ area }) => area === code) })),
    { label: otherGoals, goals: goals.filter(({ area }) => !known.includes(area)) },
  ];
  return {
    template: 'plan',
    language: 'de',
    ...frame,
    personName: spokenName(answers),
    agreed: agreedStatus.includes(word(answers, 'integration_plan.status', null)),
    areas: areas
      .filter((area) => area.goals.length > 0)
      .map((area) => ({ label: area.label, goals: area.goals.map(({ goal }) => goal) })),
    jmdContribution: answers.text('integration_plan.jmd_contribution').trim(),
    nextReview: dayOf(answers, 'integration_plan.next_review'),
  };
}

function readGoal(catalogue: LoadedCatalogue, answers: CaseAnswers, id: EntryId): PlanGoal | null {
  const state = word(answers, 'goal.attainment', id);
  if (state === 'no_longer_relevant') return null;
  const subgoals = answers.entries('subgoal', id).flatMap((sub) => readSubgoal(catalogue, answers, sub) ?? []);
  const named = subgoals.filter((sub) => sub.text !== '');
  // Steps of a sub-goal nobody worded stand below the goal itself.
  const steps = [...stepsOf(catalogue, answers, id), ...subgoals.filter((sub) => sub.text === '').flatMap((sub) => sub.steps)];
  const text = answers.text('goal.description', id).trim();
  if (text === '' && named.length === 0 && steps.length === 0) return null;
  return {
    text: text || 'Mein Ziel',
    until: dayIn(answers, 'goal.target_date', id),
    reached: state === 'reached',
    subgoals: named,
    steps,
  };
}

function readSubgoal(catalogue: LoadedCatalogue, answers: CaseAnswers, id: EntryId): PlanSubgoal | null {
  const state = word(answers, 'subgoal.attainment', id);
  if (state === 'no_longer_relevant') return null;
  return {
    text: answers.text('subgoal.description', id).trim(),
    done: state === 'reached',
    steps: stepsOf(catalogue, answers, id),
  };
}

function stepsOf(catalogue: LoadedCatalogue, answers: CaseAnswers, parent: EntryId): readonly PlanStep[] {
  return answers.entries('action_step', parent).flatMap((id) => {
    const task = word(answers, 'action_step.task', id);
    const status = word(answers, 'action_step.status', id);
    if (task === '' || status === 'cancelled') return [];
    const until = dayIn(answers, 'action_step.due_date', id);
    return [{ task, who: whoDoes(catalogue, answers, id), until, done: status === 'done' }];
  });
}

/** A word she understands; a name only where the counsellor wrote one for the paper. */
function whoDoes(catalogue: LoadedCatalogue, answers: CaseAnswers, step: EntryId): string {
  const name = word(answers, 'action_step.responsible_name', step);
  switch (word(answers, 'action_step.responsible', step)) {
    case 'young_person':
      return firstName(answers) || 'ich';
    case 'jmd_staff':
      return 'JMD';
    case 'family':
      return name || 'Familie';
    case 'institution':
      return name || institution(catalogue, word(answers, 'action_step.institution', step));
    case 'volunteer':
      return name || 'vertraute Person';
    case 'other':
      return name;
    default:
      return '';
  }
}

function institution(catalogue: LoadedCatalogue, code: string): string {
  return code === '' ? 'Institution' : catalogue.codeLabel('institution_type', code);
}

function word(answers: CaseAnswers, field: string, entry: EntryId | null): string {
  const value = answers.value(field, entry);
  return typeof value === 'string' ? value : '';
}

function dayIn(answers: CaseAnswers, field: string, entry: EntryId): IsoDay | null {
  return asDay(answers.value(field, entry));
}
