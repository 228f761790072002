import type { AuditEntry } from '../../db/contract/audit.ts';
import type { CasesContext } from '../context.ts';

/**
 * Reading is logged too: the young person may ask who looked.
 *
 * Not where the files are older than what was acknowledged: nothing may be written there, and reading is what an office needs then.
 */
export function logReading({ cases, store, actor }: Pick<CasesContext, 'cases' | 'store' | 'actor'>, entry: AuditEntry): void {
  if (store.missing === null) cases.write((tx) => { tx.audit.write(entry, actor); });
}
