/** All that the preload script gives a page: the ports main handed over, and nothing to ask with. */
import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { channels } from '../../electron/channels.ts';

const ipcRenderer = new EventEmitter();
vi.mock('electron', () => ({ ipcRenderer }));

/** A page with this origin, as far as the script may touch it: anything else it reads or writes throws. */
function page(origin: string): { readonly posted: readonly unknown[][]; readonly touched: readonly string[] } {
  const [posted, touched]: [unknown[][], string[]] = [[], []];
  const window = new Proxy(
    { postMessage: (...args: unknown[]) => void posted.push(args) },
    {
      get: (target, name, receiver) => {
        touched.push(String(name));
        return Reflect.get(target, name, receiver) as unknown;
      },
      set: (_target, name) => {
        throw new Error(`window.${String(name)} was set`);
      },
      defineProperty: (_target, name) => {
        throw new Error(`window.${String(name)} was defined`);
      },
    },
  );
  vi.stubGlobal('window', window);
  vi.stubGlobal('location', { origin });
  return { posted, touched };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
  ipcRenderer.removeAllListeners();
});

describe('the preload script', () => {
  it('hands each port on to its own page, under the name of the channel, as often as main sends one', async () => {
    const { posted } = page('lotse://app');
    await import('../../electron/preload.ts');
    const ports = [{ port: 1 }];
    for (const channel of [...channels, 'lotse:core']) ipcRenderer.emit(channel, { ports }, null);
    expect(posted).toEqual([
      ['lotse:core', 'lotse://app', ports],
      ['lotse:shell', 'lotse://app', ports],
      ['lotse:core', 'lotse://app', ports],
    ]);
  });

  it('listens to the channels of the list and to no other', async () => {
    page('lotse://app');
    await import('../../electron/preload.ts');
    expect(ipcRenderer.eventNames()).toEqual([...channels]);
  });

  it('puts nothing on the window and takes nothing from it', async () => {
    const { touched } = page('lotse://app');
    await import('../../electron/preload.ts');
    ipcRenderer.emit('lotse:core', { ports: [] }, null);
    expect(touched).toEqual(['postMessage']);
  });
});
