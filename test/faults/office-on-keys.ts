/** The real office core over a folder whose keys are at hand: a campaign of a thousand starts cannot wait for a thousand derivations. */
import { assertNoRestore } from '../../db/backup/restore-marker.ts';
import type { Role } from '../../db/contract/actor.ts';
import { lockFolder } from '../../db/lock.ts';
import { openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import type { DocumentService } from '../../documents/contract.ts';
import { coreClient, createCore, type Core, type CoreClient } from '../../office/core.ts';
import { adoptStore } from '../../office/session/open-store.ts';
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { fromHex, toHex } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { UserId } from '../../shared/domain/ids.ts';

/** Keys as they cross a pipe. */
export interface KeysInHex {
  readonly user: string;
  readonly role: Role;
  readonly desk: string;
  readonly cases: string;
  readonly seed: string | null;
}

export function toKeysInHex(keys: SlotKeys): KeysInHex {
  if (keys.casesKey === null) throw new Error('the campaign needs both doors');
  const seed = keys.signingSeed === null ? null : toHex(keys.signingSeed);
  return { user: keys.user, role: keys.role, desk: toHex(keys.deskKey), cases: toHex(keys.casesKey), seed };
}

/** Fresh copies: a store wipes its keys when it closes. */
export function slotKeys(hex: KeysInHex): SlotKeys {
  return {
    user: UserId.parse(hex.user),
    role: hex.role,
    training: true,
    deskKey: fromHex(hex.desk),
    // A clerk's slot does not hold it.
    casesKey: hex.role === 'admin_office' ? null : fromHex(hex.cases),
    signingSeed: hex.seed === null ? null : fromHex(hex.seed),
  };
}

/** Papers whose bytes are their data; Typst has tests of its own. */
const papers: DocumentService = {
  print: async (paper) => Promise.resolve({ pdf: new TextEncoder().encode(JSON.stringify(paper)), replacedCharacters: [] }),
  close: async () => Promise.resolve(),
};

export interface OpenedOffice {
  readonly core: Core;
  readonly client: CoreClient;
}

export const today = IsoDay.parse('2026-03-02');

/** `log` gets one line for everything the core did not expect. */
export function coreOn(dir: string, log: (line: string) => void): OpenedOffice {
  const core = createCore({
    dir,
    catalogue: currentCatalogue,
    clock: () => new Date('2026-03-02T09:00:00Z'),
    today: () => today,
    documents: papers,
    fetch: async () => Promise.reject(new TypeError('no network in this test')),
    background: false,
    log,
  });
  return { core, client: coreClient(core) };
}

/** What a right password leads to, without the password. */
export function openOffice(dir: string, keys: KeysInHex, log: (line: string) => void): OpenedOffice {
  assertNoRestore(dir);
  const office = coreOn(dir, log);
  adoptStore(office.core.context, openStore(dir, slotKeys(keys), lockFolder(dir), false), 'session.unlock');
  return office;
}
