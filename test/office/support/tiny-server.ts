/** A central server of a hundred lines, made of the shared envelopes: says whatever a test wants it to say. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cryptoReady, fromBase64, newSigningKeys, randomId, sha256Hex, toBase64, type SigningKeys } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { issueCertificate } from '../../../shared/envelopes/certificate.ts';
import { makeChainHead } from '../../../shared/envelopes/chain-head.ts';
import { openDelivery } from '../../../shared/envelopes/delivery.ts';
import { openEnrolment } from '../../../shared/envelopes/enrolment.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import { makeReceipt } from '../../../shared/envelopes/receipt.ts';
import { Envelope, type Delivery, type EnrolmentRequest } from '../../../shared/envelopes/types.ts';

/** How the next delivery is answered: `ok` a receipt · a number: that status · a code: refused with it · a status with a text: as a proxy says it · the rest as named. */
export type Mood = 'ok' | 'silent' | 'hang_up' | 'receipt_of_another' | 'receipt_by_another' | 'no_json' | 500 | 429 | { readonly refuse: string } | { readonly status: number; readonly says: string };

export interface TinyServer {
  readonly url: string;
  training: boolean;
  approved: boolean;
  refused: boolean;
  keys: SigningKeys;
  /** Moods of the next deliveries; then `ok`. */
  readonly moods: Mood[];
  /** Bodies as they came, repetitions too. */
  readonly received: Buffer[];
  /** What was kept: one per content. */
  readonly deliveries: Delivery[];
  /** What it says when it is asked for the head of the chain; `away`: nothing. */
  head: { readonly sequence: number; readonly delivery: string | null; readonly receipt: Uint8Array | null } | 'away';
  /** Last day of the certificates it issues. */
  validUntil: string;
  close(): Promise<void>;
}

async function body(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
  return Buffer.concat(parts);
}

export async function startTinyServer(training = true): Promise<TinyServer> {
  await cryptoReady();
  const enrolments = new Map<string, EnrolmentRequest>();
  const receipts = new Map<string, Uint8Array>();
  const hanging = new Set<ServerResponse>();

  function json(response: ServerResponse, status: number, value: unknown): void {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
  }
  function problem(response: ServerResponse, status: number, code: string): void {
    json(response, status, { type: 'about:blank', title: code, status, code });
  }
  function statusOf(id: string, request: EnrolmentRequest): unknown {
    if (server.refused) return { id, state: 'refused', certificate: null };
    if (!server.approved) return { id, state: 'pending', certificate: null };
    const { office, officeName, carrierGroup, land, publicKey } = request;
    const bytes = issueCertificate(
      { office, officeName, carrierGroup, land, publicKey, training: server.training, validFrom: IsoDay.parse('2026-01-01'), validUntil: IsoDay.parse(server.validUntil) },
      server.keys.seed,
    );
    return { id, state: 'approved', certificate: JSON.parse(new TextDecoder().decode(bytes)) as unknown };
  }
  function receiptFor(bytes: Buffer, delivery: Delivery, keys: SigningKeys): Uint8Array {
    const { office, period, sequence } = delivery;
    const number = receipts.size + 1;
    return makeReceipt(
      { number, previousReceipt: null, office, period, sequence, delivery: sha256Hex(new Uint8Array(bytes)), receivedAt: '2026-03-02T09:00:00Z', training: server.training },
      keys.seed,
    );
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const bytes = await body(request);
    server.received.push(bytes);
    const mood = server.moods.shift() ?? 'ok';
    const [enrolled] = [...enrolments.values()].slice(-1);
    const opened = openDelivery(new Uint8Array(bytes), () => (enrolled === undefined ? undefined : fromBase64(enrolled.publicKey)));
    if (!opened.ok) { problem(response, 403, opened.error); return; }
    if (typeof mood === 'object' && 'says' in mood) { response.writeHead(mood.status).end(mood.says); return; }
    if (typeof mood === 'object') { problem(response, 422, mood.refuse); return; }
    if (typeof mood === 'number') { problem(response, mood, 'RATE_LIMITED'); return; }
    const known = receipts.get(sha256Hex(new Uint8Array(bytes)));
    const receipt = known ?? receiptFor(bytes, opened.value.payload, server.keys);
    if (mood === 'receipt_of_another') {
      const other = { ...opened.value.payload, period: '2031' };
      response.writeHead(201).end(receiptFor(bytes, other, server.keys));
    } else if (mood === 'receipt_by_another') response.writeHead(201).end(receiptFor(bytes, opened.value.payload, newSigningKeys()));
    else if (mood === 'no_json') response.writeHead(200).end('<html>Willkommen im Gäste-WLAN</html>');
    else {
      if (known === undefined) {
        receipts.set(sha256Hex(new Uint8Array(bytes)), receipt);
        server.deliveries.push(opened.value.payload);
        server.head = { sequence: opened.value.payload.sequence, delivery: sha256Hex(new Uint8Array(bytes)), receipt };
      }
      if (mood === 'silent') hanging.add(response);
      else if (mood === 'hang_up') response.destroy();
      else response.writeHead(known === undefined ? 201 : 200).end(receipt);
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (path === '/api/v1/server') {
      const { publicKey } = server.keys;
      json(response, 200, { name: 'Übungsserver', training: server.training, authority: { keyId: keyIdOf(publicKey), publicKey: toBase64(publicKey) }, plans: [] });
    } else if (path === '/api/v1/enrolments') {
      const opened = openEnrolment(new Uint8Array(await body(request)));
      if (!opened.ok) { problem(response, 403, opened.error); return; }
      if (opened.value.code !== 'MOEWE-12') { problem(response, 403, 'ENROLMENT_CODE_INVALID'); return; }
      const id = randomId();
      enrolments.set(id, opened.value);
      json(response, 202, statusOf(id, opened.value));
    } else if (path.startsWith('/api/v1/enrolments/')) {
      const id = path.slice('/api/v1/enrolments/'.length);
      const known = enrolments.get(id);
      if (known === undefined) problem(response, 404, 'ENROLMENT_NOT_FOUND');
      else json(response, 200, statusOf(id, known));
    } else if (path === '/api/v1/deliveries') await take(request, response);
    else if (path.startsWith('/api/v1/deliveries/head/')) {
      const { head } = server;
      if (head === 'away') { response.writeHead(502).end(); return; }
      const receipt = head.receipt === null ? null : Envelope.parse(JSON.parse(new TextDecoder().decode(head.receipt)));
      const key = path.slice('/api/v1/deliveries/head/'.length);
      response.writeHead(200).end(makeChainHead({ key, sequence: head.sequence, delivery: head.delivery, receipt, training: server.training }, server.keys.seed));
    }
    else problem(response, 404, 'NOT_FOUND');
  }

  const http = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: TinyServer = {
    url: `http://127.0.0.1:${String((http.address() as AddressInfo).port)}`,
    training,
    approved: false,
    refused: false,
    keys: newSigningKeys(),
    moods: [],
    received: [],
    deliveries: [],
    head: { sequence: 0, delivery: null, receipt: null },
    validUntil: '2027-12-31',
    close: async () => {
      for (const response of hanging) response.destroy();
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => { resolve(); }));
    },
  };
  return server;
}
