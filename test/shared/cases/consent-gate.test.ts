import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';
import { consentField, consentGiven } from '../../../shared/cases/consent.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { projectCase } from '../../../shared/cases/project-case.ts';
import { takesAfterWithdrawal } from '../../../shared/cases/after-withdrawal.ts';
import { decideAddEntry } from '../../../shared/cases/decide-entry.ts';
import { decideTextEdit } from '../../../shared/cases/decide-answer.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import { consentedFile, day, openFile, selin, type TestFile } from './test-file.ts';

const today = day('2026-02-03');

/** An entry for the field, with all it stands in, past the gate: what is tried is the field. Null for a field of the record itself. */
function placeFor(file: TestFile, group: string | undefined): EntryId | null {
  if (group === undefined) return null;
  const parent = placeFor(file, file.catalogue.group(group)?.parents?.[0]);
  const entry = EntryId.parse(randomUUID().replaceAll('-', ''));
  file.append(file.catalogue.recordOfGroup(group), { type: 'addEntry', entry, group, parent, rank: 'a0' });
  return entry;
}

/** Something the field would take. */
function sample(file: TestFile, field: Field): AnswerValue {
  switch (field.type) {
    case 'text':
      return field.pattern === undefined ? 'Wort' : field.id === 'appointment.time' ? '14:30' : '03351';
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
      return selin;
    case 'reference':
      return placeFor(file, field.refersTo?.[0]);
    case 'longtext':
    case 'automatic':
      return { special: 'unknown' };
  }
}

/** Protecting a file, restricting it and requests are no answers anybody types: each is an act of its own. */
const byActs: readonly (string | undefined)[] = ['restriction', 'request'];
const typed = currentCatalogue.fields.filter((field) => field.type !== 'automatic' && field.id !== 'case.shielded' && !byActs.includes(field.group));
/** Child protection has its own basis in the law and takes input at any time. */
const closed = typed.filter((field) => field.beforeConsent !== true && field.group !== 'protection');
const open = typed.filter((field) => field.beforeConsent === true);
const missing = { ok: false, error: { type: 'ConsentMissing' } };

describe('before consent', () => {
  it.each(closed.map((field) => [field.id, field] as const))('%s takes nothing', (_id, field) => {
    const file = openFile(today);
    const place = placeFor(file, field.group);
    expect(file.answer(field.id, sample(file, field), place)).toEqual(missing);
    expect(file.answer(field.id, { special: 'unknown' }, place)).toEqual(missing);
    if (field.type === 'longtext') expect(file.write(field.id, 'Wort', place)).toEqual(missing);
  });

  it.each(open.map((field) => [field.id, field] as const))('%s takes input', (_id, field) => {
    const file = openFile(today);
    const place = placeFor(file, field.group);
    expect(file.answer(field.id, sample(file, field), place).ok).toBe(true);
  });

  it('no name, no free text, no birth date and nothing on the card but appointments is open', () => {
    const wrong = open.filter((field) => field.type === 'text' || field.type === 'longtext' || field.record === 'person');
    expect(wrong.map(({ id }) => id)).toEqual([
      'appointment.date',
      'appointment.time',
      'appointment.staff',
      'appointment.place',
      'appointment.status',
    ]);
    expect(open.map((field) => field.id)).not.toContain('case.date_of_birth');
  });

  it('exactly this is open: what domain.md §4 row 14 allows, and what contacts, appointments, ending, withdrawing, a court’s order and her rights need', () => {
    expect(open.map((field) => field.id)).toEqual([
      'case.caseworker_id',
      'case.deputy_staff_id',
      'case.support_form',
      'case.inquiry_date',
      'case.first_interview_date',
      'consent.data_processing_status',
      'consent.data_processing_date',
      'consent.data_processing_form',
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
      'consent.case_management_form',
      'consent.case_management_granted_by',
      'consent.case_management_language',
      'consent.case_management_withdrawn',
      'consent.disclosure_to_third_parties',
      'consent.cooperation_with_third_parties',
      'consent.parents_may_be_informed',
      'consent.health_data',
      'consent.health_data_date',
      'consent.health_data_form',
      'consent.health_data_granted_by',
      'consent.health_data_language',
      'consent.health_data_withdrawn',
      'case.counselling_start',
      'case.counselling_end',
      'case.cm_end',
      'case.retention_override',
      'case.retention_ground',
      'course_event.kind',
      'course_event.day',
      'course_event.reason',
      'task.kind',
      'task.due',
      'task.done_on',
      'evaluation.end_reason',
      'evaluation.paper_file_destroyed_on',
      'contact.date',
      'contact.recipient',
      'contact.form',
      'contact.channel',
      'contact.no_show',
      'contact.duration_min',
      'contact.topics',
      'contact.persons',
      'contact.place',
      'contact.language',
      'contact.participants',
      'contact.release_oral',
      'contact.travel_min',
      'contact.follow_up_on',
      'contact.follow_up_done_on',
      'appointment.date',
      'appointment.time',
      'appointment.staff',
      'appointment.place',
      'appointment.status',
      'notice.about',
      'notice.disclosure',
      'notice.due',
      'notice.done_on',
      'notice.result',
    ]);
  });

  it.each(currentCatalogue.groupsIn(null).map((group) => group.id).filter((id) => !byActs.includes(id)))(
    'an entry of %s can be added only where a field of it is open',
    (group) => {
      const added = decideAddEntry({ ...openFile(today), entry: EntryId.parse('e'.repeat(32)), group, parent: null });
      if (group === 'protection' || open.some((field) => field.group === group)) expect(added.ok).toBe(true);
      else expect(added).toEqual(missing);
    },
  );
});

describe('after a withdrawal', () => {
  const afterwards = new Set(['course_event', 'task', 'appointment', 'notice']);
  const about = typed.filter(({ group, id }) => group !== 'protection' && group !== 'disclosure' && !afterwards.has(group ?? '') && !id.startsWith('consent.'));

  it.each(about.map((field) => [field.id, field] as const))('%s takes input only where it ends or organises the work', (id, field) => {
    const file = consentedFile(today);
    file.answer('consent.health_data', 'granted');
    const place = placeFor(file, field.group);
    const given = sample(file, field);
    file.answer('consent.data_processing_status', 'withdrawn');
    const result = field.type === 'longtext' ? file.write(field.id, 'Wort', place) : file.answer(field.id, given, place);
    expect(result).toEqual(takesAfterWithdrawal(field) ? expect.objectContaining({ ok: true }) : missing);
    if (field.group !== undefined || /topics|concern|screening|gender|access/.test(id)) expect(result).toEqual(missing);
  });

  it('no talk is written down', () => {
    const file = consentedFile(today);
    file.answer('consent.data_processing_status', 'withdrawn');
    expect(decideAddEntry({ ...file, caseState: file.caseState, person: file.person, entry: EntryId.parse('e'.repeat(32)), group: 'contact', parent: null })).toEqual(missing);
  });

  it('what belongs to the end is', () => {
    const file = consentedFile(today);
    file.answer('consent.data_processing_status', 'withdrawn');
    for (const group of afterwards) expect(file.add(group)).toBeTruthy();
    expect(file.answer('evaluation.end_reason', 'other').ok).toBe(true);
    expect(file.answer('consent.data_processing_status', 'granted').ok).toBe(true);
  });
});

describe('with consent', () => {
  it.each(typed.map((field) => [field.id, field] as const))('%s takes input', (_id, field) => {
    const file = consentedFile(today);
    file.answer('consent.health_data', 'granted');
    const place = placeFor(file, field.group);
    const result =
      field.type === 'longtext' ? file.write(field.id, 'Wort', place) : file.answer(field.id, sample(file, field), place);
    expect(result.ok).toBe(true);
  });

  it.each(typed.filter(({ needs }) => needs === 'health_consent').map((field) => [field.id, field] as const))(
    '%s takes nothing without the consent to health data',
    (_id, field) => {
      const file = consentedFile(today);
      expect(file.answer(field.id, sample(file, field))).toEqual({ ok: false, error: { type: 'HealthConsentMissing' } });
    },
  );

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
    const { row } = projectCase({
      catalogue: file.catalogue,
      caseState,
      person: file.person,
      today,
      changedAt: '2026-02-03T10:00:00Z',
    });
    const gaps = caseProgress(file.catalogue, answers, today).gaps.map(({ field }) => file.catalogue.field(field));
    return {
      gate: consentGiven(caseState),
      row: row.consent,
      asksBehindTheGate: gaps.some((field) => field?.beforeConsent !== true),
    };
  };

  it.each(['withdrawn', 'refused', 'pending', null])('where one PC says granted and another %s', (other) => {
    for (const [first, second] of [
      ['granted', other],
      [other, 'granted'],
    ] as const) {
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
