import { ORPCError } from '@orpc/server';
import type { AuditLine } from '../../db/contract/audit.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { type LoggedAct, looksOf } from '../../shared/rights/who-looked.ts';
import type { LookLine } from '../../shared/rpc/rights.views.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases } from '../base.ts';
import { namesOf } from '../cases/case-view.ts';
import { loadEvenRestricted } from '../cases/load-case.ts';
import type { CasesContext } from '../context.ts';

/** All of them: what she may know has no first page. */
const everyLine = 1_000_000;

/** Both doors: appointments are on the card. */
function logged({ store, cases }: CasesContext, record: RecordId): readonly LoggedAct[] {
  const roles = new Map(store.desk.read((tx) => tx.staff.list()).map(({ id, role }) => [id, role]));
  const query = { record, limit: everyLine };
  const lines: readonly AuditLine[] = [...cases.read((tx) => tx.audit.read(query)), ...store.desk.read((tx) => tx.audit.read(query))];
  return lines.map(({ at, user, action, details }) => {
    const right = details?.['right'];
    return { at, user, action, right: typeof right === 'string' ? right : '', role: user === null ? '' : (roles.get(user) ?? '') };
  });
}

/** By role and time. `names`: why they are indispensable; throws ROLE_NOT_ALLOWED for anybody but the head. */
export function looksAt(context: CasesContext, record: RecordId, names: string | null): readonly LookLine[] {
  if (names !== null && context.store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
  const nameOf = names === null ? null : namesOf(context.store.desk.read((tx) => tx.staff.list()));
  return looksOf(logged(context, record), nameOf);
}

const byRole = 'Wer zugegriffen hat, steht hier mit Aufgabe und Zeit. Namen gehören nur dazu, wenn es ohne sie nicht geht; das entscheidet die Leitung mit einem Grund.';
const withNames = 'Mit Namen, weil die Leitung es entschieden hat. Der Grund steht im Protokoll der Akte.';

export const whoLooked = inCases.rights.whoLooked.handler(({ input, context }) => {
  const { caseId, names } = input;
  const { right } = loadEvenRestricted(context, caseId);
  if (right === 'colleague') throw new ORPCError('ROLE_NOT_ALLOWED');
  const lines = looksAt(context, caseId, names);
  logReading(context, { action: 'rights.whoLooked', record: caseId, details: { right, names } });
  return { lines, notice: names === null ? byRole : withNames };
});
