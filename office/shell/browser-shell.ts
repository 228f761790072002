/**
 * The office in the installed browser: one small web server on this PC, for this person, behind a launch token (see [Note: launch token]).
 *
 * | request | answer |
 * | --- | --- |
 * | GET / and the built files | the window |
 * | POST /session `{ "token" }` | `{ "secret" }`, once per token; else 403 `{ "code" }` |
 * | WebSocket /rpc | first message: the secret as text; then oRPC |
 *
 * A new window locks the office and cuts the old one off. No cookie is ever set or read.
 */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Core } from '../core.ts';
import { launchFileIn } from './launch-file.ts';
import { createLaunchTokens } from './launch-token.ts';
import { readBody, refusal, type Own } from './requests.ts';
import { serveRpcSockets } from './rpc-socket.ts';
import { securityHeaders } from './security-headers.ts';
import { listStaticFiles } from './static-files.ts';

export interface BrowserShellOptions {
  readonly core: Core;
  /** The built window: index.html and its assets. */
  readonly assetsDir: string;
  /** Where `launch.html` and `launch.json` go, readable by this person alone. */
  readonly runtimeDir: string;
  /** 0 or absent: any free one. */
  readonly port?: number;
  /** How long an office stays unlocked without a window, ms: long enough for a connection to come back. */
  readonly graceMs?: number;
}

export interface BrowserShell {
  readonly port: number;
  /** Opens the next window, once: `http://127.0.0.1:49321/#token`. */
  readonly address: () => string;
  readonly launchPage: string;
  close(): Promise<void>;
}

const TokenMessage = z.strictObject({ token: z.string().max(100) });

function parseToken(body: string | null): string | null {
  if (body === null) return null;
  try {
    return TokenMessage.parse(JSON.parse(body)).token;
  } catch {
    // Whatever else was posted is not a token.
    return null;
  }
}

export async function startBrowserShell({ core, assetsDir, runtimeDir, port = 0, graceMs = 60_000 }: BrowserShellOptions): Promise<BrowserShell> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const own: Own = { host, origin: `http://${host}` };
  const headers = securityHeaders([`ws://${host}`]);

  const launch = launchFileIn(runtimeDir);
  const addressWith = (token: string): string => `${own.origin}/#${token}`;
  const tokens = createLaunchTokens((token) => { launch.write(addressWith(token)); });

  let grace: NodeJS.Timeout | undefined;
  const sockets = serveRpcSockets({
    server,
    core,
    tokens,
    own: () => own,
    onCount: (windows) => {
      clearTimeout(grace);
      if (windows === 0) grace = setTimeout(() => void core.lock(), graceMs).unref();
    },
  });

  function answer(response: ServerResponse, status: number, body: unknown): void {
    response.writeHead(status, { ...headers, 'Content-Type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  }

  async function openSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.headers['content-type'] !== 'application/json') {
      answer(response, 415, { code: 'LAUNCH_TOKEN_UNKNOWN' });
      return;
    }
    const token = parseToken(await readBody(request, 1_000));
    const redeemed = token === null ? ({ outcome: 'unknown' } as const) : tokens.redeem(token);
    switch (redeemed.outcome) {
      case 'unknown':
        answer(response, 403, { code: 'LAUNCH_TOKEN_UNKNOWN' });
        return;
      case 'used_before':
        sockets.dropAll();
        await core.warn('LAUNCH_TOKEN_REUSED');
        answer(response, 403, { code: 'LAUNCH_TOKEN_REUSED' });
        return;
      case 'opened':
        sockets.dropAll();
        await core.lock();
        answer(response, 200, { secret: redeemed.secret });
    }
  }

  async function serveFile(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const found = listStaticFiles(assetsDir).get((request.url ?? '/').split('?')[0] ?? '/');
    if (found === undefined) {
      answer(response, 404, { code: 'NOT_FOUND' });
      return;
    }
    response.writeHead(200, { ...headers, 'Content-Type': found.type }).end(await readFile(found.file));
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const acts = request.method !== 'GET';
    const refused = refusal(request, own, acts);
    if (refused !== null) answer(response, refused, { code: 'REQUEST_FOREIGN' });
    else if (!acts) await serveFile(request, response);
    else if (request.method === 'POST' && request.url === '/session') await openSession(request, response);
    else answer(response, 405, { code: 'METHOD_UNKNOWN' });
  }

  server.on('request', (request, response) => {
    handle(request, response).catch(() => {
      // The connection broke, or a built file vanished under us: this one answer is lost, nothing else.
      if (response.headersSent) response.destroy();
      else answer(response, 500, { code: 'INTERNAL' });
    });
  });

  return {
    port: (server.address() as AddressInfo).port,
    address: () => addressWith(tokens.current()),
    launchPage: launch.page,
    close: async () => {
      clearTimeout(grace);
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => { server.close(() => { resolve(); }); });
      launch.remove();
    },
  };
}
