import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type { CoreClient } from '../../office/core.ts';
import { startBrowserShell, type BrowserShell } from '../../office/shell/browser-shell.ts';
import { maxMessageBytes } from '../../shared/rpc/limits.ts';
import { amira, newFolder, password, readyOffice, type TestOffice } from './support/office.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('the browser shell', () => {
  let office: TestOffice;
  let shell: BrowserShell;
  let folder: string;
  let own: string;

  beforeAll(async () => {
    office = await readyOffice();
    folder = await newFolder();
    const assetsDir = join(folder, 'window');
    await mkdir(join(assetsDir, 'assets'), { recursive: true });
    await writeFile(join(assetsDir, 'index.html'), '<!doctype html><title>Lotse</title>');
    await writeFile(join(assetsDir, 'assets', 'index-3f2a.js'), 'export {};');
    await writeFile(join(assetsDir, 'notes.txt'), 'not part of the window');
    await writeFile(join(folder, 'secret.html'), 'beside the window');
    shell = await startBrowserShell({ core: office.core, assetsDir, runtimeDir: join(folder, 'runtime') });
    own = `127.0.0.1:${String(shell.port)}`;
  });
  afterAll(async () => {
    await shell.close();
    await office.remove();
    await rm(folder, { recursive: true, force: true });
  });

  function ask(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const method = body === undefined ? 'GET' : 'POST';
      const sent = request({ host: '127.0.0.1', port: shell.port, path, method, headers: { Host: own, ...headers } }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => { resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }); });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  const fromPage = (): Record<string, string> => ({ Origin: `http://${own}`, 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' });
  const token = (): string => new URL(shell.address()).hash.slice(1);
  const post = (value: string): Promise<Answer> => ask('/session', fromPage(), JSON.stringify({ token: value }));

  async function openWindow(): Promise<string> {
    const answer = await post(token());
    return (JSON.parse(answer.body) as { secret: string }).secret;
  }

  function socket(headers: Record<string, string> = { Origin: `http://${own}` }, path = '/rpc'): WebSocket {
    return new WebSocket(`ws://${own}${path}`, { headers });
  }

  const opened = (ws: WebSocket): Promise<unknown> => new Promise((resolve, reject) => ws.once('open', resolve).once('error', reject));
  const closed = (ws: WebSocket): Promise<number> => new Promise((resolve) => ws.once('close', resolve));
  const refusedWith = (ws: WebSocket): Promise<number> =>
    new Promise((resolve) => ws.once('unexpected-response', (_request, response) => { resolve(response.statusCode ?? 0); }).once('error', () => undefined));

  async function client(secret: string): Promise<{ client: CoreClient; ws: WebSocket }> {
    const ws = socket();
    await opened(ws);
    ws.send(secret);
    const link = new RPCLink({ websocket: ws as unknown as globalThis.WebSocket });
    return { client: createORPCClient(link), ws };
  }

  it('serves the window with a strict policy and without a cookie', async () => {
    for (const path of ['/', '/index.html']) {
      const { status, headers, body } = await ask(path);
      expect(status).toBe(200);
      expect(body).toContain('Lotse');
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self' data:; img-src 'self' blob: data:; " +
          `connect-src 'self' ws://${own}; frame-src blob:; object-src 'none'; base-uri 'none'; form-action 'none'; ` +
          "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html",
      );
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers).not.toHaveProperty('set-cookie');
    }
    expect((await ask('/assets/index-3f2a.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/assets/../../secret.html',
    '/..%5csecret.html',
    '/assets/..%00/index.html',
    '//secret.html',
    '/notes.txt',
    '/assets',
    'http://127.0.0.1/index.html',
  ])('finds nothing under %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it.each([
    ['another name for this address', { Host: 'rebound.example:80' }, 421],
    ['the right name with another port', { Host: '127.0.0.1:1' }, 421],
    ['localhost', { Host: 'localhost' }, 421],
    ["another page's script", { Origin: 'https://example.org' }, 403],
    ['a page without an origin', { Origin: 'null' }, 403],
    ['an embedding page', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' }, 403],
  ])('refuses %s', async (_what, headers, status) => {
    expect((await ask('/', headers)).status).toBe(status);
    expect(await refusedWith(socket({ Origin: `http://${own}`, ...headers }))).toBe(status);
  });

  it('lets a start file lead here, but lets nobody act without our own origin', async () => {
    expect((await ask('/', { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'navigate' })).status).toBe(200);
    const { Origin: _origin, ...without } = fromPage();
    expect((await ask('/session', without, JSON.stringify({ token: token() }))).status).toBe(403);
    expect(await refusedWith(socket({}))).toBe(403);
    expect(await refusedWith(socket(undefined, '/other'))).toBe(404);
    expect((await ask('/other', fromPage(), '{}')).status).toBe(405);
  });

  it('lays the address into a file only this person can read, and renews it with every window', async () => {
    const file = join(folder, 'runtime', 'launch.json');
    const before = shell.address();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ address: before });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(shell.launchPage)).mode & 0o777).toBe(0o600);
    expect((await stat(join(folder, 'runtime'))).mode & 0o777).toBe(0o700);
    expect(await readFile(shell.launchPage, 'utf8')).toContain(before);

    await openWindow();
    expect(shell.address()).not.toBe(before);
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ address: shell.address() });
  });

  it('gives the secret for the token once, in the answer and nowhere else', async () => {
    const answer = await post(token());
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    const { secret } = JSON.parse(answer.body) as { secret: string };
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    for (const wrong of ['', 'x'.repeat(43), secret]) expect((await post(wrong)).body).toContain('LAUNCH_TOKEN_UNKNOWN');
    for (const body of ['', '[]', '{"token":1}', `{"token":"${'x'.repeat(2_000)}"}`]) expect((await ask('/session', fromPage(), body)).status).toBe(403);
    expect((await ask('/session', { ...fromPage(), 'Content-Type': 'text/plain' }, JSON.stringify({ token: token() }))).status).toBe(415);
  });

  it('lets nobody speak who does not begin with the secret', async () => {
    await openWindow();
    for (const first of ['', 'x', Buffer.from('binary'), JSON.stringify({ i: '1', p: { u: '/session/status' } })]) {
      const ws = socket();
      await opened(ws);
      const code = closed(ws);
      ws.send(first);
      expect(await code).toBe(4401);
    }
    const huge = socket();
    await opened(huge);
    const code = closed(huge);
    huge.send('x'.repeat(maxMessageBytes + 1));
    expect(await code).toBe(1009);
  });

  it('carries the whole contract to a window, and locks when a new window takes over', async () => {
    const first = await client(await openWindow());
    expect(await first.client.session.status()).toMatchObject({ phase: 'locked' });
    await first.client.session.unlock({ login: null, password });
    const { row } = await amira(office);
    const blob = await first.client.cases.export({ caseId: row.id });
    expect(await blob.text()).toContain('Haddad');
    await expect(first.client.cases.create()).resolves.toMatchObject({ consentGiven: false });

    const code = closed(first.ws);
    const second = await client(await openWindow());
    expect(await code).toBe(4409);
    expect(await second.client.session.status()).toMatchObject({ phase: 'locked' });
    second.ws.close();
  });

  it('hangs up on a window that says 100 MB at once', async () => {
    const { client: known, ws } = await client(await openWindow());
    // Admitted: from here on only the size can end it.
    await known.session.status();
    const code = closed(ws);
    ws.send('x'.repeat(100_000_000));
    expect(await code).toBe(1009);
    expect(await (await client(await openWindow())).client.session.status()).toMatchObject({ phase: 'locked' });
  });

  it('locks and warns when a used token comes back, and shuts both windows out', async () => {
    const used = token();
    const first = await client(await openWindow());
    await first.client.session.unlock({ login: null, password });
    const code = closed(first.ws);
    const again = await post(used);
    expect([again.status, JSON.parse(again.body)]).toEqual([403, { code: 'LAUNCH_TOKEN_REUSED' }]);
    expect(await code).toBe(4409);

    const next = await client(await openWindow());
    expect(await next.client.session.status()).toMatchObject({ phase: 'locked', warning: 'LAUNCH_TOKEN_REUSED' });
    next.ws.close();
  });

  it('hears nothing more from a window that was cut off, and ends one that does not hang up', async () => {
    const first = await client(await openWindow());
    await first.client.session.unlock({ login: null, password });
    // A window that does not answer the goodbye and goes on talking.
    first.ws.close = () => undefined;
    const ended = closed(first.ws);
    await openWindow();
    const talking = first.client.session.unlock({ login: null, password }).catch((): null => null);
    await ended;
    expect(await talking).toBeNull();
    expect(await office.client.session.status()).toMatchObject({ phase: 'locked' });
  });

  it('removes the start file and frees the port when it ends', async () => {
    const other = await startBrowserShell({ core: office.core, assetsDir: join(folder, 'window'), runtimeDir: join(folder, 'other') });
    await other.close();
    await expect(stat(other.launchPage)).rejects.toThrow('ENOENT');
    await expect(fetch(`http://127.0.0.1:${String(other.port)}/`)).rejects.toThrow();
  });
});
