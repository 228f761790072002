import { describe, expect, it } from 'vitest';
import { sha256Hex, toBase64 } from '../../../shared/crypto/sodium.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import { canonicalBytes } from '../../../shared/envelopes/canonical-json.ts';
import { issueCertificate, openCertificate } from '../../../shared/envelopes/certificate.ts';
import { deliveryHash, makeDelivery, matchDelivery, openDelivery } from '../../../shared/envelopes/delivery.ts';
import { signEnvelope } from '../../../shared/envelopes/dsse.ts';
import { makeEnrolment, openEnrolment } from '../../../shared/envelopes/enrolment.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import { checkReceipt, makeReceipt, openReceipt } from '../../../shared/envelopes/receipt.ts';
import { Envelope, maxDeliveryBytes, payloadTypes, type Receipt } from '../../../shared/envelopes/types.ts';
import { authority, certificate, delivery, device, findDevice, office, stranger, text } from './people.ts';

const day = (value: string): IsoDay => value as IsoDay;
const check = { authorityPublicKey: authority.publicKey, on: day('2026-06-30'), training: false };

describe('a key id', () => {
  it('is the start of the SHA-256 of the raw key', () => {
    expect(keyIdOf(device.publicKey)).toBe(sha256Hex(device.publicKey).slice(0, 16));
  });
});

describe('an enrolment request', () => {
  const { officeName, carrierGroup, land } = certificate;
  const request = { code: 'ABCD-EFGH', office, officeName, carrierGroup, land, training: true };

  it('opens with the key inside it and proves possession', () => {
    expect(openEnrolment(makeEnrolment(request, device.seed))).toEqual({
      ok: true,
      value: { ...request, format: 'lotse-enrolment-1', publicKey: toBase64(device.publicKey) },
    });
  });

  it('is refused when it names a key its sender does not hold', () => {
    const stolen = { ...request, format: 'lotse-enrolment-1', publicKey: toBase64(device.publicKey) };
    const foreign = signEnvelope(payloadTypes.enrolment, stolen, stranger.seed);
    const relabelled = JSON.parse(text(foreign)) as Envelope;
    const pretending = { ...relabelled, signatures: [{ ...relabelled.signatures[0], keyid: keyIdOf(device.publicKey) }] };

    expect(openEnrolment(foreign)).toEqual({ ok: false, error: 'KEY_UNKNOWN' });
    expect(openEnrolment(canonicalBytes(pretending))).toEqual({ ok: false, error: 'SIGNATURE_INVALID' });
  });
});

describe('a certificate', () => {
  const issued = issueCertificate(certificate, authority.seed);
  const cases = [
    { name: 'on its first day', with: { on: day('2026-01-01') }, error: null },
    { name: 'on its last day', with: { on: day('2027-12-31') }, error: null },
    { name: 'a day too early', with: { on: day('2025-12-31') }, error: 'CERTIFICATE_EXPIRED' },
    { name: 'a day too late', with: { on: day('2028-01-01') }, error: 'CERTIFICATE_EXPIRED' },
    { name: 'in Übungsbetrieb', with: { training: true }, error: 'TRAINING_MISMATCH' },
    { name: 'under another authority', with: { authorityPublicKey: stranger.publicKey }, error: 'KEY_UNKNOWN' },
  ];

  it.each(cases)('$name: $error', ({ with: change, error }) => {
    const opened = openCertificate(issued, { ...check, ...change });

    expect(opened.ok ? null : opened.error).toBe(error);
  });

  it('opens from the envelope as the server hands it out, too', () => {
    const opened = openCertificate(Envelope.parse(JSON.parse(text(issued))), check);

    expect(opened).toMatchObject({ ok: true, value: { office, authority: keyIdOf(authority.publicKey) } });
  });

  it('is refused when it speaks for another authority than the one that signed', () => {
    const other = { ...certificate, format: 'lotse-certificate-1', authority: keyIdOf(stranger.publicKey) };

    expect(openCertificate(signEnvelope(payloadTypes.certificate, other, authority.seed), check)).toEqual({ ok: false, error: 'AUTHORITY_MISMATCH' });
  });
});

describe('a delivery', () => {
  it('is not signed when the closed schema does not allow it', () => {
    const withText = { ...delivery, tables: [{ id: 'A1', cells: [{ codes: ['x'.repeat(41)], value: 1 }] }] };
    const withMore = { ...delivery, remark: 'x' };

    expect(() => makeDelivery(withText, device.seed)).toThrow();
    expect(() => makeDelivery(withMore, device.seed)).toThrow();
  });

  it('is not signed when it is larger than a server takes', () => {
    const cells = Array.from({ length: 5000 }, () => ({ codes: ['c'.repeat(40), 'd'.repeat(40)], value: 99_999_999 }));
    const tables = Array.from({ length: 6 }, (_, i) => ({ id: `T${i}`, cells }));

    expect(maxDeliveryBytes).toBe(2_000_000);
    expect(() => makeDelivery({ ...delivery, tables }, device.seed)).toThrow('too large');
  });

  const matches = [
    { name: 'its own office and server', certificate: { office, authority: keyIdOf(authority.publicKey) }, error: null },
    { name: 'another office', certificate: { office: 'BY-0001' as OfficeId, authority: keyIdOf(authority.publicKey) }, error: 'OFFICE_MISMATCH' },
    { name: 'another server', certificate: { office, authority: keyIdOf(stranger.publicKey) }, error: 'AUTHORITY_MISMATCH' },
  ];
  it.each(matches)('held against the certificate of $name: $error', ({ certificate: held, error }) => {
    const opened = openDelivery(makeDelivery(delivery, device.seed), findDevice);
    const matched = opened.ok ? matchDelivery(opened.value.payload, held) : opened;

    expect(matched.ok ? null : matched.error).toBe(error);
  });
});

describe('a receipt', () => {
  const sent = makeDelivery(delivery, device.seed);
  const content: Omit<Receipt, 'format'> = {
    number: 12,
    previousReceipt: 'cd'.repeat(32),
    office,
    period: '2026',
    sequence: 1,
    delivery: deliveryHash(sent),
    receivedAt: '2027-01-15T10:00:00Z',
    training: false,
  };
  const ours = { delivery: sent, authorityPublicKey: authority.publicKey, training: false };

  it('opens with the key of the server and fits the delivery it answers', () => {
    const receipt = makeReceipt(content, authority.seed);

    expect(openReceipt(receipt, authority.publicKey)).toMatchObject({ ok: true, value: { number: 12 } });
    expect(checkReceipt(receipt, ours)).toMatchObject({ ok: true, value: content });
  });

  const wrong = [
    { name: 'other bytes', receipt: { delivery: 'ee'.repeat(32) }, with: {}, reason: 'delivery' },
    { name: 'another office', receipt: { office: 'BY-0001' as OfficeId }, with: {}, reason: 'office' },
    { name: 'another period', receipt: { period: '2025' }, with: {}, reason: 'period' },
    { name: 'another sequence', receipt: { sequence: 2 }, with: {}, reason: 'sequence' },
    { name: 'Übungsbetrieb', receipt: { training: true }, with: {}, reason: 'training' },
    { name: 'an Übungs-JMD, asked by it', receipt: {}, with: { training: true }, reason: 'training' },
    { name: 'a server the delivery was not meant for', receipt: {}, with: { authorityPublicKey: stranger.publicKey }, reason: 'authority', seed: stranger.seed },
    { name: 'somebody else than the server', receipt: {}, with: {}, reason: 'KEY_UNKNOWN', seed: stranger.seed },
  ];
  it.each(wrong)('for $name is not taken ($reason)', ({ receipt, with: change, reason, seed }) => {
    const made = makeReceipt({ ...content, ...receipt }, seed ?? authority.seed);

    expect(checkReceipt(made, { ...ours, ...change })).toEqual({ ok: false, error: { code: 'RECEIPT_INVALID', reason } });
  });

  it('is not taken with a flipped bit', () => {
    const made = makeReceipt(content, authority.seed);
    made[40] = (made[40] ?? 0) ^ 1;

    expect(checkReceipt(made, ours)).toMatchObject({ ok: false, error: { code: 'RECEIPT_INVALID' } });
  });
});
