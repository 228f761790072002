import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { allowedHosts } from '../../electron/allowed-addresses.ts';
import { allowedAddress, openAddress } from '../../electron/open-address.ts';
import { forget, opened, shown, state } from './fake-electron.ts';
import { codeOf } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

const window = {} as BrowserWindow;
beforeEach(forget);

describe('an address outside', () => {
  it('is opened in the browser after a person said so, written anew', async () => {
    state.answers.push({ response: 0 });
    expect(await openAddress(window, 'HTTPS://WWW.JMD-Portal.de:443/a/../b?x=ä b#c')).toEqual({ opened: true });
    expect(opened).toEqual(['external https://www.jmd-portal.de/b?x=%C3%A4%20b#c']);
    expect(shown[0]?.options).toMatchObject({
      message: 'Die Seite www.jmd-portal.de im Browser öffnen?',
      detail: expect.stringContaining('https://www.jmd-portal.de/b?x=%C3%A4%20b#c') as string,
      buttons: ['Öffnen', 'Abbrechen'],
      defaultId: 1,
      cancelId: 1,
    });
  });

  it('stays closed when she says no', async () => {
    state.answers.push({ response: 1 });
    expect(await openAddress(window, 'https://www.jmd-portal.de/')).toEqual({ opened: false });
    expect(opened).toEqual([]);
  });

  it.each([
    'http://www.jmd-portal.de/', 'https://jmd-portal.de.evil.example/', 'https://www.jmd-portal.de.evil.example/', 'https://evil.example/?www.jmd-portal.de', 'https://www.jmd-portal.de:8443/',
    'https://user@www.jmd-portal.de/', 'https://user:pass@www.jmd-portal.de/', 'https://www.jmd-portal.de@evil.example/', 'https://www.jmd-pörtal.de/', 'https://www.jmd-portal.de./', 'https://127.0.0.1/',
    'javascript:alert(1)//www.jmd-portal.de', 'file:///C:/Windows/System32/calc.exe', 'file://www.jmd-portal.de/share/x.exe', '\\\\www.jmd-portal.de\\share', 'ms-msdt:/id', 'mailto:a@www.jmd-portal.de', 'lotse://app/',
    'data:text/html,x', 'blob:https://www.jmd-portal.de/1', 'www.jmd-portal.de', '//www.jmd-portal.de/', '', ' ', 'https://',
  ])('%j is refused without a question', async (address) => {
    expect(await codeOf(openAddress(window, address))).toBe('ADDRESS_NOT_ALLOWED');
    expect([shown, opened]).toEqual([[], []]);
  });

  it('is one of few, each by its plain name', () => {
    expect(allowedHosts.length).toBeLessThanOrEqual(10);
    for (const host of allowedHosts) expect(allowedAddress(`https://${host}/`)?.href).toBe(`https://${host}/`);
  });
});
