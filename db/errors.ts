/** Expected failures of the store, and the one place where errors of SQLite and of the disk get their code. */
import type { StoreErrorCode } from './contract/errors.ts';

/** Carries a code and nothing typed by a person; its text stands in shared/messages/errors/store.ts. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, cause?: unknown) {
    super(code, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}

const bySqliteCode: readonly (readonly [string, StoreErrorCode])[] = [
  ['SQLITE_FULL', 'DISK_FULL'],
  ['SQLITE_NOTADB', 'DATABASE_DAMAGED'],
  ['SQLITE_CORRUPT', 'DATABASE_DAMAGED'],
  ['SQLITE_IOERR', 'DISK_ERROR'],
  ['SQLITE_READONLY', 'DISK_ERROR'],
  ['SQLITE_CANTOPEN', 'DISK_ERROR'],
  ['SQLITE_BUSY', 'FOLDER_IN_USE'],
];

const full = ['ENOSPC', 'EDQUOT'];

/** What disks, drives that were pulled out and shares that went away answer; UNKNOWN is Windows' word for what Node cannot name. */
const unusable = [
  ...['EACCES', 'EPERM', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'EBUSY', 'EAGAIN', 'UNKNOWN'],
  ...['ENOENT', 'EEXIST', 'ENOTDIR', 'EISDIR', 'ENOTEMPTY', 'ENAMETOOLONG', 'ELOOP', 'EXDEV', 'EFBIG', 'EINVAL', 'ENOSYS', 'ENOTSUP'],
  ...['ENODEV', 'ENXIO', 'ESTALE', 'ETIMEDOUT', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ENOTCONN', 'ECONNRESET', 'ECONNABORTED', 'EPIPE'],
];

const byFileCode: ReadonlyMap<string, StoreErrorCode> = new Map([
  ...full.map((code) => [code, 'DISK_FULL'] as const),
  ...unusable.map((code) => [code, 'DISK_ERROR'] as const),
]);

/** The store's code for an error of SQLite or of the disk; null for everything else, which is a bug. */
export function storeCodeOf(error: unknown): StoreErrorCode | null {
  if (error instanceof StoreError) return error.code;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') return null;
  // By its code and not by its class: whoever only knows our codes, such as the desktop shell, loads no SQLite.
  if (code.startsWith('SQLITE_')) return bySqliteCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
  return byFileCode.get(code) ?? null;
}

/** Runs `act`; what SQLite or the disk refuses comes out as a {@link StoreError}. */
export function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const code = storeCodeOf(error);
    throw code === null ? error : new StoreError(code, error);
  }
}
