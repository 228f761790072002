/** What the desk keeps of a person card beside its history: whoever answers the phone asks for this and nothing else. */
import { readCase } from '../cases/answers.ts';
import { asDay } from '../cases/as-day.ts';
import { caseName } from '../cases/case-status.ts';
import type { AnswerValue } from '../domain/answer.ts';
import { addDays, germanDay, type IsoDay } from '../domain/day.ts';
import { UserId, type EntryId } from '../domain/ids.ts';
import type { RecordState } from '../history/state.ts';

/**
 * The day a Vormerkung was made, kept on the card itself and in no form: answered, the card belongs to no file yet. Becoming a file empties it.
 *
 * So every PC, and a slot that opens the desk only, can tell the two apart without the cases.
 *
 * [Note: becomes a file] A Vormerkung becomes a file by three commits: the card says that a file is on its way (`file:` and the day), the cases get
 * the file, the card says nothing any more. Ended in between, nobody deletes the card: the next who opens the cases looks whether the file came.
 */
export const preRegisteredOn = 'person.pre_registered_on';

const onItsWay = 'file:';

export function fileOnItsWay(madeOn: IsoDay): string {
  return onItsWay + madeOn;
}

/** A Vormerkung deletes itself after so many days. */
export const preRegistrationDays = 28;

/** The first day on which it is gone. */
export function deleteDayOf(madeOn: IsoDay): IsoDay {
  return addDays(madeOn, preRegistrationDays);
}

/** Why a Vormerkung of that day takes no such appointment; null: it does. German. */
export function afterDeletion(day: IsoDay, madeOn: IsoDay): string | null {
  const gone = deleteDayOf(madeOn);
  if (day < gone) return null;
  return `Die Vormerkung löscht sich am ${germanDay(gone)}, vor diesem Termin. Bitte einen früheren Termin wählen oder mit Einwilligung eine Akte anlegen.`;
}

export const appointmentGroup = 'appointment';

export interface CardAppointment {
  readonly entry: EntryId;
  readonly day: IsoDay;
  /** `14:00` */
  readonly time: string | null;
  readonly staff: UserId | null;
  /** Code of `appointment_status`. */
  readonly status: string;
}

export interface Card {
  /** "Nachname, Vorname", the first name alone, or ''. */
  readonly name: string;
  readonly phone: string;
  /** Names and spellings she is found by. */
  readonly names: readonly string[];
  readonly phones: readonly string[];
  /** The day of the Vormerkung; null for a card that belongs to a file, or soon will. */
  readonly madeOn: IsoDay | null;
  /** The day of the Vormerkung that is becoming a file; else null. */
  readonly becoming: IsoDay | null;
  /** Those without a day stand in the form only. */
  readonly appointments: readonly CardAppointment[];
}

const nameFields = ['person.last_name', 'person.first_name', 'person.call_name', 'person.other_spellings'] as const;
const phoneFields = ['person.phone', 'person.phone_2'] as const;

export function cardOf(person: RecordState): Card {
  const answers = readCase(person, undefined);
  const words = (fields: readonly string[]): readonly string[] =>
    fields.flatMap((field) => answers.statements(field)).filter((value) => typeof value === 'string' && value.trim() !== '').map(String);
  const text = (field: string, entry: EntryId | null = null): string | null => {
    const value = answers.value(field, entry);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const said = answers.statements(preRegisteredOn);
  const made = said.map(asDay);
  const phones = words(phoneFields);
  return {
    name: caseName(answers),
    phone: phones[0] ?? '',
    names: words(nameFields),
    phones,
    // Of two statements that it became a file is the one that keeps it.
    madeOn: made.includes(null) ? null : (made[0] ?? null),
    becoming: said.includes(null) ? null : (said.map(dayOnItsWay).find((day) => day !== null) ?? null),
    appointments: answers.entries(appointmentGroup).flatMap((entry) => {
      const day = asDay(answers.value('appointment.date', entry));
      if (day === null) return [];
      const staff = UserId.safeParse(answers.value('appointment.staff', entry)).data ?? null;
      return [{ entry, day, time: text('appointment.time', entry), staff, status: text('appointment.status', entry) ?? 'planned' }];
    }),
  };
}

function dayOnItsWay(value: AnswerValue): IsoDay | null {
  return typeof value === 'string' && value.startsWith(onItsWay) ? asDay(value.slice(onItsWay.length)) : null;
}
