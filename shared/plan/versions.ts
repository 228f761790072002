/** Versions of a plan: one number for one content, whatever papers and languages are made of it. */
import type { IsoDay } from '../domain/day.ts';
import type { KeptDocument } from '../history/intent.ts';

export type PlanPaperKind = 'agreement' | 'wall';

export interface PlanVersion {
  readonly version: number;
  /** The day its first paper was made. */
  readonly day: IsoDay;
}

export function paperKind({ purpose }: Pick<KeptDocument, 'purpose'>): PlanPaperKind {
  return purpose === 'wall' ? 'wall' : 'agreement';
}

/** `plan`: hash of the plan's content; `kept`: every kept paper of the file, the oldest version first. A paper from before plans were hashed is no match. */
export function planVersion(kept: readonly KeptDocument[], plan: string, today: IsoDay): PlanVersion {
  const last = kept.at(-1)?.version ?? 0;
  const same = kept.filter((one) => one.version === last && one.plan === plan);
  const [first] = same.map(({ day }) => day).sort();
  return first === undefined ? { version: last + 1, day: today } : { version: last, day: first };
}

/**
 * Which of several contents under one number a paper is of, from 1: two PCs that could not see each other both made the next version. Kept papers stay as
 * they are; the list tells them apart, in the order in which they were made.
 */
export function contentsOfNumber(kept: readonly (Pick<KeptDocument, 'version' | 'plan'> & { readonly at: string })[]): (document: Pick<KeptDocument, 'version' | 'plan'>) => number {
  const inTurn = kept.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : (a.plan ?? '') < (b.plan ?? '') ? -1 : 1));
  return ({ version, plan }) => [...new Set(inTurn.filter((one) => one.version === version).map((one) => one.plan))].indexOf(plan) + 1;
}
