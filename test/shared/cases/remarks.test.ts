import { expect, it } from 'vitest';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { consentedFile, day } from './test-file.ts';

it.each([
  ['2012-02-04', 'young_person', true],
  ['2012-02-03', 'young_person', false],
  ['2012-02-04', 'both', false],
  ['2012-02-04', 'legal_guardian', false],
])('a consent of somebody born on %s, given by %s, asks for a note on maturity: %s', (born, by, asks) => {
  const file = consentedFile(day('2026-02-03'));
  file.answer('case.date_of_birth', born);
  file.answer('consent.data_processing_date', '2026-02-03');
  file.answer('consent.granted_by', by);
  const remarks = caseProgress(file.catalogue, file.answers, day('2026-02-03')).remarks.filter(({ field }) => field === 'consent.granted_by');
  expect(remarks.map(({ text }) => text.includes('Einsichtsfähigkeit'))).toEqual(asks ? [true] : []);

  if (!asks) return;
  expect(remarks[0]?.text).toContain('in die Notiz zum Kontakt vom 03.02.2026');
  const contact = file.add('contact');
  file.answer('contact.date', '2026-02-03', contact);
  const left = () => caseProgress(file.catalogue, file.answers, day('2026-02-03')).remarks.filter(({ field }) => field === 'consent.granted_by').length;
  expect(left()).toBe(1);
  file.write('contact.note', 'Er hat in eigenen Worten gesagt, was gespeichert wird und dass er es zurücknehmen kann.', contact);
  expect(left()).toBe(0);
});
