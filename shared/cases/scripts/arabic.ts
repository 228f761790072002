import type { Script } from './script.ts';

/**
 * Arabic, Persian, Dari, Pashto, Urdu, Sorani. Short vowels are not written, so what comes out is a skeleton: `mhmd`. A letter between consonant
 * and vowel is read as both where the two lead elsewhere.
 */
export const arabic: Script = {
  ا: 'a', أ: 'a', إ: 'i', آ: 'a', ٱ: 'a', ء: '', ئ: ['', 'i'], ؤ: ['', 'u'], ع: '', '^ع': 'a', ى: 'a', 'ى$': ['a', 'i'], ة: 'a',
  ب: 'b', پ: 'p', ت: 't', ث: ['th', 's'], ج: ['dzh', 'g'], چ: 'č', ح: 'h', خ: 'kh', د: 'd', ذ: ['d', 'z'], ر: 'r', ز: 'z', ژ: 'ž', س: 's', ش: 'š', ص: 's',
  ض: ['d', 'z'], ط: 't', ظ: ['z', 'd'], غ: 'gh', ف: 'f', ڤ: 'v', ق: ['q', 'gh'], ك: 'k', ک: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n',
  ه: 'h', 'ه$': ['h', 'a'], ھ: 'h', ہ: 'h', و: ['u', 'v'], '^و': 'va', ي: ['i', 'ai'], ی: ['i', 'ai'], 'ی$': ['i', 'ai', 'a'], '^ي': 'ya', '^ی': 'ya', '^يو': ['yu', 'yav'], '^یو': ['yu', 'yav'], 'ـ': '',
  '^ال': ['al', ''], '^اي': ['i', 'ai'], '^ای': ['i', 'ai'], '^ئا': 'a', '^ئە': 'a', '^ئێ': 'e', '^ئی': 'i', '^او': ['u', 'au'], '^أو': ['u', 'au'], '^عا': 'a', '^عو': ['u', 'au'], '^عي': ['i', 'ai'], '^عی': ['i', 'ai'], 'وو': 'u',
  'يي$': 'i', 'یی$': 'i', 'ئي$': 'i', 'ئی$': 'i',
  يا: 'ya', یا: 'ya', وا: ['va', 'ua'],
  ە: 'e', ێ: 'e', ۆ: 'o', ڕ: 'r', ڵ: 'l', ټ: 't', ډ: 'd', ړ: 'r', ڼ: 'n', ښ: ['š', 'kh'], ږ: ['ž', 'g'], ځ: 'dz', څ: 'ts', ې: 'e', ۍ: 'ai', ٹ: 't', ڈ: 'd', ڑ: 'r', ں: 'n', ے: 'e',
};
