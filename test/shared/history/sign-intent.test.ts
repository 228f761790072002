import { describe, expect, it } from 'vitest';
import { cryptoReady, signingKeysFromSeed } from '../../../shared/crypto/sodium.ts';
import type { Intent, SignedIntent } from '../../../shared/history/intent.ts';
import { signIntent, verifyIntent } from '../../../shared/history/sign-intent.ts';
import { Replica } from './histories.ts';

await cryptoReady();
const keys = signingKeysFromSeed(new Uint8Array(32).fill(4));
const stranger = signingKeysFromSeed(new Uint8Array(32).fill(5));
const intent = new Replica('a').answer('case.aim', 'Ausbildung');
const signed = signIntent(keys, intent);

const wrong: readonly { name: string; signed: SignedIntent }[] = [
  { name: 'another value', signed: { ...signed, intent: { ...intent, body: { ...intent.body, value: 'Studium' } as Intent['body'] } } },
  { name: 'another sequence', signed: { ...signed, intent: { ...intent, sequence: 2 } } },
  { name: 'a field more', signed: { ...signed, intent: { ...intent, extra: 1 } as Intent } },
  { name: 'what is not JSON', signed: { ...signed, intent: { ...intent, at: undefined as unknown as string } } },
  { name: 'a stranger’s signature', signed: signIntent(stranger, intent) },
  { name: 'a short signature', signed: { ...signed, signature: 'AAAA' } },
  { name: 'no base64', signed: { ...signed, signature: 'ä' } },
];

describe('a signed intent', () => {
  it('is verified, also after a way through JSON that reorders its keys', () => {
    const reordered = Object.fromEntries(Object.entries(intent).reverse()) as Intent;

    expect(verifyIntent(keys.publicKey, signed)).toBe(true);
    expect(verifyIntent(keys.publicKey, { ...signed, intent: reordered })).toBe(true);
    expect(signIntent(keys, reordered).signature).toBe(signed.signature);
  });

  it.each(wrong)('with $name is not', ({ signed: changed }) => {
    expect(verifyIntent(keys.publicKey, changed)).toBe(false);
  });

  it('cannot be made of half a surrogate pair', () => {
    expect(() => signIntent(keys, new Replica('a').answer('case.aim', '\ud83d'))).toThrow();
  });
});
