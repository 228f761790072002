/** A case file with a plan in it, to read as the core does. */
import type { EntryId } from '../../../shared/domain/ids.ts';
import { readPlan } from '../../../shared/plan/read-plan.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { consentedFile, day, type TestFile } from '../cases/test-file.ts';

export const today = day('2026-02-03');

/** Ahmad has one name, and agreed to his data. */
export function ahmad(): TestFile {
  const file = consentedFile(today);
  file.answer('person.first_name', 'Ahmad');
  file.answer('person.single_name', true);
  return file;
}

type Answers = Readonly<Record<string, string>>;

export function addGoal(file: TestFile, text: string, answers: Answers = {}): EntryId {
  const goal = file.add('goal');
  file.write('goal.description', text, goal);
  for (const [field, value] of Object.entries(answers)) file.answer(`goal.${field}`, value, goal);
  return goal;
}

export function addSubgoal(file: TestFile, goal: EntryId, text: string, answers: Answers = {}): EntryId {
  const subgoal = file.add('subgoal', goal);
  file.write('subgoal.description', text, subgoal);
  for (const [field, value] of Object.entries(answers)) file.answer(`subgoal.${field}`, value, subgoal);
  return subgoal;
}

export function addStep(file: TestFile, parent: EntryId, answers: Answers): EntryId {
  const step = file.add('action_step', parent);
  for (const [field, value] of Object.entries(answers)) file.answer(`action_step.${field}`, value, step);
  return step;
}

export const planOf = (file: TestFile): Plan => readPlan(file.answers);
