/** What everybody who works here should see above the page, most urgent first. */
import { weeklyFor } from '../../db/backup/rotate.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { erasuresOwed } from '../../db/backup/second-place.ts';
import { countPendingErasures } from '../../db/erase/erase.ts';
import type { MissingActs } from '../../db/contract/store.ts';
import { hasReserve } from '../../db/reserve.ts';
import type { NoticeView } from '../../shared/rpc/session.views.ts';
import type { OfficeContext, OpenOffice } from '../context.ts';
import { safetyOf } from './state.ts';

const day = 86_400_000;
/** Days since the newest verified backup before Lotse asks for one (R35). */
const overdueAfter = 7;

export function noticesOf({ options }: OfficeContext, office: OpenOffice): readonly NoticeView[] {
  const { missing } = office.store;
  const { damaged, unreadable, reserveTried, backupFailed, targetUnusable } = safetyOf(office);
  // A look counts what is unreadable, too.
  const problems = Math.max(damaged, unreadable.size);
  const pending = countPendingErasures(office.store);
  const owed = erasuresOwed(office.store);
  const late = owed.filter(({ at }) => options.clock().getTime() - Date.parse(at) > weeklyFor * day).length;
  const age = daysWithoutBackup(office, options.clock());
  const notices: (NoticeView | null)[] = [
    missing === null ? null : { code: 'STORE_READ_ONLY', count: missingCount(missing) },
    problems === 0 ? null : { code: 'DATABASE_DAMAGED', count: problems },
    late > 0 ? { code: 'SECOND_PLACE_OVERDUE', count: late } : null,
    pending === 0 ? null : { code: 'ERASURE_OPEN', count: pending },
    reserveTried && !hasReserve(office.store.dir) ? { code: 'DISK_LOW', count: null } : null,
    backupFailed ? { code: 'BACKUP_FAILED', count: null } : null,
    age > overdueAfter ? { code: 'BACKUP_OVERDUE', count: age } : null,
    late === 0 && (targetUnusable || owed.length > 0) ? { code: 'TARGET_UNUSABLE', count: null } : null,
  ];
  return notices.filter((notice) => notice !== null);
}

/** null: some witness is lost, and nobody can say how many. */
function missingCount({ desk, cases }: MissingActs): number | null {
  return desk + cases === 0 ? null : desk + cases;
}

/** Of an office with cases; before the first backup, since this PC was set up. */
function daysWithoutBackup({ store }: OpenOffice, now: Date): number {
  const newest = listBackups(store.dir).find(({ verifiedAt }) => verifiedAt !== null)?.at;
  const since = newest ?? store.desk.read((tx) => tx.devices.list().find(({ id }) => id === store.device)?.addedAt);
  const age = since === undefined ? 0 : Math.floor((now.getTime() - Date.parse(since)) / day);
  if (age <= overdueAfter) return 0;
  const cases = store.cases?.read((tx) => tx.histories.ids('case').length) ?? 0;
  return cases > 0 ? age : 0;
}
