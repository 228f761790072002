import { describe, expect, it } from 'vitest';
import { casePhases, phaseRules } from '../../../shared/cases/phases.ts';
import { caseProgress } from '../../../shared/cases/progress.ts';
import { consentedFile, day, openFile, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const look = (file: TestFile) => casePhases(file.catalogue, file.answers, today);
const states = (file: TestFile) => look(file).map(({ phase, state }) => `${phase} ${state}`);
const missing = (file: TestFile, phase: number) =>
  look(file).find((one) => one.phase === phase)?.needs.filter(({ met }) => !met).map(({ text }) => text);

function screened(): TestFile {
  const file = consentedFile(today);
  file.answer('case.first_interview_date', '2026-01-12');
  file.answer('case.screening_covered', ['support_need', 'age', 'language_skills', 'willingness']);
  return file;
}

function admitted(): TestFile {
  const file = screened();
  file.answer('case.screening_result', 'cm_indicated');
  file.answer('case.cm_admission_check', ['long_term_need', 'able_to_reflect', 'willing', 'consent_signed']);
  file.answer('consent.case_management_informed_on', '2026-01-19');
  file.answer('consent.case_management_agreed', true);
  return file;
}

function planned(status: string): TestFile {
  const file = admitted();
  file.answer('education.status_start', 'language_course');
  file.answer('competency_assessment.available', 'yes_own');
  file.write('competency_result.strengths', 'Spricht vier Sprachen.');
  file.answer('competency_result.support_needs', ['language']);
  const goal = file.add('goal');
  const step = file.add('action_step', goal);
  file.answer('action_step.responsible', 'young_person', step);
  file.answer('action_step.due_date', '2026-04-01', step);
  file.answer('integration_plan.status', status);
  return file;
}

describe('the five phases', () => {
  it('begin with the first talk, whatever is there', () => {
    expect(states(openFile(today))).toEqual(['1 current', '4 open', '5 open']);
  });

  it('of a Beratung are three: she is asked for no plan', () => {
    const file = screened();
    file.answer('case.support_form', 'counselling');
    file.answer('case.screening_result', 'counselling_sufficient');
    expect(states(file)).toEqual(['1 done', '4 current', '5 open']);
    expect(missing(file, 5)).toEqual(['Grund der Beendigung']);
  });

  it('stay with the work while there are contacts, until somebody ends it', () => {
    const file = screened();
    file.answer('case.support_form', 'counselling');
    file.answer('case.screening_result', 'counselling_sufficient');
    for (const _ of [1, 2]) file.add('contact');
    expect(states(file)).toEqual(['1 done', '4 current', '5 open']);
    file.answer('case.counselling_end', today);
    expect(states(file)).toEqual(['1 done', '4 done', '5 current']);
  });

  it('do not take the end of a Beratung that went over into a Case Management for the end', () => {
    const file = planned('agreed');
    file.answer('case.support_form', 'case_management');
    file.answer('case.counselling_end', today);
    expect(states(file)).toEqual(['1 done', '2 done', '3 done', '4 current', '5 open']);
  });

  it('name the four parts of the screening one by one', () => {
    const file = consentedFile(today);
    file.answer('case.screening_covered', ['age']);
    expect(missing(file, 1)).toEqual(['Erstgespräch', 'Beratungsbedarf besprochen', 'Sprachkenntnisse besprochen', 'Bereitschaft mitzumachen besprochen', 'Ergebnis des Screenings']);
  });

  it('name the four conditions of the Case Management and what she agreed to', () => {
    const file = screened();
    file.answer('case.screening_result', 'cm_indicated');
    expect(missing(file, 1)).toEqual([
      'längerfristiger Förderbedarf',
      'kann über die eigene Lage nachdenken',
      'will mitmachen',
      'Einwilligung unterschrieben',
      'über das Case Management informiert',
      '„Ich bin dabei!“',
    ]);
  });

  it('go on from one to the next', () => {
    expect(states(admitted())).toEqual(['1 done', '2 current', '3 open', '4 open', '5 open']);
    expect(states(planned('draft'))).toEqual(['1 done', '2 done', '3 current', '4 open', '5 open']);
    expect(states(planned('agreed'))).toEqual(['1 done', '2 done', '3 done', '4 current', '5 open']);
  });

  it('leave open what was passed over, and never hold anybody up', () => {
    const file = planned('agreed');
    file.answer('competency_assessment.available', 'planned');
    expect(states(file)).toEqual(['1 done', '2 open', '3 done', '4 current', '5 open']);
    expect(missing(file, 2)).toEqual(['Kompetenzfeststellung']);
  });

  it('are all done when the evaluation is', () => {
    const file = planned('completed');
    const contact = file.add('contact');
    file.answer('contact.date', '2026-01-30', contact);
    file.answer('integration_plan.reviewed_on', '2026-01-30');
    file.answer('case.support_form', 'case_management');
    for (const [field, value] of [
      ['case.cm_end', '2026-02-01'],
      ['evaluation.end_reason', 'goals_reached'],
      ['evaluation.final_interview', 'no_declined'],
      ['evaluation.overall_attainment', 'reached'],
      ['evaluation.offers_available', 'partly'],
      ['evaluation.feedback_rating', '4'],
      ['evaluation.destination', 'dual_training'],
    ] as const)
      file.answer(field, value);
    expect(states(file)).toEqual(['1 done', '2 done', '3 done', '4 done', '5 done']);
  });

  it('point only at fields and sections there are', () => {
    const { catalogue } = openFile(today);
    const sections = catalogue.sections.map(({ id }) => id);
    for (const { needs } of phaseRules)
      for (const { section, field } of needs) {
        expect(sections).toContain(section);
        if (field !== null) expect(catalogue.fieldsOf(section, null).map(({ id }) => id)).toContain(field);
      }
  });
});

describe('a no is an answer', () => {
  it('a refused plan leaves nothing open in its phase and no gap in it', () => {
    const file = admitted();
    file.answer('case.support_form', 'case_management');
    file.answer('integration_plan.status', 'declined');
    expect(missing(file, 3)).toEqual([]);
    const fields = caseProgress(file.catalogue, file.answers, today).gaps.map(({ field }) => field);
    expect(fields.filter((field) => ['integration_plan.signed_on', 'integration_plan.signature_state', 'integration_plan.status'].includes(field))).toEqual([]);
  });

  it('an unsigned plan that was read together is agreed, without a gap or a remark', () => {
    const file = planned('agreed');
    file.answer('integration_plan.created_on', '2026-01-20');
    file.answer('integration_plan.signature_state', 'not_signed');
    file.answer('integration_plan.signed_on', '2026-01-26');
    file.answer('integration_plan.read_together_on', '2026-01-26');
    file.answer('integration_plan.handover', 'declined');
    const { gaps, remarks } = caseProgress(file.catalogue, file.answers, today);
    expect(gaps.filter(({ field }) => field.startsWith('integration_plan.'))).toEqual([]);
    expect(remarks).toEqual([]);
    expect(missing(file, 3)).toEqual([]);
  });
});

describe('what is left open when the support ended', () => {
  it('is named at its field and keeps nobody from ending', () => {
    const file = planned('agreed');
    const contact = file.add('contact');
    file.answer('contact.date', '2026-02-02', contact);
    const [planned1, kept] = [file.add('appointment'), file.add('appointment')];
    for (const entry of [planned1, kept]) file.answer('appointment.date', '2026-02-20', entry);
    file.answer('appointment.status', 'planned', planned1);
    file.answer('appointment.status', 'cancelled', kept);
    const remarks = () => caseProgress(file.catalogue, file.answers, today).remarks.map(({ field, entry }) => [field, entry]);
    expect(remarks()).toEqual([]);
    file.answer('case.support_form', 'counselling');
    file.answer('case.counselling_end', '2026-02-01');
    const [step] = file.answers.entries('action_step');
    expect(remarks()).toEqual([['appointment.date', planned1], ['contact.date', contact], ['action_step.status', step]]);
  });
});
