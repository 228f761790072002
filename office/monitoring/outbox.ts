/**
 * [Note: outbox] An approved delivery is sent until its receipt is here: after a restart, after days offline, to a server that answers late,
 * twice or wrongly. Always the same bytes, so that the server can tell a repetition from a new delivery.
 *
 * | the server | the delivery |
 * | --- | --- |
 * | gives the right receipt | confirmed |
 * | refuses (4xx with a code) | refused, with the code: sending again would not help |
 * | is not there, late, in trouble (5xx, 408, 429) | stays approved, tried again later |
 * | gives another receipt | stays approved, RECEIPT_INVALID, tried again later |
 */
import type { DeliveryRow, DeskTx } from '../../db/contract.ts';
import { fromBase64 } from '../../shared/crypto/sodium.ts';
import { checkReceipt } from '../../shared/envelopes/receipt.ts';
import { actorOf, type OfficeContext, type OpenOffice, timestamp } from '../context.ts';
import { certifiedServer, type CertifiedServer } from './connection.ts';
import { callServer, type ServerAnswer } from './server-client.ts';

/** Waits after a failure, ms: half a minute, doubling, at most six hours. */
export function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(attempts - 1, 0), 21_600_000);
}

function waiting(tx: DeskTx): readonly DeliveryRow[] {
  return tx.deliveries
    .list()
    .filter(({ state }) => state === 'approved')
    .toSorted((a, b) => (a.sequence ?? 0) - (b.sequence ?? 0));
}

/** When the oldest waiting delivery may be tried; null when nothing waits or the office is locked. */
export function nextAttempt({ session }: OfficeContext): Date | null {
  const { open } = session;
  if (open === null || open.store.desk.read(certifiedServer) === null) return null;
  const [oldest] = open.store.desk.read(waiting);
  return oldest === undefined ? null : new Date(oldest.nextAttemptAt ?? 0);
}

/** Gives its place in the chain back: the server knows nothing of it, and the next delivery follows the one before. */
function refusedRow(row: DeliveryRow, lastError: string): DeliveryRow {
  return { ...row, state: 'refused', sequence: null, lastError, nextAttemptAt: null };
}

/** What the delivery becomes after this answer. */
function afterAnswer(row: DeliveryRow, answer: ServerAnswer, server: CertifiedServer, office: OpenOffice, now: Date): DeliveryRow {
  const attempts = row.attempts + 1;
  const later = { ...row, attempts, nextAttemptAt: timestamp(() => new Date(now.getTime() + backoffMs(attempts))) };
  if (!answer.ok) {
    const { error } = answer;
    if (error.type === 'Refused') return { ...refusedRow(row, error.code), attempts };
    return { ...later, lastError: error.type === 'Trouble' ? 'SERVER_ERROR' : 'SERVER_UNREACHABLE' };
  }
  const receipt = checkReceipt(new TextEncoder().encode(answer.value), {
    delivery: row.envelope ?? new Uint8Array(),
    authorityPublicKey: fromBase64(server.authority.publicKey),
    training: office.settings.training,
  });
  if (!receipt.ok) return { ...later, lastError: receipt.error.code };
  const confirmedAt = timestamp(() => now);
  return { ...row, attempts, state: 'confirmed', receipt: answer.value, confirmedAt, lastError: null, nextAttemptAt: null };
}

/** Sends one delivery and keeps what came of it; undefined when the office was locked meanwhile. */
async function sendOne(context: OfficeContext, office: OpenOffice, row: DeliveryRow, server: CertifiedServer): Promise<DeliveryRow | undefined> {
  if (row.envelope === null) throw new Error('an approved delivery without bytes');
  const answer = await callServer(context.options.fetch, `${server.url}/api/v1/deliveries`, row.envelope);
  if (context.session.open !== office) return undefined;
  const after = afterAnswer(row, answer, server, office, context.options.clock());
  office.store.desk.write((tx) => {
    tx.deliveries.save(after);
    if (after.state === 'refused') {
      // What was signed behind it names a predecessor the server never took.
      for (const next of waiting(tx)) {
        if ((next.sequence ?? 0) > (row.sequence ?? 0)) tx.deliveries.save(refusedRow(next, 'CHAIN_BROKEN'));
      }
    }
    const details = { period: row.period, sequence: row.sequence, result: after.lastError ?? after.state };
    tx.audit.write({ action: 'delivery.send', record: null, details }, actorOf(office.store, context.options.clock));
  });
  return after;
}

const running = new WeakMap<OpenOffice, Promise<void>>();

/**
 * Sends what waits, oldest first; `due`: only what may be tried again by now. A second call waits for the first.
 *
 * Stops at the first delivery that is not confirmed: the next one names it as its predecessor.
 */
export async function sendOutbox(context: OfficeContext, which: 'all' | 'due'): Promise<void> {
  const { open } = context.session;
  if (open === null) return;
  while (running.has(open)) await running.get(open);
  if (context.session.open !== open) return;
  const run = sendWaiting(context, open, which).finally(() => running.delete(open));
  running.set(open, run);
  await run;
}

async function sendWaiting(context: OfficeContext, office: OpenOffice, which: 'all' | 'due'): Promise<void> {
  const server = office.store.desk.read(certifiedServer);
  if (server === null) return;
  const now = timestamp(context.options.clock);
  for (const row of office.store.desk.read(waiting)) {
    if (which === 'due' && row.nextAttemptAt !== null && row.nextAttemptAt > now) return;
    const after = await sendOne(context, office, row, server);
    if (after?.state !== 'confirmed') return;
  }
}
