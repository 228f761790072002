import { end, list, set } from './absences.ts';
import { day } from './day-sheet.ts';
import { sinceAway } from './since-away.ts';

export const absences = { list, set, end, sinceAway, day };
