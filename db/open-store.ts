/** Puts an open store together out of keys that a slot gave. */
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { DeviceId, RecordId } from '../shared/domain/ids.ts';
import { deriveSubkey, signBytes, wipe } from '../shared/crypto/sodium.ts';
import { openAudit, type AuditChain } from './audit/audit.ts';
import { chainHead } from './audit/chain-head.ts';
import { countedIn, witnesses, type Witnesses } from './audit/witness.ts';
import { stopReaders } from './backup/in-worker.ts';
import { addKeysOfCopies, raiseKeyring } from './backup/restore-keyring.ts';
import { isFrozenIn, readFrozenYears } from './cases/kept-facts.ts';
import { openProjections } from './cases/projections.ts';
import { openTallies } from './cases/tallies.ts';
import { closeEach } from './close-each.ts';
import { commitCounter, type CommitCounter } from './commit-counter.ts';
import type { Actor, DoorName } from './contract/actor.ts';
import type { CasesTx, DeskTx, MissingActs, Store } from './contract/store.ts';
import { openCards, type CardTables } from './desk/cards.ts';
import { openAbsences } from './desk/absences.ts';
import { openDeliveries } from './desk/deliveries.ts';
import { loadThisDevice, makeThisDevice, openDevices } from './desk/devices.ts';
import { openDistinctPairs } from './desk/distinct-pairs.ts';
import { openSettings } from './desk/settings.ts';
import { openStaff, type StaffStore } from './desk/staff.ts';
import { openDoor } from './door.ts';
import { reopenErasures } from './erase/known-erasures.ts';
import { completeErasures } from './erase/steps.ts';
import { readTombstones, type IsErased } from './erase/tombstones.ts';
import { guarded, storeCodeOf, StoreError } from './errors.ts';
import { factReader } from './fact-reader.ts';
import { folderPaths } from './folder.ts';
import { openHistories } from './histories/histories.ts';
import { openKeyring, type Keyring } from './keyring.ts';
import type { FolderLock } from './lock.ts';
import type { Sqlite } from './open-database.ts';
import { openFiles, type DoorFiles, type OpenFiles } from './open-files.ts';
import { letReserveGo } from './reserve.ts';
import { wipeKeys, type SlotKeys } from './slots/slot.ts';
import type { StateTables } from './state-tables.ts';

/** One of something per door; the cases have none behind a slot that opens the desk only. */
export interface PerDoor<T> {
  readonly desk: T;
  readonly cases: T | null;
}

/** What the functions of store.ts need to know of a store and nobody else may. */
export interface StoreInside {
  readonly keys: SlotKeys;
  readonly staff: StaffStore;
  /** The open connections, for what works on whole files. */
  readonly databases: PerDoor<Sqlite>;
  readonly keyrings: PerDoor<Keyring>;
  /** The head outside each database. `save` after a commit that did not go through `Door.write`; `flush` waits for the disk. */
  readonly heads: PerDoor<{ save(): void; flush(): void }>;
}

export interface OpenOptions {
  /** Takes the files as they are, whatever the heads say, and writes the heads anew: for a restore that put them together. */
  readonly adopt?: boolean;
  /** Stamps a backup before a migration. */
  readonly clock?: () => Date;
}

const insides = new WeakMap<Store, StoreInside>();

/** Throws for a store that is closed. */
export function insideOf(store: Store): StoreInside {
  const inside = insides.get(store);
  if (inside === undefined) throw new Error('the store is closed');
  return inside;
}

/** Takes over `keys` and `lock`: both go when the store closes, or at once when it cannot open. */
export function openStore(dir: string, keys: SlotKeys, lock: FolderLock, create: boolean, options: OpenOptions = {}): Store {
  const closers: (() => void)[] = [() => { lock.release(); }, () => { wipeKeys(keys); }];
  try {
    return guarded(() => {
      const at = `${(options.clock?.() ?? new Date()).toISOString().slice(0, 19)}Z`;
      const files = openFiles(dir, keys, { create, adopt: options.adopt ?? false, at });
      closers.push(() => { files.close(); });
      const store = assemble(dir, keys, files, closers, { create, adopt: options.adopt ?? false });
      if (files.replaced.length > 0) fillAnew(store);
      completeErasures(store, insideOf(store), at);
      return store;
    });
  } catch (error) {
    closeEach(closers);
    throw error;
  }
}

/**
 * Derived tables were gone: histories are folded anew, and all cases named stale, so that the core makes their rows or says which it
 * cannot (office/cases/stale.ts).
 */
function fillAnew({ desk, cases }: Store): void {
  const records = cases?.write((tx) => {
    const unreadable = tx.histories.rebuildStates();
    return [...tx.histories.ids('case'), ...unreadable];
  });
  desk.write((tx) => {
    const unreadable = tx.histories.rebuildStates();
    if (records !== undefined) tx.settings.write('stale', { records: [...new Set([...records, ...unreadable])] });
  });
}

/**
 * Cards of a schema that had no table for them. A damaged page must not keep the office closed: whoever has everything made anew (doctor,
 * „neu aufbauen“) is told, and this is tried again with every unlock.
 */
function fillCards({ desk }: Store, cards: CardTables): void {
  try {
    if (!desk.read(() => cards.owed)) return;
    desk.write((tx) => {
      for (const record of tx.histories.ids('person')) {
        const state = tx.histories.find(record);
        if (state !== undefined) cards.save(state);
      }
    });
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
  }
}

/** A door's files with what keeps them true. */
interface KeptDoor extends DoorFiles {
  readonly ring: Keyring;
  readonly commits: CommitCounter;
  readonly audit: AuditChain;
  readonly head: { save(): void; flush(): void };
}

function keepDoor(dir: string, files: DoorFiles, device: DeviceId, isErased: IsErased, seen: Witnesses, closers: (() => void)[]): KeptDoor {
  const { name, db } = files;
  const sealed = db.prepare<[string]>('SELECT 1 FROM intents WHERE record = ? LIMIT 1').pluck();
  const ring = openKeyring(files.keyring, (record: RecordId) => sealed.get(record) !== undefined, isErased);
  const commits = commitCounter(db);
  const officeKey = deriveSubkey(files.key, 'audit');
  const headKey = deriveSubkey(files.key, 'head');
  const head = chainHead(folderPaths(dir)[`${name}Head`], headKey);
  closers.push(() => { closeEach([() => { wipe(headKey); wipe(officeKey); }, () => { head.close(); }]); });
  const audit = openAudit({ db, door: name, device, keyring: ring, officeKey, readHead: () => head.read() });
  const keep = seen.keep(name, (latest) => { head.save(latest); });
  const save = (): void => {
    keep({ ...audit.end(), commits: commits.read(), keyCommits: ring.commits.read() });
  };
  return { ...files, ring, commits, audit, head: { save, flush: () => { head.flush(); } } };
}

function assemble(
  dir: string,
  keys: SlotKeys,
  files: OpenFiles,
  closers: (() => void)[],
  { create, adopt }: { readonly create: boolean; readonly adopt: boolean },
): Store {
  let missing: MissingActs | null = files.missing;
  const orm = drizzle({ client: files.desk.db });
  const device = create ? makeThisDevice(orm) : loadThisDevice(orm);
  closers.push(() => { wipe(device.keys.seed); });
  const isErased = readTombstones(files.desk.db);
  const seen = witnesses(files.heads);
  const desk = keepDoor(dir, files.desk, device.id, isErased, seen, closers);
  const cases = files.cases === null ? null : keepDoor(dir, files.cases, device.id, isErased, seen, closers);
  const staff = openStaff(orm);
  const devices = openDevices(orm);
  const history = (door: KeptDoor, beside: StateTables) =>
    openHistories({
      db: door.db,
      door: door.name,
      keyring: door.ring,
      isFrozen: isFrozenIn(door.ring.db),
      device: device.id,
      keys: device.keys,
      findPublicKey: (id) => devices.findPublicKey(id),
      isErased,
      beside,
    });
  const door = <Tx>(kept: KeptDoor, tx: Tx) =>
    openDoor({
      db: kept.db,
      keyring: kept.ring,
      commits: kept.commits,
      tx,
      onDiskFull: () => { letReserveGo(dir); },
      assertWritable: () => { if (missing !== null) throw new StoreError('STORE_READ_ONLY'); },
      saveHead: () => { kept.head.save(); },
    });
  const cards = openCards(desk.db);
  const deskTx: DeskTx = {
    histories: history(desk, cards),
    cards,
    settings: openSettings(orm),
    staff,
    devices,
    deliveries: openDeliveries(orm),
    absences: openAbsences(orm),
    distinctPairs: openDistinctPairs(orm),
    audit: desk.audit,
  };
  const casesTx = (kept: KeptDoor): CasesTx => {
    const isFrozen = isFrozenIn(kept.ring.db);
    const tallies = openTallies(kept.db, isFrozen);
    return {
      histories: history(kept, tallies),
      projections: openProjections(kept.db, isFrozen),
      tallies,
      facts: factReader(kept.db),
      frozenYears: () => readFrozenYears(kept.ring.db),
      audit: kept.audit,
    };
  };
  /** Counts on from the heads, so that no file from before is ever taken for today's again. */
  const goOnFrom = (kept: KeptDoor, name: DoorName): void => {
    const [commits, keyCommits] = countedIn(files.heads, name);
    raiseKeyring(kept.ring.db, keyCommits);
    kept.commits.raiseTo(commits + 1);
    kept.head.save();
    kept.head.flush();
  };
  const keptDoors = cases === null ? [desk] : [desk, cases];

  const store: Store = {
    dir,
    device: device.id,
    user: keys.user,
    role: keys.role,
    desk: door(desk, deskTx),
    cases: cases === null ? null : door(cases, casesTx(cases)),
    signAsDevice: (bytes) => {
      insideOf(store);
      return signBytes(device.keys, bytes);
    },
    devicePublicKey: device.keys.publicKey,
    get missing() {
      return missing;
    },
    acceptOlder: (actor: Actor) => {
      insideOf(store);
      const acts = missing;
      if (acts === null) return;
      guarded(() => {
        files.thaw(actor.at);
        missing = null;
        try {
          const inside = insideOf(store);
          const { backups } = folderPaths(dir);
          store.desk.write((tx) => {
            tx.audit.write({ action: 'store.accept_older', record: null, details: { ...acts } }, actor);
            reopenErasures(inside, backups);
          });
          for (const kept of keptDoors) {
            addKeysOfCopies(kept.ring.db, { door: kept.name, doorKey: kept.key, backups }, isErased);
            goOnFrom(kept, kept.name);
          }
          if (files.replaced.length > 0) fillAnew(store);
          fillCards(store, cards);
          completeErasures(store, inside, actor.at);
        } catch (error) {
          // Not decided before it is written down.
          missing = acts;
          throw error;
        }
      });
    },
    close: () => {
      if (!insides.delete(store)) return;
      stopReaders(dir);
      closeEach(closers);
    },
  };
  if (create || adopt) for (const kept of keptDoors) goOnFrom(kept, kept.name);
  if (missing === null && !create) fillCards(store, cards);
  insides.set(store, {
    keys,
    staff,
    databases: { desk: desk.db, cases: cases?.db ?? null },
    keyrings: { desk: desk.ring, cases: cases?.ring ?? null },
    heads: { desk: desk.head, cases: cases?.head ?? null },
  });
  return store;
}
