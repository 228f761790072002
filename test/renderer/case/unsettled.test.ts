import { describe, expect, it } from 'vitest';
import { unsettled } from '../../../renderer/office/case/unsettled.ts';

type Source = Parameters<typeof unsettled>[0];

const labels: Readonly<Record<string, string>> = { 'person.born': 'Geburtsdatum', 'goal.due': 'Bis wann' };

function file(over: { readonly refused?: object[]; readonly unreadable?: object[]; readonly shown?: boolean; readonly retired?: boolean }): Source {
  return {
    catalogue: { field: (id: string) => (labels[id] === undefined ? undefined : { id, label: labels[id] }), sectionOf: () => ({ id: '1.2' }) },
    entryName: () => 'Ziel 2',
    isShown: () => over.shown ?? true,
    view: { entries: [{ id: 'e1', retired: over.retired ?? false }] },
    unreadable: new Map((over.unreadable ?? []).map((one, i) => [i, one])),
    writer: { unsaved: over.refused ?? [] },
  } as unknown as Source;
}

const unreadableBorn = { entry: '', field: 'person.born', text: '2007', problem: 'nicht lesbar' };

describe('the save line', () => {
  it('names the field and the section of a date that cannot be read', () => {
    expect(unsettled(file({ unreadable: [unreadableBorn] }))).toEqual([
      { entry: '', field: 'person.born', name: 'Geburtsdatum (1.2)', problem: 'nicht lesbar', gone: null },
    ]);
  });

  it('names the entry a refused answer stands in', () => {
    const [one] = unsettled(file({ refused: [{ entry: 'e1', field: 'goal.due', problem: 'bitte prüfen' }] }));
    expect(one?.name).toBe('Bis wann (1.2, Ziel 2)');
  });

  it('says nothing of words that only wait', () => {
    expect(unsettled(file({ refused: [{ entry: '', field: 'person.born', problem: null }] }))).toEqual([]);
  });

  it('tells a field once, with the text that stands in it', () => {
    const refused = [{ entry: '', field: 'person.born', problem: 'liegt in der Zukunft' }];
    expect(unsettled(file({ refused, unreadable: [unreadableBorn] })).map((one) => one.problem)).toEqual(['nicht lesbar']);
  });

  it.each([
    ['the field is not asked for any more', { shown: false, refused: [{ entry: '', field: 'person.born', problem: 'x' }] }, /fragt Lotse/],
    ['the entry was taken away', { retired: true, refused: [{ entry: 'e1', field: 'goal.due', problem: 'x' }] }, /Eintrag wurde entfernt/],
    ['the catalogue has no such field', { refused: [{ entry: '', field: 'old.field', problem: 'x' }] }, /kennt Lotse nicht mehr/],
  ])('only offers to discard, and says why, when %s', (_, over, why) => {
    expect(unsettled(file(over))[0]?.gone).toMatch(why);
  });
});
