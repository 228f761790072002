import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addUser } from '../../db/store.ts';
import { openContext } from '../../office/base.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { DeliveryId } from '../../shared/domain/ids.ts';
import { amira, answerAll, codeOf, newFolder, nordstadt, officeIn, password, readyOffice, type TestOffice } from './support/office.ts';
import { startTinyServer, type TinyServer } from './support/tiny-server.ts';

const code = 'MOEWE-12';

async function oneCase(office: TestOffice): Promise<void> {
  await answerAll(office, await amira(office), [{ field: 'case.support_form', value: 'counselling' }]);
}

describe('who may do what with a Monitoring-Meldung', () => {
  let office: TestOffice;
  let server: TinyServer;
  let deliveryId: DeliveryId;
  beforeAll(async () => {
    server = await startTinyServer();
    server.approved = true;
    office = await readyOffice({ fetch: globalThis.fetch });
    const { store, actor } = openContext(office.core.context);
    await addUser(store, { login: 'jonas', displayName: 'Jonas Reiher', role: 'caseworker', password }, actor);
    await addUser(store, { login: 'karla', displayName: 'Karla Specht', role: 'admin_office', password }, actor);
    await oneCase(office);
    deliveryId = (await office.client.monitoring.build({ year: 2026, half: null })).delivery.id;
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
  });

  it.each([
    ['jonas', 'no error'],
    ['karla', 'ROLE_NOT_ALLOWED'],
  ])('lets %s neither connect nor approve; sending: %s', async (login, sending) => {
    await office.client.session.unlock({ login, password });
    const { connect, checkConnection, approve, send } = office.client.monitoring;
    expect(await codeOf(connect({ url: server.url, code }))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(checkConnection())).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(approve({ deliveryId }))).toBe('ROLE_NOT_ALLOWED');
    expect(await codeOf(send())).toBe(sending);
  });

  it('lets the head do all of it', async () => {
    await office.client.session.unlock({ login: nordstadt.login, password });
    const { connect, checkConnection, approve, send } = office.client.monitoring;
    expect(await connect({ url: server.url, code })).toMatchObject({ state: 'connected' });
    expect(await checkConnection()).toMatchObject({ state: 'connected' });
    expect(await approve({ deliveryId })).toMatchObject({ state: 'approved' });
    expect(await send()).toMatchObject([{ state: 'confirmed' }]);
  });
});

describe('a certificate that comes to its end', () => {
  let office: TestOffice;
  let server: TinyServer;
  let other: TinyServer;
  beforeAll(async () => {
    [server, other] = [await startTinyServer(), await startTinyServer()];
    server.approved = true;
    other.approved = true;
    office = await readyOffice({ fetch: globalThis.fetch });
    await oneCase(office);
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
    await other.close();
  });
  const delivered = async () => {
    await oneCase(office);
    const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
    const approved = await office.client.monitoring.approve({ deliveryId: delivery.id });
    const sent = await office.client.monitoring.send();
    return { approved, sent: sent.find(({ id }) => id === delivery.id) };
  };

  it('can be renewed in its last sixty days, and goes on until the new one is here', async () => {
    const { connect, checkConnection, connection } = office.client.monitoring;
    await connect({ url: server.url, code });
    office.clock.day = IsoDay.parse('2027-10-31');
    expect(await codeOf(connect({ url: server.url, code }))).toBe('ALREADY_CONNECTED');

    office.clock.day = IsoDay.parse('2027-11-01');
    expect(await connection()).toMatchObject({ state: 'connected', renewal: 'possible' });
    server.approved = false;
    expect(await connect({ url: server.url, code })).toMatchObject({ state: 'connected', validUntil: '2027-12-31', renewal: 'pending' });
    expect(await delivered()).toMatchObject({ approved: { sequence: 1 }, sent: { state: 'confirmed' } });

    server.approved = true;
    server.validUntil = '2029-10-31';
    expect(await checkConnection()).toMatchObject({ state: 'connected', validUntil: '2029-10-31', renewal: 'none' });
    expect(await delivered()).toMatchObject({ approved: { sequence: 2 }, sent: { state: 'confirmed' } });
    office.clock.day = IsoDay.parse('2026-03-02');
  });

  it('can be replaced once the server takes it no more, and another server starts a chain of its own', async () => {
    server.moods.push({ refuse: 'KEY_REVOKED' });
    expect(await delivered()).toMatchObject({ approved: { sequence: 3 }, sent: { state: 'refused', lastError: 'KEY_REVOKED' } });
    expect(await office.client.monitoring.connection()).toMatchObject({ renewal: 'possible' });

    expect(await office.client.monitoring.connect({ url: other.url, code })).toMatchObject({ url: other.url, renewal: 'none' });
    expect(await delivered()).toMatchObject({ approved: { sequence: 1 }, sent: { state: 'confirmed' } });
    expect(other.deliveries).toMatchObject([{ sequence: 1, previous: null }]);
  });
});

describe('a real JMD', () => {
  let office: TestOffice;
  let server: TinyServer;
  beforeAll(async () => {
    server = await startTinyServer(false);
    server.approved = true;
    office = officeIn(await newFolder(), { fetch: globalThis.fetch, placeOf: () => null });
    const { recoveryCode } = await office.client.session.initialise({ ...nordstadt, training: false });
    await office.client.session.confirmRecovery({ code: recoveryCode });
    await office.client.monitoring.connect({ url: server.url, code });
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
  });
  /** Approves a Meldung for 2026 on this day, after one more young person came. */
  async function approveOn(day: string): Promise<string> {
    office.clock.day = IsoDay.parse('2026-03-02');
    await oneCase(office);
    office.clock.day = IsoDay.parse(day);
    const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
    const answer = await codeOf(office.client.monitoring.approve({ deliveryId: delivery.id }));
    await office.client.monitoring.send();
    return answer;
  }

  it('delivers a year when it is over, at any time, and corrects it until the middle of February', async () => {
    expect(await approveOn('2026-12-31')).toBe('YEAR_NOT_OVER');
    expect(await approveOn('2027-01-01')).toBe('no error');
    expect(await approveOn('2027-02-15')).toBe('no error');
    expect(await approveOn('2027-02-16')).toBe('CORRECTIONS_CLOSED');
    expect(server.deliveries).toHaveLength(2);
  });
});
