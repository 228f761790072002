/** Everything the store keeps of a case beside its history, except what is counted. Structurally what db/contract/cases.ts asks for. */
import type { LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { DueKind } from '../catalogue/types.ts';
import { clockDues } from '../clock/dues.ts';
import { defaultClockSettings, type ClockSettings } from '../clock/types.ts';
import { fileClock } from '../clock/verdict.ts';
import type { IsoDay } from '../domain/day.ts';
import { UserId, type EntryId, type RecordId } from '../domain/ids.ts';
import type { RecordState } from '../history/state.ts';
import { isRestricted, restrictedState } from '../rights/restricted.ts';
import { alikePersonOf, type AlikePerson } from './alike/alike-person.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import { cardIsInside, caseworkerField, deputyField, isShielded } from './case-right.ts';
import { caseName, caseStatus, dayOf } from './case-status.ts';
import { caseWords, type SearchWords } from './case-words.ts';
import { consentStatus } from './consent.ts';
import { nextDates } from './next-dates.ts';
import { caseProgress } from './progress.ts';

export interface ProjectedRow {
  readonly id: RecordId;
  readonly number: string;
  readonly name: string;
  readonly born: IsoDay | null;
  readonly supportForm: string | null;
  readonly status: string;
  readonly consent: string;
  readonly caseworker: UserId | null;
  readonly deputy: UserId | null;
  readonly shielded: boolean;
  readonly cardInside: boolean;
  readonly nextDate: IsoDay | null;
  readonly gaps: number;
  readonly changedAt: string;
}

export interface ProjectedDue {
  readonly day: IsoDay;
  readonly kind: DueKind;
  readonly entry: EntryId | null;
  readonly text: string;
  /** For those alone who work on child protection in this file. */
  readonly protection?: true;
}

export interface ProjectedCase {
  readonly row: ProjectedRow;
  readonly dues: readonly ProjectedDue[];
  readonly words: readonly SearchWords[];
  readonly alike: AlikePerson | null;
}

export interface CaseToProject {
  readonly catalogue: LoadedCatalogue;
  /** Without child protection. */
  readonly caseState: RecordState;
  /** With it; nothing but the days on which somebody is to be told is made of this. */
  readonly forProtection?: RecordState;
  readonly person: RecordState | undefined;
  readonly today: IsoDay;
  /** RFC 3339 UTC of the last act on either record. */
  readonly changedAt: string;
  /** How the office set its clock. */
  readonly clock?: ClockSettings;
}

/** Of a file whose processing is restricted: that there is one, and what is still to be done for her. By her name alone it is kept from being made again. */
function projectRestricted(toProject: CaseToProject): ProjectedCase {
  const { catalogue, caseState, person } = toProject;
  const { forProtection } = toProject;
  const cut = {
    caseState: restrictedState(catalogue, caseState),
    person: person && restrictedState(catalogue, person),
    ...(forProtection !== undefined && { forProtection: restrictedState(catalogue, forProtection) }),
  };
  const projected = projectOpen({ ...toProject, ...cut });
  return { ...projected, row: { ...projected.row, born: null, supportForm: null, status: 'restricted', gaps: 0 } };
}

export function projectCase(toProject: CaseToProject): ProjectedCase {
  return isRestricted(toProject.caseState) ? projectRestricted(toProject) : projectOpen(toProject);
}

/** Who was told of a danger to a child hears what the others hear, and only who may know that she was told has it on a list. */
function hiddenNotices({ catalogue, caseState, forProtection, person, today }: CaseToProject): readonly ProjectedDue[] {
  const isHidden = (entry: EntryId | null): boolean =>
    entry !== null && forProtection?.entries[entry]?.group === 'notice' && caseState.entries[entry] === undefined;
  if (forProtection === undefined || !Object.keys(forProtection.entries).some((id) => isHidden(id as EntryId))) return [];
  const dates = nextDates(catalogue, readCase(forProtection, person), today);
  return dates.filter(({ entry }) => isHidden(entry)).map((date) => ({ ...date, protection: true }));
}

function projectOpen(toProject: CaseToProject): ProjectedCase {
  const { catalogue, caseState, person, today, changedAt, clock = defaultClockSettings } = toProject;
  const answers = readCase(caseState, person);
  const dues = nextDates(catalogue, answers, today);
  // Of a restricted file only a part is here; what the clock says of it stands with the clock.
  const ofClock = isRestricted(caseState) ? [] : clockDues(fileClock({ catalogue, caseState, person }, clock, today).dates);
  return {
    row: {
      id: caseState.record,
      number: code(answers, 'case.case_number') ?? '',
      name: caseName(answers),
      born: dayOf(answers, 'case.date_of_birth'),
      supportForm: code(answers, 'case.support_form'),
      status: caseStatus(catalogue, answers, today),
      consent: consentStatus(answers),
      caseworker: UserId.safeParse(answers.value(caseworkerField)).data ?? null,
      deputy: UserId.safeParse(answers.value(deputyField)).data ?? null,
      shielded: isShielded(caseState),
      cardInside: cardIsInside(caseState),
      // The day of something to do with her; what the clock counts stands on the worklist.
      nextDate: dues[0]?.day ?? null,
      gaps: caseProgress(catalogue, answers, today).gaps.length,
      changedAt,
    },
    dues: [...dues, ...ofClock, ...hiddenNotices(toProject)].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
    words: caseWords(catalogue, caseState, person),
    alike: alikePersonOf(answers),
  };
}

function code(answers: CaseAnswers, field: string): string | null {
  const value = answers.value(field);
  return typeof value === 'string' ? value : null;
}
