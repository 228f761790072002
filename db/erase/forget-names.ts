/**
 * No setting of the desk names who is forgotten: not among the cases that are to be made anew, not in what somebody proposed or put on a list.
 *
 * Whatever a setting says, an element of a list that names a forgotten record goes, with everything it says.
 */
import type { RecordId } from '../../shared/domain/ids.ts';
import type { DeskTx } from '../contract/store.ts';
import type { Sqlite } from '../open-database.ts';

type SettingValue = Parameters<DeskTx['settings']['write']>[1];

/** In the transaction that closes the erasure, and so also for what was written while it was open. */
export function forgetNames(desk: Sqlite, { settings }: DeskTx, forgotten: readonly RecordId[]): void {
  const gone = new Set<string>(forgotten);
  for (const { key, value } of desk.prepare<[], { key: string; value: string }>('SELECT key, value FROM settings').all()) {
    if (forgotten.some((record) => value.includes(record))) settings.write(key, without(JSON.parse(value), gone) as SettingValue);
  }
}

function without(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((one) => !names(one, gone)).map((one) => without(one, gone));
  if (typeof value !== 'object' || value === null) return typeof value === 'string' && gone.has(value) ? null : value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !gone.has(key)).map(([key, inner]) => [key, without(inner, gone)]));
}

/** Itself, or one of its own values; what lies deeper is looked at by {@link without}. */
function names(value: unknown, gone: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return gone.has(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((inner) => typeof inner === 'string' && gone.has(inner));
}
