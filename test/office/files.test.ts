import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../office/base.ts';
import { seedOffice } from '../../office/seed.ts';
import { newSigningKeys, randomId } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { DeviceId, OfficeId } from '../../shared/domain/ids.ts';
import { canonicalBytes } from '../../shared/envelopes/canonical-json.ts';
import { makeDelivery } from '../../shared/envelopes/delivery.ts';
import { parsePayload, readEnvelope, signEnvelope } from '../../shared/envelopes/dsse.ts';
import { Delivery, maxDeliveryBytes, payloadTypes } from '../../shared/envelopes/types.ts';
import type { DeliveryPreview } from '../../shared/rpc/monitoring.views.ts';
import { codeOf, readyOffice, type TestOffice } from './support/office.ts';
import { startTinyServer, type TinyServer } from './support/tiny-server.ts';

describe('a file that somebody opens', () => {
  let office: TestOffice;
  let server: TinyServer;
  let preview: DeliveryPreview;
  /** The Monitoring-Meldung as the Versandprotokoll saves it. */
  let bytes: Uint8Array;
  let delivery: Delivery;

  beforeAll(async () => {
    server = await startTinyServer();
    server.approved = true;
    office = await readyOffice({ fetch: globalThis.fetch });
    office.clock.day = IsoDay.parse('2026-11-30');
    await seedOffice(office.core, { cases: 12, year: 2026 });
    await office.client.monitoring.connect({ url: server.url, code: 'MOEWE-12' });
    preview = await office.client.monitoring.build({ year: 2026, half: null });
    await office.client.monitoring.approve({ deliveryId: preview.delivery.id });
    bytes = new Uint8Array(await (await office.client.monitoring.envelope({ deliveryId: preview.delivery.id })).arrayBuffer());
    const read = readEnvelope(bytes, payloadTypes.delivery);
    const payload = read.ok ? parsePayload(read.value.payloadBytes, Delivery) : read;
    if (!payload.ok) throw new Error(payload.error);
    delivery = payload.value;
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
  });

  const look = (content: Uint8Array | string) => office.client.files.look({ file: new File([content as BlobPart], 'Meldung.lotse-meldung') });

  it('is a Monitoring-Meldung of this JMD: its tables are those of the preview, and it stands in the Versandprotokoll', async () => {
    const file = await look(bytes);
    expect(file).toMatchObject({ kind: 'delivery', office: 'NI-0417', ours: true, period: '2026', sequence: 1, signedBy: 'this_pc' });
    expect(file.tables).toEqual(preview.tables);
    expect(file.plan).toEqual(preview.plan);
    expect(file.logged).toMatchObject({ id: preview.delivery.id, state: 'approved', sha256: file.sha256 });
  });

  it('is one of another JMD: shown, and nobody vouches for the signature', async () => {
    const other = makeDelivery({ ...delivery, office: OfficeId.parse('HH-0003') }, newSigningKeys().seed);
    expect(await look(other)).toMatchObject({ office: 'HH-0003', ours: false, signedBy: 'unknown', logged: null });
  });

  it('is one of another PC of this JMD', async () => {
    const keys = newSigningKeys();
    const { store, actor } = openContext(office.core.context);
    store.desk.write((tx) => { tx.devices.add({ id: DeviceId.parse(randomId()), publicKey: keys.publicKey, addedAt: actor.at }); });
    expect(await look(makeDelivery({ ...delivery, sequence: 7 }, keys.seed))).toMatchObject({ ours: true, sequence: 7, signedBy: 'our_pc', logged: null });
  });

  it('is refused when it was changed below the signature of this PC', async () => {
    const envelope = JSON.parse(new TextDecoder().decode(bytes)) as { payload: string };
    const payload = Buffer.from(envelope.payload, 'base64').toString('utf8').replace('"period":"2026"', '"period":"2025"');
    expect(await codeOf(look(canonicalBytes({ ...envelope, payload: Buffer.from(payload).toString('base64') })))).toBe('FILE_CHANGED');
  });

  it.each([
    ['nothing', () => ''],
    ['a text', () => 'Liebe Grüße vom Deich'],
    ['half of one', () => bytes.slice(0, bytes.length / 2)],
    ['one with a byte more', () => new Uint8Array([...bytes, 10])],
    ['a signed message of another kind', () => signEnvelope(payloadTypes.receipt, { format: 'lotse-receipt-1' }, newSigningKeys().seed)],
    ['one of a newer format', () => signEnvelope(payloadTypes.delivery, { ...delivery, format: 'lotse-delivery-2' }, newSigningKeys().seed)],
    ['one of a newer plan', () => makeDelivery({ ...delivery, plan: { ...delivery.plan, version: 99 } }, newSigningKeys().seed)],
    ['one of another plan under the same name', () => makeDelivery({ ...delivery, plan: { ...delivery.plan, sha256: 'a'.repeat(64) } }, newSigningKeys().seed)],
    ['one that lacks a table', () => makeDelivery({ ...delivery, tables: delivery.tables.slice(1) }, newSigningKeys().seed)],
    ['one with a code of its own', () => makeDelivery({ ...delivery, tables: delivery.tables.map((table) => ({ ...table, cells: table.cells.map((cell) => ({ ...cell, codes: cell.codes.map(() => '<img src=x>') })) })) }, newSigningKeys().seed)],
  ])('is unknown: %s', async (_what, content) => {
    expect(await codeOf(look(content()))).toBe('FILE_UNKNOWN');
  });

  it('is refused unread when it is larger than any Meldung', async () => {
    expect(await codeOf(look(new Uint8Array(maxDeliveryBytes + 1)))).toBe('FILE_TOO_LARGE');
  });
});
