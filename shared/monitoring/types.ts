/** Plan, facts, tables: the words of monitoring (DESIGN §6). Plain data, shared by office, collector and both windows. */
import type { AnswerValue } from '../domain/answer.ts';

/** A reporting period; half-years are optional, quarters do not exist. */
export interface Period {
  readonly year: number;
  readonly half: 1 | 2 | null;
}

export interface DimensionPlan {
  readonly id: string;
  readonly label: string;
  /** In fixed order; the margin is not listed, it is always `Total` and stands first. */
  readonly codes: readonly { readonly code: string; readonly label: string }[];
}

export const total = 'Total';

export interface TablePlan {
  /** `A1`, `A2xA3` */
  readonly id: string;
  readonly title: string;
  /** One of the five steering areas. */
  readonly area: 'target_group' | 'case_management' | 'structure' | 'network' | 'groups';
  /** What one unit of a count is. */
  readonly unit: 'persons';
  readonly dimensions: readonly string[];
  /** Only rows whose code of `dimension` is one of `in`; null = all rows of the year. */
  readonly population: { readonly dimension: string; readonly in: readonly string[] } | null;
  readonly protection: 'exact' | 'cell_key';
  readonly release: 'named';
}

export interface MonitoringPlan {
  readonly id: string;
  readonly version: number;
  readonly catalogue: string;
  readonly ptable: string;
  /** Field ids (or beginnings of them) that never enter, said aloud so that everyone can read it. */
  readonly neverCounted?: readonly string[];
  /**
   * Until when a year that was delivered may be delivered again: `MM-DD` of the following year, that day included. The fewer corrections, the less can
   * be learned from their differences (docs/decisions/0004).
   */
  readonly corrections: { readonly untilMonthDay: string };
  readonly dimensions: readonly DimensionPlan[];
  readonly tables: readonly TablePlan[];
}

/** One coded row of one case in one reporting year. No id, no text, no date. */
export interface CaseYearFact {
  /** Code by dimension id. Of a live case every dimension of the plan is there; of a forgotten one what cut.ts left. */
  readonly codes: Readonly<Record<string, string>>;
  /** 0 … 99,999,999 */
  readonly keyNamed: number;
  readonly keySums: number;
}

/** One coded row of one Kurzberatung: what was chosen and counted, by field id. No id, no day. */
export interface TallyFact {
  readonly codes: Readonly<Record<string, AnswerValue>>;
}

/** The only thing a table builder may read: it reaches `monitoring_*` tables alone. */
export interface FactReader {
  caseYears(year: number): Iterable<CaseYearFact>;
  /** Kurzberatungen without a file. */
  tallies(year: number): Iterable<TallyFact>;
}

export interface Cell {
  /** One code per dimension of the table, `Total` for the margin. */
  readonly codes: readonly string[];
  /** What leaves the office: protected unless the table is exact. */
  readonly value: number;
}

/** All cells of the full cross including margins and zeros, in the order of the plan: emptiness does not leak. */
export interface Table {
  readonly id: string;
  readonly cells: readonly Cell[];
}
