/** Every pack says everything the German one says: a gap falls back to German on paper and fails here. */
import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { isTextKey } from '../../../shared/languages/german-texts.ts';
import german from '../../../shared/languages/packs/de.json' with { type: 'json' };
import { isReviewed, isUsable, packs } from '../../../shared/languages/packs.ts';
import { languageCodes, rightToLeft, secondLanguages, type LanguageCode } from '../../../shared/languages/types.ts';
import { discreetInstitutions, discreetPlaces, discreetPlans, institutionOnPaper, leadKey, leadOnPaper, placeOnPaper, planKindOnPaper } from '../../../shared/plan/discreet.ts';
import { pictograms } from '../../../shared/plan/pictograms.ts';
import { planAreas } from '../../../shared/plan/types.ts';

const codesOf = (list: string) => currentCatalogue.codes(list).map(({ code }) => code);
const textsOf = (code: LanguageCode) => Object.entries(packs[code].texts as Readonly<Record<string, string>>);
const placesOf = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([place]) => place).sort();

/** Scripts besides punctuation, digits and what several share. */
const scripts: Readonly<Record<'Arabic' | 'Cyrillic' | 'Ethiopic' | 'Latin', readonly LanguageCode[]>> = {
  Arabic: ['ar', 'prs', 'ps', 'ckb', 'fa'],
  Cyrillic: ['uk', 'bg', 'ru'],
  Ethiopic: ['ti'],
  Latin: ['de', 'de-simple', 'kmr', 'so', 'ro', 'tr', 'fr', 'en', 'sq', 'bs', 'es', 'pl'],
};
const scriptOf = (code: LanguageCode) => Object.entries(scripts).find(([, codes]) => codes.includes(code))?.[0] ?? 'none';
/** Languages with one word for du and Sie: English "you" is both. */
const withOneAddress: ReadonlySet<LanguageCode> = new Set(['en']);
/** Names that stay as they are in every script: the paper is German beside it. */
const keptInLatin = /JMD|MBE|Jobcenter|Agentur für Arbeit|Jugendamt/gu;

/** Marks that turn the writing direction: the template isolates what is to be isolated. */
const bidiControls = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Half-way spaces and joiners that Persian, Pashto and Kurdish spelling needs. */
const joiners = /\u200C/gu;

describe('the packs of languages', () => {
  it('are the German one and the twenty of the choice in the file', () => {
    expect(Object.keys(packs).sort()).toEqual([...languageCodes].sort());
    expect(codesOf('paper_language')).toEqual([...languageCodes]);
    expect(secondLanguages).toHaveLength(20);
  });

  it.each(languageCodes)('%s has exactly the texts of the German one', (code) => {
    expect(textsOf(code).map(([key]) => key).sort()).toEqual(Object.keys(german.texts).sort());
    for (const [key, text] of textsOf(code)) expect([key, text.trim() === text && text !== '']).toEqual([key, true]);
  });

  it.each(languageCodes)('%s has the same places in every text', (code) => {
    const inGerman: Readonly<Record<string, string>> = german.texts;
    for (const [key, text] of textsOf(code)) expect([key, placesOf(text)]).toEqual([key, placesOf(inGerman[key] ?? '')]);
  });

  it.each(languageCodes)('%s is written in its own script, composed, without marks of direction or control', (code) => {
    const script = scriptOf(code);
    const { name, german: inGerman } = packs[code].language;
    for (const [key, text] of [...textsOf(code), ['name', name] as const]) {
      expect([key, text]).toEqual([key, text.normalize('NFC')]);
      expect([key, bidiControls.test(text)]).toEqual([key, false]);
      const letters = text.replaceAll(/\{[^}]*\}/g, '').replaceAll(joiners, '').replaceAll(keptInLatin, '');
      expect([key, letters.match(new RegExp(`(?!\\p{Script=${script}}|\\p{Script=Common}|\\p{Script=Inherited})\\P{Cc}`, 'u'))?.[0]]).toEqual([key, undefined]);
      expect([key, /\p{Cc}/u.test(text)]).toEqual([key, false]);
    }
    expect(inGerman).toMatch(/^\p{Script=Latin}/u);
  });

  it.each(languageCodes)('%s speaks to her as du and as Sie, each in its own words', (code) => {
    const texts: Readonly<Record<string, string>> = packs[code].texts;
    const addressed = Object.keys(texts).filter((key) => key.endsWith('.du'));
    const same = addressed.filter((key) => texts[key] === texts[key.replace(/du$/, 'sie')]);
    expect(addressed.length).toBeGreaterThan(0);
    expect(same).toEqual(withOneAddress.has(code) ? addressed : []);
  });

  it('speak to her in no text that is the same for du and Sie', () => {
    const toHer: Readonly<Partial<Record<LanguageCode, RegExp>>> = {
      de: /\b(du|dein|deine|dir|dich|Sie|Ihr|Ihre|Ihnen)\b/u,
      'de-simple': /\b(du|dein|deine|dir|dich|Sie|Ihr|Ihre|Ihnen)\b/u,
      prs: /(کنید|آورید|شما|تو )/u,
      fa: /(کنید|آورید|شما|تو )/u,
      ps: /(وکړئ|راوړئ|ستاسو|ستا )/u,
      ti: /(ኹም|ኩም)/u,
      so: /(kaaga|kiinna|\bsoo qaad)/u,
    };
    for (const [code, pattern] of Object.entries(toHer)) {
      const found = textsOf(code as LanguageCode).filter(([key, text]) => !/\.(du|sie)$/.test(key) && pattern.test(text));
      expect([code, found]).toEqual([code, []]);
    }
  });

  it('know which of them run from right to left', () => {
    expect(languageCodes.filter((code) => rightToLeft.has(code)).sort()).toEqual([...scripts.Arabic].sort());
  });

  it('call themselves differently', () => {
    for (const key of ['name', 'german'] as const) expect(new Set(languageCodes.map((code) => packs[code].language[key])).size).toBe(languageCodes.length);
  });

  it.each(languageCodes)('%s says whether somebody has answered for it', (code) => {
    const { review } = packs[code];
    expect(Object.keys(review).sort()).toEqual(['by', 'on', 'state']);
    expect(['reviewed', 'unreviewed']).toContain(review.state);
    if (code !== 'de') expect([review.by === null, review.on === null]).toEqual([review.state === 'unreviewed', review.state === 'unreviewed']);
  });
});

describe('a language', () => {
  const unreviewed = secondLanguages.filter((code) => !isReviewed(code));

  it('is used for a paper when it is German, reviewed, or switched on by the office', () => {
    expect(isUsable('de', [])).toBe(true);
    for (const code of unreviewed) expect([code, isUsable(code, []), isUsable(code, [code])]).toEqual([code, false, true]);
    expect(unreviewed.length).toBeGreaterThan(0);
  });
});

describe('every code that can stand on a paper', () => {
  const said = (prefix: string, codes: readonly string[]) => codes.filter((code) => !isTextKey(`${prefix}.${code}`));

  it('has words: areas, roles, institutions, other plans, places, weekdays', () => {
    expect(said('area', [...codesOf('goal_area'), 'other'])).toEqual([]);
    expect(said('area', planAreas)).toEqual([]);
    expect(said('who', codesOf('responsible'))).toEqual([]);
    expect(said('institution', codesOf('institution_type'))).toEqual([...discreetInstitutions].sort(byOrderOf(codesOf('institution_type'))));
    expect(said('plan', codesOf('other_plan_kind'))).toEqual([...discreetPlans]);
    expect(said('place', codesOf('contact_place'))).toEqual([...discreetPlaces]);
    expect(said('weekday', ['1', '2', '3', '4', '5', '6', '7'])).toEqual([]);
    expect(codesOf('pictogram')).toEqual(pictograms.map(([code]) => code));
  });

  it('who leads another plan is said with the words there are', () => {
    for (const code of codesOf('plan_lead')) expect([code, isTextKey(leadKey(leadOnPaper(code)))]).toEqual([code, true]);
    expect(leadKey('jmd')).toBe('who.jmd_staff');
    expect(leadKey('jobcenter')).toBe('institution.jobcenter');
    expect(leadKey('nonsense')).toBe('institution.other');
  });

  it('tells nothing that is not for a wall, and nothing nobody has words for', () => {
    for (const code of discreetInstitutions) expect([code, institutionOnPaper(code)]).toEqual([code, null]);
    expect(institutionOnPaper('school')).toBe('school');
    expect(institutionOnPaper('of_another_edition')).toBeNull();
    expect(['guardian', 'accommodation', 'migrant_organisation'].map(institutionOnPaper)).toEqual([null, null, null]);
    expect([placeOnPaper('accommodation'), placeOnPaper('school')]).toEqual([null, 'school']);
    expect(planKindOnPaper('participation')).toBe('other');
    expect(planKindOnPaper('school')).toBe('school');
    expect(placeOnPaper('of_another_edition')).toBe('other');
  });
});

function byOrderOf(codes: readonly string[]) {
  return (a: string, b: string): number => codes.indexOf(a) - codes.indexOf(b);
}
