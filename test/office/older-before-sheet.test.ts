/**
 * Files of an hour ago, from before the Notfallblatt was typed back: that they are older is said first, because nothing can be written
 * until the head decides, not even that the sheet is there.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lockFolder } from '../../db/lock.ts';
import { insideOf, openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { adoptStore } from '../../office/session/open-store.ts';
import { copyKeys } from '../db/folders.ts';
import { codeOf, newFolder, nordstadt, officeIn, type TestOffice } from './support/office.ts';

let office: TestOffice;
let keys: SlotKeys;
let sheet: string;
let hourAgo: string;
const databases = ['desk.db', 'cases.db', 'desk-keys.db', 'cases-keys.db'];

/** What a right password leads to, without waiting for Argon2. */
function unlock(): void {
  adoptStore(office.core.context, openStore(office.dir, copyKeys(keys), lockFolder(office.dir), false), 'session.unlock');
}

beforeAll(async () => {
  office = officeIn(await newFolder());
  sheet = (await office.client.session.initialise(nordstadt)).recoveryCode;
  const { open } = office.core.context.session;
  if (open === null) throw new Error('not open');
  keys = copyKeys(insideOf(open.store).keys);
  await office.core.lock();
  hourAgo = mkdtempSync(`${office.dir}-hour-ago-`);
  for (const name of databases) cpSync(join(office.dir, name), join(hourAgo, name));
});
afterAll(async () => {
  await office.remove();
  rmSync(hourAgo, { recursive: true, force: true });
});

test('today nothing is read-only, neither before the sheet was typed back nor after', async () => {
  unlock();
  expect(await office.client.session.status()).toMatchObject({ phase: 'recovery_open' });
  expect((await office.client.safety.overview()).missing).toBeNull();
  expect(await office.client.session.confirmRecovery({ code: sheet })).toMatchObject({ phase: 'open', readOnly: false, notices: [] });
  await office.client.cases.create();
  await office.core.lock();
});

test('with those files the status says read-only and how much is missing, and no record is taken', async () => {
  for (const name of databases) cpSync(join(hourAgo, name), join(office.dir, name));
  unlock();
  const status = await office.client.session.status();
  expect(status).toMatchObject({ phase: 'open', readOnly: true, notices: [{ code: 'STORE_READ_ONLY' }] });
  expect((await office.client.safety.overview()).missing?.cases).toBeGreaterThan(0);
  expect(await codeOf(office.client.session.confirmRecovery({ code: sheet }))).toBe('STORE_READ_ONLY');
  expect(['RECOVERY_NOT_CONFIRMED', 'STORE_READ_ONLY']).toContain(await codeOf(office.client.cases.create()));
});

test('once the head decided to go on, the sheet is asked for again, and then records are taken', async () => {
  await office.client.safety.acceptOlder();
  expect(await office.client.session.status()).toMatchObject({ phase: 'recovery_open' });
  expect(await codeOf(office.client.cases.create())).toBe('RECOVERY_NOT_CONFIRMED');
  expect(await office.client.session.confirmRecovery({ code: sheet })).toMatchObject({ phase: 'open', readOnly: false });
  await office.client.cases.create();
});
