/** Case Management: 24 months to reflect on, and what becomes of its data where the Beratung goes on. */
import { asDay } from '../../cases/as-day.ts';
import { endField, startField } from '../../cases/course.ts';
import { addMonths, germanDay, type IsoDay } from '../../domain/day.ts';
import type { ClockLook } from '../look.ts';
import { anonymisePeriod, averageManagementMonths } from '../months.ts';
import { sources } from '../sources.ts';
import type { ClockDate } from '../types.ts';

export function managementDates(look: ClockLook): readonly ClockDate[] {
  return [...averageDate(look), ...dataDate(look)];
}

function averageDate({ answers, hasEnded }: ClockLook): readonly ClockDate[] {
  const [start] = days(answers.statements(startField.case_management));
  if (hasEnded || start === undefined || !answers.statements('case.support_form').includes('case_management')) return [];
  const day = addMonths(start, averageManagementMonths);
  const text = `Case Management seit dem ${germanDay(start)}: Am ${germanDay(day)} sind es 24 Monate. Das ist ein Durchschnitt zum Nachdenken, fällig wird dadurch nichts.`;
  return [{ kind: 'management_average', day, limit: null, entry: null, text, source: sources.average }];
}

/** The end of the CM starts the clock for its data, unless she consented anew since (corrections.md, What the programme's words mean for us). */
function dataDate(look: ClockLook): readonly ClockDate[] {
  const { answers, ends, settings } = look;
  const end = days(answers.statements(endField.case_management)).at(-1);
  if (end === undefined || !answers.statements('case.support_form').includes('counselling')) return [];
  // Who ended altogether on that day or before: the whole file follows.
  if (ends.end !== null && ends.end <= end) return [];
  const consents = days(answers.statements('consent.data_processing_date'));
  if (consents.length > 0 && consents.every((day) => day >= end)) return [];
  if (!holdsManagementData(look)) return [];
  const { day, limit } = anonymisePeriod(end, settings);
  const text = `Case Management beendet am ${germanDay(end)}, die Beratung ging weiter: Plan, Anamnese und Kompetenzergebnisse bitte am ${germanDay(day)} löschen, spätestens am ${germanDay(limit)}, außer der junge Mensch willigt neu ein.`;
  return [{ kind: 'management_data', day, limit, entry: null, text, source: sources.managementData }];
}

/** Sections of the catalogue with anamnesis, competency results and plan. */
const managementSections = /^(2\.2\.|3\.|4$)/;

/** Something of it still stands in the file. What was taken away stays in the history, which goes with the file (docs/decisions/0013-rights.md, Partial forgetting). */
function holdsManagementData({ catalogue, answers, entries }: ClockLook): boolean {
  const groups = new Set(entries.map(({ group }) => group));
  return catalogue.fields.some(({ id, group, type }) => {
    if (type === 'automatic' || !managementSections.test(catalogue.sectionOf(id)?.id ?? '')) return false;
    return group === undefined ? answers.statements(id).some((value) => value !== null) || answers.text(id).trim() !== '' : groups.has(group);
  });
}

function days(said: readonly unknown[]): readonly IsoDay[] {
  return said.flatMap((value) => asDay(value as Parameters<typeof asDay>[0]) ?? []).sort();
}
