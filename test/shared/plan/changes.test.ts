import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planChanges } from '../../../shared/plan/changes.ts';
import { partsOf } from '../../../shared/plan/parts.ts';
import type { Plan, PlanChange } from '../../../shared/plan/types.ts';
import { addGoal, addStep, addSubgoal, ahmad, planOf } from './a-plan.ts';
import { anyPlan, everyEdit } from './any-plan.ts';

/** Words for not having made it: nothing of a plan says them. */
const failure = /nicht (erreicht|geschafft|gemacht)|gescheitert|versäumt|verpasst|abgebrochen|leider|Misserfolg|schlecht|überfällig|zu spät|fehlt|wieder nicht/iu;

const said = (change: PlanChange): string => [change.text, ...change.details].join(' · ');

/** The id of the innermost goal, sub-goal or step on the way; undefined beside the goals. */
function idOn(path: string, plan: Plan): string | undefined {
  let at: unknown = plan;
  let id: string | undefined;
  for (const key of path.split('.')) {
    at = (at as Record<string, unknown> | undefined)?.[key];
    id = (at as { id?: string } | null | undefined)?.id ?? id;
  }
  return id;
}

/** What a change of this place may be called: its words before and now, or what it is where it has none. */
function namesFor(path: string, plans: readonly Plan[]): readonly string[] {
  const [top] = path.split('.');
  if (top === 'sentence') return [...plans.map(({ sentence }) => sentence.text), 'Satz für das Wandblatt'];
  if (top === 'jmdContribution') return [...plans.map((plan) => plan.jmdContribution.text), 'Das macht der JMD'];
  if (top === 'otherPlans') return ['Plan mit dem Jobcenter', 'Plan mit der Schule', 'anderer Plan', 'Andere Pläne'];
  if (top === 'nextReview') return ['Gemeinsam auf den Plan schauen'];
  if (top === 'agreement') return ['Vereinbarung'];
  // Two neighbours that changed places: either is named.
  const ids = plans.map((plan) => idOn(path, plan));
  return [...plans.flatMap((plan) => partsOf(plan).filter(({ key }) => ids.includes(key)).map(({ part }) => part.text)), 'Ziel', 'Unterziel', 'Schritt'];
}

function problemsOf(path: string, older: Plan, newer: Plan): readonly string[] {
  const changes = planChanges(older, newer);
  const names = namesFor(path, [older, newer]);
  return [
    ...(changes.some(({ text }) => names.includes(text)) ? [] : [`${path}: not named`]),
    ...changes.flatMap((change) => {
      const says = change.kind === 'done' || change.kind === 'new' || change.details.length > 0;
      const sound = change.text !== '' && says && !failure.test(said(change)) && !change.details.some((detail) => /undefined|null|\{|^\s*$/.test(detail));
      return sound ? [] : [`${path}: ${JSON.stringify(change)}`];
    }),
  ];
}

describe('what is different between two versions', () => {
  it('is nothing where nothing is different', () => {
    fc.assert(fc.property(anyPlan, (plan) => { expect(planChanges(plan, structuredClone(plan))).toEqual([]); }), { numRuns: 200 });
  });

  it('is named whatever was changed, by its words, and without a word of failure', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(everyEdit(plan).flatMap(({ path, plan: edited }) => [...problemsOf(path, plan, edited), ...problemsOf(path, edited, plan)])).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is each thing of its own, in the order of the newer plan', () => {
    const file = ahmad();
    const german = addGoal(file, 'B1 schaffen', { area: 'language', target_date: '2026-06-30' });
    const course = addStep(file, german, { task: 'Zum Kurs anmelden', due_date: '2026-02-20', responsible: 'young_person' });
    const ticket = addStep(file, german, { task: 'Fahrkarte klären', due_date: '2026-02-27', responsible: 'jmd_staff' });
    const gone = addStep(file, german, { task: 'Buch ausleihen', due_date: '2026-03-01' });
    const work = addGoal(file, 'Ein Praktikum finden', { area: 'vocational' });
    const older = planOf(file);

    file.answer('action_step.status', 'done', course);
    file.answer('action_step.due_date', '2026-03-15', ticket);
    file.answer('action_step.responsible', 'volunteer', ticket);
    file.answer('action_step.responsible_name', 'Frau Petersen', ticket);
    file.retire(gone);
    file.write('goal.description', 'Ein Praktikum in der Pflege finden', work);
    addStep(file, addSubgoal(file, work, 'Betriebe kennenlernen'), { task: 'Drei Betriebe anrufen' });
    file.answer('integration_plan.next_review', '2026-05-04');
    file.answer('integration_plan.status', 'agreed');
    file.answer('integration_plan.signature_state', 'signed');

    expect(planChanges(older, planOf(file))).toEqual([
      { kind: 'done', what: 'step', text: 'Zum Kurs anmelden', details: [] },
      { kind: 'moved', what: 'step', text: 'Fahrkarte klären', details: ['bis 15.03.2026 statt 27.02.2026'] },
      { kind: 'otherwise', what: 'step', text: 'Fahrkarte klären', details: ['wer: Frau Petersen, Person, der ich vertraue statt JMD'] },
      { kind: 'otherwise', what: 'goal', text: 'Ein Praktikum in der Pflege finden', details: ['vorher: „Ein Praktikum finden“'] },
      { kind: 'new', what: 'subgoal', text: 'Betriebe kennenlernen', details: [] },
      { kind: 'new', what: 'step', text: 'Drei Betriebe anrufen', details: [] },
      { kind: 'new', what: 'review', text: 'Gemeinsam auf den Plan schauen', details: ['am 04.05.2026'] },
      { kind: 'new', what: 'agreement', text: 'Vereinbarung', details: ['jetzt vereinbart', 'mit Unterschrift'] },
      { kind: 'otherwise', what: 'step', text: 'Buch ausleihen', details: ['steht nicht mehr im Plan'] },
    ]);
  });

  it('tells where something belongs now, and that it comes later', () => {
    const file = ahmad();
    const goal = addGoal(file, 'Deutsch lernen');
    const step = addStep(file, goal, { task: 'Anrufen' });
    const older = planOf(file);
    const [first] = older.goals;
    if (first === undefined) throw new Error('no goal');
    const inSubgoal = { id: 'f'.repeat(32) as never, text: 'Kurs finden', translation: '', from: null, until: null, state: 'open' as const, steps: first.steps };
    const newer: Plan = { ...older, goals: [{ ...first, turn: 'later', steps: [], subgoals: [inSubgoal] }] };
    expect(planChanges(older, newer)).toEqual([
      { kind: 'moved', what: 'goal', text: 'Deutsch lernen', details: ['kommt später'] },
      { kind: 'new', what: 'subgoal', text: 'Kurs finden', details: [] },
      { kind: 'otherwise', what: 'step', text: 'Anrufen', details: ['gehört jetzt zu „Kurs finden“'] },
    ]);
    expect(step).toBe(first.steps[0]?.id);
  });

  it.each(['draft', 'agreed'] as const)('says that what was %s is not agreed like this any more', (status) => {
    const file = ahmad();
    addGoal(file, 'Deutsch lernen');
    file.answer('integration_plan.status', status);
    const older = planOf(file);
    file.answer('integration_plan.status', 'declined');
    expect(planChanges(older, planOf(file))).toEqual([{ kind: 'otherwise', what: 'agreement', text: 'Vereinbarung', details: ['so nicht vereinbart'] }]);
  });
});
