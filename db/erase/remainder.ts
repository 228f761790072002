/** What stays of the coded rows of a forgotten file, by why it is forgotten. */
import type { Remainder } from '../../shared/monitoring/cut.ts';
import type { ErasureReason } from '../contract/backup.ts';

export const remainderOf: Readonly<Record<ErasureReason, Remainder>> = { retention: 'cut', wish: 'total', mistake: 'gone' };
