/** The words of a paper in one language, with the places in them. */
import german from './packs/de.json' with { type: 'json' };
import { packs } from './packs.ts';
import type { LanguageCode, LanguagePack, TextKey } from './types.ts';

type Spoken<Key> = Key extends `${infer Before}.du` | `${infer Before}.sie` ? Before : Key;
/** A text however she is addressed: `questions.du` and `questions.sie` are `questions`. */
export type WordKey = Spoken<TextKey>;
export type Words = Readonly<Record<WordKey, string>>;

/** Every word there is. What a pack does not say is said in German: a gap fails a test, never a paper. */
export function wordsFor(code: LanguageCode, address: 'du' | 'sie', { texts }: LanguagePack = packs[code]): Words {
  const words: Partial<Record<WordKey, string>> = {};
  for (const key of Object.keys(german.texts) as TextKey[]) {
    const [, spoken = key, form] = /^(.*)\.(du|sie)$/.exec(key) ?? [];
    if (form === undefined || form === address) words[spoken as WordKey] = texts[key] || german.texts[key];
  }
  return words as Words;
}

/** Puts values into their places; a place without a value stays as it is written. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{([a-z]+)\}/g, (place, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? place) : place));
}
