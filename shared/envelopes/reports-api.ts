/**
 * What the central server tells its operator: the page, and the commands. All under /api/v1, all with the operator's bearer token.
 *
 * | method and path | body → answer |
 * | --- | --- |
 * | POST /operator/codes | CodeRequest → 201 IssuedCode |
 * | GET  /operator/enrolments | – → EnrolmentRow[] |
 * | POST /operator/enrolments/:id/approve, …/refuse | – → EnrolmentRow |
 * | POST /operator/certificates/:keyId/revoke | – → { keyId, revokedAt } |
 * | GET  /operator/receipts/verify | – → ReceiptLogState |
 * | GET  /reports/deliveries | – → DeliveryState |
 * | GET  /reports/tables | – → ReportChoices |
 * | GET  /reports/table?table=&period=&by= | – → ReportTable |
 * | GET  /reports/table.csv?… | – → text/csv |
 */
import { z } from 'zod';
import { OfficeId } from '../domain/ids.ts';
import type { CarrierGroupId } from '../domain/programme.ts';
import type { DimensionPlan } from '../monitoring/types.ts';
import { CarrierGroup, Land } from './types.ts';

export const CodeRequest = z.strictObject({
  office: OfficeId,
  officeName: z.string().trim().min(1).max(120),
  carrierGroup: CarrierGroup,
  land: Land,
});
export type CodeRequest = z.infer<typeof CodeRequest>;

/** Shown once: the server keeps a hash only. */
export interface IssuedCode {
  readonly code: string;
  /** RFC 3339 UTC. */
  readonly expiresAt: string;
}

interface OfficeNaming {
  readonly office: string;
  readonly officeName: string;
  readonly carrierGroup: CarrierGroupId;
  readonly land: string;
}

export interface EnrolmentRow extends OfficeNaming {
  readonly id: string;
  readonly keyId: string;
  readonly state: 'pending' | 'approved' | 'refused';
  readonly requestedAt: string;
}

export interface ReceiptLogState {
  readonly count: number;
  /** Number of the first receipt that does not fit; null when the whole log holds. */
  readonly firstBroken: number | null;
  /** SHA-256 of the newest receipt: note it elsewhere and compare later. */
  readonly head: string | null;
}

export interface DeliveryStateRow extends OfficeNaming {
  /** `none`: a code or request, no certificate yet. */
  readonly certificate: 'none' | 'valid' | 'expired' | 'revoked';
  readonly certificateUntil: string | null;
  readonly lastPeriod: string | null;
  readonly sequence: number | null;
  readonly receivedAt: string | null;
  /** Pflichtfeld answers open or "unbekannt" in the last delivery. */
  readonly unknownAnswers: number | null;
  /** Periods delivered, newest first. */
  readonly periods: readonly string[];
}

export interface DeliveryState {
  readonly rows: readonly DeliveryStateRow[];
}

export interface ReportChoices {
  /** Newest first. */
  readonly periods: readonly string[];
  readonly tables: readonly { readonly id: string; readonly title: string; readonly protection: 'exact' | 'cell_key' }[];
}

/** `group-land`: each carrier group by Land, small ones joined. `office`: one row per JMD. */
export const reportBy = ['federal', 'group', 'land', 'group-land', 'office'] as const;
export type ReportBy = (typeof reportBy)[number];

/** A sum out of fewer offices than this is marked; in `group-land` it is joined with others. */
export const fewOffices = 3;

export interface ReportCell {
  readonly codes: readonly string[];
  readonly value: number;
  /** Half width of the 95 % range that the protection leaves around the true sum; 0 for exact figures. */
  readonly plusMinus: number;
}

export interface ReportRow {
  readonly key: string;
  readonly label: string;
  /** How many JMD are in the sums. */
  readonly offices: number;
  /** How many enrolled JMD could be in it. */
  readonly enrolled: number;
  readonly few: boolean;
  readonly cells: readonly ReportCell[];
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly protection: 'exact' | 'cell_key';
  readonly dimensions: readonly DimensionPlan[];
  readonly plan: { readonly id: string; readonly version: number };
  readonly period: string;
  readonly by: ReportBy;
  readonly training: boolean;
  /** Offices that delivered the period under another version of the plan: not in the sums. */
  readonly otherPlanOffices: number;
  readonly rows: readonly ReportRow[];
}
