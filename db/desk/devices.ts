/** The PCs of this office whose intents are believed. */
import { asc, eq, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { newSigningKeys, randomId, signingKeysFromSeed, type SigningKeys } from '../../shared/crypto/sodium.ts';
import { DeviceId } from '../../shared/domain/ids.ts';
import type { Devices } from '../contract/desk.ts';
import { StoreError } from '../errors.ts';
import { devices, thisDevice } from './schema.ts';

export interface DeviceStore extends Devices {
  findPublicKey(device: DeviceId): Uint8Array | undefined;
}

export function openDevices(db: BetterSQLite3Database): DeviceStore {
  const find = db
    .select({ publicKey: devices.publicKey })
    .from(devices)
    .where(eq(devices.id, sql.placeholder('id')))
    .prepare();
  const findPublicKey = (id: DeviceId): Uint8Array | undefined => {
    const row = find.get({ id });
    return row === undefined ? undefined : new Uint8Array(row.publicKey);
  };
  return {
    findPublicKey,
    list: () =>
      db
        .select()
        .from(devices)
        .orderBy(asc(devices.addedAt), asc(devices.id))
        .all()
        .map((row) => ({ ...row, publicKey: new Uint8Array(row.publicKey) })),
    add: ({ id, publicKey, addedAt }) => {
      const known = findPublicKey(id);
      // A PC never changes its key: whoever says so is another PC.
      if (known !== undefined && !Buffer.from(known).equals(publicKey)) throw new StoreError('INTENT_REFUSED');
      db.insert(devices)
        .values({ id, publicKey: Buffer.from(publicKey), addedAt })
        .onConflictDoNothing()
        .run();
    },
  };
}

export interface ThisDevice {
  readonly id: DeviceId;
  readonly keys: SigningKeys;
}

export function makeThisDevice(db: BetterSQLite3Database): ThisDevice {
  const device = { id: DeviceId.parse(randomId()), keys: newSigningKeys() };
  db.insert(thisDevice)
    .values({ only: 1, id: device.id, seed: Buffer.from(device.keys.seed) })
    .run();
  return device;
}

/** Throws DATABASE_DAMAGED when the database belongs to no PC. */
export function loadThisDevice(db: BetterSQLite3Database): ThisDevice {
  const row = db.select().from(thisDevice).get();
  if (row === undefined) throw new StoreError('DATABASE_DAMAGED');
  return { id: row.id, keys: signingKeysFromSeed(new Uint8Array(row.seed)) };
}
