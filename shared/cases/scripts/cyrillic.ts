import type { Script } from './script.ts';

/** Ukrainian, Russian, Bulgarian, Serbian, Macedonian, Belarusian; Tajik and Kazakh letters, too. */
export const cyrillic: Script = {
  а: 'a', б: 'b', в: 'v', г: 'g', ґ: 'g', д: 'd', е: 'e', є: 'ye', ж: 'ž', з: 'z', и: 'i', і: 'i', ї: 'yi', й: 'y', к: 'k', л: 'l', м: 'm', н: 'n',
  о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'č', ш: 'š', щ: 'š', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'yu', я: 'ya', ё: 'yo',
  ђ: 'dzh', ѓ: 'g', ѕ: 'dz', ј: 'y', љ: ['ly', 'l'], њ: ['ny', 'n'], ћ: 'č', ќ: 'k', ў: 'u', џ: 'dzh',
  ғ: 'gh', қ: 'q', ҳ: 'h', ҷ: 'dzh', ӣ: 'i', ӯ: 'u', ә: 'a', ң: 'n', ө: 'o', ұ: 'u', ү: 'u', һ: 'h',
};
