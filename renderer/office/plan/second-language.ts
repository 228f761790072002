/** The language beside the German one, as chosen in the file. */
import type { Field } from '../../../shared/catalogue/types.ts';
import { packs } from '../../../shared/languages/packs.ts';
import { languageCodes, rightToLeft, type LanguageCode } from '../../../shared/languages/types.ts';
import type { WordsProps } from '../../ui/field.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { secondLanguageField, translationLanguageField } from './plan-ids.ts';
import { planTexts } from './texts.ts';

type Source = Pick<CaseFile, 'catalogue' | 'stored' | 'value'>;

export function isLanguageCode(value: unknown): value is LanguageCode {
  return typeof value === 'string' && (languageCodes as readonly string[]).includes(value);
}

/** What a language calls itself: whoever reads it finds it. */
export function ownName(code: string): string {
  return isLanguageCode(code) ? packs[code].language.name : '';
}

/** `lang` and `dir` of words in a language. */
export function wordsIn(code: LanguageCode): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  return { lang: code === 'de-simple' ? 'de' : code, dir: rightToLeft.has(code) ? 'rtl' : 'ltr' };
}

/** null: the papers are German alone, plain or Einfaches Deutsch, or nobody chose a language yet. */
export function secondLanguage(file: Source): LanguageCode | null {
  const code = file.value('', secondLanguageField);
  return isLanguageCode(code) && code !== 'de' && code !== 'de-simple' ? code : null;
}

export interface Translated {
  readonly field: Field;
  readonly language: WordsProps;
}

/** The field for the same words in her language; null where there is none to fill in. What was once written stays in sight. */
export function translationOf(file: Source, entry: string, field: Field | undefined): Translated | null {
  if (field === undefined) return null;
  // What is translated already says which language goes on here, whatever the next paper is in.
  const into = file.value('', translationLanguageField);
  const code = isLanguageCode(into) ? into : secondLanguage(file);
  if (code === null) return file.value(entry, field.id) === null ? null : { field, language: {} };
  const name = file.catalogue.codeLabel('paper_language', code);
  return { field: { ...field, label: planTexts.inLanguage(name) }, language: wordsIn(code) };
}
