import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { displayAnswer } from '../../../shared/catalogue/display.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { extendedCatalogue } from '../../support/extra-section.ts';

const examples: readonly (readonly [string, AnswerValue, string])[] = [
  ['case.first_interview_date', '2026-02-28', '28.02.2026'],
  ['person.entry_year_month', '2024-11', '11/2024'],
  ['case.gender', 'w', 'weiblich'],
  ['case.initial_concern', ['language', 'work'], 'Deutsch, Kurse, Arbeit'],
  ['person.citizenship_1', '423', 'Afghanistan'],
  ['case.gender', { special: 'unknown' }, 'unbekannt'],
  ['case.gender', { special: 'not_stated' }, 'keine Angabe'],
  ['case.gender', { special: 'not_asked' }, 'nicht gefragt'],
  ['case.gender', { special: 'not_recorded' }, 'bewusst nicht erhoben'],
  ['person.residence_obligation', true, 'ja'],
  ['person.residence_obligation', false, 'nein'],
  ['case.gender', null, ''],
  ['person.last_name', 'Haydari', 'Haydari'],
  ['person.last_name', '2026-02-28', '2026-02-28'],
  ['case.status', 'closed', 'beendet'],
  ['case.last_activity_date', '2026-02-03', '03.02.2026'],
  ['case.gender', 'code_of_a_later_edition', 'code_of_a_later_edition'],
  ['leisure.hours', 1200, '1.200 Stunden'],
];

describe('an answer in German', () => {
  it.each(examples)('%s %j reads "%s"', (id, value, text) => {
    const field = extendedCatalogue.field(id);
    if (field === undefined) throw new Error(`no field ${id}`);
    expect(displayAnswer(extendedCatalogue, field, value)).toBe(text);
  });

  it('names the member of staff, or shows the id of somebody gone', () => {
    const field = currentCatalogue.field('case.caseworker_id');
    if (field === undefined) throw new Error('no caseworker');
    const id = '5'.repeat(32);
    expect(displayAnswer(currentCatalogue, field, id, () => 'Selin Yıldız')).toBe('Selin Yıldız');
    expect(displayAnswer(currentCatalogue, field, id, () => undefined)).toBe(id);
  });
});
