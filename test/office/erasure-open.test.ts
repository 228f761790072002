/** An erasure that stopped half-way on this PC, without any second place. */
import { afterEach, expect, test } from 'vitest';
import { StoreError } from '../../db/errors.ts';
import { erase, listErasures } from '../../db/erase/erase.ts';
import { openContext } from '../../office/base.ts';
import { guardInBackground } from '../../office/safety/guard.ts';
import { amira, codeOf, readyOffice, type TestOffice } from './support/office.ts';

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
