import type { Script } from './script.ts';

/** As spoken in Armenia. */
export const armenian: Script = {
  ա: 'a', բ: 'b', գ: 'g', դ: 'd', ե: 'e', '^ե': ['ye', 'e'], զ: 'z', է: 'e', ը: 'e', թ: 't', ժ: 'ž', ի: 'i', լ: 'l', խ: 'kh', ծ: 'ts', կ: 'k', հ: 'h', ձ: 'dz',
  ղ: 'gh', ճ: 'č', մ: 'm', յ: 'y', '^յ': ['h', 'y'], ն: 'n', շ: 'š', ո: 'o', '^ո': ['vo', 'o'], չ: 'č', պ: 'p', ջ: 'dzh', ռ: 'r', ս: 's', վ: 'v', տ: 't', ր: 'r', ց: 'ts',
  ւ: 'v', ու: 'u', եւ: 'ev', '^եւ': 'yev', և: 'ev', փ: 'p', ք: 'k', օ: 'o', ֆ: 'f',
};
