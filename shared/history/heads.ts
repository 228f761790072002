/** Which intents of one field nobody replaced. */
import type { IntentId } from '../domain/ids.ts';

/** An intent seen as a step on one field, text, rank or status. */
export interface Step {
  readonly id: IntentId;
  readonly base: readonly IntentId[];
}

export interface Heads<S extends Step> {
  /** In the order of their ids; never empty where there are steps. */
  readonly heads: readonly S[];
  /** True when the bases run in a circle, which no honest program writes: then every step stays a head, none is hidden. */
  readonly ring: boolean;
}

/** The steps that no other step names in its base; `steps` all belong to the same field. */
export function headsOf<S extends Step>(steps: readonly S[]): Heads<S> {
  const replaced = new Set<IntentId>();
  for (const step of steps) for (const id of step.base) if (id !== step.id) replaced.add(id);
  const heads = steps.filter((step) => !replaced.has(step.id)).sort(byId);
  if (heads.length === 0 && steps.length > 0) return { heads: [...steps].sort(byId), ring: true };
  return { heads, ring: false };
}

/** Heads after one more step that only builds on steps already there. */
export function addHead<H>(heads: readonly H[], added: H, base: readonly IntentId[], idOf: (head: H) => IntentId): readonly H[] {
  return [...heads.filter((head) => !base.includes(idOf(head))), added].sort((a, b) => compareText(idOf(a), idOf(b)));
}

/** Order by UTF-16 code units, the same on every PC whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id);
}
