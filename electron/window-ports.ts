/** One port of each kind per load of the window, for the main frame of our own origin alone (R21). */
import { MessageChannelMain, type MessagePortMain, type WebContents } from 'electron';
import { appOrigin } from './app-scheme.ts';
import type { Channel } from './channels.ts';

/** Takes the far end of a new port: gives it to the core, or serves it here. Returns how it is cut off; the core cuts a former window off itself. */
export type TakePort = (port: MessagePortMain) => () => void;

export interface WindowPorts {
  /** A new port to the core for the page that is showing; the former is cut off. Does nothing while no page of ours is there: its load gets one. */
  handCorePort(): void;
}

/** Watches `contents`: each load gets its ports, and whoever had the ones before is cut off. `onlost`: a page that had a port to the core is gone, whatever comes next. */
export function giveWindowPorts(contents: WebContents, take: Readonly<Record<Channel, TakePort>>, onlost: () => void): WindowPorts {
  const ends = new Map<Channel, () => void>();
  let ready = false;

  function cut(channel: Channel): void {
    ends.get(channel)?.();
    ends.delete(channel);
  }

  function hand(channel: Channel): void {
    cut(channel);
    const { mainFrame } = contents;
    if (!ready || mainFrame.isDestroyed() || mainFrame.origin !== appOrigin) return;
    const { port1, port2 } = new MessageChannelMain();
    ends.set(channel, take[channel](port1));
    mainFrame.postMessage(channel, null, [port2]);
  }

  function gone(): void {
    ready = false;
    if (ends.has('lotse:core')) onlost();
    cut('lotse:core');
    cut('lotse:shell');
  }

  contents.on('did-navigate', gone);
  contents.on('render-process-gone', gone);
  contents.on('destroyed', gone);
  contents.on('did-finish-load', () => {
    ready = true;
    hand('lotse:shell');
    hand('lotse:core');
  });
  return { handCorePort: () => { hand('lotse:core'); } };
}
