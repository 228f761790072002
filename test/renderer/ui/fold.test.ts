import { describe, expect, it } from 'vitest';
import { filterOptions, foldText } from '../../../renderer/ui/fold.ts';

const countries = [
  { value: 'AF', label: 'Afghanistan' },
  { value: 'GB', label: 'Vereinigtes Königreich', keywords: ['Großbritannien', 'England'] },
  { value: 'KR', label: 'Südkorea', hint: '한국' },
  { value: 'SS', label: 'Südsudan' },
  { value: 'SD', label: 'Sudan' },
  { value: 'TR', label: 'Türkei', keywords: ['Türkiye'] },
  { value: 'XK', label: 'Kosovo' },
];

describe('searching a long list', () => {
  it.each([
    ['turk', ['TR']],
    ['TÜRKI', ['TR']],
    ['könig', ['GB']],
    ['grossbrit', ['GB']],
    ['sudan', ['SD', 'SS']],
    ['sud', ['KR', 'SS', 'SD']],
    ['한', ['KR']],
    ['atlantis', []],
  ])('%j finds %j, best first', (text, expected) => {
    expect(filterOptions(countries, text).map((option) => option.value)).toEqual(expected);
  });

  it('shows everything while nothing is typed', () => {
    expect(filterOptions(countries, ' ')).toBe(countries);
  });

  it('folds accents, case and ß', () => {
    expect(foldText(' Straße ÇElik ')).toBe('strasse celik');
  });
});
