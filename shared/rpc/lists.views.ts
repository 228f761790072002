/** Files as lists, start page and search show them: one line each. */
import type { DueKind } from '../catalogue/types.ts';
import type { IsoDay } from '../domain/day.ts';
import type { RecordId, UserId } from '../domain/ids.ts';
import type { ClockStartView } from './clock.views.ts';
import type { Cautions } from './desk.views.ts';

export interface CaseRowView {
  readonly id: RecordId;
  readonly number: string;
  /** '' before consent. */
  readonly name: string;
  readonly age: number | null;
  readonly born: IsoDay | null;
  readonly supportForm: string | null;
  readonly status: string;
  readonly consent: string;
  readonly caseworker: UserId | null;
  readonly nextDate: IsoDay | null;
  readonly gaps: number;
  readonly changedAt: string;
  /** A shielded file that whoever asks may not open: name, number and dates are left out, „geschützte Akte – bitte Leitung fragen“. */
  readonly closed: boolean;
  readonly cautions: Cautions;
}

export interface DueView {
  readonly caseId: RecordId;
  readonly caseName: string;
  readonly day: IsoDay;
  readonly kind: DueKind;
  /** '' where it is in somebody's words and the file is somebody else's: it is read in the file, where that is logged. */
  readonly text: string;
  readonly overdue: boolean;
}

export interface StartView {
  readonly myCases: readonly CaseRowView[];
  readonly myCasesTotal: number;
  /** The earliest; `duesTotal` counts all. */
  readonly dues: readonly DueView[];
  readonly duesTotal: number;
  readonly gapsTotal: number;
  readonly clock: ClockStartView;
}

export interface SearchResultView {
  readonly caseId: RecordId;
  readonly number: string;
  readonly name: string;
  readonly born: IsoDay | null;
  /** Label of the field the words stand in; null for name, number, phone. */
  readonly fieldLabel: string | null;
  readonly section: string | null;
  /** Words around those found; '' in a field of somebody else's file: it is read in the file, where that is logged. */
  readonly snippet: string;
  readonly caseworkerName: string | null;
  /** Time of her appointment today, `14:00`; '' when it has none; null without an appointment. */
  readonly todayAt: string | null;
  /** See {@link CaseRowView.closed}. */
  readonly closed: boolean;
  readonly cautions: Cautions;
}
