/** Hands the ports of this load on to the page, and nothing else: no API, no way to send. */
import { ipcRenderer } from 'electron';
import { channels } from './channels.ts';

for (const channel of channels) {
  // Again after a restart of the core: the page takes the newest port.
  ipcRenderer.on(channel, (event) => { window.postMessage(channel, location.origin, event.ports); });
}
