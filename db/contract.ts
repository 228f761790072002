/**
 * What the office core may ask of the encrypted store. The implementation is db/store.ts.
 *
 * Everything is synchronous: SQLite answers in microseconds and a transaction that waits is a transaction that breaks.
 *
 * One long file, because its types name each other and are read together: everything an open store promises, on one page.
 */
import type { AlikePerson } from '../shared/cases/alike/alike-person.ts';
import type { DueKind } from '../shared/catalogue/types.ts';
import type { AnswerValue } from '../shared/domain/answer.ts';
import type { IsoDay } from '../shared/domain/day.ts';
import type { AttachmentId, DeliveryId, DeviceId, EntryId, IntentId, RecordId, UserId } from '../shared/domain/ids.ts';
import type { IntentBody, RecordKind, SignedIntent } from '../shared/history/intent.ts';
import type { RecordState } from '../shared/history/state.ts';
import type { CaseYearFact, FactReader } from '../shared/monitoring/types.ts';
import type { Cards, Tallies } from './contract-beside.ts';

export type { AppointmentRow, CardRow, Cards, Tallies, TallyRow } from './contract-beside.ts';

export type Role = 'head' | 'caseworker' | 'admin_office';

/** `desk`: cards, settings, staff, deliveries. `cases`: what was confided, facts. */
export type DoorName = 'desk' | 'cases';

/** Who acts: stamped on every intent and audit entry. */
export interface Actor {
  readonly user: UserId;
  readonly device: DeviceId;
  /** RFC 3339 UTC, seconds. */
  readonly at: string;
}

/** What the audit chain says of an act. `details` are sealed under the record's file key. */
export interface AuditEntry {
  readonly action: string;
  readonly record: RecordId | null;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** Names the intents of one act by their place in it; without it every intent gets a random id. */
export type IntentIdOf = (index: number) => IntentId;

/** Histories of one door. Both doors have the same. */
export interface Histories {
  create(record: RecordId, kind: RecordKind, actor: Actor): RecordState;
  /** Current state from the projection; undefined when there is no such record. */
  find(record: RecordId): RecordState | undefined;
  /** Signs, seals and stores the intents, returns the new state. All in the caller's transaction. */
  append(record: RecordId, kind: RecordKind, bodies: readonly IntentBody[], actor: Actor, idOf?: IntentIdOf): RecordState;
  /** Whether an intent is in, whatever its record. */
  has(intent: IntentId): boolean;
  /** Yjs state (base64) of a text as it is now; `entry` is null for the record's own text, undefined when nothing was written. */
  findText(record: RecordId, entry: EntryId | null, field: string): string | undefined;
  /** Takes over intents of another PC (already verified by signature here); repeats are ignored. */
  merge(intents: readonly SignedIntent[]): readonly RecordId[];
  /** The whole history, decrypted, in the order it was stored here. */
  read(record: RecordId): readonly SignedIntent[];
  ids(kind: RecordKind): readonly RecordId[];
  /** They stay until a `dropFile` for them is appended or merged, or the record is erased. */
  keepBytes(record: RecordId, attachment: AttachmentId, bytes: Uint8Array): void;
  /** undefined when nothing is kept under that id. */
  readBytes(record: RecordId, attachment: AttachmentId): Uint8Array | undefined;
  /** Drops every folded state and folds all histories of this door anew; returns the records that cannot be read, and have no state from now on. */
  rebuildStates(): readonly RecordId[];
}

/** One line of the case list; everything a projection, rebuilt at any time. */
export interface CaseRow {
  readonly id: RecordId;
  readonly number: string;
  /** "Nachname, Vorname", or '' before consent. */
  readonly name: string;
  readonly born: IsoDay | null;
  readonly supportForm: string | null;
  readonly status: string;
  readonly consent: string;
  readonly caseworker: UserId | null;
  readonly deputy: UserId | null;
  /** For responsible Fachkraft, deputy and head only: everybody else gets a masked row, see office/cases/closed.ts. */
  readonly shielded: boolean;
  /** Earliest open date: review, step due. */
  readonly nextDate: IsoDay | null;
  /** Missing Pflichtfeld answers. */
  readonly gaps: number;
  readonly changedAt: string;
}

export interface CaseListQuery {
  readonly caseworker: UserId | null;
  readonly status: string | null;
  readonly supportForm: string | null;
  /** Only cases with missing Pflichtfeld answers. */
  readonly gapsOnly: boolean;
  /** Search text; '' lists all. */
  readonly text: string;
  readonly sort: 'name' | 'number' | 'nextDate' | 'gaps' | 'changedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
  /** Files that are closed to whoever asks: no filter finds them, and they come after all others, in an order that tells nothing. */
  readonly closed?: readonly RecordId[];
}

/** One dated thing to do, a projection for the start page. */
export interface DueRow {
  readonly record: RecordId;
  readonly day: IsoDay;
  readonly kind: DueKind;
  readonly entry: EntryId | null;
  /** The step or goal in its own words. */
  readonly text: string;
}

/** With the name of its case. */
export interface NamedDue extends DueRow {
  readonly name: string;
}

export interface WorklistQuery {
  readonly caseworker: UserId | null;
  readonly kinds: readonly string[];
  readonly until: IsoDay;
  readonly limit: number;
  readonly readers: { readonly user: UserId; readonly standsInFor: ReadonlySet<UserId> } | null;
}

export interface SearchHit {
  readonly record: RecordId;
  /** Field the words stand in; null when it is the name or number. */
  readonly field: string | null;
  readonly snippet: string;
}

/** What the core computes from a record's states; the store only keeps it. */
export interface CaseProjection {
  readonly row: CaseRow;
  readonly dues: readonly Omit<DueRow, 'record'>[];
  /** What is searched: field id (null = name, number, phone digits) and text. */
  readonly words: readonly { readonly field: string | null; readonly text: string }[];
  /** By reporting year; a year that no longer counts is absent and its row goes. */
  readonly facts: Readonly<Record<string, CaseYearFact>>;
  /** What is compared with others, see [Note: alike] in shared/cases/alike; null or absent: nothing is. */
  readonly alike?: AlikePerson | null;
}

/** Somebody who might be the same person, to be judged by the core. */
export interface AlikeCandidate {
  readonly record: RecordId;
  readonly person: AlikePerson;
}

/** When the words of a text can be found: at once, or after `settleWords`. Names, numbers and phones are found at once. */
export type WordsIndexed = 'now' | 'later';

/** Projections and facts of the cases door. */
export interface CaseProjections {
  /** `indexed`: `now` unless said. */
  save(record: RecordId, projection: CaseProjection, indexed?: WordsIndexed): void;
  /** Indexes up to `limit` cases that were saved with their words for later; returns how many are left. */
  settleWords(limit: number): number;
  countDueWords(): number;
  remove(record: RecordId): void;
  /** Cases that are closed to colleagues. */
  shielded(): readonly RecordId[];
  list(query: CaseListQuery): { readonly total: number; readonly rows: readonly CaseRow[] };
  findRow(record: RecordId): CaseRow | undefined;
  /** Missing Pflichtfeld answers in all cases of a Fachkraft. */
  gaps(caseworker: UserId): number;
  /**
   * Words in any order, prefixes, transliteration folded (ä = ae = a). Names that only sound alike ("Yusuf", "Youssef") come after
   * everything written alike; see [Note: by ear] in cases/search.ts. Of the `closed` files only those whose name, number, phone or birth date
   * was typed whole, see [Note: closed files].
   */
  search(text: string, limit: number, closed?: ReadonlySet<RecordId>): readonly SearchHit[];
  /** Cases worth comparing with this person, some hundred at most, in no order; ended ones, too. */
  alike(person: AlikePerson): readonly AlikeCandidate[];
  /** By day, then by name; `total` counts those beyond `limit`, too. `caseworker` null: everybody's. */
  dues(query: { readonly caseworker: UserId | null; readonly until: IsoDay; readonly limit: number }): { readonly total: number; readonly rows: readonly NamedDue[] };
  /** The same by kinds (none: all). Shielded files only for `readers`; null: for who reads all. */
  worklist(query: WorklistQuery): { readonly total: number; readonly rows: readonly NamedDue[] };
  /** Drops every projection row (not the facts' links), so that the core can save all anew. */
  clear(): void;
}

/** Small typed values of the office (name, carrier group, training flag …), JSON, desk door. */
export interface Settings {
  read(key: string): unknown;
  write(key: string, value: AnswerValue | Readonly<Record<string, unknown>>): void;
}

export interface StaffRow {
  readonly id: UserId;
  readonly login: string;
  readonly displayName: string;
  readonly role: Role;
}

export interface Staff {
  list(): readonly StaffRow[];
  save(row: StaffRow): void;
}

/** Somebody is away and somebody stands in. `until` null: open. */
export interface AbsenceRow {
  readonly id: RecordId;
  readonly user: UserId;
  readonly deputy: UserId;
  readonly from: IsoDay;
  /** The last day of it. */
  readonly until: IsoDay | null;
  readonly setBy: UserId;
  readonly setAt: string;
}

export interface Absences {
  /** The latest first. */
  list(): readonly AbsenceRow[];
  find(id: RecordId): AbsenceRow | undefined;
  save(row: AbsenceRow): void;
  remove(id: RecordId): void;
  /** Everybody for whom `deputy` stands in on this day. */
  standsInFor(deputy: UserId, day: IsoDay): ReadonlySet<UserId>;
}

/** Look-alikes that are two people: siblings, or somebody of the same name. Kept both ways round. */
export interface DistinctPairs {
  /** Repeats are ignored. */
  add(a: RecordId, b: RecordId): void;
  of(record: RecordId): ReadonlySet<RecordId>;
}

export interface DeviceRow {
  readonly id: DeviceId;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  readonly addedAt: string;
}

/** The PCs of this office whose intents `merge` believes; this one is among them. */
export interface Devices {
  list(): readonly DeviceRow[];
  /** Repeats are ignored; another key for a known PC is refused (INTENT_REFUSED). */
  add(device: DeviceRow): void;
}

/** State of a Monitoring-Meldung on its way. */
export type DeliveryState = 'built' | 'approved' | 'confirmed' | 'refused';

export interface DeliveryRow {
  readonly id: DeliveryId;
  readonly state: DeliveryState;
  /** `2026` or `2026-H1` */
  readonly period: string;
  readonly planId: string;
  readonly planVersion: number;
  /** Canonical JSON of the tables: what the preview shows and what is signed. */
  readonly tables: string;
  readonly unknownAnswers: number;
  readonly builtAt: string;
  readonly approvedAt: string | null;
  readonly approvedBy: UserId | null;
  /** Position in this device's chain, from 1; null before approval. */
  readonly sequence: number | null;
  /** The exact bytes that leave, once approved. */
  readonly envelope: Uint8Array | null;
  /** Lower-case hex SHA-256 of `envelope`. */
  readonly sha256: string | null;
  /** The server's signed answer, as received. */
  readonly receipt: string | null;
  readonly confirmedAt: string | null;
  readonly attempts: number;
  /** Error code of the last attempt. */
  readonly lastError: string | null;
  readonly nextAttemptAt: string | null;
}

export interface Deliveries {
  list(): readonly DeliveryRow[];
  find(id: DeliveryId): DeliveryRow | undefined;
  save(row: DeliveryRow): void;
  /** Throws away a preview that was never approved. */
  removeBuilt(id: DeliveryId): void;
}

export interface AuditLine {
  readonly sequence: number;
  readonly at: string;
  readonly user: UserId | null;
  readonly action: string;
  readonly record: RecordId | null;
  /** null when the record's file key is gone. */
  readonly details: AuditEntry['details'] | null;
}

export interface AuditCheck {
  readonly door: DoorName;
  readonly entries: number;
  /** null when the chain holds; else the sequence of the first entry that does not. */
  readonly brokenAt: number | null;
}

export interface Audit {
  write(entry: AuditEntry, actor: Actor): void;
  verify(): AuditCheck;
  /** Newest first. */
  read(query: { readonly record: RecordId | null; readonly limit: number }): readonly AuditLine[];
}

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

/** Expected failures carry one of these codes (class StoreError { code }); texts in shared/messages/errors/store.ts. */
export type StoreErrorCode =
  | 'WRONG_PASSWORD'
  | 'WRONG_RECOVERY_CODE'
  | 'SLOT_MISSING'
  | 'SLOT_DAMAGED'
  /** The slot of the Notfallblatt is gone or damaged. */
  | 'RECOVERY_SLOT_MISSING'
  | 'SLOT_TOO_WEAK'
  | 'DATABASE_MISSING'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_NEWER'
  | 'DISK_FULL'
  | 'DISK_ERROR'
  | 'FOLDER_IN_USE'
  | 'FOLDER_NOT_EMPTY'
  | 'CASES_DOOR_CLOSED'
  | 'KEY_INVALID'
  /** An intent of another PC that is malformed, unknown, wrongly signed or takes a number already given. */
  | 'INTENT_REFUSED'
  /** Another member of staff has this login. */
  | 'LOGIN_TAKEN'
  /** The store was closed while a backup or a check went on. */
  | 'LOCKED'
  /** The only member of staff with the role `head` cannot be removed. */
  | 'LAST_HEAD'
  /** Too many wrong tries: the next is not looked at before some seconds are over. */
  | 'UNLOCK_WAIT'
  /** The files are older than what was acknowledged; see `Store.missing`. */
  | 'STORE_READ_ONLY'
  /** A restore was interrupted: the folder holds neither the old nor the new whole. */
  | 'RESTORE_UNFINISHED'
  /** A restore by the password of somebody who does not lead: only the head, or the Notfallblatt, sets the whole office back. */
  | 'ROLE_NOT_ALLOWED'
  | 'BACKUP_MISSING'
  | 'BACKUP_DAMAGED'
  /** A backup was written and did not open again. */
  | 'BACKUP_FAILED';

/** Why a record is forgotten: `retention` (the clock), `wish` (hers), `mistake` (made in error). */
export type ErasureReason = 'retention' | 'wish' | 'mistake';

/** A line of the Löschprotokoll: no name, no case number; whose it was can be told by nobody. */
export interface ErasureLine {
  /** Running number of this office, from 1. */
  readonly number: number;
  readonly at: string;
  readonly reason: ErasureReason;
  /** null until every file has let go; an interrupted erasure goes on at the next start. */
  readonly doneAt: string | null;
}

/** What made a backup: the day's automatic one, a person, or a new schema about to be written. */
export type BackupKind = 'daily' | 'manual' | 'migration';

/** One dated backup as its folder says, readable without a key. */
export interface BackupInfo {
  /** Folder below `backups/`: `2026-03-02T091500Z-daily`. */
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: string;
  /** Bytes of all its files. */
  readonly bytes: number;
  /** When it was last opened again and counted; null when never. */
  readonly verifiedAt: string | null;
}

/** What a restore brought back and what it could not. */
export interface RestoreReport {
  readonly backup: BackupInfo;
  /** Intents newer than the backup that could be read out of the damaged files. */
  readonly salvaged: number;
  /** Acknowledged acts that are in neither; null when the counter outside the databases is gone too. */
  readonly missing: MissingActs | null;
  /** Records erased after the backup was made, and not brought back. */
  readonly erasedAgain: number;
  /** Folder below `set-aside/` where the files lie that were here before. */
  readonly setAside: string;
}

/** What opens a backup: a password, or the code of the Notfallblatt. */
export type BackupSecret = { readonly login: string | null; readonly password: string } | { readonly code: string };

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

export type { EntryId };
