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
  /** True when bases that run in a circle, which no honest program writes, would hide a step: such steps are heads too. */
  readonly ring: boolean;
}

/**
 * The steps that no other step names in its base; `steps` all belong to the same field.
 *
 * Every step is a head or one that a head builds on, directly or over others: what no way leads to counts as a head itself.
 */
export function headsOf<S extends Step>(steps: readonly S[]): Heads<S> {
  const replaced = new Set<IntentId>();
  for (const step of steps) for (const id of step.base) if (id !== step.id) replaced.add(id);
  const last = steps.filter((step) => !replaced.has(step.id));
  const led = reachedFrom(last, steps);
  const hidden = steps.filter((step) => !led.has(step.id));
  return { heads: [...last, ...hidden].sort(byId), ring: hidden.length > 0 };
}

function reachedFrom(from: readonly Step[], steps: readonly Step[]): ReadonlySet<IntentId> {
  const basesOf = new Map(steps.map(({ id, base }) => [id, base]));
  const reached = new Set<IntentId>();
  const open = from.map(({ id }) => id);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(basesOf.get(id) ?? []));
  }
  return reached;
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
