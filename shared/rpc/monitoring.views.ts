/** Deliveries and the way to the server, as windows see them. */
import type { IsoDay } from '../domain/day.ts';
import type { DeliveryId } from '../domain/ids.ts';
import type { MonitoringPlan, Table } from '../monitoring/types.ts';

export interface DeliveryView {
  readonly id: DeliveryId;
  readonly state: 'built' | 'approved' | 'confirmed' | 'refused';
  readonly period: string;
  readonly unknownAnswers: number;
  readonly builtAt: string;
  readonly approvedAt: string | null;
  readonly approvedByName: string | null;
  readonly sequence: number | null;
  readonly sha256: string | null;
  readonly confirmedAt: string | null;
  /** Number under which the server keeps the receipt. */
  readonly receiptNumber: number | null;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Exactly what is sent, readable. */
export interface DeliveryPreview {
  readonly delivery: DeliveryView;
  readonly plan: MonitoringPlan;
  readonly tables: readonly Table[];
}

/** The figures of a year for this JMD's own eyes. `frozen`: its rows are gone, these are the tables that were delivered, protected as they were. */
export interface OwnCount {
  readonly persons: number;
  readonly tables: readonly Table[];
  readonly frozen: boolean;
  /** null of a frozen year: its rows are gone. */
  readonly talks: OwnTalks | null;
}

export type ServerConnection =
  | { readonly state: 'none' }
  | { readonly state: 'pending'; readonly url: string; readonly requestedAt: string }
  | { readonly state: 'connected'; readonly url: string; readonly training: boolean; readonly validUntil: IsoDay; readonly renewal: 'none' | 'possible' | 'pending' };

export interface OwnHours {
  /** Of talks; of one with several young people each file has its share. */
  readonly count: number;
  readonly minutes: number;
}

/** Talks of a year, for the JMD's own report: nothing says whose they were, nor who had them. */
export interface OwnTalks {
  /** Kurzberatungen without a file. */
  readonly shortCounselling: OwnHours;
  /** Contacts in files that are still there. */
  readonly contacts: OwnHours;
  /** Through jmd4you, with a file or without one; months in which there was any. `2026-03`. */
  readonly online: readonly (OwnHours & { readonly month: string })[];
}
