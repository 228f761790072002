/**
 * The databases behind a slot, opened so that nothing acknowledged is lost by opening them: looked at first, backed up before a new
 * schema is written, and frozen when they are older than what this PC counted.
 */
import { deriveSubkey, wipe } from '../shared/crypto/sodium.ts';
import type { Head } from './audit/chain-head.ts';
import { backupBeforeMigration } from './backup/before-migration.ts';
import { replaceMissingTables } from './check/missing-tables.ts';
import { closeEach } from './close-each.ts';
import type { DoorName } from './contract/actor.ts';
import type { MissingActs } from './contract/store.ts';
import { folderPaths } from './folder.ts';
import { freeze } from './freeze.ts';
import { lookInto } from './look.ts';
import { migrate, type Migration } from './migrate.ts';
import { casesMigrations, deskMigrations, keyringMigrations } from './migrations/all.ts';
import { openDatabase, type Sqlite } from './open-database.ts';
import type { SlotKeys } from './slots/slot.ts';

export interface DoorFiles {
  readonly name: DoorName;
  readonly key: Uint8Array;
  readonly db: Sqlite;
  readonly keyring: Sqlite;
}

export interface OpenFiles {
  readonly desk: DoorFiles;
  /** null behind a slot that opens the desk only. */
  readonly cases: DoorFiles | null;
  /** What the heads outside the databases said when they were opened. */
  readonly heads: Readonly<Record<DoorName, Head | null>>;
  /** Not null: the files are frozen until {@link OpenFiles.thaw}. */
  readonly missing: MissingActs | null;
  /** Derived tables that were gone and are empty now; those of frozen files are named by {@link OpenFiles.thaw}. */
  readonly replaced: readonly string[];
  /** Lets the files be written, in today's schema. */
  thaw(at: string): void;
  close(): void;
}

export interface OpenFilesOptions {
  readonly create: boolean;
  /** The files are taken as they are, whatever the heads say: a restore put them together. */
  readonly adopt: boolean;
  /** RFC 3339 UTC; stamps the backup before a migration. */
  readonly at: string;
}

/** Throws what {@link lookInto} throws, with nothing changed; DISK_FULL and BACKUP_FAILED before a migration, with the old schema kept. */
export function openFiles(dir: string, keys: SlotKeys, { create, adopt, at }: OpenFilesOptions): OpenFiles {
  const paths = folderPaths(dir);
  const closers: (() => void)[] = [];
  const close = (): void => { closeEach(closers); };
  const parts: { readonly db: Sqlite; readonly migrations: readonly Migration[]; readonly door: DoorName | null }[] = [];
  const open = (file: string, key: Uint8Array, migrations: readonly Migration[], door: DoorName | null): Sqlite => {
    const db = openDatabase(file, key, { create });
    closers.push(() => void db.close());
    parts.push({ db, migrations, door });
    return db;
  };
  const openKeyring = (file: string, doorKey: Uint8Array): Sqlite => {
    const key = deriveSubkey(doorKey, 'keyring');
    try {
      return open(file, key, keyringMigrations, null);
    } finally {
      wipe(key);
    }
  };
  try {
    const look = create ? null : lookInto(dir, keys);
    if (look !== null) closers.push(() => { look.close(); });
    const desk: DoorFiles = {
      name: 'desk',
      key: keys.deskKey,
      keyring: openKeyring(paths.deskKeys, keys.deskKey),
      db: open(paths.desk, keys.deskKey, deskMigrations, 'desk'),
    };
    const cases: DoorFiles | null = keys.casesKey === null ? null : {
      name: 'cases',
      key: keys.casesKey,
      keyring: openKeyring(paths.casesKeys, keys.casesKey),
      db: open(paths.cases, keys.casesKey, casesMigrations, 'cases'),
    };
    const replaced: string[] = [];
    const toToday = (now: string): void => {
      if (look?.outdated === true) backupBeforeMigration({ dir, desk, cases, at: now });
      for (const { db, migrations } of parts) migrate(db, migrations);
      for (const door of [desk, cases]) if (door !== null) replaced.push(...replaceMissingTables(door.db, door.name));
      // Only now: had it failed, closing would have left every byte as it was.
      look?.close();
    };
    const older = look !== null && [look.desk, look.cases].some((door) => door !== null && door.missing !== null);
    const missing = older && !adopt ? { desk: look.desk.missing ?? 0, cases: look.cases?.missing ?? 0 } : null;
    const thaws = missing === null ? [] : parts.map(({ db, migrations, door }) => freeze(db, migrations, door));
    if (missing === null) toToday(at);
    return {
      desk,
      cases,
      heads: { desk: look?.desk.head ?? null, cases: look?.cases?.head ?? null },
      missing,
      replaced,
      thaw: (now) => {
        for (const thaw of thaws.splice(0)) thaw();
        toToday(now);
      },
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}
