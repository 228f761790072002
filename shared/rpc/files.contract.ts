/** Files of Lotse that somebody opens: what they are, before anything is done with them. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import type { MonitoringPlan, Table } from '../monitoring/types.ts';
import { open } from './parts.ts';
import type { DeliveryView } from './monitoring.views.ts';

/** A Monitoring-Meldung as it lies in a file: exactly what was signed. */
export interface DeliveryFileView {
  readonly kind: 'delivery';
  /** JMD-Kennung that stands in it. */
  readonly office: string;
  /** It is the one of this JMD. */
  readonly ours: boolean;
  readonly period: string;
  readonly sequence: number;
  readonly sha256: string;
  readonly unknownAnswers: number;
  readonly plan: MonitoringPlan;
  readonly tables: readonly Table[];
  /** Whose signature was checked and holds; `unknown`: by a key nobody here knows, so nothing is checked. */
  readonly signedBy: 'this_pc' | 'our_pc' | 'unknown';
  /** The same bytes stand in the Versandprotokoll. */
  readonly logged: DeliveryView | null;
}

/** One day also a handed-over case. */
export type OpenedFileView = DeliveryFileView;

export const filesContract = {
  /** Reads a file that somebody opened; nothing is taken over. */
  look: open
    .input(z.strictObject({ file: z.file() }))
    .output(type<OpenedFileView>())
    .errors({ FILE_UNKNOWN: {}, FILE_TOO_LARGE: {}, FILE_CHANGED: {} }),
};
