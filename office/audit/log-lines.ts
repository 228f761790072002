/** The lines of both logs of a time, with what a reader may know of each: role, words, number of the file. */
import type { AuditLine } from '../../db/contract/audit.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { AuditRoleLine } from '../../shared/rpc/audit.views.ts';
import { logWords, roleWord, tellsOfPresence } from '../../shared/rights/log-words.ts';
import type { CasesContext } from '../context.ts';

/** Both days belong to it. */
export interface Period {
  readonly from: IsoDay;
  readonly until: IsoDay;
}

/** By the calendar of this PC. */
const utc = (local: string): string => `${new Date(local).toISOString().slice(0, 19)}Z`;

/** The day of a moment on the calendar of this PC. */
function dayHere(at: string): IsoDay {
  const moment = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return IsoDay.parse(`${String(moment.getFullYear())}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`);
}

/** Newest first; at most `limit` of each log. */
export function linesIn({ store, cases }: CasesContext, { from, until }: Period, limit: number): readonly AuditLine[] {
  const query = { from: utc(`${from}T00:00:00`), until: utc(`${until}T24:00:00`), limit };
  const lines = [...cases.read((tx) => tx.audit.between(query)), ...store.desk.read((tx) => tx.audit.between(query))];
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

export function rolesOf({ store }: CasesContext): (line: AuditLine) => string {
  const roles = new Map(store.desk.read((tx) => tx.staff.list()).map(({ id, role }) => [id, role]));
  return ({ user }) => roleWord(user === null ? null : (roles.get(user) ?? ''));
}

/** Of a Vormerkung and of what was forgotten there is none. */
export function numbersOf({ cases }: CasesContext): (record: RecordId | null) => string | null {
  const known = new Map<RecordId, string | null>();
  return (record) => {
    if (record === null) return null;
    const before = known.get(record);
    if (before !== undefined) return before;
    const number = cases.read((tx) => tx.projections.findRow(record)?.number) ?? null;
    known.set(record, number);
    return number;
  };
}

/** The same act of one role on one file once a day; nothing that tells when somebody comes and goes. */
export function byRole(context: CasesContext, lines: readonly AuditLine[]): readonly AuditRoleLine[] {
  const roleOf = rolesOf(context);
  const numberOf = numbersOf(context);
  const told = lines
    .filter(({ action }) => !tellsOfPresence(action))
    .map((line): AuditRoleLine => ({ day: dayHere(line.at), role: roleOf(line), what: logWords(line.action), number: numberOf(line.record) }));
  return [...new Map(told.map((line) => [[line.day, line.role, line.what, line.number ?? ''].join('\n'), line])).values()];
}
