/** The papers made of one plan, as data for their templates: the agreement both sign, the wall sheet, the slip for an appointment. */
import type { IsoDay } from '../domain/day.ts';
import type { LanguageCode } from '../languages/types.ts';
import type { Letterhead } from '../papers/letterhead.ts';
import type { OwnWords, Plan, PlanStep } from './types.ts';

/** What every paper for a young person says of itself. */
export interface PaperFrame {
  /** `de`: German alone; `de-simple`: Einfaches Deutsch alone; any other: German and, beside it, that language. */
  readonly language: LanguageCode;
  readonly address: 'du' | 'sie';
  readonly officeName: string;
  readonly letterhead: Letterhead;
  /** An Übungs-JMD: the paper says that this person does not exist. */
  readonly training: boolean;
  /** Date of the version; also the PDF's timestamp, so that the same paper is the same bytes. */
  readonly day: IsoDay;
}

/** Two pages where the plan is of usual size; more where it is longer, never cut. */
export interface AgreementPaper extends PaperFrame {
  readonly template: 'agreement';
  readonly personName: string;
  readonly caseworkerName: string;
  /** null: a preview, which is no version. */
  readonly version: number | null;
  readonly plan: Plan;
}

/** Where and when she is expected. */
export interface PaperAppointment {
  readonly day: IsoDay;
  /** `14:30`; '' where nobody said. German time. */
  readonly time: string;
  /** Code of `contact_place`; null where nobody said. At the JMD the address of the letterhead stands beside it. */
  readonly place: string | null;
}

/** One page for the wall: first names only, nothing of the programme. */
export interface WallPaper extends PaperFrame {
  readonly template: 'wall';
  /** '' where she has none on record: the sheet is then without a name. */
  readonly firstName: string;
  readonly sentence: OwnWords;
  /** Newest first, at most three. */
  readonly achieved: readonly OwnWords[];
  /** Three to five, the earliest first; fewer where there are no more. */
  readonly steps: readonly PlanStep[];
  /** Steps that are open beyond those. */
  readonly moreSteps: number;
  readonly appointment: PaperAppointment | null;
  /** First name of the counsellor; '' where nobody is named. */
  readonly counsellor: string;
  /** Of the counsellor at the JMD, else of the office. */
  readonly phone: string;
  /** null: a preview, which is no version. */
  readonly version: number | null;
}

/** A small slip: A6, two lines of what to bring at most. */
export interface SlipPaper extends PaperFrame {
  readonly template: 'slip';
  readonly firstName: string;
  /** null: blank, to be filled in by hand. */
  readonly appointment: PaperAppointment | null;
  readonly counsellor: string;
  readonly phone: string;
  readonly bring: string;
}
