import type { Script } from './script.ts';

export const georgian: Script = {
  ა: 'a', ბ: 'b', გ: 'g', დ: 'd', ე: 'e', ვ: 'v', ზ: 'z', თ: 't', ი: 'i', კ: 'k', ლ: 'l', მ: 'm', ნ: 'n', ო: 'o', პ: 'p', ჟ: 'ž', რ: 'r', ს: 's', ტ: 't', უ: 'u',
  ფ: ['p', 'f'], ქ: 'k', ღ: 'gh', ყ: 'q', შ: 'š', ჩ: 'č', ც: 'ts', ძ: 'dz', წ: 'ts', ჭ: 'č', ხ: 'kh', ჯ: 'dzh', ჰ: 'h',
};
