/** An erasure that stopped half-way on this PC, without any second place. */
import { afterEach, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { StoreError } from '../../db/errors.ts';
import { erase, listErasures } from '../../db/erase/erase.ts';
import { openContext } from '../../office/base.ts';
import { markStale } from '../../office/cases/stale.ts';
import { guardInBackground } from '../../office/safety/guard.ts';
import { safetyOf } from '../../office/safety/state.ts';
import { readSetting } from '../../office/session/settings.ts';
import { amira, codeOf, readyOffice, unlockAgain, type TestOffice } from './support/office.ts';

let here: TestOffice;
afterEach(async () => { await here.remove(); });

async function notices(): Promise<unknown> {
  const status = await here.client.session.status();
  return status.phase === 'open' ? status.notices : status.phase;
}

test('is said, and the next round in the background finishes it without another unlock', { timeout: 60_000 }, async () => {
  here = await readyOffice();
  const record = (await amira(here)).row.id;
  const { store, actor } = openContext(here.core.context);
  const onStep = (step: string): void => { if (step === 'leftovers removed') throw new StoreError('DISK_FULL'); };
  expect(await codeOf((async () => erase(store, [record], 'wish', actor, { onStep }))())).toBe('DISK_FULL');
  expect(await notices()).toEqual([{ code: 'ERASURE_OPEN', count: 1 }]);
  await guardInBackground(here.core.context);
  expect([listErasures(store).map(({ doneAt }) => doneAt), await notices()]).toEqual([['2026-03-02T09:00:00Z'], []]);
});

/** Her keys are gone, her rows are not; beside her somebody who stays. */
async function halfErased() {
  here = await readyOffice();
  const hers = (await amira(here)).row.id;
  const other = (await amira(here)).row.id;
  const { store, actor } = openContext(here.core.context);
  const onStep = (step: string): void => { if (step === 'leftovers removed') throw new StoreError('DISK_FULL'); };
  expect(await codeOf((async () => erase(store, [hers], 'wish', actor, { onStep }))())).toBe('DISK_FULL');
  return { hers, other };
}

/** Whoever is named to be made anew: in the desk, in the open office. */
function named() {
  const { office, store } = openContext(here.core.context);
  return [store.desk.read((tx) => readSetting(tx, 'stale'))?.records, [...office.stale]];
}

test('names nobody who is forgotten, also where everything derived was made anew meanwhile', { timeout: 60_000 }, async () => {
  await halfErased();
  await here.client.safety.rebuild();
  expect([named(), await notices()]).toEqual([[[], []], [{ code: 'ERASURE_OPEN', count: 1 }]]);
  await guardInBackground(here.core.context);
  expect([named(), await notices()]).toEqual([[[], []], []]);
});

test('takes her out of what was named before, together with her line', { timeout: 60_000 }, async () => {
  const { hers, other } = await halfErased();
  const { office, store } = openContext(here.core.context);
  store.desk.write((tx) => { markStale(tx, office, [hers, other]); });
  safetyOf(office).unreadable.add(hers);
  await guardInBackground(here.core.context);
  expect([named(), await notices()]).toEqual([[[other], [other]], []]);
});

test('takes her out, also where a derived table was gone at the unlock that finishes it', { timeout: 60_000 }, async () => {
  const { other } = await halfErased();
  const { store } = openContext(here.core.context);
  insideOf(store).databases.cases?.exec('DROP TABLE record_states');
  here.core.context.session.open = null;
  store.close();
  await unlockAgain(here);
  const { store: again, office } = openContext(here.core.context);
  expect([listErasures(again).map(({ doneAt }) => doneAt === null), [...office.stale], await notices()]).toEqual([[false], [], []]);
  expect(named()[0]).toEqual([other]);
});
