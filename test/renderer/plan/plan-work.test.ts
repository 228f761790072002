import { describe, expect, it } from 'vitest';
import { currentCatalogue as catalogue } from '../../../shared/catalogue/catalogue.ts';
import type { AttachmentId, EntryId } from '../../../shared/domain/ids.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import type { EntryView, KeptDocumentView } from '../../../shared/rpc/case.views.ts';
import { versionsOf } from '../../../renderer/office/plan/changes.svelte.ts';
import { openNeeds } from '../../../renderer/office/plan/open-needs.ts';
import { secondLanguage, translationOf } from '../../../renderer/office/plan/second-language.ts';
import { tooMany } from '../../../renderer/office/plan/turns.ts';

type Answers = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Entries by group, in the order of the file. */
function made(groups: Readonly<Record<string, readonly string[]>>, answers: Answers) {
  const value = (entry: string, field: string) => answers[entry]?.[field] ?? null;
  const entries = (group: string): readonly EntryView[] => (groups[group] ?? []).map((id) => ({ id: id as EntryId, group, parent: null, retired: false }));
  return { catalogue, entries, value, stored: value };
}

const ids = (entries: readonly EntryView[]) => entries.map(({ id }) => id);

describe('now or later', () => {
  it('three goals at once are no word worth', () => {
    expect(tooMany(made({ goal: ['a', 'b', 'c'] }, {}))).toMatchObject({ now: 3, surplus: [] });
  });

  it('of more, a paper shows those chosen for now first, and the window names the others', () => {
    const { now, surplus } = tooMany(made({ goal: ['a', 'b', 'c', 'd'] }, { d: { 'goal.turn': 'now' } }));
    expect([now, ids(surplus)]).toEqual([4, ['c']]);
  });

  it('what was put off, reached or given up takes nobody’s place', () => {
    const answers = { b: { 'goal.turn': 'later' }, c: { 'goal.attainment': 'reached' }, d: { 'goal.attainment': 'no_longer_relevant' } };
    expect(tooMany(made({ goal: ['a', 'b', 'c', 'd', 'e', 'f'] }, answers))).toMatchObject({ now: 3, surplus: [] });
  });
});

it('a need that a goal answers to is named no more, nor one without words', () => {
  const file = made({ goal: ['g'], need: ['n1', 'n2', 'n3'] }, { g: { 'goal.need': 'n1' }, n1: { 'need.text': 'Wohnung' }, n2: { 'need.text': 'Deutsch' } });
  expect(ids(openNeeds(file))).toEqual(['n2']);
});

describe('the second language', () => {
  const field = catalogue.field('goal.translation');
  const chosen = (code: string, more: Answers = {}) => made({}, { '': { 'integration_plan.second_language': code }, ...more });

  it('asks for no translation where the papers are German alone', () => {
    expect(['de', 'de-simple'].map((code) => secondLanguage(chosen(code)))).toEqual([null, null]);
    expect(translationOf(chosen('de'), 'g', field)).toBe(null);
  });

  it('is named by its field, which is read out in it and runs its way', () => {
    expect(translationOf(chosen('ckb'), 'g', field)).toMatchObject({ field: { id: 'goal.translation', label: 'auf Sorani' }, language: { lang: 'ckb', dir: 'rtl' } });
    expect(translationOf(chosen('ti'), 'g', field)?.language).toEqual({ lang: 'ti', dir: 'ltr' });
  });

  it('what was once written stays in sight when the choice is taken back', () => {
    expect(translationOf(chosen('de', { g: { 'goal.translation': 'Ez dixwazim' } }), 'g', field)?.field.label).toBe('Ziel in der zweiten Sprache');
  });
});

it('versions to compare: the newest first, each once whatever papers were printed, and none that kept no words', () => {
  const kept = (version: number, attachment: string, more: Partial<KeptDocumentView> = {}): KeptDocumentView => ({
    attachment: attachment as AttachmentId,
    paper: 'wall',
    version,
    day: IsoDay.parse('2026-03-02'),
    language: 'de',
    authorName: 'Petra Amsel',
    content: 1,
    at: '2026-02-03T09:00:00.000Z',
    comparable: true,
    ...more,
  });
  const versions = versionsOf([kept(1, 'a', { comparable: false }), kept(2, 'b'), kept(2, 'c', { paper: 'agreement' }), kept(3, 'd')]);
  expect(versions.map(({ number, attachment }) => [number, attachment])).toEqual([[3, 'd'], [2, 'b']]);
});
