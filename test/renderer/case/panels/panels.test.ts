import { describe, expect, it } from 'vitest';
import { consentCards, standing } from '../../../../renderer/office/case/panels/consent-cards.ts';
import { disclosureSummary, releaseStanding } from '../../../../renderer/office/case/panels/disclosures.ts';
import { openNeeds, phaseState } from '../../../../renderer/office/case/panels/phases.ts';
import { allTasks, openTasks, taskWords } from '../../../../renderer/office/case/panels/tasks.ts';
import { currentCatalogue } from '../../../../shared/catalogue/catalogue.ts';
import type { PhaseView } from '../../../../shared/rpc/case.views.ts';
import { entry, entryId, madeUpFile } from '../made-up-file.ts';

describe('the consents', () => {
  it('are three cards with their own fields, none of them twice', () => {
    const cards = consentCards(currentCatalogue.fieldsOf('1.1', null));
    expect(cards.map(({ what }) => what)).toEqual(['data_processing', 'health_data', 'case_management']);
    const ids = cards.flatMap(({ fields }) => fields.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const { fields } of cards) expect(fields.length).toBeGreaterThan(4);
  });

  it('stand as the core says, in the words of the form', () => {
    const file = madeUpFile({ '': { 'consent.data_processing_status': 'granted', 'consent.health_data': 'refused', 'consent.case_management_agreed': true } });
    expect(standing(file, 'data_processing')).toEqual({ is: 'given', word: 'erteilt' });
    expect(standing(file, 'health_data')).toEqual({ is: 'closed', word: 'nicht erteilt' });
    expect(standing(file, 'case_management')).toEqual({ is: 'given', word: 'ist dabei' });
    expect(standing(madeUpFile({}, [], { consentGiven: false }), 'data_processing')).toEqual({ is: 'open', word: 'noch offen' });
  });
});

describe('the tasks', () => {
  const late = entry(entryId('1'), 'task');
  const soon = entry(entryId('2'), 'task');
  const done = entry(entryId('3'), 'task');
  const file = madeUpFile(
    {
      [late.id]: { 'task.due': '2026-04-01', 'task.kind': 'offer_copy' },
      [soon.id]: { 'task.due': '2026-03-03', 'task.text': 'Kopie anbieten' },
      [done.id]: { 'task.due': '2026-01-01', 'task.done_on': '2026-01-02' },
    },
    [late, done, soon],
  );

  it('stand by their day, what is done behind', () => {
    expect(allTasks(file).map(({ id }) => id)).toEqual([soon.id, late.id, done.id]);
    expect(openTasks(file)).toHaveLength(2);
  });

  it('are called by their words, else by their kind', () => {
    expect(taskWords(file, soon.id)).toBe('Kopie anbieten');
    expect(taskWords(file, late.id)).toBe(currentCatalogue.codeLabel('task_kind', 'offer_copy'));
  });
});

describe('what left the file', () => {
  const bases = ['release', 'child_protection_law', 'anonymous_consultation'];
  const given = bases.map((basis, i) => entry(entryId(String(i + 1)), 'disclosure'));
  const said = Object.fromEntries(given.map(({ id }, i) => [id, { 'disclosure.basis': bases[i] ?? null }]));

  it('is counted by its basis', () => {
    expect(disclosureSummary(madeUpFile({}))).toBe('Aus dieser Akte wurde noch nichts weitergegeben.');
    expect(disclosureSummary(madeUpFile(said, given))).toBe('3 Weitergaben: 1 auf gesetzlicher Grundlage, 1 mit Entbindung, 1 ohne Namen.');
  });

  it('a release holds until its day, or until it is taken back', () => {
    const id = entryId('7');
    const standingOf = (answers: Readonly<Record<string, string>>) => releaseStanding(madeUpFile({ [id]: answers }), id).word;
    expect(standingOf({ 'release.valid_until': '2026-03-02' })).toBe('gilt');
    expect(standingOf({ 'release.valid_until': '2026-03-01' })).toBe('abgelaufen');
    expect(standingOf({ 'release.withdrawn_on': '2026-03-01' })).toBe('widerrufen');
  });
});

describe('a phase', () => {
  const phase = (state: PhaseView['state'], met: boolean): PhaseView => ({
    phase: 1,
    title: 'Aufnahme',
    state,
    needs: [{ text: 'Datum Erstgespräch', met, section: '1.1', field: 'case.first_interview_date' }],
  });

  it('says how it stands and what is open, never that it is forbidden', () => {
    expect(phaseState(phase('current', false))).toBe('hier steht die Begleitung, noch 1 offen');
    expect(phaseState(phase('done', true))).toBe('durchlaufen');
    expect(openNeeds(phase('open', false))).toHaveLength(1);
  });
});
