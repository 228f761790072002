/** Which requests the browser shell listens to at all. Another page, or another name for this address, gets nowhere (DNS rebinding). */
import type { IncomingMessage } from 'node:http';

export interface Own {
  /** `127.0.0.1:49321` */
  readonly host: string;
  /** `http://127.0.0.1:49321` */
  readonly origin: string;
}

/** HTTP status of the refusal, or null when the request may go on. `strict`: it acts, so it must come from our own page. */
export function refusal(request: IncomingMessage, own: Own, strict: boolean): 421 | 403 | null {
  if (request.headers.host !== own.host) return 421;
  const { origin } = request.headers;
  if (origin === undefined ? strict : origin !== own.origin) return 403;
  const site = request.headers['sec-fetch-site'];
  const opensWindow = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensWindow) return 403;
  return null;
}

/** The body as text; null when it is longer than `limit` bytes. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
