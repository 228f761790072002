/** Somebody is erased on her wish between the approval of a Monitoring-Meldung and its sending: what has not left does not leave. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { DeliveryView } from '../../shared/rpc/monitoring.views.ts';
import { openContext } from '../../office/base.ts';
import { clockOffice } from '../../office/clock/guard.ts';
import { amira, answerAll, readyOffice, type TestOffice } from './support/office.ts';
import { startTinyServer, type TinyServer } from './support/tiny-server.ts';

const day = (text: string) => IsoDay.parse(text);
let server: TinyServer;
let office: TestOffice;
let files: RecordId[];
/** What happens while a delivery is on its way, before the line breaks; null: the line holds. */
let meanwhile: (() => Promise<void>) | null;

beforeEach(async () => {
  meanwhile = null;
  server = await startTinyServer();
  server.approved = true;
  office = await readyOffice({
    fetch: async (...call) => {
      if (meanwhile === null) return globalThis.fetch(...call);
      const act = meanwhile;
      meanwhile = null;
      await act();
      throw new TypeError('the line broke');
    },
  });
  files = [];
  for (let n = 0; n < 6; n += 1) {
    const view = await answerAll(office, await amira(office), [{ field: 'case.support_form', value: 'counselling' }, { field: 'case.gender', value: 'w' }, { field: 'case.first_interview_date', value: '2026-03-02' }]);
    files.push(view.row.id);
  }
  await office.client.monitoring.connect({ url: server.url, code: 'MOEWE-12' });
});
afterEach(async () => {
  await office.remove();
  await server.close();
});

async function approved(): Promise<DeliveryView> {
  const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
  return office.client.monitoring.approve({ deliveryId: delivery.id });
}

async function eraseOne(): Promise<void> {
  const [caseId] = files.splice(0, 1) as [RecordId];
  const { entry } = await office.client.rights.enter({ caseId, kind: 'erasure', by: 'young_person', receivedOn: office.clock.day, identity: 'known' });
  await office.client.rights.decide({ caseId, entry, decision: 'granted', ground: null, reason: '', insight: null, secretCounselling: null, day: office.clock.day });
  await office.client.deletions.propose({ caseId, reason: 'wish' });
}

const states = async () => (await office.client.monitoring.deliveries()).map(({ state, lastError }) => [state, lastError]);
const raw = () => openContext(office.core.context).store.desk.read((tx) => tx.deliveries.list());

test('what was approved and never tried is withdrawn with its bytes, says so in the Versandprotokoll, and is not sent', async () => {
  const before = await approved();
  await eraseOne();
  expect(await states()).toEqual([['refused', 'DELIVERY_WITHDRAWN']]);
  expect(raw()).toMatchObject([{ id: before.id, tables: '[]', envelope: null, sha256: null, sequence: null }]);
  await office.client.monitoring.send();
  expect(server.received).toEqual([]);
});

test('made anew it is built without her, approved and sent in the same place of the chain', async () => {
  const before = await approved();
  await eraseOne();
  const again = await approved();
  expect(again).toMatchObject({ sequence: before.sequence, state: 'approved' });
  await office.client.monitoring.send();
  expect(await states()).toEqual(expect.arrayContaining([['confirmed', null]]));
  expect(server.deliveries.length).toBe(1);
});

test('what was sent stays, byte for byte', async () => {
  const { id } = await approved();
  await office.client.monitoring.send();
  const [sent] = raw();
  await eraseOne();
  expect(raw().find((row) => row.id === id)).toEqual(sent);
});

test('what was tried and may have arrived is sent no more, and stays as what may have left', async () => {
  await approved();
  server.moods.push('hang_up');
  await office.client.monitoring.send();
  const [tried] = raw();
  await eraseOne();
  expect(raw()).toMatchObject([{ state: 'refused', lastError: 'DELIVERY_WITHDRAWN', tables: tried?.tables, sha256: tried?.sha256 }]);
  const { length } = server.received;
  await office.client.monitoring.send();
  expect(server.received.length).toBe(length);
});

test('withdrawn while it is on its way it does not come back to the outbox when the line breaks', async () => {
  await approved();
  meanwhile = eraseOne;
  await office.client.monitoring.send();
  expect(await states()).toEqual([['refused', 'DELIVERY_WITHDRAWN']]);
  await office.client.monitoring.send();
  expect(server.received).toEqual([]);
});

test('the time limit of a file withdraws nothing: its row says the same as before', async () => {
  await approved();
  const [caseId] = files as [RecordId];
  await office.client.cases.end({ caseId, day: office.clock.day, reason: 'relocation' });
  for (const on of ['2026-04-01', '2026-04-30', '2026-05-04']) {
    office.clock.day = day(on);
    office.clock.now = new Date(`${on}T09:00:00Z`);
    clockOffice(openContext(office.core.context));
  }
  await office.client.clock.anonymiseNow({ caseId });
  expect(await states()).toEqual([['approved', null]]);
});
