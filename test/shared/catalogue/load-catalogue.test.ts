import { describe, expect, it } from 'vitest';
import { catalogueDefinition, currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { catalogueProblems } from '../../../shared/catalogue/catalogue-problems.ts';
import { loadCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Field } from '../../../shared/catalogue/types.ts';

const sound: Field = {
  id: 'extra.word',
  label: 'Wort',
  type: 'text',
  record: 'case',
  monitoring: false,
  anonymisation: 'delete',
};

/** A catalogue file as it could arrive: no compiler has looked at it. */
function withField(field: Record<string, unknown>, rest: Partial<Catalogue> = {}): Catalogue {
  const section = { id: '9', title: 'Neu', fields: [field as unknown as Field] };
  return { ...catalogueDefinition, ...rest, sections: [...catalogueDefinition.sections, section] };
}

const broken: readonly (readonly [string, Record<string, unknown>, string])[] = [
  ['no anonymisation rule', { anonymisation: undefined }, 'no anonymisation rule'],
  ['an anonymisation rule nobody knows', { anonymisation: 'later' }, 'no anonymisation rule'],
  ['no monitoring mark', { monitoring: undefined }, 'no monitoring mark'],
  ['no label', { label: ' ' }, 'no label'],
  ['a type nobody knows', { type: 'colour' }, 'no type'],
  ['no record', { record: undefined }, 'no record'],
  ['an id that is none', { id: 'Word' }, 'id is not allowed'],
  ['a choice without a list', { type: 'choice' }, 'no code list'],
  ['a list that is not there', { type: 'choice', codeList: 'nowhere' }, 'code list nowhere is not there'],
  ['a group that is not there', { group: 'nowhere' }, 'group nowhere is not in its section'],
  [
    'a condition on a field that is not there',
    { shownWhen: { answered: 'no.where' } },
    'condition names no.where, which is not there',
  ],
  ['a Pflicht rule on a field that is not there', { required: { field: 'no.where', is: true } }, 'condition names no.where'],
  [
    'a condition that looks into an entry',
    { shownWhen: { answered: 'goal.area' } },
    'condition looks into another entry: goal.area',
  ],
  ['a pattern that is none', { pattern: { source: '(', hint: 'x' } }, 'pattern is not a pattern'],
  ['a free text before consent', { beforeConsent: true }, 'free text before consent'],
  ['a long text before consent', { type: 'longtext', beforeConsent: true }, 'free text before consent'],
  [
    'a text before consent whose pattern lets words in',
    { beforeConsent: true, pattern: { source: '\\w{1,20}', hint: 'x' } },
    'free text before consent',
  ],
  ['a reference to nothing', { type: 'reference' }, 'says not what it refers to'],
  [
    'a reference to a group that is not there',
    { type: 'reference', refersTo: ['nowhere'] },
    'refers to nowhere, which is not there',
  ],
  ['a former name that is still in use', { formerly: ['case.gender'] }, 'former field case.gender is still in use'],
  ['a former name that is none', { formerly: ['Word'] }, 'former field Word is not an id'],
  ['an end and a Pflicht rule', { retired: true, required: true }, 'retired, and still asked for'],
  ['readers of its own that is searched', { readers: 'child_protection', searched: true }, 'is counted or searched'],
  ['health in it that is counted', { needs: 'health_consent', monitoring: true }, 'is counted or searched'],
  [
    'readers of its own and a date for all',
    { type: 'date', readers: 'child_protection', due: { kind: 'review' } },
    'its date would be seen by all',
  ],
  ['a text that is due', { due: { kind: 'review' } }, 'only a date can be due'],
];

describe('loading a catalogue', () => {
  it('takes a sound one', () => {
    expect(catalogueProblems(withField({ ...sound }))).toEqual([]);
    const time = { beforeConsent: true, pattern: { source: '(?:[01][0-9]|2[0-3]):[0-5][0-9]', hint: 'x' } };
    expect(catalogueProblems(withField({ ...sound, ...time }))).toEqual([]);
  });

  it.each(broken)('refuses a field with %s', (_name, change, problem) => {
    expect(() => loadCatalogue(withField({ ...sound, ...change }))).toThrow(problem);
  });

  it.each([
    ['a field twice', withField({ ...sound, id: 'case.gender' }), 'field case.gender is there twice'],
    ['a number twice', withField({ ...sound, number: 1 }), 'field number 1 is there twice'],
    [
      'a list without codes',
      withField({ ...sound }, { codeLists: [...catalogueDefinition.codeLists, { id: 'x', source: 'y', codes: [] }] }),
      'code list x is empty',
    ],
    [
      'a former code that is still in use',
      withField(
        { ...sound },
        {
          codeLists: [
            ...catalogueDefinition.codeLists,
            { id: 'x', source: 'y', codes: [{ code: 'a', label: 'A', formerly: ['a'] }] },
          ],
        },
      ),
      'former code x.a is still in use',
    ],
    [
      'two codes with one former name',
      withField(
        { ...sound },
        {
          codeLists: [
            ...catalogueDefinition.codeLists,
            { id: 'x', source: 'y', codes: ['a', 'b'].map((code) => ({ code, label: code, formerly: ['c'] })) },
          ],
        },
      ),
      'former code x.c is claimed twice',
    ],
    [
      'a rule about nothing',
      withField(
        { ...sound },
        { rules: [{ id: 'r', source: 's', blames: 'no.where', other: 'case.gender', text: 't', kind: 'not_before' }] },
      ),
      'rule r names a field that is not there',
    ],
  ] as const)('refuses %s', (_name, catalogue, problem) => {
    expect(catalogueProblems(catalogue)).toContain(problem);
  });

  it('names every problem at once', () => {
    const bad = withField({ ...sound, label: '', anonymisation: undefined });
    expect(catalogueProblems(bad)).toHaveLength(2);
  });
});

describe('asking a catalogue', () => {
  it('finds a field, its section and its group', () => {
    expect(currentCatalogue.field('goal.area')?.label).toBe('Bereich');
    expect(currentCatalogue.sectionOf('goal.area')?.id).toBe('4');
    expect(currentCatalogue.fieldsOf('4', 'goal').map((field) => field.id)).toContain('goal.area');
    expect(currentCatalogue.fieldsOf('4', null).map((field) => field.id)).not.toContain('goal.area');
  });

  it('knows what stands in what', () => {
    expect(currentCatalogue.groupsIn('goal').map((group) => group.id)).toEqual(['subgoal', 'action_step']);
    expect(currentCatalogue.groupsIn('subgoal').map((group) => group.id)).toEqual(['action_step']);
    expect(currentCatalogue.groupsIn(null).map((group) => group.id)).toContain('goal');
    expect(currentCatalogue.recordOfGroup('guardian')).toBe('person');
    expect(currentCatalogue.recordOfGroup('goal')).toBe('case');
  });
});
