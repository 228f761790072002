/** Made-up plans with anything in them, and every way to change one of them in one place. */
import * as fc from 'fast-check';
import type { EntryId } from '../../../shared/domain/ids.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { pictograms } from '../../../shared/plan/pictograms.ts';
import { planAreas, type Plan, type PlanGoal, type PlanStep, type PlanSubgoal } from '../../../shared/plan/types.ts';

const days = ['2026-02-01', '2026-03-01', '2026-04-30'].map((day) => IsoDay.parse(day));
const reaching = ['open', 'partly_reached', 'reached'] as const;

/** Other values a field may have. */
const choices: Readonly<Record<string, readonly unknown[]>> = {
  text: ['Ich will Deutsch lernen', 'Ein Praktikum machen', 'Anrufen', ''],
  translation: ['', 'Learn German', 'Call'],
  area: planAreas,
  from: [null, ...days],
  until: [null, ...days],
  nextReview: [null, ...days],
  on: [null, ...days],
  readTogetherOn: [null, ...days],
  turn: ['now', 'later'],
  role: [null, 'young_person', 'jmd_staff', 'family', 'institution', 'volunteer', 'other'],
  name: ['', 'Frau Petersen'],
  institution: [null, 'school', 'jobcenter'],
  pictogram: [null, ...pictograms.map(([code]) => code)],
  kind: ['jobcenter', 'school', 'other'],
  lead: [null, 'jmd', 'school', 'other'],
  signed: [null, true, false],
};
const stateChoices = { step: ['open', 'in_progress', 'done'], goal: reaching, agreement: ['draft', 'agreed', 'declined'] } as const;

const one = <T>(field: string): fc.Arbitrary<T> => fc.constantFrom(...(choices[field] as readonly T[]));
const record = <T>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> => fc.record(shape);
const id = (): fc.Arbitrary<EntryId> => fc.constant('' as EntryId);

const words = { text: one<string>('text'), translation: one<string>('translation') };
const step = record<PlanStep>({
  ...words,
  id: id(),
  who: record<PlanStep['who']>({ role: one('role'), name: one('name'), institution: one('institution') }),
  from: one('from'),
  until: one('until'),
  state: fc.constantFrom(...stateChoices.step),
  pictogram: one('pictogram'),
});
const steps = fc.array(step, { maxLength: 3 });
const subgoal = record<PlanSubgoal>({ ...words, id: id(), from: one('from'), until: one('until'), state: fc.constantFrom(...reaching), steps });
const goal = record<PlanGoal>({ ...words, id: id(), area: one('area'), until: one('until'), state: fc.constantFrom(...reaching), turn: one('turn'), subgoals: fc.array(subgoal, { maxLength: 2 }), steps });

/** Every goal, sub-goal and step with an id of its own. */
export const anyPlan: fc.Arbitrary<Plan> = record<Plan>({
  sentence: record(words),
  goals: fc.array(goal, { maxLength: 4 }),
  jmdContribution: record(words),
  otherPlans: fc.array(record<Plan['otherPlans'][number]>({ kind: one('kind'), lead: one('lead') }), { maxLength: 3 }),
  nextReview: one('nextReview'),
  agreement: record<Plan['agreement']>({ state: fc.constantFrom(...stateChoices.agreement), on: one('on'), signed: one('signed'), readTogetherOn: one('readTogetherOn') }),
}).map((plan) => {
  let count = 0;
  return JSON.parse(JSON.stringify(plan, (key, value: unknown) => (key === 'id' ? (count += 1).toString(16).padStart(32, '0') : value))) as Plan;
});

export interface Edit {
  /** `goals.0.steps.1.until` */
  readonly path: string;
  readonly plan: Plan;
}

type Json = Record<string, unknown> | unknown[];

/** One change in one place: each field to each other value, each thing taken away, each two neighbours swapped. */
export function everyEdit(plan: Plan): readonly Edit[] {
  const edits: Edit[] = [];
  const edit = (path: readonly string[], act: (parent: Record<string, unknown>, key: string) => void): void => {
    const copy = structuredClone(plan) as unknown as Json;
    let at: unknown = copy;
    for (const key of path.slice(0, -1)) at = (at as Record<string, unknown>)[key];
    act(at as Record<string, unknown>, path.at(-1) ?? '');
    edits.push({ path: path.join('.'), plan: copy as unknown as Plan });
  };
  const walk = (value: unknown, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      value.forEach((inner, at) => {
        edit([...path, String(at)], (list, key) => { (list as unknown as unknown[]).splice(Number(key), 1); });
        const next: unknown = value[at + 1];
        if (next !== undefined && JSON.stringify(next) !== JSON.stringify(inner))
          edit([...path, String(at)], (list, key) => { (list as unknown as unknown[]).splice(Number(key), 2, next, inner); });
        walk(inner, [...path, String(at)]);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) if (key !== 'id') walk(inner, [...path, key]);
    } else {
      for (const other of othersOf(path, value)) edit(path, (parent, key) => { parent[key] = other; });
    }
  };
  walk(plan, []);
  return edits;
}

function othersOf(path: readonly string[], value: unknown): readonly unknown[] {
  const field = path.at(-1) ?? '';
  const states = path[0] === 'agreement' ? stateChoices.agreement : path.at(-3) === 'steps' ? stateChoices.step : stateChoices.goal;
  const all = field === 'state' ? states : choices[field];
  if (all === undefined) throw new Error(`no other values known for ${path.join('.')}`);
  return all.filter((other) => other !== value);
}
