import { ORPCError } from '@orpc/server';
import type { Actor } from '../../db/contract/actor.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import type { Decided } from '../../shared/cases/case-decision.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { type IsoDay, yearOf } from '../../shared/domain/day.ts';
import { type OfficeId, RecordId } from '../../shared/domain/ids.ts';
import { emptyState } from '../../shared/history/fold.ts';
import { inCases } from '../base.ts';
import { readSetting, writeSetting } from '../session/settings.ts';
import { markStale } from './stale.ts';
import { saveCase } from './save-case.ts';
import { viewOfCase } from './view-of-case.ts';

/** `NI-0417-2026-0001`: JMD-Kennung, year, running number of the year. A number is used once, also when the case was never saved. */
export function nextCaseNumber(tx: DeskTx, office: OfficeId, today: IsoDay): string {
  const year = yearOf(today);
  const earlier = readSetting(tx, 'case_number');
  const last = (earlier?.year === year ? earlier.last : 0) + 1;
  writeSetting(tx, 'case_number', { year, last });
  return `${office}-${String(year)}-${String(last).padStart(4, '0')}`;
}

/** A new file and what it says before anybody typed: its number, its JMD and who looks after it. */
export function firstIntents(number: string, office: OfficeId, actor: Actor): readonly Decided[] {
  const fixed = (field: string, value: string): Decided => ({
    record: 'case',
    body: { type: 'answer', entry: null, field, value, base: [] },
  });
  return [
    { record: 'case', body: { type: 'createRecord' } },
    fixed('case.case_number', number),
    fixed('case.site_id', office),
    fixed('case.caseworker_id', actor.user),
  ];
}

/** A new file with its empty card, looked after by whoever makes it. */
export const createCase = inCases.cases.create.handler(({ context }) => {
  const { store, office, actor, options } = context;
  if (!office.recoveryConfirmed) throw new ORPCError('RECOVERY_NOT_CONFIRMED');
  const record = RecordId.parse(randomId());

  const { number, person } = store.desk.write((tx) => {
    markStale(tx, office, [record]);
    return { number: nextCaseNumber(tx, office.settings.id, options.today()), person: tx.histories.create(record, 'person', actor) };
  });
  const file = { catalogue: options.catalogue, caseState: emptyState(record, 'case'), person, right: 'responsible' as const };
  const saved = saveCase(context, file, { action: 'case.create', details: {}, decided: firstIntents(number, office.settings.id, actor) });
  return viewOfCase(context, saved);
});
