/** Picks the plan out of a case file: the only place where answers become something a paper may say (types.ts, [Note: what is not in it]). */
import type { CaseAnswers } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import type { IsoDay } from '../domain/day.ts';
import { translationLanguageField } from '../cases/translation-language.ts';
import type { EntryId } from '../domain/ids.ts';
import { languageCodes } from '../languages/types.ts';
import { institutionOnPaper, leadOnPaper, planKindOnPaper } from './discreet.ts';
import { pictograms } from './pictograms.ts';
import { turnsOf } from './turns.ts';
import { planAreas, type Agreement, type OtherPlan, type OwnWords, type Plan, type PlanGoal, type PlanStep, type PlanSubgoal, type Role, type Who } from './types.ts';

/** `goals` is empty where there is nothing to print yet. */
export function readPlan(answers: CaseAnswers): Plan {
  const read = answers.entries('goal', null).flatMap((id) => readGoal(answers, id) ?? []);
  const turns = turnsOf(read);
  const ranked = read.map(({ chosen: _chosen, ...goal }, at): PlanGoal => ({ ...goal, turn: turns[at] ?? 'later' }));
  const goals = planAreas.flatMap((area) => ranked.filter((goal) => goal.area === area));
  const into = line(answers, translationLanguageField, null);
  const translatedInto = languageCodes.find((code) => code === into);
  return {
    sentence: sentenceOf(answers, goals),
    ...(translatedInto !== undefined && { translatedInto }),
    goals,
    jmdContribution: { text: longText(answers, 'integration_plan.jmd_contribution'), translation: longText(answers, 'integration_plan.jmd_contribution_translation') },
    otherPlans: answers.entries('other_plan', null).flatMap((id) => readOtherPlan(answers, id) ?? []),
    nextReview: asDay(answers.value('integration_plan.next_review')),
    agreement: readAgreement(answers),
  };
}

/** What she wrote, else the first goal she is still on her way to. */
function sentenceOf(answers: CaseAnswers, goals: readonly PlanGoal[]): OwnWords {
  const own = line(answers, 'integration_plan.sentence', null);
  if (own !== '') return { text: own, translation: line(answers, 'integration_plan.sentence_translation', null) };
  return goalAsSentence(goals);
}

/** Where nobody wrote a sentence. */
export function goalAsSentence(goals: readonly PlanGoal[]): OwnWords {
  const ahead = goals.filter(({ state, text }) => state !== 'reached' && text !== '');
  const first = ahead.find(({ turn }) => turn === 'now') ?? ahead[0];
  return { text: first?.text ?? '', translation: first?.translation ?? '' };
}

type ReadGoal = Omit<PlanGoal, 'turn'> & { readonly chosen: PlanGoal['turn'] | null };

function readGoal(answers: CaseAnswers, id: EntryId): ReadGoal | null {
  const state = stateOf(line(answers, 'goal.attainment', id));
  if (state === null) return null;
  const text = longText(answers, 'goal.description', id);
  const subgoals = answers.entries('subgoal', id).flatMap((sub) => readSubgoal(answers, sub) ?? []);
  // Steps of a sub-goal nobody worded stand below the goal itself.
  const steps = [...stepsOf(answers, id), ...subgoals.filter((sub) => sub.text === '').flatMap((sub) => sub.steps)];
  const named = subgoals.filter((sub) => sub.text !== '');
  if (text === '' && named.length === 0 && steps.length === 0) return null;
  const area = line(answers, 'goal.area', id);
  const chosen = line(answers, 'goal.turn', id);
  return {
    id,
    text,
    translation: longText(answers, 'goal.translation', id),
    area: planAreas.find((one) => one === area) ?? 'other',
    until: asDay(answers.value('goal.target_date', id)),
    state,
    chosen: chosen === 'now' || chosen === 'later' ? chosen : null,
    subgoals: named,
    steps,
  };
}

function readSubgoal(answers: CaseAnswers, id: EntryId): PlanSubgoal | null {
  const state = stateOf(line(answers, 'subgoal.attainment', id));
  if (state === null) return null;
  const role = roleOf(line(answers, 'subgoal.responsible', id));
  return {
    id,
    text: longText(answers, 'subgoal.description', id),
    translation: longText(answers, 'subgoal.translation', id),
    from: asDay(answers.value('subgoal.from', id)),
    until: asDay(answers.value('subgoal.until', id)),
    state,
    ...(role !== null && { role }),
    steps: stepsOf(answers, id),
  };
}

/** null: not wanted any more. What was not reached is still ahead. */
function stateOf(attainment: string): PlanGoal['state'] | null {
  if (attainment === 'no_longer_relevant') return null;
  return attainment === 'reached' || attainment === 'partly_reached' ? attainment : 'open';
}

function stepsOf(answers: CaseAnswers, parent: EntryId): readonly PlanStep[] {
  return answers.entries('action_step', parent).flatMap((id) => {
    const text = line(answers, 'action_step.task', id);
    const status = line(answers, 'action_step.status', id);
    if (text === '' || status === 'cancelled') return [];
    const pictogram = line(answers, 'action_step.pictogram', id);
    return {
      id,
      text,
      translation: line(answers, 'action_step.translation', id),
      who: readWho(answers, id),
      from: asDay(answers.value('action_step.start_date', id)),
      until: asDay(answers.value('action_step.due_date', id)),
      state: status === 'done' || status === 'in_progress' ? status : 'open',
      pictogram: pictograms.find(([code]) => code === pictogram)?.[0] ?? null,
    };
  });
}

const roles: readonly Role[] = ['young_person', 'jmd_staff', 'family', 'institution', 'volunteer', 'other'];

const roleOf = (code: string): Role | null => roles.find((one) => one === code) ?? null;

/** The name a counsellor wrote for the paper; of an entry of the file (`action_step.helper`) never. */
function readWho(answers: CaseAnswers, step: EntryId): Who {
  const role = roleOf(line(answers, 'action_step.responsible', step));
  const others = role !== null && role !== 'young_person' && role !== 'jmd_staff';
  return {
    role,
    name: others ? line(answers, 'action_step.responsible_name', step) : '',
    institution: role === 'institution' ? institutionOnPaper(line(answers, 'action_step.institution', step)) : null,
  };
}

function readOtherPlan(answers: CaseAnswers, id: EntryId): OtherPlan | null {
  const kind = line(answers, 'other_plan.kind', id);
  const lead = line(answers, 'other_plan.lead', id);
  if (kind === '' && lead === '') return null;
  return { kind: planKindOnPaper(kind), lead: lead === '' ? null : leadOnPaper(lead) };
}

/** Both said yes to these; a draft or a declined plan must not look like a promise. */
const agreedStatus: readonly string[] = ['agreed', 'under_review', 'completed', 'discontinued'];

function readAgreement(answers: CaseAnswers): Agreement {
  const readTogetherOn = asDay(answers.value('integration_plan.read_together_on'));
  const status = line(answers, 'integration_plan.status', null);
  if (!agreedStatus.includes(status)) return { state: status === 'declined' ? 'declined' : 'draft', on: null, signed: null, readTogetherOn };
  const signature = line(answers, 'integration_plan.signature_state', null);
  const on: IsoDay | null = asDay(answers.value('integration_plan.signed_on'));
  return { state: 'agreed', on, signed: signature === 'signed' ? true : signature === 'not_signed' ? false : null, readTogetherOn };
}

/** One line; '' where nobody said, or said that it is unknown. */
function line(answers: CaseAnswers, field: string, entry: EntryId | null): string {
  const value = answers.value(field, entry);
  return typeof value === 'string' ? value.trim() : '';
}

function longText(answers: CaseAnswers, field: string, entry: EntryId | null = null): string {
  return answers.text(field, entry).trim();
}
