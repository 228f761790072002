/** Goals in the order of their areas; goals whose area nobody named stand at the end. */
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import type { CaseFile } from './case-file.svelte.ts';
import { entryLayout, isDone, type PlanShape } from './plan-model.ts';

export interface PlanArea {
  /** null: no area yet. */
  readonly code: string | null;
  readonly label: string;
  readonly goals: readonly EntryView[];
}

type Source = Pick<CaseFile, 'entries' | 'value' | 'catalogue'>;

export function goalsByArea(file: Source, plan: PlanShape): readonly PlanArea[] {
  const byArea = Map.groupBy(file.entries(plan.goal.id, ''), (goal) => file.value(goal.id, plan.area.id));
  const known = plan.areas.map(({ code, label }) => ({ code, label, goals: byArea.get(code) ?? [] }));
  const named = new Set<unknown>(plan.areas.map(({ code }) => code));
  const rest = [...byArea].flatMap(([code, goals]) => (named.has(code) ? [] : goals));
  return rest.length === 0 ? known : [...known, { code: null, label: 'Noch ohne Bereich', goals: rest }];
}

export function goalsDone(file: Source, plan: PlanShape, goals: readonly EntryView[]): number {
  const { state } = entryLayout(file.catalogue, plan.goal.id);
  return state === undefined ? 0 : goals.filter((goal) => isDone(file.value(goal.id, state.id))).length;
}
