/**
 * What the office core may ask of the encrypted store. The implementation is db/store.ts.
 *
 * Everything is synchronous: SQLite answers in microseconds and a transaction that waits is a transaction that breaks.
 */
import type { DeviceId, UserId } from '../../shared/domain/ids.ts';
import type { FactReader } from '../../shared/monitoring/types.ts';
import type { Actor, DoorName, Role } from './actor.ts';
import type { Audit } from './audit.ts';
import type { CaseProjections, Tallies } from './cases.ts';
import type { Deliveries } from './deliveries.ts';
import type { Absences, Cards, Devices, DistinctPairs, Settings, Staff } from './desk.ts';
import type { Histories } from './histories.ts';

/** Inside one transaction of the desk. */
export interface DeskTx {
  readonly histories: Histories;
  readonly cards: Cards;
  readonly settings: Settings;
  readonly staff: Staff;
  readonly devices: Devices;
  readonly deliveries: Deliveries;
  readonly absences: Absences;
  readonly distinctPairs: DistinctPairs;
  readonly audit: Audit;
}

/** Inside one transaction of the cases. */
export interface CasesTx {
  readonly histories: Histories;
  readonly projections: CaseProjections;
  readonly tallies: Tallies;
  readonly facts: FactReader;
  /** Reporting years of which nothing is counted any more: their rows and count keys are gone and none is made. */
  frozenYears(): ReadonlySet<number>;
  readonly audit: Audit;
}

export interface Door<Tx> {
  /** Durable when it returns (WAL, synchronous=FULL). A throw rolls everything back. */
  write<T>(act: (tx: Tx) => T): T;
  read<T>(look: (tx: Tx) => T): T;
}

/** Acts that were acknowledged and are not in the files any more, per door. */
export type MissingActs = Readonly<Record<DoorName, number>>;

export interface Store {
  readonly dir: string;
  readonly device: DeviceId;
  readonly user: UserId;
  readonly role: Role;
  readonly desk: Door<DeskTx>;
  /** null behind a slot that opens the desk only. */
  readonly cases: Door<CasesTx> | null;
  /** Ed25519 over `bytes` by this PC's key, 64 bytes; the key itself never leaves the store. */
  signAsDevice(bytes: Uint8Array): Uint8Array;
  /** 32 bytes. */
  readonly devicePublicKey: Uint8Array;
  /**
   * null: all that was acknowledged is there. Otherwise the files are older than this PC's own counter says (an older copy was put
   * back, a WAL was lost): the store can be read, and every write throws STORE_READ_ONLY until {@link acceptOlder}.
   */
  readonly missing: MissingActs | null;
  /** The head's decision to go on with what is there; logged with the number of missing acts. Nothing happens when none are missing. */
  acceptOlder(actor: Actor): void;
  /** Drops keys, closes both databases. Every later call throws. */
  close(): void;
}

export interface NewOffice {
  readonly dir: string;
  readonly login: string;
  readonly displayName: string;
  readonly password: string;
  readonly at: string;
  /** Saves what makes the folder an office of its own; when it throws, the folder stays as good as empty. */
  readonly initialise?: (tx: DeskTx) => void;
}

/** How the data folder looks from outside, without any key. */
export type FolderState =
  | { readonly state: 'empty' }
  | { readonly state: 'locked'; readonly singleUser: boolean; readonly training: boolean }
  | { readonly state: 'in_use'; readonly pid: number }
  | { readonly state: 'damaged'; readonly code: string };

/** The functions of db/store.ts. */
export interface StoreFunctions {
  inspectFolder(dir: string): FolderState;
  /** Creates folder, keys, first user slot (head), Notfallblatt slot; returns the open store and the code to print, once. */
  createOffice(office: NewOffice & { readonly training: boolean }): Promise<{ store: Store; recoveryCode: string }>;
  /** `login` null only where the folder has a single user. */
  unlock(dir: string, login: string | null, password: string): Promise<Store>;
  unlockWithRecovery(dir: string, recoveryCode: string): Promise<Store>;
  /** True when the typed code opens the Notfallblatt slot. */
  checkRecovery(dir: string, recoveryCode: string): Promise<boolean>;
  addUser(
    store: Store,
    user: { login: string; displayName: string; role: Role; password: string },
    actor: Actor,
  ): Promise<UserId>;
  /** A new Notfallblatt; the code of the one before opens nothing any more. Returns the code to print, once. */
  renewRecovery(store: Store, actor: Actor): Promise<string>;
  changePassword(dir: string, login: string | null, oldPassword: string, newPassword: string): Promise<void>;
  /** Sets a new password for the head after unlocking with the Notfallblatt. */
  resetPassword(store: Store, login: string, newPassword: string): Promise<void>;
}

/** Reads only tables named `monitoring_*` of an open cases database file; used on stripped copies too. */
export type OpenFactReader = (databaseFile: string, casesKey: Uint8Array) => { reader: FactReader; close(): void };
