import { describe, expect, it } from 'vitest';
import { pictograms } from '../../../shared/plan/pictograms.ts';
import { goalSuggestions } from '../../../shared/plan/suggestions/all.ts';
import { maxGoalLength, maxStepLength } from '../../../shared/plan/suggestions/suggestion.ts';
import { planAreas } from '../../../shared/plan/types.ts';

const areas = Object.entries(goalSuggestions);
const goals = areas.flatMap(([area, all]) => all.map((goal) => ({ area, ...goal })));

/** Words of the programme, of offices and of pressure, none of which she would say (corrections.md, "Papers"). */
const programme = /\b(IFP|CM|BAMF|JMD)\b|Fall\b|Förder|Maßnahme|Mitwirkung|Integration|Klient|Case Management|Defizit|Bedarf|Pflicht|muss\b|müssen/iu;
/** What a paper on a wall must not tell. */
const discreet = /Aufenthalt|Duldung|Asyl|Arzt|Therapie|Krank|Schulden|Polizei|Gericht|Kirche|Moschee|Religion/iu;

describe('suggested goals', () => {
  it('are there for every area, eight or more, with three to five steps each', () => {
    expect(Object.keys(goalSuggestions)).toEqual(planAreas.filter((area) => area !== 'other'));
    for (const [area, all] of areas) expect([area, all.length >= 8]).toEqual([area, true]);
    for (const { text, steps } of goals) expect([text, steps.length >= 3 && steps.length <= 5]).toEqual([text, true]);
  });

  it('are said by the young person, short enough for one look', () => {
    for (const { text, steps } of goals) {
      expect(text).toMatch(/^Ich will\b.*\.$/u);
      expect([text, text.length <= maxGoalLength]).toEqual([text, true]);
      for (const step of steps) expect([step.text, step.text.length <= maxStepLength && !step.text.endsWith('.')]).toEqual([step.text, true]);
    }
  });

  it('begin with something she does herself, or does together with somebody', () => {
    for (const { text, steps } of goals) expect([text, steps.some(({ role }) => role === 'young_person')]).toEqual([text, true]);
  });

  it('use no word of the programme and tell nothing that is not for a wall', () => {
    for (const { text, steps } of goals)
      for (const words of [text, ...steps.map((step) => step.text)]) {
        expect(words).not.toMatch(programme);
        expect(words).not.toMatch(discreet);
      }
  });

  it('have a picture beside every step', () => {
    const codes = pictograms.map(([code]) => code);
    for (const { steps } of goals) for (const { pictogram } of steps) expect(codes).toContain(pictogram);
  });

  it('are each said once', () => {
    expect(new Set(goals.map(({ text }) => text)).size).toBe(goals.length);
  });
});
