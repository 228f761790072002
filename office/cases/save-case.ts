/** The one way an act on a case is written. */
import type { AuditEntry, CasesTx } from '../../db/contract.ts';
import type { CaseFile, Decided } from '../../shared/cases/case-decision.ts';
import type { CasesContext } from '../context.ts';
import { indexSoon } from '../search/words-later.ts';
import type { Act } from './act.ts';
import { saveProjection } from './project.ts';
import { markStale, settle } from './stale.ts';

export interface CaseAct {
  /** For the log: `case.answer`. */
  readonly action: string;
  /** Which field, never what was written. */
  readonly details: AuditEntry['details'];
  readonly decided: readonly Decided[];
  /** The window's name for the act, see [Note: act]; without it the intents get random ids. */
  readonly act?: Act;
  /** Written in the same transaction of the cases. */
  readonly alongside?: (tx: CasesTx) => void;
}

/**
 * Appends what was decided, projects, counts and logs it.
 *
 * Everything of the case file is one transaction. What belongs on the card is committed before, see [Note: stale].
 */
export function saveCase(context: CasesContext, file: CaseFile, { action, details, decided, act, alongside }: CaseAct): CaseFile {
  const { store, cases, office, actor, options } = context;
  const { catalogue, caseState } = file;
  const { record } = caseState;
  const entry: AuditEntry = { action, record, details };
  const cardBodies = decided.filter((one) => one.record === 'person').map(({ body }) => body);
  const caseBodies = decided.filter((one) => one.record === 'case').map(({ body }) => body);

  const person =
    cardBodies.length === 0
      ? file.person
      : store.desk.write((tx) => {
          markStale(tx, office, [record]);
          tx.audit.write(entry, actor);
          return tx.histories.append(record, 'person', cardBodies, actor, act?.idsFor('person'));
        });

  const saved = cases.write((tx) => {
    alongside?.(tx);
    const appended = caseBodies.length === 0 ? caseState : tx.histories.append(record, 'case', caseBodies, actor, act?.idsFor('case'));
    if (caseBodies.length > 0 || cardBodies.length === 0) tx.audit.write(entry, actor);
    const before = tx.projections.findRow(record)?.changedAt ?? '';
    const changedAt = actor.at > before ? actor.at : before;
    return saveProjection(tx, { catalogue, caseState: appended, person, today: options.today(), changedAt, indexed: 'later' }, actor);
  });
  settle(office, [record]);
  indexSoon(context, office);
  return { catalogue, caseState: saved, person };
}
