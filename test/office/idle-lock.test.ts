import { isContractProcedure } from '@orpc/contract';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { lockFolder } from '../../db/lock.ts';
import { insideOf, openStore } from '../../db/open-store.ts';
import type { SlotKeys } from '../../db/slots/slot.ts';
import { tickMs, whyLock } from '../../office/session/idle-lock.ts';
import { adoptStore } from '../../office/session/open-store.ts';
import { writeSetting } from '../../office/session/settings.ts';
import { officeContract } from '../../shared/rpc/office.contract.ts';
import { copyKeys } from '../db/folders.ts';
import { codeOf, readyOffice, type TestOffice } from './support/office.ts';

const minute = 60_000;

describe('an office nobody touches', () => {
  const noon = Date.parse('2026-03-02T12:00:00Z');
  it.each([
    ['just touched', 0, 0, 10, null],
    ['almost for the time set', 10 * minute - 1, tickMs, 10, null],
    ['for the time set', 10 * minute, tickMs, 10, 'idle'],
    ['for a minute where one is set', minute, tickMs, 1, 'idle'],
    ['for half an hour where that is set', 30 * minute - 1, tickMs, 30, null],
    ['and a core that was busy for half a minute', 30_000, 30_000, 10, null],
    ['while the PC slept for two minutes', 2 * minute, 2 * minute, 10, 'slept'],
    ['while the clock was set back by an hour', -60 * minute, -60 * minute, 10, 'slept'],
    ['while the clock was set back by a second', -1_000, -1_000, 10, null],
  ] as const)('%s', (_, sinceTouch, sinceLook, minutes, why) => {
    expect(whyLock({ now: noon, touched: noon - sinceTouch, looked: noon - sinceLook, minutes })).toBe(why);
  });
});

describe('the core', { timeout: 180_000 }, () => {
  let office: TestOffice;
  let keys: SlotKeys;

  /** What a right password leads to, without waiting for Argon2. */
  function unlock(): void {
    adoptStore(office.core.context, openStore(office.dir, copyKeys(keys), lockFolder(office.dir), false), 'session.unlock');
  }
  const phase = async (): Promise<string> => (await office.client.session.status()).phase;
  /** Time passes with a tick every five seconds, as on a PC that is awake. */
  function pass(ms: number): void {
    for (let passed = 0; passed < ms; passed += tickMs) {
      office.clock.now = new Date(office.clock.now.getTime() + tickMs);
      vi.advanceTimersByTime(tickMs);
    }
  }

  beforeAll(async () => {
    office = await readyOffice({ idleLock: true });
    const { open } = office.core.context.session;
    if (open === null) throw new Error('not open');
    keys = copyKeys(insideOf(open.store).keys);
    await office.core.lock();
  }, 180_000);
  afterAll(async () => office.remove());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    unlock();
  });
  afterEach(async () => {
    await office.core.lock();
    vi.useRealTimers();
  });

  it('locks by itself ten minutes after the last touch', async () => {
    pass(10 * minute - tickMs);
    expect(await phase()).toBe('open');
    pass(tickMs);
    expect(await phase()).toBe('locked');
    expect(await codeOf(office.client.start.overview())).toBe('LOCKED');
  });

  it('stays open as long as somebody touches it or works', async () => {
    for (let i = 0; i < 5; i++) {
      pass(9 * minute);
      await office.client.session.touch();
      pass(9 * minute);
      await office.client.start.overview();
    }
    expect(await phase()).toBe('open');
  });

  it('does not take a look at the state for a touch', async () => {
    for (let i = 0; i < 10; i++) {
      pass(minute);
      await office.client.session.status();
    }
    expect(await phase()).toBe('locked');
  });

  it('locks after the minutes the office chose, from the moment it chose', async () => {
    const { open } = office.core.context.session;
    open?.store.desk.write((tx) => { writeSetting(tx, 'lock_after', { minutes: 2 }); });
    expect(await office.client.session.status()).toMatchObject({ phase: 'open', lockAfterMinutes: 2 });
    pass(2 * minute);
    expect(await phase()).toBe('locked');
    unlock();
    office.core.context.session.open?.store.desk.write((tx) => { writeSetting(tx, 'lock_after', { minutes: 10 }); });
  });

  it.each([0, 31, 600, -1, 1.5])('cannot be told to wait %d minutes: it is one to thirty', async (minutes) => {
    expect(await codeOf(office.client.safety.setLockAfter({ minutes }))).toBe('BAD_REQUEST');
    expect(await office.client.session.status()).toMatchObject({ phase: 'open', lockAfterMinutes: 10 });
  });

  it('locks when the PC slept, before the first touch afterwards is believed', async () => {
    office.clock.now = new Date(office.clock.now.getTime() + 5 * minute);
    expect(await codeOf(office.client.start.overview())).toBe('LOCKED');
    expect(await phase()).toBe('locked');
  });

  it('drops keys and closes the databases, also when closing one of them fails', async () => {
    const { open } = office.core.context.session;
    if (open === null) throw new Error('not open');
    const inside = insideOf(open.store);
    const held = [inside.keys.deskKey, inside.keys.casesKey];
    const { desk, cases } = inside.databases;
    const close = vi.spyOn(desk, 'close').mockImplementationOnce(() => { throw new Error('the disk is gone'); });
    office.log.length = 0;
    pass(10 * minute);
    expect(close).toHaveBeenCalled();
    expect(await phase()).toBe('locked');
    expect(held.map((key) => [...(key ?? [])].every((byte) => byte === 0))).toEqual([true, true]);
    expect(cases?.open).toBe(false);
    expect(office.log).toContain('STORE_NOT_CLOSED INTERNAL');
    desk.close();
  });

  it('answers LOCKED to every procedure that needs an open office, whatever it is asked', async () => {
    await office.core.lock();
    const whileLocked = new Set(['session.status', 'session.initialise', 'session.unlock', 'session.recover', 'session.lock', 'session.touch', 'safety.backups', 'safety.restore']);
    const asked: string[] = [];
    for (const [group, procedures] of Object.entries(officeContract)) {
      for (const [name, procedure] of Object.entries(procedures)) {
        expect(isContractProcedure(procedure)).toBe(true);
        const path = `${group}.${name}`;
        if (whileLocked.has(path)) continue;
        const client = office.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
        asked.push(`${path} ${await codeOf(client[group]?.[name]?.({}) ?? Promise.reject(new Error(path)))}`);
      }
    }
    expect(asked.length).toBeGreaterThan(40);
    expect(asked.filter((answer) => !answer.endsWith(' LOCKED'))).toEqual([]);
  });
});
