/**
 * The server's certificate authority: one Ed25519 key that signs certificates and receipts.
 *
 * The seed lies in `authority.key` (mode 0600) in the data folder and never in the database: whoever gets a dump, a replica or a
 * read-only database account must not be able to issue certificates. The database only notes the public key it belongs to.
 */
import { join } from 'node:path';
import { fromBase64, newSigningKeys, sha256Hex, signingKeysFromSeed, toBase64 } from '../shared/crypto/sodium.ts';
import type { SigningKeys } from '../shared/crypto/sodium.ts';
import { CollectorError } from './errors.ts';
import { readPrivate, writePrivate } from './private-file.ts';
import { authority } from './storage/schema.ts';
import type { Db } from './storage/open-store.ts';

export interface Authority {
  readonly keyId: string;
  /** Base64. */
  readonly publicKey: string;
  readonly keys: SigningKeys;
  readonly training: boolean;
}

/**
 * The authority of this folder and database; a new one only when both are empty.
 *
 * Errors: `AUTHORITY_KEY_MISSING`, `AUTHORITY_KEY_INVALID`, `AUTHORITY_KEY_OTHER`, `TRAINING_KEPT_APART`.
 */
export async function openAuthority(db: Db, folder: string, training: boolean, now: Date): Promise<Authority> {
  const file = join(folder, 'authority.key');
  const [known] = await db.select().from(authority);
  const stored = readPrivate(file);
  if (known !== undefined && stored === null) throw new CollectorError('AUTHORITY_KEY_MISSING');
  const keys = stored === null ? createKey(file) : readKey(stored);
  const opened = { keyId: sha256Hex(keys.publicKey).slice(0, 16), publicKey: toBase64(keys.publicKey), keys, training };
  if (known === undefined) {
    await db.insert(authority).values({ keyId: opened.keyId, publicKey: opened.publicKey, training, createdAt: now });
    return opened;
  }
  if (known.publicKey !== opened.publicKey) throw new CollectorError('AUTHORITY_KEY_OTHER');
  if (known.training !== training) throw new CollectorError('TRAINING_KEPT_APART');
  return opened;
}

function createKey(file: string): SigningKeys {
  const keys = newSigningKeys();
  writePrivate(file, `${toBase64(keys.seed)}\n`, true);
  return keys;
}

function readKey(text: string): SigningKeys {
  const line = text.trim();
  if (!/^[A-Za-z0-9+/]{43}=$/.test(line)) throw new CollectorError('AUTHORITY_KEY_INVALID');
  return signingKeysFromSeed(fromBase64(line));
}
