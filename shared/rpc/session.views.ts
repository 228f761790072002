/** What windows get to see of the office and of who works in it. Plain data, no keys, like all views; types only flow outwards from here. */
import type { IsoDay } from '../domain/day.ts';
import type { UserId } from '../domain/ids.ts';

export type Role = 'head' | 'caseworker' | 'admin_office';

export interface OfficeView {
  readonly id: string;
  readonly name: string;
  readonly carrierGroup: string;
  /** Land, `01`–`16`. */
  readonly land: string;
  /** Übungs-JMD: other colour, training server only. */
  readonly training: boolean;
}

export interface UserView {
  readonly id: UserId;
  readonly displayName: string;
  readonly role: Role;
}

/** `warning`: an error code the window shows before anything else; Lotse locked itself because of it. */
export type SessionView = SessionPhase & { readonly warning?: string };

type SessionPhase =
  /** No office here yet: set-up. */
  | { readonly phase: 'empty' }
  /** `singleUser`: only the password is asked. */
  /** `waitSeconds`: how long the next try has to wait after wrong ones; 0 = not at all. */
  | { readonly phase: 'locked'; readonly singleUser: boolean; readonly training: boolean; readonly waitSeconds: number }
  /** Notfallblatt not typed back yet: no record can be made. */
  | { readonly phase: 'recovery_open'; readonly office: OfficeView; readonly user: UserView }
  | {
      readonly phase: 'open';
      readonly office: OfficeView;
      readonly user: UserView;
      readonly staff: readonly UserView[];
      readonly today: IsoDay;
      /** Minutes without a touch until Lotse locks. */
      readonly lockAfterMinutes: number;
      /** Nothing can be written: the files are older than what was acknowledged. */
      readonly readOnly: boolean;
      /** What everybody who works should see above the page, most urgent first. */
      readonly notices: readonly NoticeView[];
    }
  /** The folder cannot be used; `code` is an error code with text and advice. */
  | { readonly phase: 'unusable'; readonly code: string };

/** An error code with text and advice; `count` where a number belongs to it (missing acts, days since the last backup). */
export interface NoticeView {
  readonly code: 'STORE_READ_ONLY' | 'DATABASE_DAMAGED' | 'ERASURE_OPEN' | 'DISK_LOW' | 'BACKUP_OVERDUE' | 'BACKUP_FAILED' | 'TARGET_UNUSABLE' | 'SECOND_PLACE_OVERDUE';
  readonly count: number | null;
}

/** Somebody who works here and may unlock, or did once. */
export interface AccountView extends UserView {
  readonly login: string;
  /** False: removed, or the slot is missing; resetting the password makes a new one. */
  readonly canUnlock: boolean;
  /** The one who asks. */
  readonly own: boolean;
}

export interface LawView {
  readonly law: 'gdpr' | 'kdg' | 'dsg_ekd';
  readonly name: string;
  /** The day this edition came into force. */
  readonly edition: IsoDay;
  readonly authority: string;
  /** By topic: `consent`, `information`, `access` … → „§ 8 KDG“. */
  readonly paragraphs: Readonly<Record<string, string>>;
  readonly ageHints: readonly string[];
  /** What a lawyer has still to confirm. */
  readonly unreviewed: boolean;
}
