/** What she and the counsellor wrote, for each language of the paper. */
import type { OwnWords } from '../shared/plan/types.ts';
import type { PaperText } from './paper-text.ts';
import type { Voice, Voices } from './voices.ts';

/** Direction by the first letter that has one, as everywhere text is shown (Unicode Bidirectional Algorithm, P2 and P3). */
export interface Written {
  readonly text: string;
  /** null: as its column. */
  readonly dir: 'ltr' | 'rtl' | null;
  /** Where the letters tell another language than the column's; null else. */
  readonly lang: string | null;
}

const firstLetter = /\p{L}/u;
const fromTheRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;
const ethiopic = /[\u1200-\u139f\u2d80-\u2ddf]/u;
const cyrillic = /[\u0400-\u052f]/u;

/** Which language a screen reader best reads it in, where the letters are not Latin. */
function languageOf(letter: string, { all }: Voices): string | null {
  const second = all.at(-1);
  if (fromTheRight.test(letter)) return second?.dir === 'rtl' ? second.lang : 'ar';
  if (ethiopic.test(letter)) return 'ti';
  if (cyrillic.test(letter)) return ['uk', 'ru', 'bg'].find((lang) => lang === second?.lang) ?? 'uk';
  return null;
}

function written(text: string, voice: Voice, voices: Voices): Written {
  const letter = firstLetter.exec(text)?.[0] ?? '';
  const dir = fromTheRight.test(letter) ? 'rtl' : 'ltr';
  const lang = languageOf(letter, voices);
  return { text, dir: dir === voice.dir ? null : dir, lang: lang === voice.lang ? null : lang };
}

/**
 * Per language of the paper: as it was written beside German, as it was translated beside hers; null where nobody translated it. A paper in
 * one language says the translation where there is one: Einfaches Deutsch.
 */
export function inVoices({ text, translation }: OwnWords, print: PaperText['own'], voices: Voices): readonly (Written | null)[] {
  const [first, second] = [print(text), translation.trim() === '' ? null : print(translation)];
  const said = voices.all.length === 2 ? [first, second] : [voices.translated ? (second ?? first) : first];
  return voices.all.map((voice, at) => {
    const one = said[at] ?? null;
    return one === null ? null : written(one, voice, voices);
  });
}
