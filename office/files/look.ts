import { ORPCError } from '@orpc/server';
import type { DeskTx, Store } from '../../db/contract/store.ts';
import { planSha256 } from '../../shared/envelopes/content-hash.ts';
import { checkDelivery, deliveryHash } from '../../shared/envelopes/delivery.ts';
import { parsePayload, readEnvelope, type ReadEnvelope } from '../../shared/envelopes/dsse.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { Delivery, maxDeliveryBytes, payloadTypes } from '../../shared/envelopes/types.ts';
import { hasShapeOf } from '../../shared/monitoring/plausible.ts';
import type { MonitoringPlan } from '../../shared/monitoring/types.ts';
import type { OpenedFileView } from '../../shared/rpc/files.contract.ts';
import { opened } from '../base.ts';
import { deliveryView } from '../monitoring/delivery-view.ts';
import { findPlan } from '../monitoring/plans.ts';

/** What a file is that came from anywhere: a stick, a mail, another JMD. Nothing of it is believed that was not checked. */
export const look = opened.files.look.handler(async ({ input, context }) => {
  if (input.file.size > maxDeliveryBytes) throw new ORPCError('FILE_TOO_LARGE');
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  return context.store.desk.read((tx) => deliveryFile(bytes, context.store, context.office.settings.id, tx));
});

function deliveryFile(bytes: Uint8Array, store: Store, officeId: string, tx: DeskTx): OpenedFileView {
  const read = readEnvelope(bytes, payloadTypes.delivery);
  if (!read.ok) throw new ORPCError('FILE_UNKNOWN');
  const signedBy = signerOf(read.value, store, tx);
  const delivery = parsePayload(read.value.payloadBytes, Delivery);
  // Made by a newer version: its tables could be shown, but nobody here knows what they count.
  const plan = delivery.ok ? planOfFile(delivery.value) : null;
  if (!delivery.ok || plan === null) throw new ORPCError('FILE_UNKNOWN');
  const { office, period, sequence, unknownAnswers, tables } = delivery.value;
  const sha256 = deliveryHash(bytes);
  const row = tx.deliveries.list().find((one) => one.sha256 === sha256);
  return {
    kind: 'delivery',
    office,
    ours: office === officeId,
    period,
    sequence,
    sha256,
    unknownAnswers,
    plan,
    tables,
    signedBy,
    logged: row === undefined ? null : deliveryView(row, tx.staff.list()),
  };
}

/** Throws FILE_CHANGED where one of our own keys stands below what it never signed. */
function signerOf(read: ReadEnvelope, store: Store, tx: DeskTx): OpenedFileView['signedBy'] {
  const own = tx.devices.list().find(({ publicKey }) => keyIdOf(publicKey) === read.keyid);
  if (own === undefined) return 'unknown';
  const checked = checkDelivery(read, own.publicKey);
  if (!checked.ok && checked.error === 'SIGNATURE_INVALID') throw new ORPCError('FILE_CHANGED');
  return own.id === store.device ? 'this_pc' : 'our_pc';
}

/** The plan the tables were made by, when this edition has exactly that one and they have its shape. */
function planOfFile({ plan: named, tables }: Delivery): MonitoringPlan | null {
  const plan = findPlan({ planId: named.id, planVersion: named.version })?.plan;
  return plan !== undefined && planSha256(plan) === named.sha256 && hasShapeOf(plan, tables) ? plan : null;
}
