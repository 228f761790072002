/** What lies beside the files and deletes itself: Vormerkungen and persönliche Arbeitsnotizen. */
import { noteDays } from '../../cases/work-note.ts';
import { addDays, germanDay, type IsoDay } from '../../domain/day.ts';
import { deleteDayOf } from '../../people/card-of.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

export function preRegistrationDate(madeOn: IsoDay): ClockDate {
  const day = deleteDayOf(madeOn);
  const text = `Vorgemerkt am ${germanDay(madeOn)}; löscht sich am ${germanDay(day)}, wenn bis dahin keine Akte daraus wird.`;
  return { kind: 'pre_registration', day, limit: day, entry: null, text, source: sources.preRegistration };
}

export function workNoteDate(writtenOn: IsoDay): ClockDate {
  const day = addDays(writtenOn, noteDays);
  const text = `Arbeitsnotiz vom ${germanDay(writtenOn)}; löscht sich am ${germanDay(day)}, mit dem Ende der Begleitung schon früher.`;
  return { kind: 'work_note', day, limit: day, entry: null, text, source: sources.workNote };
}
