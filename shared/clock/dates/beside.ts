/** What lies beside the files and deletes itself: Vormerkungen and persönliche Arbeitsnotizen. Shown where each of them stands. */
import { noteDays } from '../../cases/work-note.ts';
import { addDays, germanDay, type IsoDay } from '../../domain/day.ts';
import { deleteDayOf } from '../../people/card-of.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

/** Why something is still there although its day has come: by a calendar nobody believes, or because its file is held. */
export type StillThere = 'day_untrusted' | 'held';

const untilThen: Readonly<Record<StillThere, string>> = {
  day_untrusted: 'Dem Datum dieses PC glaubt Lotse nicht: Bis die Leitung den Tag unter „Fristen“ bestätigt, wird nichts gelöscht.',
  held: 'Etwas hält die Akte (eine Löschsperre, ein offener Antrag oder eine Einschränkung): So lange bleibt auch die Notiz.',
};

export function preRegistrationDate(madeOn: IsoDay, why: StillThere | null): ClockDate {
  const day = deleteDayOf(madeOn);
  const goes = why === null ? `wird am ${germanDay(day)} gelöscht, wenn bis dahin keine Akte daraus wird.` : `vier Wochen sind um. ${untilThen[why]}`;
  return { kind: 'pre_registration', day, limit: day, entry: null, text: `Vorgemerkt am ${germanDay(madeOn)}; ${goes}`, source: sources.preRegistration };
}

export function workNoteDate(writtenOn: IsoDay, why: StillThere | null): ClockDate {
  const day = addDays(writtenOn, noteDays);
  const goes = why === null ? `wird am ${germanDay(day)} gelöscht, mit dem Ende der Begleitung schon früher.` : `ihre Zeit ist um. ${untilThen[why]}`;
  return { kind: 'work_note', day, limit: day, entry: null, text: `Arbeitsnotiz vom ${germanDay(writtenOn)}; ${goes}`, source: sources.workNote };
}
