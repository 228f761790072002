/** What comes from the source in the network: no redirect is followed, nothing is longer than allowed, nothing comes drop by drop for ever. */
import { maxManifestBytes } from '../../shared/updates/manifest.ts';
import { UpdateError } from './update-error.ts';

export interface Asking {
  readonly fetch: typeof fetch;
  /** How long a server may take for its manifest, and for each million bytes of an installer, ms. */
  readonly patienceMs: number;
}

/** Bytes of an installer that have to come while patience lasts: far below any line over which it could be loaded in a working day. */
const leastBytes = 1_000_000;
/** The answers that lead elsewhere; 304 says that nothing has changed, to a question nobody asked. */
const redirects = [301, 302, 303, 307, 308];

/**
 * The body, piece by piece; breaking off ends the request.
 *
 * Errors: UPDATE_UNREACHABLE, UPDATE_REDIRECTED, `missing` for what is not there, UPDATE_TRUNCATED when the line breaks within the body,
 * UPDATE_TOO_SLOW when it is silent or nearly so.
 */
async function* bodyOf(url: URL, { fetch, patienceMs }: Asking, missing: 'UPDATE_UNREACHABLE' | 'UPDATE_FILE_MISSING', atLeast: number): AsyncGenerator<Uint8Array> {
  const end = new AbortController();
  const patience = setTimeout(() => { end.abort(); }, patienceMs);
  let arrived = 0;
  try {
    const response = await ask(url, fetch, end.signal);
    if (response.status === 404 || response.status === 410) throw new UpdateError(missing);
    if (response.status !== 200) throw new UpdateError('UPDATE_UNREACHABLE');
    if (response.body === null) return;
    const reader: ReadableStreamDefaultReader<Uint8Array> = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read().catch((problem: unknown) => {
        throw new UpdateError(end.signal.aborted ? 'UPDATE_TOO_SLOW' : 'UPDATE_TRUNCATED', problem);
      });
      if (done) return;
      arrived += value.length;
      if (arrived >= atLeast) {
        arrived = 0;
        patience.refresh();
      }
      yield value;
    }
  } finally {
    clearTimeout(patience);
    end.abort();
  }
}

async function ask(url: URL, fetch: Asking['fetch'], signal: AbortSignal): Promise<Response> {
  const response = await fetch(url.href, { redirect: 'manual', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer', signal }).catch((problem: unknown) => {
    // Electron's fetch throws where others answer with the redirect itself; its words are all there is.
    throw new UpdateError(/redirect/i.test(String(problem)) ? 'UPDATE_REDIRECTED' : 'UPDATE_UNREACHABLE', problem);
  });
  if (response.type === 'opaqueredirect' || redirects.includes(response.status)) throw new UpdateError('UPDATE_REDIRECTED');
  return response;
}

/** The manifest: all of it has to come while patience lasts. */
export function manifestFrom(url: URL, asking: Asking): Promise<Uint8Array> {
  return wholeOf(bodyOf(url, asking, 'UPDATE_UNREACHABLE', Infinity), maxManifestBytes);
}

/** An installer, piece by piece; how many bytes it has is for the reader to watch. */
export function installerFrom(url: URL, asking: Asking): AsyncGenerator<Uint8Array> {
  return bodyOf(url, asking, 'UPDATE_FILE_MISSING', leastBytes);
}

/** All of it, at most `limit` bytes. */
async function wholeOf(parts: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const kept: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > limit) throw new UpdateError('UPDATE_MANIFEST_INVALID');
    kept.push(part);
  }
  return new Uint8Array(Buffer.concat(kept));
}
