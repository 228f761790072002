import { describe, expect, it } from 'vitest';
import { caseWords } from '../../../shared/cases/case-words.ts';
import { exportCase } from '../../../shared/cases/export-case.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { projectCase } from '../../../shared/cases/project-case.ts';
import { extendedCatalogue } from '../../support/extra-section.ts';
import { consentedFile, day, openFile } from './test-file.ts';

const today = day('2026-02-03');
const section = (file: ReturnType<typeof openFile>) =>
  caseProgress(extendedCatalogue, file.answers, today).sections.find((progress) => progress.section === '6');

describe('a section added to the catalogue as data alone', () => {
  it('is closed before consent', () => {
    const file = openFile(today, extendedCatalogue);
    expect(file.answer('leisure.hobby', 'Boxen')).toEqual({ ok: false, error: { type: 'ConsentMissing' } });
  });

  it('is checked, counted as complete or not, found and exported', () => {
    const file = consentedFile(today, extendedCatalogue);
    expect(section(file)).toEqual({ section: '6', shown: 5, answered: 0, gaps: 1 });

    expect(file.answer('leisure.hobby', ' Boxen ').ok).toBe(true);
    expect(file.write('leisure.story', 'Der Nachbar hat mich mitgenommen.').ok).toBe(true);
    expect(file.answer('leisure.since', '2024-09-01').ok).toBe(true);
    expect(file.answer('leisure.since', '2030-01-01').ok).toBe(false);
    expect(file.answer('leisure.place', 'club').ok).toBe(true);
    expect(file.answer('leisure.place', 'moon').ok).toBe(false);
    expect(file.answer('leisure.hours', 4).ok).toBe(true);
    expect(file.answer('leisure.hours', 61).ok).toBe(false);
    expect(section(file)).toEqual({ section: '6', shown: 5, answered: 5, gaps: 0 });

    expect(caseWords(extendedCatalogue, file.caseState, file.person)).toEqual([
      { field: 'leisure.hobby', text: 'Boxen' },
      { field: 'leisure.story', text: 'Der Nachbar hat mich mitgenommen.' },
      { field: 'leisure.place', text: 'Sportverein' },
    ]);

    const exported = exportCase(extendedCatalogue, file.caseState, file.person).sections.find(({ id }) => id === '6');
    expect(exported?.fields.map((field) => [field.label, field.text ?? field.values[0]?.display])).toEqual([
      ['Lieblingsbeschäftigung', 'Boxen'],
      ['Wie es dazu kam', 'Der Nachbar hat mich mitgenommen.'],
      ['Dabei seit', '01.09.2024'],
      ['Wo', 'Sportverein'],
      ['Stunden in der Woche', '4 Stunden'],
    ]);
  });

  it('joins the gaps of the case list and the one key that makes the rest unknown', () => {
    const file = consentedFile(today, extendedCatalogue);
    const gaps = () =>
      projectCase({ ...file, caseState: file.caseState, person: file.person, today, changedAt: '2026-02-03T10:00:00Z' }).row.gaps;
    const before = gaps();
    file.fill('6');
    expect(gaps()).toBe(before - 1);
    expect(file.answers.value('leisure.hobby')).toEqual({ special: 'unknown' });
  });
});
