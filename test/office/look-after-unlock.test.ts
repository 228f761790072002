/** What an unlock looks at by itself: every page each time, everything once a week; what is damaged is said to everybody (R33). */
import { closeSync, mkdirSync, openSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '../../db/lock.ts';
import { insideOf, openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { lookAfterUnlock } from '../../office/safety/check.ts';
import { adoptStore } from '../../office/session/open-store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { AttachmentId } from '../../shared/domain/ids.ts';
import { copyKeys } from '../db/folders.ts';
import { readyOffice, type TestOffice } from './support/office.ts';

let office: TestOffice;
let keys: SlotKeys;

/** What a right password leads to, without waiting for Argon2; and what then goes on in the background, up to its end. */
async function unlockAndLook(now: string): Promise<void> {
  const { context } = office.core;
  office.clock.now = new Date(now);
  adoptStore(context, openStore(office.dir, copyKeys(keys), lockFolder(office.dir), false), 'session.unlock');
  await lookAfterUnlock(context, openContext(context).office);
}

async function noticesNow(): Promise<readonly string[]> {
  const status = await office.client.session.status();
  return status.phase === 'open' ? status.notices.map(({ code }) => code) : [status.phase];
}
const lastFullLook = async (): Promise<string | undefined> => (await office.client.safety.overview()).check?.at;

beforeAll(async () => {
  office = await readyOffice();
  const { row } = await office.client.cases.create();
  const { cases, store } = casesContext(openContext(office.core.context));
  cases.write((tx) => { tx.histories.keepBytes(row.id, AttachmentId.parse(randomId()), new Uint8Array(600_000)); });
  keys = copyKeys(insideOf(store).keys);
  await office.core.lock();
});
afterAll(async () => office.remove());

test('everything is looked at the first time and then once a week', async () => {
  const seen: (string | undefined)[] = [];
  for (const day of ['2026-03-02', '2026-03-08', '2026-03-09']) {
    await unlockAndLook(`${day}T09:00:00Z`);
    expect(await noticesNow()).not.toContain('DATABASE_DAMAGED');
    seen.push((await lastFullLook())?.slice(0, 10));
    await office.core.lock();
  }
  expect(seen).toEqual(['2026-03-02', '2026-03-02', '2026-03-09']);
});

test('a damaged page that nobody opens is found at the next unlock, not a week later, and nothing is deleted', async () => {
  const file = join(office.dir, 'cases.db');
  const { size } = statSync(file);
  const handle = openSync(file, 'r+');
  // In the middle of the attachment, which nobody reads today.
  writeSync(handle, Buffer.alloc(64, 0x5a), 0, 64, Math.floor(size / 2));
  closeSync(handle);
  await unlockAndLook('2026-03-10T09:00:00Z');
  expect(await lastFullLook()).toContain('2026-03-09');
  expect(await noticesNow()).toContain('DATABASE_DAMAGED');
  expect((await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 5 })).total).toBe(1);
  await office.core.lock();
  expect(statSync(file).size).toBeGreaterThanOrEqual(size);
});

test('a backup that nobody could open again is none: after seven days Lotse asks for one all the same', async () => {
  const { context } = office.core;
  const asked = async (now: string): Promise<boolean> => {
    office.clock.now = new Date(now);
    return (await noticesNow()).includes('BACKUP_OVERDUE');
  };
  adoptStore(context, openStore(office.dir, copyKeys(keys), lockFolder(office.dir), false), 'session.unlock');
  const folder = join(office.dir, 'backups', '2026-03-09T080000Z-daily');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'backup.json'), '{"verifiedAt":"2026-03-09T08:00:00Z"}');
  expect(await asked('2026-03-09T09:00:00Z')).toBe(false);
  expect(await asked('2026-03-10T09:01:00Z')).toBe(true);
  await office.core.lock();
});
