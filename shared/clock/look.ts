/** A file as all parts of the clock look at it: read once, asked often. */
import type { CaseAnswers } from '../cases/answers.ts';
import { readCase } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { liveEntries, type LiveEntry } from '../cases/live-entries.ts';
import { dayHere, type IsoDay } from '../domain/day.ts';
import type { RecordState } from '../history/state.ts';
import { activitiesOf, lastActivityDay, type Activity } from './activity.ts';
import { endsOf, everManaged, type Ends } from './ends.ts';
import type { ClockFile, ClockSettings } from './types.ts';

/**
 * The last activity, or a Wiederaufnahme after it: who takes a file up again has decided that it goes on, so it is not ended the same night. Where
 * there was neither, the day on which the file began.
 */
export interface Base {
  readonly day: IsoDay;
  readonly since: 'activity' | 'resumed' | 'begun';
}

export interface ClockLook extends ClockFile {
  readonly answers: CaseAnswers;
  readonly today: IsoDay;
  readonly settings: ClockSettings;
  readonly entries: readonly LiveEntry[];
  readonly activities: readonly Activity[];
  readonly ends: Ends;
  /** The end has come. */
  readonly hasEnded: boolean;
  /** The clock is for this file: Case Management at any time, or an office whose Beratung follows it too. */
  readonly followed: boolean;
  /** From where inactivity counts; null: nobody knows. */
  readonly base: Base | null;
}

export function lookAt(file: ClockFile, settings: ClockSettings, today: IsoDay): ClockLook {
  const { catalogue, caseState, person } = file;
  const answers = readCase(caseState, person);
  const entries = liveEntries(catalogue, answers);
  const activities = activitiesOf(catalogue, answers, today, entries);
  const ends = endsOf(answers);
  return {
    ...file,
    answers,
    today,
    settings,
    entries,
    activities,
    ends,
    hasEnded: ends.end !== null && ends.end <= today,
    followed: settings.counsellingToo || everManaged(answers),
    base: baseOf(caseState, answers, lastActivityDay(activities, today), today),
  };
}

function baseOf(caseState: RecordState, answers: CaseAnswers, last: IsoDay | null, today: IsoDay): Base | null {
  const resumed = resumedOn(answers, today);
  if (resumed !== null && (last === null || resumed > last)) return { day: resumed, since: 'resumed' };
  if (last !== null) return { day: last, since: 'activity' };
  const begun = beginning(caseState, answers, today);
  return begun === null ? null : { day: begun, since: 'begun' };
}

function resumedOn(answers: CaseAnswers, today: IsoDay): IsoDay | null {
  const days = answers
    .entries('course_event')
    .filter((entry) => answers.statements('course_event.kind', entry).includes('resumed'))
    .flatMap((entry) => answers.statements('course_event.day', entry).flatMap((value) => asDay(value) ?? []));
  return days.filter((day) => day <= today).sort().at(-1) ?? null;
}

/** Days on which a file without any activity may have begun. */
const firstDays = ['case.inquiry_date', 'consent.data_processing_date'] as const;

/**
 * A file in which nobody ever wrote an activity does not stay for ever: the latest of what is known of its beginning counts. What was written on a
 * day that is still to come was written by a PC whose clock was wrong, and says nothing.
 */
function beginning(caseState: RecordState, answers: CaseAnswers, today: IsoDay): IsoDay | null {
  const said = firstDays.flatMap((field) => answers.statements(field).flatMap((value) => asDay(value) ?? []));
  const days = [...said, ...firstWrittenOn(caseState, today)].filter((day) => day <= today).sort();
  return days.at(-1) ?? null;
}

/** The day of the oldest answer that still stands. */
function firstWrittenOn({ answers }: RecordState, today: IsoDay): readonly IsoDay[] {
  const times = Object.values(answers).flatMap((fields) => Object.values(fields).flatMap((heads) => heads.map(({ at }) => at)));
  const days = [...new Set(times)].flatMap((at) => dayHere(at) ?? []).filter((day) => day <= today);
  const first = days.sort()[0];
  return first === undefined ? [] : [first];
}
