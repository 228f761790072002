/** The server's signed answer: these bytes arrived and are kept. */
import { fail, ok, type Result } from '../domain/result.ts';
import { deliveryHash } from './delivery.ts';
import { openEnvelope, parsePayload, readEnvelope, signEnvelope, type EnvelopeRefusal } from './dsse.ts';
import { keyIdOf } from './key-id.ts';
import { Delivery, payloadTypes, Receipt } from './types.ts';

export function makeReceipt(receipt: Omit<Receipt, 'format'>, authoritySeed: Uint8Array): Uint8Array {
  return signEnvelope(payloadTypes.receipt, Receipt.parse({ ...receipt, format: 'lotse-receipt-1' }), authoritySeed);
}

export function openReceipt(bytes: Uint8Array, authorityPublicKey: Uint8Array): Result<Receipt, EnvelopeRefusal> {
  const authority = keyIdOf(authorityPublicKey);
  const opened = openEnvelope(bytes, payloadTypes.receipt, Receipt, (keyid) => (keyid === authority ? authorityPublicKey : undefined));
  return opened.ok ? ok(opened.value.payload) : opened;
}

/** What does not fit between a receipt and the delivery it should answer. */
export type ReceiptMismatch = 'delivery' | 'office' | 'period' | 'sequence' | 'authority' | 'training';

export type ReceiptRefusal = { readonly code: 'RECEIPT_INVALID'; readonly reason: EnvelopeRefusal | ReceiptMismatch };

export interface ReceiptCheck {
  /** The bytes that were sent, our own. */
  readonly delivery: Uint8Array;
  /** The authority we enrolled with, 32 bytes. */
  readonly authorityPublicKey: Uint8Array;
  /** Whether we are an Übungs-JMD. */
  readonly training: boolean;
}

/** The receipt, when it answers exactly these delivery bytes and comes from the server they were meant for. */
export function checkReceipt(receiptBytes: Uint8Array, check: ReceiptCheck): Result<Receipt, ReceiptRefusal> {
  const opened = openReceipt(receiptBytes, check.authorityPublicKey);
  if (!opened.ok) return invalid(opened.error);
  const receipt = opened.value;
  const delivery = readOwnDelivery(check.delivery);
  if (delivery.authority !== keyIdOf(check.authorityPublicKey)) return invalid('authority');
  if (receipt.delivery !== deliveryHash(check.delivery)) return invalid('delivery');
  if (receipt.office !== delivery.office) return invalid('office');
  if (receipt.period !== delivery.period) return invalid('period');
  if (receipt.sequence !== delivery.sequence) return invalid('sequence');
  if (receipt.training !== check.training) return invalid('training');
  return ok(receipt);
}

function invalid(reason: ReceiptRefusal['reason']): { readonly ok: false; readonly error: ReceiptRefusal } {
  return fail({ code: 'RECEIPT_INVALID' as const, reason });
}

/** Our own bytes from the outbox: if they do not open, that is a bug, not the server's doing. */
function readOwnDelivery(bytes: Uint8Array): Delivery {
  const read = readEnvelope(bytes, payloadTypes.delivery);
  const delivery = read.ok ? parsePayload(read.value.payloadBytes, Delivery) : read;
  if (!delivery.ok) throw new Error(`our own delivery does not open: ${delivery.error}`);
  return delivery.value;
}
