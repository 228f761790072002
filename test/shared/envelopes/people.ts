/** Keys and messages the envelope tests share; seeds are fixed so that bytes repeat. */
import { cryptoReady, signingKeysFromSeed, toBase64 } from '../../../shared/crypto/sodium.ts';
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { OfficeId } from '../../../shared/domain/ids.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import type { Certificate, Delivery } from '../../../shared/envelopes/types.ts';

await cryptoReady();

export const device = signingKeysFromSeed(new Uint8Array(32).fill(1));
export const authority = signingKeysFromSeed(new Uint8Array(32).fill(2));
export const stranger = signingKeysFromSeed(new Uint8Array(32).fill(3));
export const office = 'NI-0417' as OfficeId;

export const delivery: Omit<Delivery, 'format'> = {
  office,
  authority: keyIdOf(authority.publicKey),
  period: '2026',
  plan: { id: 'jmd-default', version: 1, sha256: 'a1'.repeat(32) },
  ptable: { id: 'D5V3js2', sha256: 'b2'.repeat(32) },
  sequence: 1,
  previous: null,
  unknownAnswers: 7,
  tables: [
    { id: 'A1', cells: [{ codes: ['counselling'], value: 112 }] },
    { id: 'A2A3', cells: [{ codes: ['female', '12-15'], value: 0 }, { codes: ['female', '16-18'], value: 14 }] },
  ],
};

export const certificate: Omit<Certificate, 'format' | 'authority'> = {
  office,
  officeName: 'JMD Musterstadt',
  carrierGroup: 'awo',
  land: '03',
  publicKey: toBase64(device.publicKey),
  validFrom: '2026-01-01' as IsoDay,
  validUntil: '2027-12-31' as IsoDay,
  training: false,
};

export const findDevice = (keyid: string): Uint8Array | undefined => (keyid === keyIdOf(device.publicKey) ? device.publicKey : undefined);

export const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
export const bytes = (value: string): Uint8Array => new TextEncoder().encode(value);
