/**
 * What may come out of the port of a window, looked at before oRPC decodes it: there a message of a wrong shape is an error nobody can
 * catch, because nobody waits for it. Who gets `false` closes the port: our own window never sends such a thing.
 *
 * The client of oRPC sends text, JSON; or bytes, JSON in UTF-8, then 0xFF, then a form with files.
 */
import { z } from 'zod';

const delimiter = 0xff;

const Id = z.string().min(1).max(40);
/** `/cases/open`: names of procedures, nothing of a query, no other address. */
const Path = z.string().max(200).regex(/^(\/[A-Za-z]+)+$/);
const form = /^multipart\/form-data; ?boundary=[\w'()+,./:=?-]{1,70}$/;

const Message = z.union([
  z.strictObject({
    i: Id,
    p: z.strictObject({
      u: Path,
      b: z.unknown().optional(),
      h: z.strictObject({ 'content-type': z.string().max(200).regex(form), 'last-event-id': z.string().max(40) }).partial().optional(),
    }),
  }),
  /** A call is taken back. */
  z.strictObject({ i: Id, t: z.literal(4), p: z.unknown().optional() }),
]);

/** `maxBytes`: see limits.ts. */
export async function isReadable(raw: unknown, maxBytes: number): Promise<boolean> {
  const parts = partsOf(raw, maxBytes);
  if (parts === null) return false;
  const type = contentType(parts.json);
  if (type === null) return false;
  // A form without its bytes, or bytes without a form, is not what a client sends.
  if ((type === '') !== (parts.rest === null)) return false;
  return parts.rest === null || isForm(parts.rest, type);
}

function partsOf(raw: unknown, maxBytes: number): { readonly json: string; readonly rest: Uint8Array | null } | null {
  if (typeof raw === 'string') return raw.length <= maxBytes && new TextEncoder().encode(raw).length <= maxBytes ? { json: raw, rest: null } : null;
  if (!(raw instanceof Uint8Array || raw instanceof ArrayBuffer) || raw.byteLength > maxBytes) return null;
  const bytes = raw instanceof Uint8Array ? raw : new Uint8Array(raw);
  const end = bytes.indexOf(delimiter);
  if (end === -1) return null;
  return { json: new TextDecoder().decode(bytes.subarray(0, end)), rest: bytes.subarray(end + 1) };
}

/** '' for a message without a form; null for one of another shape. */
function contentType(json: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    // Not JSON, or nested deeper than the parser goes.
    return null;
  }
  const message = Message.safeParse(value);
  if (!message.success) return null;
  return 't' in message.data ? '' : (message.data.p.h?.['content-type'] ?? '');
}

async function isForm(bytes: Uint8Array, type: string): Promise<boolean> {
  try {
    await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
    return true;
  } catch {
    // Cut off, or another boundary.
    return false;
  }
}
