import { argon2Sync } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  cryptoReady,
  deriveSubkey,
  keyFromPassword,
  newSigningKeys,
  openBytes,
  passwordBytes,
  passwordFloor,
  randomBelow,
  randomBytes,
  randomId,
  sealBytes,
  sha256Hex,
  signBytes,
  toHex,
  verifyBytes,
} from '../../../shared/crypto/sodium.ts';

beforeAll(cryptoReady);

const text = (s: string) => new TextEncoder().encode(s);

describe('sealed bytes', () => {
  it('open with the same key and context', () => {
    const key = randomBytes(32);
    const sealed = sealBytes(key, text('Geheimnis'), 'case/1');
    expect(sealed.length).toBe(text('Geheimnis').length + 40);
    expect(openBytes(key, sealed, 'case/1')).toEqual(text('Geheimnis'));
  });

  it('stay closed for another key, another context and after any flipped bit', () => {
    const key = randomBytes(32);
    const sealed = sealBytes(key, text('Geheimnis'), 'case/1');
    expect(openBytes(randomBytes(32), sealed, 'case/1')).toBeNull();
    expect(openBytes(key, sealed, 'case/2')).toBeNull();
    for (let i = 0; i < sealed.length; i += 1) {
      const bent = Uint8Array.from(sealed);
      bent[i] = (bent[i] ?? 0) ^ 1;
      expect(openBytes(key, bent, 'case/1')).toBeNull();
    }
    expect(openBytes(key, sealed.subarray(0, 20), 'case/1')).toBeNull();
  });
});

describe('keys and signatures', () => {
  it('differ by purpose', () => {
    const key = randomBytes(32);
    expect(deriveSubkey(key, 'keyring')).toEqual(deriveSubkey(key, 'keyring'));
    expect(deriveSubkey(key, 'keyring')).not.toEqual(deriveSubkey(key, 'audit'));
  });

  it('hold for the signed bytes only', () => {
    const keys = newSigningKeys();
    const signature = signBytes(keys, text('a'));
    expect(verifyBytes(keys.publicKey, text('a'), signature)).toBe(true);
    expect(verifyBytes(keys.publicKey, text('b'), signature)).toBe(false);
    expect(verifyBytes(newSigningKeys().publicKey, text('a'), signature)).toBe(false);
    expect(verifyBytes(keys.publicKey, text('a'), new Uint8Array(3))).toBe(false);
  });

  it('come from a password by Argon2id, the same for both ways to write an Umlaut', () => {
    const salt = new Uint8Array(16);
    const composed = keyFromPassword(passwordBytes('Mu\u0308ller-Weg 7'), salt, passwordFloor.ops, passwordFloor.memory);
    expect(composed).toEqual(keyFromPassword(passwordBytes('M\u00fcller-Weg 7'), salt, passwordFloor.ops, passwordFloor.memory));
    expect(composed.length).toBe(32);
  });
});

describe('a key from a password', () => {
  it('is what another Argon2id makes of it: 64 MiB, three passes, one lane, version 1.3', () => {
    const salt = randomBytes(16);
    const message = passwordBytes('Müller-Weg 7');
    const parameters = { message, nonce: salt, parallelism: 1, tagLength: 32, memory: 64 * 1024, passes: 3 };
    const ours = keyFromPassword(passwordBytes('Müller-Weg 7'), salt, passwordFloor.ops, passwordFloor.memory);
    expect(toHex(ours)).toBe(argon2Sync('argon2id', parameters).toString('hex'));
  });
});

describe('random values', () => {
  it('are ids of 32 hex characters and integers below the limit', () => {
    expect(randomId()).toMatch(/^[0-9a-f]{32}$/);
    for (let i = 0; i < 1000; i += 1) expect(randomBelow(10)).toBeLessThan(10);
  });

  it('SHA-256 matches the published vector', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(toHex(new Uint8Array([0, 255]))).toBe('00ff');
  });
});
