/** Small sentences of the page "Verwaltung". Pure. */
import type { BackupView, FindingView, SafetyView } from '../../../shared/rpc/safety.views.ts';
import type { AccountView, UserView } from '../../../shared/rpc/session.views.ts';

/** The newest backup that was opened again and counted; undefined when there is none. */
export function lastVerified(backups: readonly BackupView[]): BackupView | undefined {
  return backups.filter(({ verifiedAt }) => verifiedAt !== null).toSorted((a, b) => b.at.localeCompare(a.at))[0];
}

/** "heute, 09:14", "gestern, 18:02", "vor 9 Tagen"; days by the local calendar. */
export function sinceWords(at: string, now: Date): string {
  const then = new Date(at);
  const day = (moment: Date): number => Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000;
  const days = day(now) - day(then);
  const time = new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' }).format(then);
  if (days <= 0) return `heute, ${time}`;
  return days === 1 ? `gestern, ${time}` : `vor ${days} Tagen`;
}

/** Not what one relies on: older than a week. */
export function isOld(at: string, now: Date): boolean {
  return now.getTime() - new Date(at).getTime() > 7 * 86_400_000;
}

/** Acts that are missing from both files; null when nobody can say. */
export function missingIn(missing: SafetyView['missing']): number | null {
  return missing === null ? null : missing.desk + missing.cases;
}

/** Only one person could let the others in again. */
export function oneHeadOnly(accounts: readonly AccountView[]): boolean {
  return accounts.filter(({ role, canUnlock }) => role === 'head' && canUnlock).length === 1;
}

/** Whom to ask: "Petra Amsel oder Jonas Fink"; '' when nobody is known. */
export function headNames(staff: readonly UserView[]): string {
  const names = staff.filter(({ role }) => role === 'head').map(({ displayName }) => displayName);
  return new Intl.ListFormat('de-DE', { type: 'disjunction' }).format(names);
}

export function problemsIn(findings: readonly FindingView[]): number {
  return findings.filter(({ problem }) => problem !== null).length;
}
