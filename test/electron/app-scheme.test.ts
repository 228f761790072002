import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { servePages } from '../../electron/app-scheme.ts';
import { contentSecurityPolicy, securityHeaders } from '../../office/shell/security-headers.ts';

/** Addresses that try to lead out of the window's folder, past the closed list, or in by another name. */
const traversals = [
  // Dots, plain and encoded once, twice, half, and as overlong UTF-8.
  'lotse://app/../secret.html',
  'lotse://app/..%2fsecret.html',
  'lotse://app/..%2Fsecret.html',
  'lotse://app/%2e%2e/secret.html',
  'lotse://app/%2e%2e%2fsecret.html',
  'lotse://app/%2E%2E/%2E%2E/secret.html',
  'lotse://app/.%2e/secret.html',
  'lotse://app/%252e%252e/secret.html',
  'lotse://app/%252e%252e%252fsecret.html',
  'lotse://app/%25252e%25252e%25252fsecret.html',
  'lotse://app/%c0%ae%c0%ae/secret.html',
  'lotse://app/%c0%ae%c0%ae%c0%afsecret.html',
  'lotse://app/%e0%80%ae%e0%80%ae/secret.html',
  'lotse://app/%uff0e%uff0e/secret.html',
  'lotse://app/．．/secret.html',
  'lotse://app/....//secret.html',
  'lotse://app/..;/secret.html',
  'lotse://app/assets/../../secret.html',
  'lotse://app/assets/..%2f..%2fsecret.html',
  'lotse://app/assets/.../secret.html',
  // Backslashes.
  'lotse://app/..\\secret.html',
  'lotse://app/..%5csecret.html',
  'lotse://app/..%5Csecret.html',
  'lotse://app/%2e%2e%5csecret.html',
  'lotse://app/..%255csecret.html',
  'lotse://app/assets%5cindex-1.css',
  'lotse://app/assets\\..\\..\\secret.html',
  // Shares, drives, devices, streams.
  'lotse://app/%5c%5cserver%5cshare',
  'lotse://app//server/share/secret.html',
  'lotse://app///secret.html',
  'lotse://app/%5c%5c%3f%5cC:%5cWindows%5cwin.ini',
  'lotse://app/%5c%5c.%5cC:',
  'lotse://app/C:/Windows/win.ini',
  'lotse://app/C:%5cWindows%5cwin.ini',
  'lotse://app/c%3a/Windows/win.ini',
  'lotse://app/CON',
  'lotse://app/index.html::$DATA',
  'lotse://app/index.html%3a%3a$DATA',
  'lotse://app/index.html.',
  'lotse://app/index.html%20',
  'lotse://app/INDEX.HTML',
  'lotse://app/INDEX~1.HTM',
  'lotse://app/etc/passwd',
  'lotse://app/proc/self/environ',
  // NUL and other controls.
  'lotse://app/%00',
  'lotse://app/assets/%00',
  'lotse://app/index.html%00.css',
  'lotse://app/..%00/secret.html',
  'lotse://app/%0a/secret.html',
  'lotse://app/%0d%0asecret.html',
  // Beside the list: a folder, a file that is not of the window's kinds, one that came later.
  'lotse://app/assets',
  'lotse://app/assets/',
  'lotse://app/notes.txt.bak',
  'lotse://app/later.html',
  'lotse://app/secret.html',
  // Names of objects.
  'lotse://app/__proto__',
  'lotse://app/constructor',
  'lotse://app/toString',
  // Other hosts, credentials, ports, schemes.
  'lotse://other/index.html',
  'lotse://app.evil/index.html',
  'lotse://APP.evil/',
  'lotse://application/',
  'lotse://app@evil/index.html',
  'lotse://evil@app/index.html',
  'lotse://user:secret@app/index.html',
  'lotse://app:80/index.html',
  'lotse://app%2e/index.html',
  'lotse://app./index.html',
  'lotse:/app/index.html',
  'lotse:app/index.html',
  'lotse:///index.html',
  'lotse://paper/index.html',
  'file:///index.html',
  'https://app/index.html',
  'blob:lotse://app/index.html',
  'view-source:lotse://app/',
  'not a url',
  '',
];

/** Our scheme is a standard one in Chromium, read as https is; Node knows only the schemes of the web as such. null: no address at all. */
function asChromiumSpells(url: string): string | null {
  const ours = /^lotse:/i;
  if (!ours.test(url)) return URL.parse(url)?.href ?? null;
  return URL.parse(url.replace(ours, 'https:'))?.href.replace(/^https:/, 'lotse:') ?? null;
}

describe('lotse://app', () => {
  let folder: string;
  let pages: ReturnType<typeof servePages>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-scheme-'));
    await mkdir(join(folder, 'window', 'assets'), { recursive: true });
    await writeFile(join(folder, 'window', 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'window', 'assets', 'index-1.css'), 'body{}');
    await writeFile(join(folder, 'window', 'notes.txt.bak'), 'left behind');
    await writeFile(join(folder, 'secret.html'), 'beside the window');
    pages = servePages(join(folder, 'window'));
    await writeFile(join(folder, 'window', 'later.html'), 'laid there afterwards');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const ask = (url: string, method = 'GET', headers: Record<string, string> = {}) => pages({ url, method, headers: new Headers(headers) });

  it('is the built window under exactly the policy of the browser shell', async () => {
    const page = await ask('lotse://app/');
    expect([page.status, page.headers.get('Content-Type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<!doctype html>']);
    expect(page.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy([]));
    for (const [name, value] of Object.entries(securityHeaders([]))) expect(page.headers.get(name)).toBe(value);
    expect(await (await ask('lotse://app/assets/index-1.css')).text()).toBe('body{}');
    expect((await ask('lotse://app/?x=1#/cases')).status).toBe(200);
  });

  it('allows one Trusted Types policy, that of Svelte, and no code but its own files', () => {
    const policy = contentSecurityPolicy([]).split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self' data:",
      "img-src 'self' blob: data:",
      "connect-src 'self'",
      'frame-src blob:',
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types svelte-trusted-html',
    ]);
  });

  it.each(traversals)('answers 404 to %j, with the policy of the window', async (url) => {
    const answer = await ask(url);
    expect([answer.status, await answer.text()]).toEqual([404, 'Not Found']);
    expect(answer.headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy([]));
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
  });

  it('answers 404 to every one of them as Chromium would spell it, too', async () => {
    const own = new Set<string>();
    for (const url of traversals) {
      const spelt = asChromiumSpells(url);
      if (spelt === 'lotse://app/index.html') own.add(url);
      else if (spelt !== null) expect([spelt, (await ask(spelt)).status]).toEqual([spelt, 404]);
    }
    // Two are the window's own page, badly written: Chromium asks for it by its right name.
    expect([...own]).toEqual(['lotse:/app/index.html', 'lotse:app/index.html']);
  });

  it('is asked in Chromium’s spelling here: backslashes, letters of hosts and dots are put right before anything is asked', () => {
    expect(
      ['lotse://app/assets\\..\\..\\secret.html', 'lotse://APP.evil/', 'lotse://app/%2E%2E/%2E%2E/secret.html', 'lotse://app%2e/index.html', 'lotse:\\\\app\\x', 'file:///index.html'].map(asChromiumSpells),
    ).toEqual(['lotse://app/secret.html', 'lotse://app.evil/', 'lotse://app/secret.html', 'lotse://app./index.html', 'lotse://app/x', 'file:///index.html']);
  });

  it.each(['HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'get'])('answers 404 to %s', async (method) => {
    expect((await ask('lotse://app/', method)).status).toBe(404);
  });

  it('answers 404 to a request for a part of a file', async () => {
    expect((await ask('lotse://app/', 'GET', { Range: 'bytes=0-1' })).status).toBe(404);
  });
});
