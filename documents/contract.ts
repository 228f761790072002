/** What office and collector may ask of the document process. Data in, PDF bytes out; nothing of the store is in there. */
import type { IsoDay } from '../shared/domain/day.ts';

export interface PlanStep {
  readonly task: string;
  /** Who does it, as it is printed: "Amira", "JMD", "Schule". */
  readonly who: string;
  readonly until: IsoDay | null;
  readonly done: boolean;
}

export interface PlanSubgoal {
  readonly text: string;
  readonly done: boolean;
  readonly steps: readonly PlanStep[];
}

export interface PlanGoal {
  readonly text: string;
  readonly until: IsoDay | null;
  readonly reached: boolean;
  readonly subgoals: readonly PlanSubgoal[];
  readonly steps: readonly PlanStep[];
}

/** The agreement on paper. No residence status, birth date, citizenship, address, case number, health, debts, ratings. */
export interface PlanPaper {
  readonly template: 'plan';
  readonly language: 'de';
  readonly officeName: string;
  readonly training: boolean;
  readonly personName: string;
  readonly caseworkerName: string;
  /** False: a draft. It says so, and the signatures would make it an agreement. */
  readonly agreed: boolean;
  readonly version: number;
  /** Date of the version; also the PDF's timestamp, so that the same plan is the same bytes. */
  readonly day: IsoDay;
  /** In the order of the four areas, empty areas left out. */
  readonly areas: readonly { readonly label: string; readonly goals: readonly PlanGoal[] }[];
  /** What the JMD does; '' when not written yet. */
  readonly jmdContribution: string;
  readonly nextReview: IsoDay | null;
}

export type Paper = PlanPaper;

export interface PrintedPaper {
  readonly pdf: Uint8Array;
  /** Characters no shipped font has, each as `U+XXXX`; printed as a visible mark. */
  readonly replacedCharacters: readonly string[];
}

/** A process of its own with a time limit; a crash there costs one document, never the store. */
export interface DocumentService {
  /** Throws DocumentError with code DOCUMENT_FAILED (also after the time limit; the process is started anew). */
  print(paper: Paper): Promise<PrintedPaper>;
  close(): Promise<void>;
}
