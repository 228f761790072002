import { describe, expect, it } from 'vitest';
import type { CaseProjection } from '../../../db/contract/cases.ts';
import { caseWords } from '../../../shared/cases/case-words.ts';
import { projectCase } from '../../../shared/cases/project-case.ts';
import { consentedFile, day, openFile, selin } from './test-file.ts';

const today = day('2026-02-03');
const changedAt = '2026-02-03T10:00:00Z';

describe('what is kept beside the history', () => {
  it('is a row for the list, the dates and the words', () => {
    const file = consentedFile(today);
    file.append('case', { type: 'answer', entry: null, field: 'case.case_number', value: 'NI-0417-2026-0001', base: [] });
    file.answer('case.caseworker_id', selin);
    file.answer('case.support_form', 'counselling');
    file.answer('case.date_of_birth', '2008-01-01');
    file.answer('person.last_name', 'Haydari');
    file.answer('person.first_name', 'Amira');
    file.answer('integration_plan.next_review', '2026-04-01');

    const { row, dues, words } = projectCase({ ...file, caseState: file.caseState, person: file.person, today, changedAt });
    expect(row).toEqual({
      id: file.caseState.record,
      number: 'NI-0417-2026-0001',
      name: 'Haydari, Amira',
      born: '2008-01-01',
      supportForm: 'counselling',
      status: 'open',
      consent: 'granted',
      deputy: null,
      shielded: false,
      cardInside: false,
      caseworker: selin,
      nextDate: '2026-04-01',
      gaps: row.gaps,
      changedAt,
    });
    expect(row.gaps).toBeGreaterThan(0);
    expect(dues.map(({ day: on, kind }) => [on, kind])).toEqual([
      ['2026-04-01', 'review'],
      ['2026-08-03', 'inactive'],
      ['2026-10-20', 'inactive'],
      ['2035-01-01', 'age_limit'],
    ]);
    expect(words).toContainEqual({ field: null, text: 'Haydari' });
  });

  it('of an empty file has neither name nor birth date', () => {
    const file = openFile(today);
    const { row } = projectCase({ ...file, caseState: file.caseState, person: file.person, today, changedAt });
    expect(row).toMatchObject({
      name: '',
      born: null,
      supportForm: null,
      consent: 'not_asked',
      caseworker: null,
      nextDate: null,
    });
  });

  it('does without the card where its door is closed', () => {
    const file = consentedFile(today);
    file.answer('person.last_name', 'Haydari');
    const { row, words } = projectCase({ ...file, caseState: file.caseState, person: undefined, today, changedAt });
    expect(row.name).toBe('');
    expect(JSON.stringify(words)).not.toContain('Haydari');
  });

  it('has the shape the store asks for', () => {
    const file = openFile(today);
    const projected = projectCase({ ...file, caseState: file.caseState, person: file.person, today, changedAt });
    const stored: CaseProjection = { ...projected, facts: {} };
    expect(Object.keys(stored).sort()).toEqual(['alike', 'dues', 'facts', 'row', 'words']);
  });
});

describe('the words of a case', () => {
  const words = (file: ReturnType<typeof consentedFile>) => caseWords(file.catalogue, file.caseState, file.person);

  it('find a person by every spelling, the Rufname, both phones and the birth date', () => {
    const file = consentedFile(today);
    file.answer('person.last_name', 'Haidari');
    file.answer('person.call_name', 'Mira');
    file.answer('person.other_spellings', 'Heydari, Haydari');
    file.answer('person.phone', '0176 123 456 78');
    file.answer('person.phone_2', '05191 4711');
    file.answer('case.date_of_birth', '2008-01-01');
    expect(words(file)).toEqual([
      { field: null, text: '01.01.2008' },
      { field: null, text: '1.1.2008' },
      { field: null, text: 'Haidari' },
      { field: null, text: 'Mira' },
      { field: null, text: 'Heydari, Haydari' },
      { field: null, text: '0176 123 456 78' },
      { field: null, text: '05191 4711' },
    ]);
  });

  it('never hold an address', () => {
    const file = consentedFile(today);
    file.answer('person.street', 'Geheimer Weg 7');
    file.answer('guardian.name', 'niemand');
    expect(words(file)).toEqual([]);
  });

  it('name the field that texts stand in and leave out what was taken away', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    file.write('goal.description', 'Elektriker werden', goal);
    const step = file.add('action_step', goal);
    file.answer('action_step.task', 'Praktikum suchen', step);
    expect(words(file)).toEqual([
      { field: 'goal.description', text: 'Elektriker werden' },
      { field: 'action_step.task', text: 'Praktikum suchen' },
    ]);
    file.retire(goal);
    expect(words(file)).toEqual([]);
  });

  it('hold both of two statements and the labels of codes', () => {
    const file = consentedFile(today);
    file.answerApart('person.last_name', 'Haydari');
    file.answerApart('person.last_name', 'Heydari');
    file.answer('case.initial_concern', ['work', 'housing']);
    expect(
      words(file)
        .map((word) => word.text)
        .sort(),
    ).toEqual(['Arbeit, Wohnen', 'Haydari', 'Heydari']);
  });
});
