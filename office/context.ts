/** What every procedure of the office core gets to work with. */
import type { Actor } from '../db/contract/actor.ts';
import type { CasesTx, Door, Store } from '../db/contract/store.ts';
import type { PlaceProblem } from '../db/place.ts';
import type { RecoverySlot } from '../db/store.ts';
import type { DocumentService } from '../documents/contract.ts';
import type { LoadedCatalogue } from '../shared/catalogue/load-catalogue.ts';
import type { IsoDay } from '../shared/domain/day.ts';
import type { RecordId } from '../shared/domain/ids.ts';
import type { OfficeSettings } from './session/settings.ts';

export interface CoreOptions {
  /** Data folder of this office on this PC. */
  readonly dir: string;
  readonly catalogue: LoadedCatalogue;
  readonly clock: () => Date;
  /** The calendar day decisions are made on; an Übungs-JMD may live on another day than the clock. */
  readonly today: () => IsoDay;
  /** True when `today` is another day than the clock's: refused outside an Übungs-JMD. */
  readonly fixedDay?: boolean;
  readonly documents: DocumentService;
  readonly fetch: typeof fetch;
  /** False: nothing is sent and nothing refreshed by itself; for commands that end after one act. */
  readonly background?: boolean;
  /** True: locks by itself after the minutes set, and when the PC slept. For shells with a window; a command ends anyway. */
  readonly idleLock?: boolean;
  /** What is wrong with where the folder lies; by default this PC is asked. */
  readonly placeOf?: (dir: string) => PlaceProblem | null;
  /** One line for the operator: codes and places in the program, never a word of a person. */
  readonly log?: (line: string) => void;
}

/** The office while it is unlocked. A new object for every unlock, so that work begun before a lock can notice. */
export interface OpenOffice {
  readonly store: Store;
  readonly settings: OfficeSettings;
  recoveryConfirmed: boolean;
  /** Cases whose card changed but whose projection is not saved yet, see [Note: stale]. */
  readonly stale: Set<RecordId>;
  /** A Notfallblatt whose code nobody typed back yet, see [Note: new sheet]; goes with the lock. */
  replacement: RecoverySlot['slot'] | null;
}

export interface Session {
  open: OpenOffice | null;
  /** Shown at the next unlock: somebody else used this session's launch token. */
  warning: 'LAUNCH_TOKEN_REUSED' | null;
  /** Unlocking takes a second; a second request waits for the first. */
  busy: Promise<unknown>;
}

// A type alias, because oRPC asks for an index signature that an interface does not have.
export type OfficeContext = {
  readonly options: CoreOptions;
  readonly session: Session;
  /** Wakes the outbox when something lies in it. */
  readonly outbox: { wake(): void; sleep(): void };
  /** Locks an office nobody touches; `touch` may lock, when it comes too late. */
  readonly idle: { wake(): void; touch(): void; sleep(): void };
  /** Told of every call; begins what a new day begins in an office that stayed open over midnight. */
  readonly day: { touch(): void };
};

/** Added by the middleware of every procedure that needs an open store. */
export type OpenContext = OfficeContext & {
  readonly office: OpenOffice;
  readonly store: Store;
  readonly actor: Actor;
};

/** Added where case content is touched. */
export type CasesContext = OpenContext & { readonly cases: Door<CasesTx> };

/** RFC 3339 in UTC, whole seconds. */
export function timestamp(clock: () => Date): string {
  return `${clock().toISOString().slice(0, 19)}Z`;
}

export function actorOf(store: Store, clock: () => Date): Actor {
  return { user: store.user, device: store.device, at: timestamp(clock) };
}
