import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { consentField, consentGiven } from '../../../shared/cases/consent.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { projectCase } from '../../../shared/cases/project-case.ts';
import { decideAddEntry } from '../../../shared/cases/decide-entry.ts';
import { decideTextEdit } from '../../../shared/cases/decide-answer.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, openFile, selin, type TestFile } from './test-file.ts';

const today = day('2026-02-03');

/** Something the field would take. */
function sample(field: Field): AnswerValue {
  switch (field.type) {
    case 'text':
      return field.pattern === undefined ? 'Wort' : '03351';
    case 'date':
      return '2026-02-01';
    case 'year_month':
      return '2026-01';
    case 'integer':
    case 'decimal':
      return field.min ?? 1;
    case 'boolean':
      return true;
    case 'choice':
      return currentCatalogue.codes(field.codeList ?? '')[0]?.code ?? null;
    case 'multichoice':
      return currentCatalogue
        .codes(field.codeList ?? '')
        .slice(0, 1)
        .map((c) => c.code);
    case 'staff':
    case 'reference':
      return selin;
    case 'longtext':
    case 'automatic':
      return { special: 'unknown' };
  }
}

const recordFields = currentCatalogue.fields.filter((field) => field.group === undefined && field.type !== 'automatic');
const closed = recordFields.filter((field) => field.beforeConsent !== true);
const open = recordFields.filter((field) => field.beforeConsent === true);

describe('before consent', () => {
  it.each(closed.map((field) => [field.id, field] as const))('%s takes nothing', (_id, field) => {
    const file = openFile(today);
    expect(file.answer(field.id, sample(field))).toEqual({ ok: false, error: { type: 'ConsentMissing' } });
    if (field.type === 'longtext') expect(file.write(field.id, 'Wort')).toEqual({ ok: false, error: { type: 'ConsentMissing' } });
  });

  it.each(open.map((field) => [field.id, field] as const))('%s takes input', (_id, field) => {
    expect(openFile(today).answer(field.id, sample(field)).ok).toBe(true);
  });

  it('no name, no free text, no birth date and nothing on the card is open', () => {
    const wrong = open.filter((field) => field.type === 'text' || field.type === 'longtext' || field.record === 'person');
    expect(wrong).toEqual([]);
    expect(open.map((field) => field.id)).not.toContain('case.date_of_birth');
  });

  it('exactly this is open: what domain.md §4 row 14 allows, and what ending and withdrawing need', () => {
    expect(open.map((field) => field.id)).toEqual([
      'case.caseworker_id',
      'case.deputy_staff_id',
      'case.support_form',
      'case.inquiry_date',
      'case.first_interview_date',
      'consent.data_processing_status',
      'consent.data_processing_date',
      'consent.granted_by',
      'consent.text_language',
      'consent.withdrawn_date',
      'case.gender',
      'case.access_path',
      'case.initial_concern',
      'case.screening_covered',
      'case.screening_result',
      'consent.case_management_informed_on',
      'consent.case_management_agreed',
      'consent.case_management_agreed_on',
      'consent.disclosure_to_third_parties',
      'consent.cooperation_with_third_parties',
      'consent.parents_may_be_informed',
      'case.counselling_start',
      'case.counselling_end',
      'case.cm_end',
      'evaluation.end_reason',
    ]);
  });

  it.each(currentCatalogue.groupsIn(null).map((group) => group.id))('no entry of %s can be added', (group) => {
    const wish = { ...openFile(today), entry: EntryId.parse('e'.repeat(32)), group, parent: null };
    const { caseState, person, catalogue } = openFile(today);
    expect(decideAddEntry({ ...wish, caseState, person, catalogue })).toEqual({ ok: false, error: { type: 'ConsentMissing' } });
  });
});

describe('with consent', () => {
  it.each(recordFields.map((field) => [field.id, field] as const))('%s takes input', (_id, field) => {
    const file = consentedFile(today);
    const result = field.type === 'longtext' ? file.write(field.id, 'Wort') : file.answer(field.id, sample(field));
    expect(result.ok).toBe(true);
  });

  it.each(['refused', 'withdrawn', 'pending'])('a change to %s closes the file at once', (status) => {
    const file = consentedFile(today);
    file.answer('consent.data_processing_status', status);
    expect(file.answer('person.last_name', 'Haydari')).toEqual({ ok: false, error: { type: 'ConsentMissing' } });
    expect(file.answer('evaluation.end_reason', 'consent_withdrawn').ok).toBe(true);
  });

  it('a withdrawal recorded apart on another PC counts until somebody decides', () => {
    const file = consentedFile(today);
    file.answerApart('consent.data_processing_status', 'withdrawn');
    expect(consentGiven(file.caseState)).toBe(false);
    file.answer('consent.data_processing_status', 'granted');
    expect(consentGiven(file.caseState)).toBe(true);
  });
});

describe('row, progress and gate say the same of the consent', () => {
  const told = (file: TestFile): unknown => {
    const { answers, caseState } = file;
    const { row } = projectCase({ catalogue: file.catalogue, caseState, person: file.person, today, changedAt: '2026-02-03T10:00:00Z' });
    const gaps = caseProgress(file.catalogue, answers, today).gaps.map(({ field }) => file.catalogue.field(field));
    return { gate: consentGiven(caseState), row: row.consent, asksBehindTheGate: gaps.some((field) => field?.beforeConsent !== true) };
  };

  it.each(['withdrawn', 'refused', 'pending', null])('where one PC says granted and another %s', (other) => {
    for (const [first, second] of [['granted', other], [other, 'granted']] as const) {
      const file = openFile(today);
      file.answer(consentField, first);
      file.answerApart(consentField, second);
      expect(told(file)).toEqual({ gate: false, row: other ?? 'not_asked', asksBehindTheGate: false });
    }
  });

  it('a withdrawal is shown before any other statement', () => {
    const file = openFile(today);
    file.answer(consentField, 'pending');
    file.answerApart(consentField, 'withdrawn');
    file.answerApart(consentField, 'granted');
    expect(told(file)).toMatchObject({ gate: false, row: 'withdrawn' });
  });

  it('where everybody says granted, and where nobody was asked', () => {
    const file = openFile(today);
    expect(told(file)).toEqual({ gate: false, row: 'not_asked', asksBehindTheGate: false });
    file.answer(consentField, 'granted');
    file.answerApart(consentField, 'granted');
    expect(told(file)).toEqual({ gate: true, row: 'granted', asksBehindTheGate: true });
  });
});

describe('a place that is not there', () => {
  const entry = EntryId.parse('f'.repeat(32));

  it('is refused with the reason', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    expect(file.answer('no.where', 'x')).toEqual({ ok: false, error: { type: 'FieldUnknown' } });
    expect(file.answer('goal.area', 'language', entry)).toEqual({ ok: false, error: { type: 'EntryUnknown' } });
    expect(file.answer('goal.area', 'language')).toEqual({ ok: false, error: { type: 'EntryUnknown' } });
    expect(file.answer('subgoal.until', '2026-05-01', goal)).toEqual({ ok: false, error: { type: 'FieldUnknown' } });
    expect(file.answer('case.gender', 'w', goal)).toEqual({ ok: false, error: { type: 'FieldUnknown' } });
  });

  it('a long text takes words as text only, and a short one as an answer only', () => {
    const file = consentedFile(today);
    const goal = file.add('goal');
    expect(file.answer('goal.description', 'Elektriker', goal).ok).toBe(false);
    expect(file.answer('goal.description', { special: 'not_asked' }, goal).ok).toBe(true);
    expect(
      decideTextEdit({ ...file, caseState: file.caseState, person: file.person, field: 'person.last_name', entry: null }).ok,
    ).toBe(false);
  });
});
