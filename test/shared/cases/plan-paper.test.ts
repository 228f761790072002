import { describe, expect, it } from 'vitest';
import { planPaper, type PlanPaper } from '../../../shared/cases/plan-paper.ts';
import { consentedFile, day, type TestFile } from './test-file.ts';

const today = day('2026-02-03');
const frame = { officeName: 'JMD Nordheide', training: true, caseworkerName: 'Jonas Brandt', version: 1, day: today };
const paper = (file: TestFile): PlanPaper => planPaper(file.catalogue, file.answers, frame);

function ahmad(): TestFile {
  const file = consentedFile(today);
  file.answer('person.first_name', 'Ahmad');
  file.answer('person.single_name', true);
  return file;
}

function addStep(file: TestFile, parent: Parameters<TestFile['add']>[1], answers: Readonly<Record<string, string>>) {
  const step = file.add('action_step', parent);
  for (const [field, value] of Object.entries(answers)) file.answer(`action_step.${field}`, value, step);
  return step;
}

describe('the plan on paper', () => {
  it('is empty before there is a goal', () => {
    expect(paper(ahmad()).areas).toEqual([]);
    const file = ahmad();
    file.add('goal');
    expect(paper(file).areas).toEqual([]);
  });

  it('shows goals in her own words by area, with sub-goals and steps', () => {
    const file = ahmad();
    const work = file.add('goal');
    file.write('goal.description', 'Ich will Elektriker werden', work);
    file.answer('goal.area', 'vocational', work);
    file.answer('goal.target_date', '2027-08-01', work);
    const german = file.add('goal');
    file.write('goal.description', 'B1 schaffen', german);
    file.answer('goal.area', 'language', german);
    file.answer('goal.attainment', 'reached', german);
    const subgoal = file.add('subgoal', work);
    file.write('subgoal.description', 'Ein Praktikum machen', subgoal);
    addStep(file, subgoal, {
      task: 'Drei Betriebe anrufen',
      responsible: 'young_person',
      due_date: '2026-02-20',
      status: 'done',
    });
    addStep(file, work, { task: 'Lebenslauf prüfen', responsible: 'jmd_staff' });
    file.write('integration_plan.jmd_contribution', ' Wir helfen bei der Bewerbung. ');
    file.answer('integration_plan.next_review', '2026-05-04');

    expect(paper(file)).toEqual({
      template: 'plan',
      language: 'de',
      agreed: false,
      ...frame,
      personName: 'Ahmad',
      jmdContribution: 'Wir helfen bei der Bewerbung.',
      nextReview: '2026-05-04',
      areas: [
        {
          label: 'Deutsch lernen',
          goals: [{ text: 'B1 schaffen', until: null, reached: true, subgoals: [], steps: [] }],
        },
        {
          label: 'Ausbildung und Arbeit',
          goals: [
            {
              text: 'Ich will Elektriker werden',
              until: '2027-08-01',
              reached: false,
              subgoals: [
                {
                  text: 'Ein Praktikum machen',
                  done: false,
                  steps: [{ task: 'Drei Betriebe anrufen', who: 'Ahmad', until: '2026-02-20', done: true }],
                },
              ],
              steps: [{ task: 'Lebenslauf prüfen', who: 'JMD', until: null, done: false }],
            },
          ],
        },
      ],
    });
  });

  it.each([
    [{ responsible: 'young_person' }, 'Ahmad'],
    [{ responsible: 'jmd_staff' }, 'JMD'],
    [{ responsible: 'family' }, 'Familie'],
    [{ responsible: 'family', responsible_name: 'Onkel Karim' }, 'Onkel Karim'],
    [{ responsible: 'institution', institution: 'school' }, 'Schule'],
    [{ responsible: 'institution', institution: 'school', responsible_name: 'BBS Soltau' }, 'BBS Soltau'],
    [{ responsible: 'institution' }, 'Institution'],
    [{ responsible: 'volunteer' }, 'vertraute Person'],
    [{ responsible: 'other' }, ''],
    [{}, ''],
  ] as const)('says who does it: %j → "%s"', (answers, who) => {
    const file = ahmad();
    addStep(file, file.add('goal'), { task: 'Etwas tun', ...answers });
    expect(paper(file).areas[0]?.goals[0]?.steps[0]?.who).toBe(who);
  });

  it('says "ich" for somebody without a first name', () => {
    const file = consentedFile(today);
    addStep(file, file.add('goal'), { task: 'Etwas tun', responsible: 'young_person' });
    expect(paper(file).areas[0]?.goals[0]?.steps[0]?.who).toBe('ich');
  });

  it('leaves off what was dropped, and what was taken away', () => {
    const file = ahmad();
    const goal = file.add('goal');
    file.write('goal.description', 'Ziel', goal);
    addStep(file, goal, { task: 'entfällt', status: 'cancelled' });
    addStep(file, goal, {});
    file.retire(addStep(file, goal, { task: 'weg' }));
    const dropped = file.add('goal');
    file.write('goal.description', 'nicht mehr wichtig', dropped);
    file.answer('goal.attainment', 'no_longer_relevant', dropped);
    expect(paper(file).areas).toEqual([
      { label: 'Weitere Ziele', goals: [{ text: 'Ziel', until: null, reached: false, subgoals: [], steps: [] }] },
    ]);
  });

  it('shows a goal that was not reached as one still on its way', () => {
    const file = ahmad();
    const goal = file.add('goal');
    file.write('goal.description', 'Ziel', goal);
    file.answer('goal.attainment', 'not_reached', goal);
    expect(paper(file).areas[0]?.goals[0]?.reached).toBe(false);
    expect(JSON.stringify(paper(file))).not.toContain('erreicht');
  });

  it('holds nothing of the file but the plan and the name', () => {
    const file = ahmad();
    const goal = file.add('goal');
    file.write('goal.description', 'Ziel', goal);
    const fields = file.catalogue.fields.filter(
      (field) =>
        field.group === undefined &&
        (field.type === 'text' || field.type === 'longtext') &&
        !['person.first_name', 'person.last_name', 'person.call_name', 'integration_plan.jmd_contribution'].includes(field.id),
    );
    for (const field of fields) {
      const canary = field.maxLength === 5 ? '03351' : 'Kanarie';
      if (field.type === 'longtext') file.write(field.id, canary);
      else file.answer(field.id, canary);
    }
    file.append('case', { type: 'answer', entry: null, field: 'case.case_number', value: 'Kanarie-1', base: [] });
    file.answer('case.date_of_birth', '2008-11-17');
    file.answer('person.citizenship_1', '423');
    file.answer('person.residence_status', 'toleration');
    const helper = file.add('helper');
    file.answer('helper.name', 'Kanarie', helper);
    expect(JSON.stringify(paper(file))).not.toMatch(/Kanarie|03351|2008|Afghanistan|423|Duldung|toleration/);
  });

  it.each([
    ['draft', false],
    ['agreed', true],
    ['under_review', true],
    ['declined', false],
  ])('with the plan %s is an agreement: %s', (status, agreed) => {
    const file = consentedFile(today);
    file.answer('integration_plan.status', status);
    expect(paper(file).agreed).toBe(agreed);
  });
});
