/** Talks HTTP with the central server: nothing but this file leaves the office, and only what its caller hands over. */
import type { z } from 'zod';
import { Problem, refusals, type Refusal } from '../../shared/envelopes/collector-api.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';

/** How long one request may take as a whole, ms. */
export const requestTimeoutMs = 10_000;
/** Largest answer read, in bytes: a receipt or a certificate is far below. */
const maxAnswerBytes = 200_000;

export type ServerFailure =
  /** No answer, a broken or a late one: nobody knows whether the request arrived. */
  | { readonly type: 'Unreachable' }
  /** The server is in trouble or wants to be left alone for a while; or somebody else answered: a proxy, a portal, another program. */
  | { readonly type: 'Trouble'; readonly status: number }
  /** It understood and refuses, with a code of the agreed ones. */
  | { readonly type: 'Refused'; readonly status: number; readonly code: Refusal };

export type ServerAnswer = Result<string, ServerFailure>;

/** https, or http on this PC; no user, query or fragment. Without a slash at the end; null when it may not be used. */
export function serverBase(address: string): string | null {
  const url = new URL(address);
  const loopback = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
  if (url.protocol !== 'https:' && !loopback) return null;
  if (url.username !== '' || url.password !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

async function readLimited(response: Response): Promise<string | null> {
  if (response.body === null) return '';
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > maxAnswerBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Not JSON: the caller sees undefined, which no schema accepts.
    return undefined;
  }
}

function isRefusal(code: string): code is Refusal {
  return Object.hasOwn(refusals, code);
}

/** Only a word that a central server says on purpose is final; any other 4xx may come from whoever stands in between. */
function failureOf(status: number, text: string): ServerFailure {
  const trouble = { type: 'Trouble', status } as const;
  if (status < 400 || status >= 500 || status === 408 || status === 429) return trouble;
  const problem = Problem.safeParse(parseJson(text));
  if (!problem.success || !isRefusal(problem.data.code) || problem.data.code === 'RATE_LIMITED') return trouble;
  return { type: 'Refused', status, code: problem.data.code };
}

/** GET without `body`, else POST of exactly these bytes. Redirects are not followed: they would lead past the address people agreed on. */
export async function callServer(fetchIt: typeof fetch, url: string, body?: Uint8Array): Promise<ServerAnswer> {
  const post = body === undefined ? {} : { method: 'POST', body: body as Uint8Array<ArrayBuffer>, headers: { 'Content-Type': 'application/json' } };
  try {
    const response = await fetchIt(url, { ...post, redirect: 'error', signal: AbortSignal.timeout(requestTimeoutMs) });
    const text = await readLimited(response);
    if (text === null) return fail({ type: 'Trouble', status: response.status });
    return response.ok ? ok(text) : fail(failureOf(response.status, text));
  } catch {
    // fetch says "failed" for whatever happened on the way; there is nothing more to learn from it.
    return fail({ type: 'Unreachable' });
  }
}

/** The answer as `shape`; an answer of another shape counts as the server's trouble. */
export function parseAnswer<T>(answer: ServerAnswer, shape: z.ZodType<T>): Result<T, ServerFailure> {
  if (!answer.ok) return answer;
  const parsed = shape.safeParse(parseJson(answer.value));
  return parsed.success ? ok(parsed.data) : fail({ type: 'Trouble', status: 200 });
}
