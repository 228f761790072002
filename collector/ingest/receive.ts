/**
 * One Monitoring-Meldung from raw bytes to receipt.
 *
 * Each check has its own code and they come in this order: size, strict JSON, envelope · key known · signature over the raw bytes, payload
 * strict, closed schema · sent before (same answer) · key not revoked, certificate valid, rate · right office, right server · sequence,
 * chain · plan, shape, forbidden values, plausibility. Everything is stored in one transaction with its receipt, or nothing is.
 *
 * "Sent before" comes before everything that changes with time: an office whose receipt got lost asks again, perhaps much later, and a
 * refusal would tell it that we do not have what we have.
 */
import { deliveryHash, checkDelivery, matchDelivery } from '../../shared/envelopes/delivery.ts';
import { readEnvelope } from '../../shared/envelopes/dsse.ts';
import { payloadTypes } from '../../shared/envelopes/types.ts';
import type { Delivery } from '../../shared/envelopes/types.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { headOf, insertDelivery, receiptOfBytes, replaceCells } from '../storage/deliveries.ts';
import { lockOffice } from '../storage/locks.ts';
import type { Db } from '../storage/open-store.ts';
import { appendReceipt } from '../receipt-log.ts';
import { checkContent } from './check-content.ts';
import { deviceOf, mustHoldToday } from './device.ts';

export interface Answer {
  /** False when exactly these bytes came before. */
  readonly isNew: boolean;
  /** Envelope bytes, the same for the same delivery for ever. */
  readonly receipt: Uint8Array;
}

export async function receiveDelivery(context: Context, bytes: Uint8Array): Promise<Answer> {
  const read = accept(readEnvelope(bytes, payloadTypes.delivery));
  const device = await deviceOf(context, read.keyid);
  const { payload } = accept(checkDelivery(read, device.publicKey));
  const sha256 = deliveryHash(bytes);
  const before = await receiptOfBytes(context.db, device.certificate.office, sha256);
  if (before !== undefined) return { isNew: false, receipt: before };
  mustHoldToday(context, device);
  if (!context.perKey.take(read.keyid)) throw new Refused('RATE_LIMITED');
  const delivery = accept(matchDelivery(payload, device.certificate));
  return context.db.transaction((tx) => store(context, tx, { delivery, bytes, keyId: read.keyid, sha256 }));
}

interface Verified {
  readonly delivery: Delivery;
  readonly bytes: Uint8Array;
  readonly keyId: string;
  readonly sha256: string;
}

async function store(context: Context, tx: Db, { delivery, bytes, keyId, sha256 }: Verified): Promise<Answer> {
  const { office, period, sequence, plan } = delivery;
  await lockOffice(tx, office);
  const before = await receiptOfBytes(tx, office, sha256);
  if (before !== undefined) return { isNew: false, receipt: before };

  checkChain(delivery, await headOf(tx, office, keyId));
  checkContent(context.plans, delivery);

  const receivedAt = context.now();
  const receipt = await appendReceipt(context, tx, { office, period, sequence, delivery: sha256, receivedAt });
  await insertDelivery(tx, {
    officeId: office,
    keyId,
    sequence,
    period,
    sha256,
    planId: plan.id,
    planVersion: plan.version,
    unknownAnswers: delivery.unknownAnswers,
    receiptNumber: receipt.number,
    receivedAt,
    envelope: bytes,
  });
  await replaceCells(tx, office, period, cellsOf(delivery));
  return { isNew: true, receipt: receipt.bytes };
}

function checkChain({ sequence, previous }: Delivery, head: { sequence: number; sha256: string } | undefined): void {
  const last = head?.sequence ?? 0;
  if (sequence <= last) throw new Refused('SEQUENCE_REPLAYED');
  if (sequence > last + 1) throw new Refused('SEQUENCE_GAP');
  if (previous !== (head?.sha256 ?? null)) throw new Refused('CHAIN_BROKEN');
}

function cellsOf({ office, period, plan, tables }: Delivery) {
  return tables.flatMap(({ id, cells }) =>
    cells.map(({ codes, value }) => ({
      officeId: office,
      period,
      tableId: id,
      code1: codes[0] ?? '',
      code2: codes[1] ?? '',
      value,
      planId: plan.id,
      planVersion: plan.version,
    })),
  );
}

function accept<T>(result: { ok: true; value: T } | { ok: false; error: ConstructorParameters<typeof Refused>[0] }): T {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}
