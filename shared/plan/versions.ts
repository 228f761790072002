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
