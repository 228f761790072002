import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFromFolder } from '../../electron/app-scheme.ts';

describe('lotse://app', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lotse-scheme-'));
    await mkdir(join(folder, 'window', 'assets'), { recursive: true });
    await writeFile(join(folder, 'window', 'index.html'), '<!doctype html>');
    await writeFile(join(folder, 'window', 'assets', 'index-1.css'), 'body{}');
    await writeFile(join(folder, 'secret.html'), 'beside the window');
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  const ask = (url: string, method = 'GET') => answerFromFolder(join(folder, 'window'), { url, method });

  it('is the built window under the policy of the window', async () => {
    const page = await ask('lotse://app/');
    expect([page.status, page.headers.get('Content-Type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('Content-Security-Policy')).toContain("connect-src 'self';");
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(await (await ask('lotse://app/assets/index-1.css')).text()).toBe('body{}');
  });

  it.each([
    'lotse://app/../secret.html',
    'lotse://app/..%2fsecret.html',
    'lotse://app/%2e%2e/secret.html',
    'lotse://app/..%5csecret.html',
    'lotse://app/assets/%00',
    'lotse://app//secret.html',
    'lotse://app/C:/Windows/win.ini',
    'lotse://app/%5c%5cserver%5cshare',
    'lotse://other/index.html',
    'lotse://app@evil/index.html',
    'lotse://app:80/index.html',
    'file:///index.html',
    'not a url',
  ])('has nothing under %s', async (url) => {
    expect((await ask(url)).status).toBe(404);
  });

  it('answers nothing but GET', async () => {
    expect((await ask('lotse://app/', 'POST')).status).toBe(404);
  });
});
