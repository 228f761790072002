/**
 * Every cryptographic primitive Lotse uses, in one place: libsodium (WebAssembly), nothing home-made.
 *
 * Call `await cryptoReady()` once per process before anything else. Secrets are `Uint8Array`; JavaScript cannot promise to wipe
 * memory, `wipe` overwrites what we still hold (docs/threat-model.md).
 */
import sodium from 'libsodium-wrappers-sumo';

/** Resolves when the library is loaded; cheap to call again. */
export async function cryptoReady(): Promise<void> {
  await sodium.ready;
}

/** Symmetric keys, in bytes. */
export const keyBytes = 32;
/** XChaCha20-Poly1305: random nonces are safe at 24 bytes. */
const nonceBytes = 24;

/** From the system's generator in one call (at most 65,536 bytes); libsodium's own asks the same generator once for every four bytes. */
export function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Asking the system costs as much for 32 bytes as for thousands. Only for what is no secret: ids and nonces, never for keys or salts. */
const pool = new Uint8Array(4_096);
let poolUsed = pool.length;

/** At most 4,096 random bytes that everybody may know. */
function publicRandom(length: number): Uint8Array {
  if (poolUsed + length > pool.length) {
    crypto.getRandomValues(pool);
    poolUsed = 0;
  }
  const bytes = pool.slice(poolUsed, poolUsed + length);
  poolUsed += length;
  return bytes;
}

/** 128 random bits in lower-case hex, the form of all our random ids. */
export function randomId(): string {
  return sodium.to_hex(publicRandom(16));
}

/** Uniform integer in 0 … limit − 1, without modulo bias; `limit` at most 2^32. */
export function randomBelow(limit: number): number {
  return sodium.randombytes_uniform(limit);
}

/**
 * Encrypts and authenticates `plain` together with `context` (which is not stored).
 *
 * XChaCha20-Poly1305-IETF with a fresh random nonce in front: the result is 40 bytes longer than `plain`.
 */
export function sealBytes(key: Uint8Array, plain: Uint8Array, context: string): Uint8Array {
  const nonce = publicRandom(nonceBytes);
  const sealed = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(plain, context, null, nonce, key);
  const out = new Uint8Array(nonceBytes + sealed.length);
  out.set(nonce);
  out.set(sealed, nonceBytes);
  return out;
}

/** What {@link sealBytes} sealed; null when key, context or a single bit is another. */
export function openBytes(key: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null {
  if (sealed.length < nonceBytes + 16) return null;
  try {
    return sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(
      null,
      sealed.subarray(nonceBytes),
      context,
      sealed.subarray(0, nonceBytes),
      key,
    );
  } catch {
    // libsodium throws on any failed authentication and says no more: that is the answer.
    return null;
  }
}

/** Independent key for one purpose out of another key (BLAKE2b keyed hash). */
export function deriveSubkey(key: Uint8Array, purpose: string): Uint8Array {
  return sodium.crypto_generichash(keyBytes, purpose, key);
}

/** Floors of R05, refused below, and what new slots use. Memory in bytes. */
export const passwordFloor = { ops: 3, memory: 64 * 1024 * 1024 } as const;
export const passwordSaltBytes = 16;

/** The bytes a password stands for: the same ones however a keyboard composes its letters. */
export function passwordBytes(password: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(password.normalize('NFKC'));
}

/** Argon2id (v1.3), 32 bytes, of {@link passwordBytes}. Takes a good part of a second: call it in a worker. */
export function keyFromPassword(password: Uint8Array, salt: Uint8Array, ops: number, memory: number): Uint8Array {
  return sodium.crypto_pwhash(keyBytes, password, salt, ops, memory, sodium.crypto_pwhash_ALG_ARGON2ID13);
}

export interface SigningKeys {
  /** 32 bytes; the only part that is stored. */
  readonly seed: Uint8Array;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export function newSigningKeys(): SigningKeys {
  return signingKeysFromSeed(randomBytes(sodium.crypto_sign_SEEDBYTES));
}

export function signingKeysFromSeed(seed: Uint8Array): SigningKeys {
  return { seed, publicKey: sodium.crypto_sign_seed_keypair(seed).publicKey };
}

/** Ed25519, 64 bytes. Takes both halves, because deriving the public one again costs as much as signing. */
export function signBytes({ seed, publicKey }: SigningKeys, message: Uint8Array): Uint8Array {
  const privateKey = new Uint8Array(seed.length + publicKey.length);
  privateKey.set(seed);
  privateKey.set(publicKey, seed.length);
  const signature = sodium.crypto_sign_detached(message, privateKey);
  sodium.memzero(privateKey);
  return signature;
}

export function verifyBytes(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== sodium.crypto_sign_PUBLICKEYBYTES || signature.length !== sodium.crypto_sign_BYTES) return false;
  return sodium.crypto_sign_verify_detached(signature, message, publicKey);
}

/** SHA-256, lower-case hex. */
export function sha256Hex(bytes: Uint8Array | string): string {
  return sodium.to_hex(sodium.crypto_hash_sha256(bytes));
}

/** The same over parts that follow each other, for what is too long to hold. */
export function sha256OfParts(parts: Iterable<Uint8Array>): string {
  const state = sodium.crypto_hash_sha256_init();
  for (const part of parts) sodium.crypto_hash_sha256_update(state, part);
  return sodium.to_hex(sodium.crypto_hash_sha256_final(state));
}

export interface RunningSha256 {
  add(part: Uint8Array): void;
  /** Lower-case hex; ends it. */
  end(): string;
}

/** The same while parts arrive. */
export function runningSha256(): RunningSha256 {
  const state = sodium.crypto_hash_sha256_init();
  return {
    add: (part) => { sodium.crypto_hash_sha256_update(state, part); },
    end: () => sodium.to_hex(sodium.crypto_hash_sha256_final(state)),
  };
}

/** Same length and same bytes, in constant time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && sodium.memcmp(a, b);
}

export function wipe(secret: Uint8Array): void {
  sodium.memzero(secret);
}

export function toBase64(bytes: Uint8Array): string {
  return sodium.to_base64(bytes, sodium.base64_variants.ORIGINAL);
}

/** Throws on anything that is not standard base64 with padding. */
export function fromBase64(text: string): Uint8Array {
  return sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
}

export function toHex(bytes: Uint8Array): string {
  return sodium.to_hex(bytes);
}

export function fromHex(text: string): Uint8Array {
  return sodium.from_hex(text);
}
