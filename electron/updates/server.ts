/** What comes from the source in the network: no redirect is followed, nothing is longer than allowed, no silence lasts for ever. */
import { UpdateError } from './update-error.ts';

export interface Asking {
  readonly fetch: typeof fetch;
  /** How long a server may be silent, ms. */
  readonly patienceMs: number;
}

/**
 * The body, piece by piece; breaking off ends the request.
 *
 * Errors: UPDATE_UNREACHABLE, UPDATE_REDIRECTED, `missing` for what is not there, UPDATE_TRUNCATED when the line breaks within the body.
 */
export async function* bodyOf(url: URL, { fetch, patienceMs }: Asking, missing: 'UPDATE_UNREACHABLE' | 'UPDATE_FILE_MISSING'): AsyncGenerator<Uint8Array> {
  const end = new AbortController();
  const silence = setTimeout(() => { end.abort(); }, patienceMs);
  try {
    const response = await ask(url, fetch, end.signal);
    if (response.status === 404 || response.status === 410) throw new UpdateError(missing);
    if (response.status !== 200) throw new UpdateError('UPDATE_UNREACHABLE');
    if (response.body === null) return;
    const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
    for (;;) {
      silence.refresh();
      const { done, value } = await reader.read().catch((problem: unknown) => { throw new UpdateError('UPDATE_TRUNCATED', problem); });
      if (done) return;
      yield value;
    }
  } finally {
    clearTimeout(silence);
    end.abort();
  }
}

async function ask(url: URL, fetch: Asking['fetch'], signal: AbortSignal): Promise<Response> {
  const response = await fetch(url.href, { redirect: 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal }).catch((problem: unknown) => {
    // Electron's fetch throws where others answer with the redirect itself; its words are all there is.
    throw new UpdateError(/redirect/i.test(String(problem)) ? 'UPDATE_REDIRECTED' : 'UPDATE_UNREACHABLE', problem);
  });
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) throw new UpdateError('UPDATE_REDIRECTED');
  return response;
}

/** All of it, at most `limit` bytes. */
export async function wholeOf(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > limit) throw new UpdateError('UPDATE_MANIFEST_INVALID');
    kept.push(part);
  }
  return new Uint8Array(Buffer.concat(kept));
}
