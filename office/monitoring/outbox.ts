/**
 * [Note: outbox] An approved delivery is sent until its receipt is here: after a restart, after days offline, to a server that answers late,
 * twice or wrongly. Always the same bytes, so that the server can tell a repetition from a new delivery.
 *
 * | the server | the delivery |
 * | --- | --- |
 * | gives the right receipt | confirmed |
 * | refuses what it says (content) | refused, with the code: sending again would not help |
 * | refuses for another reason of its own (sequence, key, form) | the server is asked for the head of our chain: confirmed if it has the delivery, else refused |
 * | is not there, late, in trouble (5xx, 408, 429), or somebody else answers | stays approved, tried again later |
 * | gives another receipt | stays approved, RECEIPT_INVALID, tried again later |
 *
 * Somebody who was counted in it is forgotten before it left: withdrawn (drop-built.ts), and approved anew by the head.
 */
import type { DeliveryRow } from '../../db/contract/deliveries.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import { fromBase64 } from '../../shared/crypto/sodium.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { Refusal } from '../../shared/envelopes/collector-api.ts';
import { checkReceipt } from '../../shared/envelopes/receipt.ts';
import type { ChainHead } from '../../shared/envelopes/types.ts';
import { actorOf, type OfficeContext, type OpenOffice, timestamp } from '../context.ts';
import { askHead } from './ask-head.ts';
import { authorityOf, keepHead, waiting } from './chain.ts';
import { certifiedServer, type CertifiedServer } from './connection.ts';
import { withdrawnDelivery } from './drop-built.ts';
import { noteEnding } from './renewal.ts';
import { callServer, type ServerAnswer } from './server-client.ts';

/** Waits after a failure, ms: half a minute, doubling, at most six hours. */
export function backoffMs(attempts: number): number {
  return Math.min(30_000 * 2 ** Math.max(attempts - 1, 0), 21_600_000);
}

/** When the oldest waiting delivery may be tried; null when nothing waits or the office is locked. */
export function nextAttempt({ session }: OfficeContext): Date | null {
  const { open } = session;
  if (open === null || open.store.desk.read(certifiedServer) === null) return null;
  const [oldest] = open.store.desk.read(waiting);
  return oldest === undefined ? null : new Date(oldest.nextAttemptAt ?? 0);
}

/** Judged after "do I have these bytes already": who says so does not have the delivery. */
const provesAbsence: ReadonlySet<string> = new Set<Refusal>([
  'OFFICE_MISMATCH',
  'AUTHORITY_MISMATCH',
  'PLAN_UNKNOWN',
  'TABLE_SHAPE_WRONG',
  'VALUE_FORBIDDEN',
  'TABLE_IMPLAUSIBLE',
]);

interface Heard {
  readonly answer: ServerAnswer;
  /** Asked after a refusal that proves nothing; else null. */
  readonly head: ChainHead | 'none' | null;
}

/** `absent`: the server surely does not have it, so its place in the chain is free again. */
function refusedRow(row: DeliveryRow, lastError: string, absent: boolean): DeliveryRow {
  return { ...row, state: 'refused', sequence: absent ? null : row.sequence, lastError, nextAttemptAt: null };
}

/** What the delivery becomes after this answer. */
function afterAnswer(row: DeliveryRow, { answer, head }: Heard, server: CertifiedServer, office: OpenOffice, now: Date): DeliveryRow {
  const tried = { ...row, attempts: row.attempts + 1 };
  const later = { ...tried, nextAttemptAt: timestamp(() => new Date(now.getTime() + backoffMs(tried.attempts))) };
  const confirmed = (text: string): DeliveryRow => {
    const receipt = checkReceipt(new TextEncoder().encode(text), {
      delivery: row.envelope ?? new Uint8Array(),
      authorityPublicKey: fromBase64(server.authority.publicKey),
      training: office.settings.training,
    });
    if (!receipt.ok) return { ...later, lastError: receipt.error.code };
    return { ...tried, state: 'confirmed', receipt: text, confirmedAt: timestamp(() => now), lastError: null, nextAttemptAt: null };
  };
  if (answer.ok) return confirmed(answer.value);

  const { error } = answer;
  if (error.type !== 'Refused') return { ...later, lastError: error.type === 'Trouble' ? 'SERVER_ERROR' : 'SERVER_UNREACHABLE' };
  if (provesAbsence.has(error.code)) return refusedRow(tried, error.code, true);
  if (head === null) return { ...later, lastError: error.code };
  if (head === 'none') return refusedRow(tried, error.code, true);
  if (head.delivery === row.sha256 && head.receipt !== null) return confirmed(canonicalJson(head.receipt));
  return refusedRow(tried, error.code, head.sequence < (row.sequence ?? 0));
}

/** Sends one delivery and hears what came of it. */
async function ask(context: OfficeContext, office: OpenOffice, bytes: Uint8Array, server: CertifiedServer): Promise<Heard> {
  const answer = await callServer(context.options.fetch, `${server.url}/api/v1/deliveries`, bytes);
  const inDoubt = !answer.ok && answer.error.type === 'Refused' && !provesAbsence.has(answer.error.code);
  return { answer, head: inDoubt ? await askHead(context, office, server) : null };
}

/** Sends one delivery and keeps what came of it; undefined when the office was locked meanwhile. */
async function sendOne(context: OfficeContext, office: OpenOffice, row: DeliveryRow, server: CertifiedServer): Promise<DeliveryRow | undefined> {
  if (row.envelope === null) throw new Error('an approved delivery without bytes');
  const heard = await ask(context, office, row.envelope, server);
  if (context.session.open !== office) return undefined;
  const answered = afterAnswer(row, heard, server, office, context.options.clock());
  return office.store.desk.write((tx) => {
    const now = tx.deliveries.find(row.id);
    // Withdrawn while it was on its way: only a receipt says that it left; anything else sends nothing again.
    const isWithdrawn = now?.state === 'refused' && now.lastError === withdrawnDelivery;
    const after: DeliveryRow = isWithdrawn && answered.state !== 'confirmed' ? { ...now, attempts: answered.attempts } : answered;
    tx.deliveries.save(after);
    keepChain(tx, row, after, heard, server.authority.keyId);
    const details = { period: row.period, sequence: row.sequence, result: after.lastError ?? after.state };
    tx.audit.write({ action: 'delivery.send', record: null, details }, actorOf(office.store, context.options.clock));
    return after;
  });
}

function keepChain(tx: DeskTx, row: DeliveryRow, after: DeliveryRow, { head, answer }: Heard, authority: string): void {
  if (head === 'none') keepHead(tx, authority, { sequence: 0, sha256: null });
  else if (head !== null) keepHead(tx, authority, { sequence: head.sequence, sha256: head.delivery });
  else if (after.state === 'confirmed') keepHead(tx, authority, { sequence: after.sequence ?? 0, sha256: after.sha256 });
  if (!answer.ok && answer.error.type === 'Refused') noteEnding(tx, answer.error.code);
  if (after.state !== 'refused' || after.lastError === withdrawnDelivery) return;
  // What was signed behind it names a predecessor the server never took.
  const meantFor = authorityOf(row);
  for (const next of waiting(tx)) if (authorityOf(next) === meantFor) tx.deliveries.save(refusedRow(next, 'CHAIN_BROKEN', true));
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
