/** The plan of a made-up case: goals in her own words, sub-goals, steps with who and until when. */
import { addDays, type IsoDay } from '../../shared/domain/day.ts';
import { contributions, goalWords, type GoalWords, type StepWords } from './goal-words.ts';
import { knowsLittleGerman, type MadeUpPerson } from './person.ts';
import type { Random } from './random.ts';
import type { Timeline } from './timeline.ts';
import type { TrainingSheet } from './training-case.ts';

/** How long a step or goal may stay open after its day before somebody decides about it, in days. */
const patience = 40;

/** An agreed plan with two to four goals in different areas. */
export function sayPlan(sheet: TrainingSheet, random: Random, person: MadeUpPerson, timeline: Timeline, agreed: IsoDay): void {
  const { ended, until, firstInterview } = timeline;
  const made = random.day(later(firstInterview, addDays(agreed, -10)), agreed);
  const spoken = random.chance(0.1);
  sheet.say('integration_plan.status', planStatus(random, ended));
  sheet.say('integration_plan.created_on', made);
  sheet.say('integration_plan.signature_state', spoken ? 'not_signed' : 'signed');
  sheet.say('integration_plan.signed_on', agreed);
  sheet.say('integration_plan.staff_signed_on', agreed);
  sheet.say('integration_plan.handover', random.among({ handed_over: 8, not_yet: 1, declined: 1 }));
  sheet.say('integration_plan.jmd_contribution', random.pick(contributions));
  const last = ended ?? until;
  if (last > addDays(agreed, 60)) sheet.say('integration_plan.reviewed_on', random.day(addDays(agreed, 45), last));
  if (ended === null) sheet.say('integration_plan.next_review', addDays(until, random.int(-10, 60)));
  for (const words of chosenGoals(random, person, Number(random.among({ 2: 4, 3: 4, 4: 2 }))))
    sayGoal(sheet, random, words, agreed, timeline);
}

/** The first goal of a plan that is not agreed yet: the case is still Beratung. */
export function sayDraft(sheet: TrainingSheet, random: Random, person: MadeUpPerson, timeline: Timeline): void {
  const made = random.day(timeline.firstInterview, timeline.until);
  sheet.say('integration_plan.status', 'draft');
  sheet.say('integration_plan.created_on', made);
  for (const words of chosenGoals(random, person, 1)) sayGoal(sheet, random, words, made, timeline);
}

function planStatus(random: Random, ended: IsoDay | null): string {
  return ended === null ? random.among({ agreed: 3, under_review: 1 }) : random.among({ completed: 4, discontinued: 1 });
}

/** Different areas, in the order of the areas; those born here know German. */
function chosenGoals(random: Random, person: MadeUpPerson, count: number): readonly GoalWords[] {
  const fitting = goalWords.filter(({ area, german }) => {
    if (area === 'language' && person.german === 'native') return false;
    return german === undefined || german === (knowsLittleGerman(person) ? 'little' : 'some');
  });
  const areas = random.some([...new Set(fitting.map(({ area }) => area))], count);
  return areas.map((area) => random.pick(fitting.filter((words) => words.area === area)));
}

function sayGoal(sheet: TrainingSheet, random: Random, words: GoalWords, from: IsoDay, timeline: Timeline): void {
  const { ended, until } = timeline;
  const goal = sheet.addEntry('goal');
  sheet.say('goal.area', words.area, goal);
  sheet.say('goal.description', words.text, goal);
  sheet.say('goal.priority', random.among({ high: 5, medium: 4, low: 1 }), goal);
  const target = addDays(from, random.int(120, 400));
  sheet.say('goal.target_date', target, goal);
  const decided = addDays(target, patience) < until;
  const attainment = ended !== null ? atTheEnd(random) : decided ? random.among({ reached: 6, not_reached: 2, no_longer_relevant: 2 }) : random.among({ open: 5, partly_reached: 3, reached: 2 });
  sheet.say('goal.attainment', attainment, goal);
  if (attainment === 'reached') sheet.say('goal.attained_on', random.day(from, ended ?? until), goal);

  for (const part of words.subgoals) {
    const subgoal = sheet.addEntry('subgoal', goal);
    sheet.say('subgoal.description', part.text, subgoal);
    sheet.say('subgoal.responsible', 'young_person', subgoal);
    sheet.say('subgoal.from', from, subgoal);
    sheet.say('subgoal.until', addDays(from, random.int(60, 200)), subgoal);
    sheet.say('subgoal.attainment', attainment === 'reached' ? 'reached' : ended === null ? 'open' : 'partly_reached', subgoal);
    for (const step of part.steps) sayStep(sheet, random, step, subgoal, from, timeline);
  }
  for (const step of words.steps) sayStep(sheet, random, step, goal, from, timeline);
}

function atTheEnd(random: Random): string {
  return random.among({ reached: 50, partly_reached: 25, not_reached: 17, no_longer_relevant: 8 });
}

/** Steps run over the months after the plan; of those that are due most are done, and none stays forgotten for long. */
function sayStep(
  sheet: TrainingSheet,
  random: Random,
  words: StepWords,
  parent: string,
  from: IsoDay,
  { ended, until }: Timeline,
): void {
  const step = sheet.addEntry('action_step', parent);
  const due = addDays(from, random.int(7, 240));
  const over = due < (ended ?? until);
  sheet.say('action_step.task', words.task, step);
  sheet.say('action_step.responsible', words.by, step);
  sheet.say('action_step.institution', words.institution, step);
  sheet.say('action_step.start_date', from, step);
  sheet.say('action_step.due_date', due, step);
  const status = over
    ? random.among({ done: 17, cancelled: 2, open: addDays(due, patience) < until ? 0 : 3 })
    : ended === null
      ? random.among({ open: 6, in_progress: 4 })
      : 'cancelled';
  sheet.say('action_step.status', status, step);
}

function later(a: IsoDay, b: IsoDay): IsoDay {
  return a > b ? a : b;
}
