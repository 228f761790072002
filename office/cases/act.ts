/** One act of a window on a case, done once however often it is asked for; see [Note: act]. */
import type { IntentIdOf } from '../../db/contract/histories.ts';
import { type ActId, EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { RecordKind } from '../../shared/history/intent.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { actIds } from '../act-ids.ts';
import type { CasesContext } from '../context.ts';
import { loadCase } from './load-case.ts';
import { projectAnew, settle } from './stale.ts';
import { viewOfCase } from './view-of-case.ts';

export interface Act {
  readonly idsFor: (record: RecordKind) => IntentIdOf;
  /** Of the entry the act adds. */
  readonly entry: EntryId;
}

interface Asked {
  readonly caseId: RecordId;
  readonly act?: ActId | undefined;
}

export function actOf(procedure: string, asked: Asked): Act {
  const { idsFor, idOf } = actIds(procedure, asked);
  return { idsFor, entry: EntryId.parse(idOf('entry')) };
}

/** True when the act's intents for this record are in: one transaction wrote all of them or none. */
export function isWritten({ cases, store }: CasesContext, act: Act, record: RecordKind): boolean {
  const first = act.idsFor(record)(0);
  return record === 'case' ? cases.read((tx) => tx.histories.has(first)) : store.desk.read((tx) => tx.histories.has(first));
}

/** For acts that touch one record only, whichever it is. */
export function isDone(context: CasesContext, act: Act): boolean {
  return isWritten(context, act, 'case') || isWritten(context, act, 'person');
}

/** The case as it stands, with what an interrupted act left undone beside the histories. */
export function presentView(context: CasesContext, caseId: RecordId): CaseView {
  const { office } = context;
  if (office.stale.has(caseId)) {
    const unreadable = projectAnew(context, office, [caseId], 'read');
    if (unreadable.length === 0) settle(office, [caseId]);
  }
  return viewOfCase(context, loadCase(context, caseId));
}
