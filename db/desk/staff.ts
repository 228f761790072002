/** Who works in this office and may unlock. */
import { and, asc, eq, ne } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { UserId } from '../../shared/domain/ids.ts';
import type { Staff, StaffRow } from '../contract/desk.ts';
import { StoreError } from '../errors.ts';
import { normaliseLogin } from '../slots/login-tag.ts';
import { staff } from './schema.ts';

export interface StaffStore extends Staff {
  findByLogin(login: string): StaffRow | undefined;
  findPublicKey(user: UserId): Uint8Array | undefined;
  savePublicKey(user: UserId, publicKey: Uint8Array): void;
}

const columns = { id: staff.id, login: staff.login, displayName: staff.displayName, role: staff.role };

export function openStaff(db: BetterSQLite3Database): StaffStore {
  // Prepared: asked with every case that is shown.
  const list = db.select(columns).from(staff).orderBy(asc(staff.loginKey)).prepare();
  return {
    list: () => list.all(),
    save: ({ id, login, displayName, role }) => {
      const values = { login, loginKey: normaliseLogin(login), displayName, role };
      const other = db
        .select({ id: staff.id })
        .from(staff)
        .where(and(eq(staff.loginKey, values.loginKey), ne(staff.id, id)))
        .get();
      if (other !== undefined) throw new StoreError('LOGIN_TAKEN');
      db.insert(staff)
        .values({ id, ...values })
        .onConflictDoUpdate({ target: staff.id, set: values })
        .run();
    },
    findByLogin: (login) =>
      db
        .select(columns)
        .from(staff)
        .where(eq(staff.loginKey, normaliseLogin(login)))
        .get(),
    findPublicKey: (user) => {
      const row = db.select({ publicKey: staff.publicKey }).from(staff).where(eq(staff.id, user)).get();
      return row?.publicKey == null ? undefined : new Uint8Array(row.publicKey);
    },
    savePublicKey: (user, publicKey) => {
      db.update(staff)
        .set({ publicKey: Buffer.from(publicKey) })
        .where(eq(staff.id, user))
        .run();
    },
  };
}
