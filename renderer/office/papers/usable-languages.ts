/** The languages an office may print its slips in. */
import type { LanguageCode } from '../../../shared/languages/types.ts';
import type { PaperSettingsView } from '../../../shared/rpc/papers.contract.ts';
import { isLanguageCode } from '../plan/second-language.ts';
import { formTexts } from './texts.ts';

export interface LanguageOption {
  readonly value: LanguageCode;
  readonly label: string;
}

/** German first; then what is reviewed, or switched on by the Leitung. */
export function usableLanguages({ languages, settings }: PaperSettingsView): readonly LanguageOption[] {
  const usable = languages.filter(({ code, review }) => review.state === 'reviewed' || settings.unreviewedLanguages.includes(code));
  return [
    { value: 'de', label: formTexts.german },
    ...usable.flatMap(({ code, name, german }) => (isLanguageCode(code) ? [{ value: code, label: name === german ? german : `${german} – ${name}` }] : [])),
  ];
}
