import { describe, expect, it } from 'vitest';
import { fromBase64, signBytes, toBase64 } from '../../../shared/crypto/sodium.ts';
import { canonicalBytes } from '../../../shared/envelopes/canonical-json.ts';
import type { refusals } from '../../../shared/envelopes/collector-api.ts';
import { makeDelivery, openDelivery } from '../../../shared/envelopes/delivery.ts';
import { preAuthEncoding, signEnvelope } from '../../../shared/envelopes/dsse.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import { payloadTypes, type Envelope } from '../../../shared/envelopes/types.ts';
import { bytes, delivery, device, findDevice, stranger, text } from './people.ts';

const good = makeDelivery(delivery, device.seed);
const envelope = JSON.parse(text(good)) as Envelope;
const [{ keyid, sig } = { keyid: '', sig: '' }] = envelope.signatures;
const payload = text(fromBase64(envelope.payload));
const type = payloadTypes.delivery;

/** An envelope with a true signature over any bytes at all. */
function signed(body: string, payloadType: string = type, key = device): Uint8Array {
  const signature = toBase64(signBytes(key, preAuthEncoding(payloadType, bytes(body))));
  return canonicalBytes({ payloadType, payload: toBase64(bytes(body)), signatures: [{ keyid: keyIdOf(key.publicKey), sig: signature }] });
}

function flipped(base64: string, at: number): string {
  const raw = fromBase64(base64);
  raw[at] = (raw[at] ?? 0) ^ 1;
  return toBase64(raw);
}

/** Same bytes, last base64 digit before the padding with unused bits set. */
function loose(base64: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const at = base64.indexOf('=') - 1;
  return `${base64.slice(0, at)}${digits[digits.indexOf(base64.charAt(at)) + 1]}${base64.slice(at + 1)}`;
}

const refused: readonly { name: string; bytes: Uint8Array; code: keyof typeof refusals }[] = [
  { name: 'a flipped bit in the payload', bytes: canonicalBytes({ ...envelope, payload: flipped(envelope.payload, 20) }), code: 'SIGNATURE_INVALID' },
  { name: 'a flipped bit in the signature', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig: flipped(sig, 5) }] }), code: 'SIGNATURE_INVALID' },
  { name: 'a foreign key', bytes: makeDelivery(delivery, stranger.seed), code: 'KEY_UNKNOWN' },
  { name: 'a foreign signature under a known key id', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig: toBase64(signBytes(stranger, preAuthEncoding(type, bytes(payload)))) }] }), code: 'SIGNATURE_INVALID' },
  { name: 'a signature over another payload type', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig: toBase64(signBytes(device, preAuthEncoding(payloadTypes.receipt, bytes(payload)))) }] }), code: 'SIGNATURE_INVALID' },
  { name: 'an unknown field in the envelope', bytes: canonicalBytes({ ...envelope, note: 'x' }), code: 'FIELD_UNKNOWN_IN_MESSAGE' },
  { name: 'an unknown field beside the signature', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig, at: 1 }] }), code: 'FIELD_UNKNOWN_IN_MESSAGE' },
  { name: 'an unknown field in the payload', bytes: signed(text(canonicalBytes({ ...(JSON.parse(payload) as object), name: 'x' }))), code: 'FIELD_UNKNOWN_IN_MESSAGE' },
  { name: 'an unknown field deep in the payload', bytes: signed(payload.replace('"value":112', '"value":112,"who":"x"')), code: 'FIELD_UNKNOWN_IN_MESSAGE' },
  { name: 'a __proto__ field in the payload', bytes: signed(`{"__proto__":{"x":1},${payload.slice(1)}`), code: 'FIELD_UNKNOWN_IN_MESSAGE' },
  { name: 'a duplicate key in the envelope', bytes: bytes(text(good).replace('{', '{"payload":"",')), code: 'JSON_DUPLICATE_KEY' },
  { name: 'a duplicate key in the payload', bytes: signed(payload.replace('"period":"2026"', '"period":"2025","period":"2026"')), code: 'JSON_DUPLICATE_KEY' },
  { name: 'white space in the envelope', bytes: bytes(text(good).replace(',', ', ')), code: 'JSON_NOT_CANONICAL' },
  { name: 'white space in the payload', bytes: signed(payload.replace(',', ', ')), code: 'JSON_NOT_CANONICAL' },
  { name: 'half an envelope', bytes: good.subarray(0, good.length / 2), code: 'JSON_MALFORMED' },
  { name: 'a payload that is not JSON', bytes: signed('Guten Tag'), code: 'JSON_MALFORMED' },
  { name: 'a byte order mark', bytes: bytes(`\ufeff${text(good)}`), code: 'JSON_MALFORMED' },
  { name: 'another payload type', bytes: signed(payload, payloadTypes.receipt), code: 'ENVELOPE_INVALID' },
  { name: 'no signature', bytes: canonicalBytes({ ...envelope, signatures: [] }), code: 'ENVELOPE_INVALID' },
  { name: 'two signatures', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig }, { keyid, sig }] }), code: 'ENVELOPE_INVALID' },
  { name: 'a list instead of an envelope', bytes: bytes('[]'), code: 'ENVELOPE_INVALID' },
  { name: 'a signature in loose base64', bytes: canonicalBytes({ ...envelope, signatures: [{ keyid, sig: loose(sig) }] }), code: 'ENVELOPE_INVALID' },
  { name: 'URL-safe base64', bytes: canonicalBytes({ ...envelope, payload: '__-_' }), code: 'ENVELOPE_INVALID' },
  { name: 'a payload of the wrong kind', bytes: signed('{"format":"lotse-delivery-2"}'), code: 'MESSAGE_INVALID' },
  { name: 'a negative value', bytes: signed(payload.replace('"value":112', '"value":-1')), code: 'MESSAGE_INVALID' },
  { name: 'more bytes than a delivery may have', bytes: new Uint8Array(2_000_001).fill(0x20), code: 'BODY_TOO_LARGE' },
];

describe('a DSSE envelope', () => {
  it('encodes type and body as the published example of DSSE v1', () => {
    expect(text(preAuthEncoding('http://example.com/HelloWorld', bytes('hello world')))).toBe(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
  });

  it('counts bytes, not characters, in the encoding', () => {
    expect(text(preAuthEncoding('t', bytes('Öl')))).toBe('DSSEv1 1 t 3 Öl');
    expect(text(preAuthEncoding('ö', bytes('')))).toBe('DSSEv1 2 ö 0 ');
  });

  it('opens with the key that signed it', () => {
    const opened = openDelivery(good, findDevice);

    expect(opened).toMatchObject({ ok: true, value: { keyid: keyIdOf(device.publicKey), payload: { office: 'NI-0417', sequence: 1 } } });
  });

  it('is the same bytes each time the same content is signed, whatever the order of its keys', () => {
    const reordered = Object.fromEntries(Object.entries(delivery).reverse()) as typeof delivery;

    expect(makeDelivery(delivery, device.seed)).toEqual(good);
    expect(makeDelivery(reordered, device.seed)).toEqual(good);
  });

  it('is the same bytes when somebody signs who does not hand out the key', () => {
    const sign = (message: Uint8Array): Uint8Array => signBytes(device, message);

    expect(makeDelivery(delivery, { publicKey: device.publicKey, sign })).toEqual(good);
  });

  it.each(refused)('with $name is refused with $code', ({ bytes: sent, code }) => {
    expect(openDelivery(sent, findDevice)).toEqual({ ok: false, error: code });
  });

  it('is refused whichever bit of it is flipped', () => {
    const small = signEnvelope(type, {}, device.seed);
    for (let at = 0; at < small.length; at++) {
      const copy = small.slice();
      copy[at] = (copy[at] ?? 0) ^ (1 << (at % 8));
      expect(openDelivery(copy, findDevice).ok).toBe(false);
    }
  });
});
