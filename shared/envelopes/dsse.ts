/**
 * Signed messages: DSSE v1 envelopes (github.com/secure-systems-lab/dsse), one Ed25519 signature, everything canonical JSON.
 *
 * Ed25519 is deterministic and the form is canonical, so signing the same content again gives the same bytes.
 */
import type { z } from 'zod';
import { fromBase64, signBytes, signingKeysFromSeed, toBase64, verifyBytes } from '../crypto/sodium.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import { canonicalBytes } from './canonical-json.ts';
import type { Refusal } from './collector-api.ts';
import { keyIdOf } from './key-id.ts';
import { parseStrictJson, type JsonRefusal } from './strict-json.ts';
import { Envelope, maxDeliveryBytes } from './types.ts';

/** Why an envelope is not opened; the same codes on both sides of the wire. */
export type EnvelopeRefusal = Extract<
  Refusal,
  'BODY_TOO_LARGE' | 'ENVELOPE_INVALID' | 'FIELD_UNKNOWN_IN_MESSAGE' | 'MESSAGE_INVALID' | 'KEY_UNKNOWN' | 'SIGNATURE_INVALID' | JsonRefusal
>;

/** An envelope of the right form; nobody has looked at its signature yet. */
export interface ReadEnvelope {
  readonly envelope: Envelope;
  readonly keyid: string;
  readonly signature: Uint8Array;
  /** The bytes that were signed, before any parsing. */
  readonly payloadBytes: Uint8Array;
}

export interface OpenedEnvelope<T> {
  readonly payload: T;
  readonly keyid: string;
  readonly envelope: Envelope;
}

/** Pre-authentication encoding of DSSE v1: what is signed. Lengths count bytes. */
export function preAuthEncoding(payloadType: string, payload: Uint8Array): Uint8Array {
  const type = new TextEncoder().encode(payloadType);
  const head = new TextEncoder().encode(`DSSEv1 ${type.length} ${payloadType} ${payload.length} `);
  const out = new Uint8Array(head.length + payload.length);
  out.set(head);
  out.set(payload, head.length);
  return out;
}

/** A key that never leaves its owner: the store of an office signs for us. */
export interface Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** Ed25519, 64 bytes. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** The 32-byte seed of a key we hold, or somebody who signs. */
export type SigningKey = Uint8Array | Signer;

export function signerOf(key: SigningKey): Signer {
  if (!(key instanceof Uint8Array)) return key;
  const keys = signingKeysFromSeed(key);
  return { publicKey: keys.publicKey, sign: (message) => signBytes(keys, message) };
}

/** Canonical bytes of the envelope around the canonical JSON of `payload`. */
export function signEnvelope(payloadType: string, payload: object, key: SigningKey): Uint8Array {
  const body = canonicalBytes(payload);
  const { publicKey, sign } = signerOf(key);
  const sig = toBase64(sign(preAuthEncoding(payloadType, body)));
  return canonicalBytes({ payloadType, payload: toBase64(body), signatures: [{ keyid: keyIdOf(publicKey), sig }] });
}

/** First half of opening: size, strict JSON, form, payload type. For callers who must look the key up in between. */
export function readEnvelope(bytes: Uint8Array, payloadType: string): Result<ReadEnvelope, EnvelopeRefusal> {
  if (bytes.length > maxDeliveryBytes) return fail('BODY_TOO_LARGE');
  const json = parseStrictJson(bytes);
  if (!json.ok) return json;
  const parsed = Envelope.safeParse(json.value);
  if (!parsed.success) return fail(hasUnknownField(parsed.error) ? 'FIELD_UNKNOWN_IN_MESSAGE' : 'ENVELOPE_INVALID');
  const envelope = parsed.data;
  const first = envelope.signatures[0];
  const payloadBytes = canonicalBase64(envelope.payload);
  const signature = first === undefined ? null : canonicalBase64(first.sig);
  if (first === undefined || payloadBytes === null || signature === null || envelope.payloadType !== payloadType) return fail('ENVELOPE_INVALID');
  return ok({ envelope, keyid: first.keyid, signature, payloadBytes });
}

/** Second half: the signature over the raw bytes, only then the payload itself. `publicKey` undefined = nobody we know. */
export function checkEnvelope<S extends z.ZodType>(
  read: ReadEnvelope,
  schema: S,
  publicKey: Uint8Array | undefined,
): Result<OpenedEnvelope<z.output<S>>, EnvelopeRefusal> {
  const { envelope, keyid, signature, payloadBytes } = read;
  if (publicKey === undefined || keyIdOf(publicKey) !== keyid) return fail('KEY_UNKNOWN');
  if (!verifyBytes(publicKey, preAuthEncoding(envelope.payloadType, payloadBytes), signature)) return fail('SIGNATURE_INVALID');
  const payload = parsePayload(payloadBytes, schema);
  return payload.ok ? ok({ payload: payload.value, keyid, envelope }) : payload;
}

/** Opens what was signed by a key that `findKey` knows by its id. Every refusal has its own code, checked in the order they are written. */
export function openEnvelope<S extends z.ZodType>(
  bytes: Uint8Array,
  payloadType: string,
  schema: S,
  findKey: (keyid: string) => Uint8Array | undefined,
): Result<OpenedEnvelope<z.output<S>>, EnvelopeRefusal> {
  const read = readEnvelope(bytes, payloadType);
  return read.ok ? checkEnvelope(read.value, schema, findKey(read.value.keyid)) : read;
}

/** The payload alone; says nothing about who signed it. */
export function parsePayload<S extends z.ZodType>(payloadBytes: Uint8Array, schema: S): Result<z.output<S>, EnvelopeRefusal> {
  const json = parseStrictJson(payloadBytes);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  return fail(hasUnknownField(parsed.error) ? 'FIELD_UNKNOWN_IN_MESSAGE' : 'MESSAGE_INVALID');
}

function hasUnknownField(error: z.ZodError): boolean {
  return error.issues.some((issue) => issue.code === 'unrecognized_keys');
}

/** The bytes, or null when the text is not the one base64 of them. */
function canonicalBase64(text: string): Uint8Array | null {
  try {
    const bytes = fromBase64(text);
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    // The decoder throws on any character or padding out of place.
    return null;
  }
}
