import { describe, expect, it } from 'vitest';
import german from '../../../shared/languages/packs/de.json' with { type: 'json' };
import { packs } from '../../../shared/languages/packs.ts';
import { languageCodes } from '../../../shared/languages/types.ts';
import { fillIn, wordsFor } from '../../../shared/languages/words.ts';

describe('the words of a paper', () => {
  it('address her as she is addressed, in every language', () => {
    expect(wordsFor('de', 'du').questions).toBe('Fragen? Ruf mich an:');
    expect(wordsFor('de', 'sie').questions).toBe('Fragen? Rufen Sie mich an:');
    for (const code of languageCodes) {
      const [du, sie] = [wordsFor(code, 'du'), wordsFor(code, 'sie')];
      expect([code, Object.keys(du)]).toEqual([code, Object.keys(sie)]);
      expect([code, du.questions, sie.questions]).toEqual([code, packs[code].texts['questions.du'], packs[code].texts['questions.sie']]);
      expect([code, Object.keys(du).some((key) => /\.(du|sie)$/.test(key))]).toEqual([code, false]);
    }
  });

  it('are German where a pack says nothing', () => {
    const gap = { ...packs.pl, texts: { ...packs.pl.texts } };
    delete gap.texts.title;
    expect(wordsFor('pl', 'du', gap).title).toBe(german.texts.title);
    expect(wordsFor('pl', 'du', { ...gap, texts: { ...gap.texts, title: '' } }).title).toBe(german.texts.title);
  });

  it('take what is put into their places, once each and nothing else', () => {
    expect(fillIn('Fassung {number} vom {day}', { number: '2', day: '03.02.2026' })).toBe('Fassung 2 vom 03.02.2026');
    expect(fillIn('für {name}', { name: '{day}' })).toBe('für {day}');
    expect(fillIn('für {name}', { name: '$&' })).toBe('für $&');
    expect(fillIn('{toString} {x}', { x: 'y' })).toBe('{toString} y');
  });
});
