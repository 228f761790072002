import { describe, expect, it } from 'vitest';
import { openEnds } from '../../../../renderer/office/case/acts/open-ends.ts';
import { entry, entryId, madeUpFile } from '../made-up-file.ts';

const kept = entry(entryId('1'), 'appointment');
const coming = entry(entryId('2'), 'appointment');
const step = entry(entryId('3'), 'action_step');
const doneStep = entry(entryId('4'), 'action_step');
const task = entry(entryId('5'), 'task');

describe('what is still open when the support ends', () => {
  it('is nothing in an empty file', () => {
    expect(openEnds(madeUpFile({}))).toEqual([]);
  });

  it('is named by kind, each with the place it stands in; what is over is left out', () => {
    const said = {
      [kept.id]: { 'appointment.date': '2026-02-10', 'appointment.status': 'kept' },
      [coming.id]: { 'appointment.date': '2026-03-20', 'appointment.status': 'planned' },
      [step.id]: { 'action_step.task': 'Bei Elektro Brandt anrufen', 'action_step.status': 'open' },
      [doneStep.id]: { 'action_step.task': 'Lebenslauf schreiben', 'action_step.status': 'done' },
      [task.id]: { 'task.text': 'Kopie anbieten' },
    };
    const gaps = [{ section: '1.1', field: 'case.gender', entry: null }];
    const found = openEnds(madeUpFile(said, [kept, coming, step, doneStep, task], { gaps }));
    expect(found.map(({ title, ends }) => [title, ends.map(({ label }) => label)])).toEqual([
      ['Geplante Termine', ['Termin am 20.03.2026']],
      ['Offene Schritte', ['Bei Elektro Brandt anrufen']],
      ['Offene Aufgaben', ['Kopie anbieten']],
      ['Fehlende Angaben', ['Geschlecht']],
    ]);
    expect(found[0]?.ends[0]?.place).toEqual({ section: 'T', field: 'appointment.date', entry: coming.id });
  });
});
