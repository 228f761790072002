import { describe, expect, it } from 'vitest';
import { consentedFile } from '../cases/test-file.ts';
import { addGoal, addStep, addSubgoal, ahmad, planOf, today } from './a-plan.ts';

const nobody = { role: null, name: '', institution: null };

describe('the plan of a file', () => {
  it('has no goal before somebody wrote one', () => {
    expect(planOf(ahmad()).goals).toEqual([]);
    const file = ahmad();
    file.add('goal');
    expect(planOf(file).goals).toEqual([]);
  });

  it('says her goals in the order of the areas, with sub-goals and steps, and in her language where somebody wrote it', () => {
    const file = ahmad();
    const work = addGoal(file, 'Ich will Elektriker werden', { area: 'vocational', target_date: '2027-08-01' });
    file.write('goal.translation', 'I want to become an electrician', work);
    const german = addGoal(file, 'B1 schaffen', { area: 'language', attainment: 'reached' });
    const subgoal = addSubgoal(file, work, 'Ein Praktikum machen', { from: '2026-03-01', until: '2026-05-31', attainment: 'partly_reached' });
    const call = addStep(file, subgoal, { task: 'Drei Betriebe anrufen', responsible: 'young_person', start_date: '2026-02-04', due_date: '2026-02-20', status: 'done', pictogram: 'phone' });
    const check = addStep(file, work, { task: 'Lebenslauf prüfen', translation: 'Check the CV', responsible: 'jmd_staff', status: 'in_progress' });
    file.write('integration_plan.jmd_contribution', ' Wir helfen bei der Bewerbung. ');
    file.answer('integration_plan.next_review', '2026-05-04');
    const other = file.add('other_plan');
    file.answer('other_plan.kind', 'jobcenter', other);
    file.answer('other_plan.lead', 'jmd', other);

    expect(planOf(file)).toEqual({
      sentence: { text: 'Ich will Elektriker werden', translation: 'I want to become an electrician' },
      goals: [
        { id: german, text: 'B1 schaffen', translation: '', area: 'language', until: null, state: 'reached', turn: 'now', subgoals: [], steps: [] },
        {
          id: work,
          text: 'Ich will Elektriker werden',
          translation: 'I want to become an electrician',
          area: 'vocational',
          until: '2027-08-01',
          state: 'open',
          turn: 'now',
          subgoals: [
            {
              id: subgoal,
              text: 'Ein Praktikum machen',
              translation: '',
              from: '2026-03-01',
              until: '2026-05-31',
              state: 'partly_reached',
              steps: [
                { id: call, text: 'Drei Betriebe anrufen', translation: '', who: { ...nobody, role: 'young_person' }, from: '2026-02-04', until: '2026-02-20', state: 'done', pictogram: 'phone' },
              ],
            },
          ],
          steps: [{ id: check, text: 'Lebenslauf prüfen', translation: 'Check the CV', who: { ...nobody, role: 'jmd_staff' }, from: null, until: null, state: 'in_progress', pictogram: null }],
        },
      ],
      jmdContribution: { text: 'Wir helfen bei der Bewerbung.', translation: '' },
      otherPlans: [{ kind: 'jobcenter', lead: 'jmd' }],
      nextReview: '2026-05-04',
      agreement: { state: 'draft', on: null, signed: null, readTogetherOn: null },
    });
  });

  it.each([
    [{ responsible: 'young_person', responsible_name: 'Ahmad' }, { role: 'young_person', name: '', institution: null }],
    [{ responsible: 'jmd_staff' }, { role: 'jmd_staff', name: '', institution: null }],
    [{ responsible: 'family', responsible_name: ' Onkel Karim ' }, { role: 'family', name: 'Onkel Karim', institution: null }],
    [{ responsible: 'institution', institution: 'school' }, { role: 'institution', name: '', institution: 'school' }],
    [{ responsible: 'institution', institution: 'school', responsible_name: 'BBS Soltau' }, { role: 'institution', name: 'BBS Soltau', institution: 'school' }],
    [{ responsible: 'institution', institution: 'foreigners_authority' }, { role: 'institution', name: '', institution: null }],
    [{ responsible: 'institution', institution: 'health_service' }, { role: 'institution', name: '', institution: null }],
    [{ responsible: 'volunteer', institution: 'school' }, { role: 'volunteer', name: '', institution: null }],
    [{}, nobody],
  ])('says who does it, and no institution that tells too much: %j', (answers, who) => {
    const file = ahmad();
    addStep(file, addGoal(file, 'Ziel'), { task: 'Etwas tun', ...answers });
    expect(planOf(file).goals[0]?.steps[0]?.who).toEqual(who);
  });

  it('never says the name of a trusted person that stands in the file', () => {
    const file = ahmad();
    const helper = file.add('helper');
    file.answer('helper.name', 'Gisela Petersen', helper);
    const step = addStep(file, addGoal(file, 'Ziel'), { task: 'Zusammen üben', responsible: 'volunteer' });
    file.answer('action_step.helper', helper, step);
    expect(JSON.stringify(planOf(file))).not.toContain('Petersen');
  });

  it('leaves off what is not wanted any more, what was taken away, and what nobody worded', () => {
    const file = ahmad();
    const goal = addGoal(file, 'Ziel');
    addStep(file, goal, { task: 'entfällt', status: 'cancelled' });
    addStep(file, goal, {});
    file.retire(addStep(file, goal, { task: 'weg' }));
    addSubgoal(file, goal, 'nicht mehr', { attainment: 'no_longer_relevant' });
    addGoal(file, 'nicht mehr wichtig', { attainment: 'no_longer_relevant' });
    expect(planOf(file).goals).toMatchObject([{ text: 'Ziel', area: 'other', steps: [], subgoals: [] }]);
  });

  it('puts the steps of a sub-goal nobody worded below the goal', () => {
    const file = ahmad();
    const goal = addGoal(file, 'Ziel');
    addStep(file, file.add('subgoal', goal), { task: 'Anrufen' });
    expect(planOf(file).goals).toMatchObject([{ subgoals: [], steps: [{ text: 'Anrufen' }] }]);
  });

  it('has no word for what was not reached: it is still ahead', () => {
    const file = ahmad();
    addSubgoal(file, addGoal(file, 'Ziel', { attainment: 'not_reached' }), 'Unterziel', { attainment: 'not_reached' });
    expect(planOf(file).goals).toMatchObject([{ state: 'open', subgoals: [{ state: 'open' }] }]);
    expect(JSON.stringify(planOf(file))).not.toContain('not_');
  });

  it('says her own sentence, else the first goal of now that is still ahead', () => {
    const file = ahmad();
    addGoal(file, 'Deutsch lernen', { area: 'language', attainment: 'reached' });
    addGoal(file, 'Später ausziehen', { area: 'social', turn: 'later' });
    addGoal(file, 'Elektriker werden', { area: 'vocational' });
    expect(planOf(file).sentence).toEqual({ text: 'Elektriker werden', translation: '' });
    file.answer('integration_plan.sentence_translation', 'I can do it');
    expect(planOf(file).sentence).toEqual({ text: 'Elektriker werden', translation: '' });
    file.answer('integration_plan.sentence', 'Ich schaffe das.');
    expect(planOf(file).sentence).toEqual({ text: 'Ich schaffe das.', translation: 'I can do it' });
  });

  it('names other plans without what would tell of a disability', () => {
    const file = ahmad();
    file.add('other_plan');
    for (const [kind, lead] of [['participation', 'youth_office'], ['school', null], [null, 'jmd']] as const) {
      const plan = file.add('other_plan');
      file.answer('other_plan.kind', kind, plan);
      file.answer('other_plan.lead', lead, plan);
    }
    expect(planOf(file).otherPlans).toEqual([
      { kind: 'other', lead: 'youth_office' },
      { kind: 'school', lead: null },
      { kind: 'other', lead: 'jmd' },
    ]);
  });

  it.each([
    ['draft', 'draft'],
    ['agreed', 'agreed'],
    ['under_review', 'agreed'],
    ['declined', 'declined'],
  ])('that is %s prints as %s', (status, state) => {
    const file = consentedFile(today);
    file.answer('integration_plan.status', status);
    file.answer('integration_plan.signed_on', '2026-02-02');
    file.answer('integration_plan.signature_state', 'not_signed');
    file.answer('integration_plan.read_together_on', '2026-02-01');
    expect(planOf(file).agreement).toEqual({ state, on: state === 'agreed' ? '2026-02-02' : null, signed: state === 'agreed' ? false : null, readTogetherOn: '2026-02-01' });
  });

  it('takes "unbekannt" for nothing said', () => {
    const file = ahmad();
    const goal = addGoal(file, 'Ziel');
    file.answer('goal.target_date', { special: 'unknown' }, goal);
    file.answer('integration_plan.next_review', { special: 'not_stated' });
    expect(planOf(file)).toMatchObject({ nextReview: null, goals: [{ until: null, state: 'open' }] });
  });
});

describe('now and later', () => {
  const turns = (file: ReturnType<typeof ahmad>) => planOf(file).goals.map(({ text, turn }) => [text, turn]);

  it('three goals are worked on, as ranked in the file; the others come later', () => {
    const file = ahmad();
    for (const [text, area] of [['A', 'vocational'], ['B', 'social'], ['C', 'language'], ['D', 'language']] as const) addGoal(file, text, { area });
    expect(turns(file)).toEqual([['C', 'now'], ['D', 'later'], ['B', 'now'], ['A', 'now']]);
  });

  it('what was chosen for now goes first, what was chosen for later waits, what is reached takes nobody’s place', () => {
    const file = ahmad();
    addGoal(file, 'A');
    addGoal(file, 'B', { turn: 'later' });
    addGoal(file, 'C', { attainment: 'reached' });
    addGoal(file, 'D');
    addGoal(file, 'E', { turn: 'now' });
    addGoal(file, 'F', { turn: 'now' });
    expect(turns(file)).toEqual([['A', 'now'], ['B', 'later'], ['C', 'now'], ['D', 'later'], ['E', 'now'], ['F', 'now']]);
  });

  it('never more than three, also where more were chosen', () => {
    const file = ahmad();
    for (const text of ['A', 'B', 'C', 'D']) addGoal(file, text, { turn: 'now' });
    expect(turns(file)).toEqual([['A', 'now'], ['B', 'now'], ['C', 'now'], ['D', 'later']]);
  });
});
