/** Several people in one office, each of whom can be the one who is unlocked without a derivation every time. Of {@link readyOffice}. */
import { addUser } from '../../../db/store.ts';
import { openStore } from '../../../db/open-store.ts';
import { lockFolder } from '../../../db/lock.ts';
import { openKeys } from '../../../db/unlock.ts';
import { openContext } from '../../../office/base.ts';
import type { CoreClient } from '../../../office/core.ts';
import { adoptStore } from '../../../office/session/open-store.ts';
import type { UserId } from '../../../shared/domain/ids.ts';
import type { Role } from '../../../shared/rpc/session.views.ts';
import type { SlotKeys } from '../../../db/slots/slot.ts';
import { nordstadt, password, type TestOffice } from './office.ts';

export interface Staff {
  id(login: string): UserId;
  /** Unlocked as this person from now on. */
  as(login: string): Promise<CoreClient>;
}

/** Beside Petra, who leads. */
export async function withStaff(office: TestOffice, people: readonly (readonly [login: string, displayName: string, role: Role])[]): Promise<Staff> {
  const { store, actor } = openContext(office.core.context);
  for (const [login, displayName, role] of people) await addUser(store, { login, displayName, role, password }, actor);
  const ids = new Map(store.desk.read((tx) => tx.staff.list()).map(({ id, login }) => [login, id]));
  await office.core.lock();
  const keys = new Map<string, SlotKeys>();
  for (const login of [nordstadt.login, ...people.map(([name]) => name)]) keys.set(login, await openKeys(office.dir, login, password));
  const as = async (login: string): Promise<CoreClient> => {
    const own = keys.get(login);
    if (own === undefined) throw new Error(`nobody is called ${login}`);
    await office.core.lock();
    // The store wipes the keys it was given when it closes.
    adoptStore(office.core.context, openStore(office.dir, structuredClone(own), lockFolder(office.dir), false), 'session.unlock');
    return office.client;
  };
  await as(nordstadt.login);
  const id = (login: string): UserId => {
    const found = ids.get(login);
    if (found === undefined) throw new Error(`nobody is called ${login}`);
    return found;
  };
  return { id, as };
}
