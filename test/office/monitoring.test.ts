import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openContext } from '../../office/base.ts';
import { backoffMs } from '../../office/monitoring/outbox.ts';
import { seedOffice } from '../../office/seed.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import { openDelivery } from '../../shared/envelopes/delivery.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import type { DeliveryId } from '../../shared/domain/ids.ts';
import type { DeliveryView } from '../../shared/rpc/monitoring.views.ts';
import { amira, answerAll, codeOf, password, readyOffice, type TestOffice } from './support/office.ts';
import { startTinyServer, type Mood, type TinyServer } from './support/tiny-server.ts';

const code = 'MOEWE-12';

describe('the way to the central server', () => {
  let office: TestOffice;
  let server: TinyServer;
  beforeAll(async () => {
    office = await readyOffice({ fetch: globalThis.fetch });
  });
  afterAll(async () => {
    await office.remove();
  });
  beforeEach(async () => {
    server = await startTinyServer();
  });
  afterEach(async () => {
    await server.close();
  });

  it('is refused with a code for each reason', async () => {
    const { connect } = office.client.monitoring;
    expect(await office.client.monitoring.connection()).toEqual({ state: 'none' });
    expect(await codeOf(connect({ url: 'http://lotse.example', code }))).toBe('SERVER_URL_INSECURE');
    expect(await codeOf(connect({ url: 'ftp://127.0.0.1/', code }))).toBe('BAD_REQUEST');
    expect(await codeOf(connect({ url: server.url, code: 'FALSCH-99' }))).toBe('ENROLMENT_CODE_INVALID');
    expect(await codeOf(connect({ url: `${server.url}/elsewhere`, code }))).toBe('SERVER_ERROR');
    server.training = false;
    expect(await codeOf(connect({ url: server.url, code }))).toBe('SERVER_TRAINING_MISMATCH');
    const gone = server.url;
    await server.close();
    expect(await codeOf(connect({ url: gone, code }))).toBe('SERVER_UNREACHABLE');
    expect(await office.client.monitoring.connection()).toEqual({ state: 'none' });
  });

  it('lets a refused request be asked again, and takes no certificate of another authority', async () => {
    const { connect, checkConnection, connection } = office.client.monitoring;
    expect(await connect({ url: `${server.url}/`, code })).toMatchObject({ state: 'pending', url: server.url });
    server.refused = true;
    expect(await codeOf(checkConnection())).toBe('ENROLMENT_REFUSED');
    expect(await connection()).toEqual({ state: 'none' });

    server.refused = false;
    await connect({ url: server.url, code });
    expect(await checkConnection()).toMatchObject({ state: 'pending' });
    const { keys } = server;
    server.approved = true;
    const { newSigningKeys } = await import('../../shared/crypto/sodium.ts');
    server.keys = newSigningKeys();
    expect(await codeOf(checkConnection())).toBe('CERTIFICATE_INVALID');
    expect(await connection()).toMatchObject({ state: 'pending' });
    server.keys = keys;
    // This PC's calendar may be behind the server's.
    const { day } = office.clock;
    office.clock.day = IsoDay.parse('2025-12-31');
    expect(await checkConnection()).toEqual({ state: 'connected', url: server.url, training: true, validUntil: '2027-12-31', renewal: 'none' });
    office.clock.day = day;
    expect(await codeOf(connect({ url: server.url, code }))).toBe('ALREADY_CONNECTED');
  });
});

describe('a Monitoring-Meldung', () => {
  let office: TestOffice;
  let server: TinyServer;
  /** Ten seconds are long for a test. */
  let impatient = false;

  beforeAll(async () => {
    server = await startTinyServer();
    server.approved = true;
    office = await readyOffice({ fetch: (url, init) => fetch(url, impatient ? { ...init, signal: AbortSignal.timeout(200) } : init) });
    office.clock.day = IsoDay.parse('2026-11-30');
    await seedOffice(office.core, { cases: 40, year: 2026 });
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
  });
  afterEach(() => {
    server.moods.length = 0;
    server.received.length = 0;
    impatient = false;
  });

  const build = () => office.client.monitoring.build({ year: 2026, half: null });
  const find = async (id: DeliveryId): Promise<DeliveryView> => {
    const found = (await office.client.monitoring.deliveries()).find((one) => one.id === id);
    if (found === undefined) throw new Error('no such delivery');
    return found;
  };
  /** Another case: the next build says something new. */
  async function oneMore(): Promise<void> {
    await answerAll(office, await amira(office), [{ field: 'case.support_form', value: 'counselling' }]);
  }
  async function approved(): Promise<DeliveryView> {
    await oneMore();
    const { delivery } = await build();
    return office.client.monitoring.approve({ deliveryId: delivery.id });
  }
  async function sendWith(...moods: Mood[]): Promise<void> {
    server.moods.push(...moods);
    await office.client.monitoring.send();
  }

  it('counts everybody exactly once, keeps small cells apart, and is the same while nothing changes', async () => {
    const { delivery, tables, plan } = await build();
    expect(delivery).toMatchObject({ state: 'built', period: '2026', approvedAt: null, sequence: null });
    expect(tables.map(({ id }) => id)).toEqual(plan.tables.map(({ id }) => id));
    const a1 = tables.find(({ id }) => id === 'A1');
    expect(a1?.cells[0]).toEqual({ codes: ['Total'], value: 40 });
    expect(await office.client.monitoring.ownCount({ year: 2026 })).toMatchObject({ persons: 40 });
    const protectedValues = tables.filter(({ id }) => id !== 'A1').flatMap(({ cells }) => cells.map(({ value }) => value));
    expect(protectedValues.filter((value) => value === 1 || value === 2)).toEqual([]);

    expect((await build()).delivery.id).toBe(delivery.id);
    await oneMore();
    const next = await build();
    expect(next.delivery.id).not.toBe(delivery.id);
    expect(await codeOf(office.client.monitoring.preview({ deliveryId: delivery.id }))).toBe('DELIVERY_NOT_FOUND');
    expect(await office.client.monitoring.preview({ deliveryId: next.delivery.id })).toEqual(next);
    expect(await codeOf(office.client.monitoring.build({ year: 2026, half: 1 }))).toBe('HALF_YEAR_NOT_SUPPORTED');
  });

  it('cannot be approved before the JMD is known to the server', async () => {
    const { delivery } = await build();
    expect(await codeOf(office.client.monitoring.approve({ deliveryId: delivery.id }))).toBe('NOT_CONNECTED');
    expect(await codeOf(office.client.monitoring.envelope({ deliveryId: delivery.id }))).toBe('DELIVERY_NOT_APPROVED');
    expect(await office.client.monitoring.connect({ url: server.url, code })).toMatchObject({ state: 'connected' });
  });

  it('leaves as exactly the previewed tables, signed by this PC, and comes back confirmed', async () => {
    const preview = await build();
    const { id } = preview.delivery;
    const view = await office.client.monitoring.approve({ deliveryId: id });
    expect(view).toMatchObject({ state: 'approved', sequence: 1, approvedByName: 'Petra Amsel' });
    expect(await codeOf(office.client.monitoring.approve({ deliveryId: id }))).toBe('DELIVERY_ALREADY_APPROVED');

    await sendWith('ok');
    const [bytes] = server.received;
    if (bytes === undefined) throw new Error('nothing arrived');
    expect(Buffer.from(await (await office.client.monitoring.envelope({ deliveryId: id })).arrayBuffer())).toEqual(bytes);
    const opened = openDelivery(new Uint8Array(bytes), () => openContext(office.core.context).store.devicePublicKey);
    if (!opened.ok) throw new Error(opened.error);
    expect(canonicalJson(opened.value.payload.tables)).toBe(canonicalJson(preview.tables));
    expect(opened.value.payload).toMatchObject({ office: 'NI-0417', period: '2026', sequence: 1, previous: null, unknownAnswers: preview.delivery.unknownAnswers });
    expect(bytes.toString('utf8')).not.toContain('Haddad');
    expect(await find(id)).toMatchObject({ state: 'confirmed', receiptNumber: 1, attempts: 1, lastError: null });
    expect((await build()).delivery).toMatchObject({ id, state: 'confirmed' });
    await sendWith();
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Mood, string]>([
    ['in trouble', 500, 'SERVER_ERROR'],
    ['asking for patience', 429, 'SERVER_ERROR'],
    ['behind a proxy that says 404 in HTML', { status: 404, says: '<html><h1>Nicht gefunden</h1></html>' }, 'SERVER_ERROR'],
    ['behind a portal that says 403 in HTML', { status: 403, says: '<html>Bitte anmelden</html>' }, 'SERVER_ERROR'],
    ['saying 400 in JSON without a code', { status: 400, says: '{"error":"bad request"}' }, 'SERVER_ERROR'],
    ['saying 404 with a code nobody agreed on', { refuse: 'NOT_FOUND' }, 'SERVER_ERROR'],
    ['hanging up', 'hang_up', 'SERVER_UNREACHABLE'],
    ['answering too late', 'silent', 'SERVER_UNREACHABLE'],
    ['answering for a delivery that is not ours', 'receipt_of_another', 'RECEIPT_INVALID'],
    ['signing with another key', 'receipt_by_another', 'RECEIPT_INVALID'],
    ['that is really a hotel', 'no_json', 'RECEIPT_INVALID'],
  ])('waits for a server %s and sends the same bytes again', async (_what, mood, lastError) => {
    const { id, sequence } = await approved();
    impatient = mood === 'silent';
    await sendWith(mood);
    impatient = false;
    expect(await find(id)).toMatchObject({ state: 'approved', lastError, attempts: 1 });
    const before = server.deliveries.length;
    await sendWith('ok');
    expect(await find(id)).toMatchObject({ state: 'confirmed', lastError: null, attempts: 2 });
    expect(server.received[1]).toEqual(server.received[0]);
    expect(server.deliveries.filter((one) => one.sequence === sequence)).toHaveLength(1);
    expect(server.deliveries.length - before).toBe(mood === 'hang_up' || mood === 'silent' ? 0 : 1);
  });

  it('chains what is sent: each names the one before it', async () => {
    const first = await approved();
    const second = await approved();
    expect(second.sequence).toBe((first.sequence ?? 0) + 1);
    await sendWith('ok', 'ok');
    expect(server.deliveries.at(-1)?.previous).toBe(first.sha256);
    expect(await find(second.id)).toMatchObject({ state: 'confirmed' });
  });

  it('is refused for good by a server that says why, together with what was signed behind it, and gives its place back', async () => {
    const first = await approved();
    const second = await approved();
    await sendWith({ refuse: 'TABLE_IMPLAUSIBLE' });
    expect(await find(first.id)).toMatchObject({ state: 'refused', lastError: 'TABLE_IMPLAUSIBLE' });
    expect(await find(second.id)).toMatchObject({ state: 'refused', lastError: 'CHAIN_BROKEN' });
    await sendWith();
    expect(server.received).toHaveLength(1);

    const { delivery } = await build();
    expect(delivery.state).toBe('built');
    expect(await office.client.monitoring.approve({ deliveryId: delivery.id })).toMatchObject({ sequence: first.sequence });
    await sendWith('ok');
    expect(await find(delivery.id)).toMatchObject({ state: 'confirmed' });
  });

  it.each(['SEQUENCE_REPLAYED', 'KEY_REVOKED', 'CERTIFICATE_EXPIRED', 'JSON_MALFORMED'])(
    'is confirmed after a refusal with %s when the server has it after all',
    async (code) => {
      const { id } = await approved();
      await sendWith('hang_up', { refuse: code });
      await office.client.monitoring.send();
      expect(await find(id)).toMatchObject({ state: 'confirmed', attempts: 2, lastError: null });
    },
  );

  it('stays in the outbox after a refusal that leaves it open, until the server says where the chain stands', async () => {
    const { id } = await approved();
    const { head } = server;
    server.head = 'away';
    await sendWith({ refuse: 'SEQUENCE_REPLAYED' });
    expect(await find(id)).toMatchObject({ state: 'approved', lastError: 'SEQUENCE_REPLAYED' });
    server.head = head;
    await sendWith({ refuse: 'SEQUENCE_REPLAYED' });
    expect(await find(id)).toMatchObject({ state: 'refused', lastError: 'SEQUENCE_REPLAYED', sequence: null });
  });

  it('continues from the head of the server after an older backup came back', async () => {
    const lost = await approved();
    const open = openContext(office.core.context);
    const settings = open.store.desk.read((tx) => tx.settings.read('delivery_chains'));
    await sendWith('ok');
    const row = open.store.desk.read((tx) => tx.deliveries.find(lost.id));
    if (row === undefined) throw new Error('no such delivery');
    // As in the backup: nobody here remembers what was sent.
    open.store.desk.write((tx) => {
      tx.deliveries.save({ ...row, state: 'built', sequence: null, envelope: null, sha256: null, receipt: null });
      tx.deliveries.removeBuilt(row.id);
      tx.settings.write('delivery_chains', settings as Record<string, unknown>);
    });

    const second = await approved();
    expect(second.sequence).toBe(lost.sequence);
    await sendWith({ refuse: 'SEQUENCE_REPLAYED' });
    expect(await find(second.id)).toMatchObject({ state: 'refused', sequence: lost.sequence });

    const { delivery } = await build();
    expect(await office.client.monitoring.approve({ deliveryId: delivery.id })).toMatchObject({ sequence: (lost.sequence ?? 0) + 1 });
    await sendWith('ok');
    expect(await find(delivery.id)).toMatchObject({ state: 'confirmed' });
    expect(server.deliveries.at(-1)?.previous).toBe(lost.sha256);
  });

  it('survives a restart in the outbox and goes out by itself when its time has come', async () => {
    const { id } = await approved();
    await sendWith(500);
    const open = openContext(office.core.context);
    const row = open.store.desk.read((tx) => tx.deliveries.find(id));
    expect(row?.nextAttemptAt).toBe('2026-03-02T09:00:30Z');

    office = await office.restart({ background: true });
    await office.client.session.unlock({ login: null, password });
    expect(await find(id)).toMatchObject({ state: 'approved', attempts: 1 });
    expect(server.received).toHaveLength(1);

    office.clock.now = new Date('2026-03-02T09:00:31Z');
    await office.core.lock();
    await office.client.session.unlock({ login: null, password });
    await expect.poll(async () => (await find(id)).state, { timeout: 20_000 }).toBe('confirmed');
    expect(server.received[1]).toEqual(server.received[0]);
  });

  it('waits longer after every failure, six hours at most', () => {
    expect([1, 2, 3, 4].map(backoffMs)).toEqual([30_000, 60_000, 120_000, 240_000]);
    expect(backoffMs(60)).toBe(21_600_000);
  });
});
