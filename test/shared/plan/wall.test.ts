import { describe, expect, it } from 'vitest';
import { achievedOn } from '../../../shared/plan/achieved.ts';
import { nextAppointment } from '../../../shared/plan/appointments.ts';
import type { WallPaper } from '../../../shared/plan/papers.ts';
import { planPapers, type PlanPapers } from '../../../shared/plan/plan-papers.ts';
import { givenName } from '../../../shared/plan/wall.ts';
import { sampleWall } from '../../support/sample-plan.ts';
import { day, type TestFile } from '../cases/test-file.ts';
import { addGoal, addStep, addSubgoal, ahmad, planOf, today } from './a-plan.ts';

function papers(file: TestFile): PlanPapers {
  const { language, officeName, letterhead, training, day: made } = sampleWall;
  const { answers, caseState } = file;
  return planPapers({
    answers,
    plan: planOf(file),
    achievedOn: achievedOn(answers, caseState),
    frame: { language, officeName, letterhead, training, day: made },
    caseworkerName: 'Petra Amsel',
    phone: '05555 123-456',
    version: 1,
    today,
  });
}
const wall = (file: TestFile): WallPaper => papers(file).wall;

function addAppointment(file: TestFile, answers: Readonly<Record<string, string>>): void {
  const entry = file.add('appointment');
  for (const [field, value] of Object.entries(answers)) file.answer(`appointment.${field}`, value, entry);
}

describe('the wall sheet', () => {
  it('has first names only', () => {
    const file = ahmad();
    file.answer('person.call_name', 'Ahmo');
    expect(wall(file)).toMatchObject({ firstName: 'Ahmo', counsellor: 'Petra' });
  });

  it('shows five steps at most of the goals of now, the earliest first and her own before others’ on the same day', () => {
    const file = ahmad();
    const goal = addGoal(file, 'Ziel');
    const step = (task: string, due: string, responsible: string) => addStep(file, goal, { task, due_date: due, responsible });
    step('B vom JMD', '2026-03-01', 'jmd_staff');
    addStep(file, goal, { task: 'ohne Tag', responsible: 'young_person' });
    addStep(file, addSubgoal(file, goal, 'Unterziel'), { task: 'A im Unterziel', due_date: '2026-02-10', responsible: 'institution', institution: 'school', responsible_name: 'Herr Kranz' });
    step('B von mir', '2026-03-01', 'young_person');
    step('C', '2026-04-01', 'family');
    step('D', '2026-05-01', 'young_person');
    addStep(file, goal, { task: 'schon geschafft', due_date: '2026-02-01', status: 'done' });
    addStep(file, addGoal(file, 'Später', { turn: 'later' }), { task: 'später', due_date: '2026-02-04' });
    addStep(file, addGoal(file, 'Erreicht', { attainment: 'reached' }), { task: 'nicht mehr nötig', due_date: '2026-02-04' });

    const sheet = wall(file);
    expect(sheet.steps.map(({ text }) => text)).toEqual(['A im Unterziel', 'B von mir', 'B vom JMD', 'C', 'D']);
    expect(sheet.moreSteps).toBe(1);
    expect(sheet.steps[0]?.who).toEqual({ role: 'institution', name: '', institution: null });
    expect(JSON.stringify(sheet)).not.toContain('Kranz');
  });

  it('shows what is done, the latest first, three at most', () => {
    const file = ahmad();
    const reached = (text: string, on: string) => addGoal(file, text, { attainment: 'reached', attained_on: on });
    reached('Im Januar', '2026-01-10');
    addStep(file, reached('Im Dezember', '2025-12-01'), { task: 'gehört zum Ziel', status: 'done' });
    const goal = addGoal(file, 'Noch nicht');
    // Written down as done on 3 February, the day everything here is written.
    addStep(file, goal, { task: 'Heute angerufen', status: 'done' });
    addStep(file, addSubgoal(file, goal, 'Platz gefunden', { attainment: 'reached', until: '2026-02-03' }), { task: 'gehört zum Unterziel', status: 'done' });
    expect(wall(file).achieved.map(({ text }) => text)).toEqual(['Platz gefunden', 'Heute angerufen', 'Im Januar']);
  });

  it('says no more of a step than a wall may: no name, no institution', () => {
    for (const { who } of sampleWall.steps) expect([who.name, who.institution]).toEqual(['', null]);
  });
});

describe('her next appointment', () => {
  it('is the earliest that is still ahead', () => {
    const file = ahmad();
    addAppointment(file, { date: '2026-02-02', time: '09:00' });
    addAppointment(file, { date: '2026-02-05', time: '09:00', status: 'cancelled' });
    addAppointment(file, { date: '2026-02-10', time: '14:30', place: 'jmd_office', status: 'planned' });
    addAppointment(file, { date: '2026-02-10' });
    addAppointment(file, { date: '2026-02-10', time: '09:15', place: 'school' });
    expect(nextAppointment(file.answers, today)).toEqual({ day: '2026-02-10', time: '09:15', place: 'school' });
    expect(nextAppointment(file.answers, day('2026-02-11'))).toBeNull();
  });

  it('counts today, and may have no time and no place', () => {
    const file = ahmad();
    addAppointment(file, { date: '2026-02-03' });
    expect(nextAppointment(file.answers, today)).toEqual({ day: '2026-02-03', time: '', place: null });
  });
});

it.each([
  ['Petra Amsel', 'Petra'],
  ['Amsel, Petra', 'Petra'],
  ['Dr. Petra Amsel', 'Petra'],
  ['Frau Petra Amsel', 'Petra'],
  ['Fr. Petra Amsel', 'Petra'],
  ['Dipl.-Päd. Petra Amsel', 'Petra'],
  ['Dipl.-Sozialpädagogin Petra Amsel', 'Petra'],
  ['Prof. Dr. Petra Amsel', 'Petra'],
  ['Petra Amsel, M.A.', 'Petra'],
  ['Petra Amsel (B.A.)', 'Petra'],
  ['Amsel, Dr. Petra', 'Petra'],
  ['Petra A.', 'Petra'],
  ['Sr. Maria', 'Maria'],
  ['Schwester Maria', 'Maria'],
  ['Petra', 'Petra'],
  // There is no first name in these; a surname hangs on no wall.
  ['Frau Amsel', ''],
  ['Hr. Brandt', ''],
  ['Dr. Amsel', ''],
  ['Herr Dr. Brandt', ''],
  ['P. Amsel', ''],
  ['Amsel, P.', ''],
  ['Amsel, M.A.', ''],
  ['Frau von Amsel', ''],
  ['Herr Al Hadi', ''],
  ['Sozialpädagogin Amsel', ''],
  ['Frau Petra von Amsel', 'Petra'],
  ['Petra von Amsel', 'Petra'],
  ['Sozialpädagogin Petra Amsel', 'Petra'],
  // Nothing tells whether it is a first name: as the office wrote it.
  ['Amsel (Leitung)', 'Amsel'],
  ['  ', ''],
])('the first name of "%s" is "%s"', (name, given) => {
  expect(givenName(name)).toBe(given);
});

it.each([
  ['du', 'du'],
  ['sie', 'sie'],
  [null, 'sie'],
] as const)('somebody whose file says %s is addressed with %s on both papers', (chosen, address) => {
  const file = ahmad();
  file.answer('person.address_form', chosen);
  const { agreement, wall: sheet } = papers(file);
  expect([agreement.address, sheet.address]).toEqual([address, address]);
});

it('the agreement says the name as a letter does, with the name she is called by', () => {
  const file = ahmad();
  file.answer('person.last_name', 'Rezai');
  file.answer('person.call_name', 'Ahmo');
  expect(papers(file).agreement).toMatchObject({ personName: 'Ahmo Rezai', caseworkerName: 'Petra Amsel', version: 1 });
  expect(JSON.stringify(papers(file).wall)).not.toContain('Rezai');
});
