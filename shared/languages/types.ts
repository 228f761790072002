/**
 * The languages young people take their papers home in: fixed texts as data, one file a language in `packs/`, each with a review state.
 *
 * [Note: texts] A pack holds what stands on the plan, the wall sheet and the appointment slip, never a consent, a release or anything of health:
 * those are German until somebody who knows law and language has answered for a translation (docs/handbook). `{name}` and the like are places.
 */
import type german from './packs/de.json';

/** In order of need (corrections.md, "Papers"); BCP 47. `de-simple`: Einfaches Deutsch, alone. `bs`: Bosnian and Serbian in Latin letters. */
export const secondLanguages = [
  'ar', 'prs', 'de-simple', 'uk', 'kmr', 'ti', 'so', 'ro', 'bg', 'ru', 'tr', 'ps', 'ckb', 'fr', 'en', 'fa', 'sq', 'bs', 'es', 'pl',
] as const;
export type SecondLanguage = (typeof secondLanguages)[number];
export const languageCodes = ['de', ...secondLanguages] as const;
export type LanguageCode = (typeof languageCodes)[number];

export type TextKey = keyof (typeof german)['texts'];

/** Who answered for the words, and when. `unreviewed`: nobody whose first language it is has read them. */
export interface Review {
  readonly state: 'unreviewed' | 'reviewed';
  readonly by: string | null;
  /** ISO day. */
  readonly on: string | null;
}

export interface LanguagePack {
  /** `name`: what the language calls itself; `german`: what it is called in German. */
  readonly language: { readonly name: string; readonly german: string };
  readonly review: Review;
  /** A text that is not there is taken from the German pack; a test names it. */
  readonly texts: Readonly<Partial<Record<TextKey, string>>>;
}

/** Typeset from right to left. */
export const rightToLeft: ReadonlySet<LanguageCode> = new Set<LanguageCode>(['ar', 'prs', 'ps', 'ckb', 'fa']);
