/** Links out of the window: only to few hosts, only by https, only after asking (R20). */
import { dialog, shell, type BrowserWindow } from 'electron';
import { allowedHosts } from './allowed-addresses.ts';
import { ShellError } from './shell-error.ts';

/** The address as the browser will get it, written anew from its parts; null when Lotse does not open it. */
export function allowedAddress(address: string): URL | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '') return null;
  return allowedHosts.includes(url.hostname) ? url : null;
}

/** Errors: ADDRESS_NOT_ALLOWED. */
export async function openAddress(window: BrowserWindow, address: string): Promise<{ readonly opened: boolean }> {
  const url = allowedAddress(address);
  if (url === null) throw new ShellError('ADDRESS_NOT_ALLOWED');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Lotse',
    message: `Die Seite ${url.hostname} im Browser öffnen?`,
    detail: `${url.href}\n\nDer Browser öffnet sich außerhalb von Lotse. Aus Ihren Akten geht nichts dorthin.`,
    buttons: ['Öffnen', 'Abbrechen'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return { opened: false };
  await shell.openExternal(url.href);
  return { opened: true };
}
