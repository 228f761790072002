/** A translation belongs to one language; a paper in another says the German words. */
import { describe, expect, it } from 'vitest';
import { inVoices } from '../../../documents/own-words.ts';
import { voicesOf } from '../../../documents/voices.ts';
import type { LanguageCode } from '../../../shared/languages/types.ts';
import { planChanges } from '../../../shared/plan/changes.ts';
import { hasTranslations, isWrittenAs, planIn } from '../../../shared/plan/translations.ts';
import type { Plan } from '../../../shared/plan/types.ts';
import { samplePlanContent } from '../../support/sample-plan.ts';

const arabic = 'أريد أن أنجح في دورة B2';

function translated(text: string, translatedInto?: LanguageCode): Plan {
  const goals = samplePlanContent.goals.map((goal) => ({
    ...goal,
    translation: text,
    steps: goal.steps.map((step) => ({ ...step, translation: text })),
    subgoals: goal.subgoals.map((subgoal) => ({ ...subgoal, translation: text, steps: subgoal.steps.map((step) => ({ ...step, translation: text })) })),
  }));
  const words = { text: 'Ich schaffe das.', translation: text };
  return { ...samplePlanContent, sentence: words, jmdContribution: words, goals, ...(translatedInto !== undefined && { translatedInto }) };
}

const printed = (plan: Plan, language: LanguageCode): readonly (string | null)[] =>
  inVoices(planIn(plan, language).goals[0] ?? { text: '', translation: '' }, (text) => text, voicesOf(language, 'du')).map((one) => one?.text ?? null);
const german = samplePlanContent.goals[0]?.text ?? '';

describe('a plan translated into Arabic', () => {
  it.each([
    ['ar', [german, arabic]],
    ['fr', [german, null]],
    ['prs', [german, null]],
    ['de-simple', [german]],
    ['de', [german]],
  ] as const)('says on a paper in %s', (language, said) => {
    expect(printed(translated(arabic, 'ar'), language)).toEqual(said);
  });

  it('keeps no Arabic word in what another language is made of', () => {
    for (const language of ['fr', 'uk', 'de-simple'] as const) expect(JSON.stringify(planIn(translated(arabic, 'ar'), language))).not.toContain('أريد');
    expect(hasTranslations(planIn(translated(arabic, 'ar'), 'fr'))).toBe(false);
  });
});

it('Einfaches Deutsch alone says a translation only where it is Einfaches Deutsch', () => {
  expect(printed(translated('Ich lerne Deutsch.', 'de-simple'), 'de-simple')).toEqual(['Ich lerne Deutsch.']);
  expect(printed(translated('I learn German.', 'en'), 'de-simple')).toEqual([german]);
});

describe('in a file that does not say the language, a translation counts where its letters are those of the paper', () => {
  it.each([
    [arabic, 'ar', true],
    [arabic, 'fa', true],
    [arabic, 'fr', false],
    [arabic, 'de-simple', false],
    ['Я хочу вчитися', 'uk', true],
    ['Я хочу вчитися', 'pl', false],
    ['ቋንቋ ክመሃር', 'ti', true],
    ['ቋንቋ ክመሃር', 'so', false],
    ['Je veux apprendre', 'fr', true],
    ['Je veux apprendre', 'ar', false],
    ['12.03.', 'ar', true],
  ] as const)('%s on a paper in %s: %s', (text, language, counts) => {
    expect(isWrittenAs(text, language)).toBe(counts);
    expect(hasTranslations(planIn(translated(text), language))).toBe(counts);
  });
});

it('another language of the translations is a difference with a name', () => {
  expect(planChanges(translated(arabic, 'ar'), translated(arabic, 'fa'))).toEqual([{ kind: 'otherwise', what: 'translations', text: 'Sprache der Übersetzungen', details: ['auf Farsi statt auf Arabisch'] }]);
});
