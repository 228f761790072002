/** How one thing that is counted follows from a case file. */
import type { CaseAnswers } from '../../cases/answers.ts';
import type { IsoDay } from '../../domain/day.ts';
import type { DimensionPlan } from '../types.ts';

export interface CountedOn {
  readonly year: number;
  /** What the file says on this day; dates after it have not happened. */
  readonly today: IsoDay;
}

export interface Dimension extends DimensionPlan {
  /** Catalogue fields the code is made of, and nothing else: shown to whoever asks what is counted. */
  readonly reads: readonly string[];
  /** Always one of `codes`; `unknown` where the file does not say. */
  code(answers: CaseAnswers, on: CountedOn): string;
}

export const unknown = { code: 'unknown', label: 'unbekannt' } as const;
