/** Hands the one port of this load to the page, and nothing else: no API, no channel names. */
import { ipcRenderer } from 'electron';

ipcRenderer.once('lotse:port', (event) => {
  window.postMessage('lotse:port', location.origin, event.ports);
});
