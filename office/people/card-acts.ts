/** Writing on person cards from the desk: Vormerkungen and appointments, for every role. */
import { ORPCError } from '@orpc/server';
import type { AppointmentRow } from '../../db/contract/desk.ts';
import type { RecordId, UserId } from '../../shared/domain/ids.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { IntentBody } from '../../shared/history/intent.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { type CardRefusal } from '../../shared/people/decide-card.ts';
import type { AppointmentView } from '../../shared/rpc/desk.views.ts';
import type { ActIds } from '../act-ids.ts';
import { markStale, projectAnew, settle } from '../cases/stale.ts';
import type { OpenContext } from '../context.ts';
import { cautionsFor } from './cautions.ts';

/** Throws PERSON_NOT_FOUND: the card was deleted, or lies behind the case door. */
export function loadCard({ store }: OpenContext, record: RecordId): RecordState {
  const card = store.desk.read((tx) => tx.histories.find(record));
  if (card?.kind !== 'person') throw new ORPCError('PERSON_NOT_FOUND');
  return card;
}

/** What decisions about a card need to know of the office. */
export function deskOf({ store, options }: OpenContext, card: RecordState) {
  const staff = new Set<UserId>(store.desk.read((tx) => tx.staff.list()).map(({ id }) => id));
  return { catalogue: options.catalogue, card, today: options.today(), staff };
}

export function cardBodies(decision: Result<readonly IntentBody[], CardRefusal>): readonly IntentBody[] {
  if (!decision.ok) throw new ORPCError('ANSWER_INVALID', { data: { reason: decision.error.reason } });
  return decision.value;
}

export interface CardAct {
  /** For the log: `appointment.plan`. */
  readonly action: string;
  readonly record: RecordId;
  readonly bodies: readonly IntentBody[];
  readonly act?: ActIds;
}

/**
 * Appends to a card and logs it; once, however often the act is asked for. What a file shows of its card is made anew at once where the cases
 * are open, and by the next who opens them where they are not, see [Note: stale].
 */
export function saveCard(context: OpenContext, { action, record, bodies, act }: CardAct): void {
  const { store, office, actor } = context;
  if (bodies.length === 0) return;
  store.desk.write((tx) => {
    if (act !== undefined && tx.histories.has(act.idsFor('person')(0))) return;
    markStale(tx, office, [record]);
    tx.histories.append(record, 'person', bodies, actor, act?.idsFor('person'));
    tx.audit.write({ action, record, details: {} }, actor);
  });
  if (store.cases === null) return;
  if (projectAnew(context, office, [record], 'read').length === 0) settle(office, [record]);
}

export function appointmentViews(context: OpenContext, rows: readonly AppointmentRow[]): readonly AppointmentView[] {
  const cautions = cautionsFor(context);
  const nameOf = new Map<UserId, string>(context.store.desk.read((tx) => tx.staff.list()).map(({ id, displayName }) => [id, displayName]));
  return rows.map((row) => ({ ...row, staffName: row.staff === null ? null : (nameOf.get(row.staff) ?? null), cautions: cautions(row.record) }));
}

/** The next that may still take place; else null. Rows in order of time. */
export function nextOf(rows: readonly AppointmentRow[], today: string): AppointmentRow | null {
  return rows.find(({ day, status }) => day >= today && status === 'planned') ?? null;
}
