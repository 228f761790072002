/** Puts an open store together out of keys that a slot gave. */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { DeviceId } from '../shared/domain/ids.ts';
import { deriveSubkey, signBytes, wipe } from '../shared/crypto/sodium.ts';
import { openAudit, type AuditChain } from './audit/audit.ts';
import { chainHead } from './audit/chain-head.ts';
import { openProjections } from './cases/projections.ts';
import type { CasesTx, DeskTx, Door, DoorName, Store } from './contract.ts';
import { openDeliveries } from './desk/deliveries.ts';
import { loadThisDevice, makeThisDevice, openDevices } from './desk/devices.ts';
import { openSettings } from './desk/settings.ts';
import { openStaff, type StaffStore } from './desk/staff.ts';
import { openDoor } from './door.ts';
import { guarded } from './errors.ts';
import { factReader } from './fact-reader.ts';
import { folderPaths } from './folder.ts';
import { openHistories } from './histories/histories.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import type { FolderLock } from './lock.ts';
import { migrate, type Migration } from './migrate.ts';
import { casesMigrations, deskMigrations, keyringMigrations } from './migrations/all.ts';
import { openDatabase, type Sqlite } from './open-database.ts';
import { wipeKeys, type SlotKeys } from './slots/slot.ts';

/** What the functions of store.ts need to know of a store and nobody else may. */
export interface StoreInside {
  readonly keys: SlotKeys;
  readonly staff: StaffStore;
  /** The open connections, for what works on whole files. */
  readonly databases: { readonly desk: Sqlite; readonly cases: Sqlite | null };
}

const insides = new WeakMap<Store, StoreInside>();

/** Throws for a store that is closed. */
export function insideOf(store: Store): StoreInside {
  const inside = insides.get(store);
  if (inside === undefined) throw new Error('the store is closed');
  return inside;
}

interface DoorFiles {
  readonly name: DoorName;
  readonly db: Sqlite;
  readonly keyring: Keyring;
  readonly audit: AuditChain;
}

/** Takes over `keys` and `lock`: both go when the store closes, or at once when it cannot open. */
export function openStore(dir: string, keys: SlotKeys, lock: FolderLock, create: boolean): Store {
  const closers: (() => void)[] = [
    () => {
      lock.release();
    },
  ];
  // All of it, whatever fails on the way: keys must not outlive a disk error. The first failure comes out at the end.
  const closeAll = (): void => {
    const failures: unknown[] = [];
    for (const close of closers.splice(0).reverse()) {
      try {
        close();
      } catch (error) {
        failures.push(error);
      }
    }
    wipeKeys(keys);
    if (failures.length > 0) throw failures[0];
  };
  try {
    return guarded(() => assemble(dir, keys, create, closers, closeAll));
  } catch (error) {
    closeAll();
    throw error;
  }
}

function assemble(dir: string, keys: SlotKeys, create: boolean, closers: (() => void)[], closeAll: () => void): Store {
  const paths = folderPaths(dir);
  const open = (file: string, key: Uint8Array, migrations: readonly Migration[], exclusive: boolean): Sqlite => {
    const db = openDatabase(file, key, { create, exclusive });
    closers.push(() => db.close());
    migrate(db, migrations);
    return db;
  };
  const openKeys = (file: string, doorKey: Uint8Array): Keyring => {
    const key = deriveSubkey(doorKey, 'keyring');
    const keyring = openKeyring(open(file, key, keyringMigrations, true));
    wipe(key);
    return keyring;
  };
  const doorFiles = (name: DoorName, db: Sqlite, keyring: Keyring, doorKey: Uint8Array, device: DeviceId): DoorFiles => {
    const officeKey = deriveSubkey(doorKey, 'audit');
    const headKey = deriveSubkey(doorKey, 'head');
    const head = chainHead(paths[`${name}Head`], headKey);
    const audit = openAudit({ db, door: name, device, keyring, officeKey, head, begin: create });
    closers.push(() => {
      head.close();
      wipe(officeKey);
      wipe(headKey);
    });
    return { name, db, keyring, audit };
  };

  const deskKeys = openKeys(paths.deskKeys, keys.deskKey);
  const deskDb = open(paths.desk, keys.deskKey, deskMigrations, false);
  const orm = drizzle({ client: deskDb });
  const device = create ? makeThisDevice(orm) : loadThisDevice(orm);
  closers.push(() => {
    wipe(device.keys.seed);
  });
  const desk = doorFiles('desk', deskDb, deskKeys, keys.deskKey, device.id);
  const staff = openStaff(orm);
  const devices = openDevices(orm);
  const history = (files: DoorFiles) =>
    openHistories({
      db: files.db,
      door: files.name,
      keyring: files.keyring,
      device: device.id,
      keys: device.keys,
      findPublicKey: (id) => devices.findPublicKey(id),
    });
  const deskTx: DeskTx = {
    histories: history(desk),
    settings: openSettings(orm),
    staff,
    devices,
    deliveries: openDeliveries(orm),
    audit: desk.audit,
  };

  let casesDb: Sqlite | null = null;
  const casesDoor = (casesKey: Uint8Array): Door<CasesTx> => {
    const keyring = openKeys(paths.casesKeys, casesKey);
    const db = open(paths.cases, casesKey, casesMigrations, false);
    casesDb = db;
    const files = doorFiles('cases', db, keyring, casesKey, device.id);
    const tx: CasesTx = {
      histories: history(files),
      projections: openProjections(db),
      facts: factReader(db),
      audit: files.audit,
    };
    return openDoor({ db, keyring, tx, audit: files.audit });
  };
  const store: Store = {
    dir,
    device: device.id,
    user: keys.user,
    role: keys.role,
    desk: openDoor({ db: deskDb, keyring: deskKeys, tx: deskTx, audit: desk.audit }),
    cases: keys.casesKey === null ? null : casesDoor(keys.casesKey),
    signAsDevice: (bytes) => {
      insideOf(store);
      return signBytes(device.keys, bytes);
    },
    devicePublicKey: device.keys.publicKey,
    missing: null,
    acceptOlder: () => undefined,
    close: () => {
      if (insides.delete(store)) closeAll();
    },
  };
  insides.set(store, { keys, staff, databases: { desk: deskDb, cases: casesDb } });
  return store;
}
