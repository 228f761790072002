/** What a window must never say over its port: the line is closed, the office locked, nothing lost, and the core goes on (R21). */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import fc from 'fast-check';
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../office/core.ts';
import { serveWindowPorts, type WindowPort } from '../../office/port-windows.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { maxMessageBytes } from '../../shared/rpc/limits.ts';
import { amira, readyOffice, unlockAgain, type TestOffice } from './support/office.ts';

let office: TestOffice;
let takeIn: (port: WindowPort) => Promise<void>;
let caseId: RecordId;
const broken: unknown[] = [];
const notice = (problem: unknown): void => void broken.push(problem);

beforeAll(async () => {
  process.on('unhandledRejection', notice);
  office = await readyOffice();
  caseId = (await amira(office)).row.id;
  takeIn = serveWindowPorts(office.core);
});

afterAll(async () => {
  process.off('unhandledRejection', notice);
  await office.remove();
});

beforeEach(() => {
  office.log.length = 0;
});

interface Window {
  readonly port: MessagePort;
  /** Answers the port brought, as they came. */
  readonly answers: unknown[];
  readonly closed: Promise<unknown>;
}

/** A window of an unlocked office that speaks without any client. */
async function openWindow(): Promise<Window> {
  const { port1, port2 } = new MessageChannel();
  await takeIn(port1);
  await unlockAgain(office);
  const answers: unknown[] = [];
  port2.on('message', (answer) => answers.push(answer));
  return { port: port2, answers, closed: once(port2, 'close') };
}

/** The next window finds the office locked and the case as it was; nothing broke in the process. */
async function nothingIsLost(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const client = createORPCClient<CoreClient>(new RPCLink({ port: port2 }));
  await takeIn(port1);
  expect((await client.session.status()).phase).toBe('locked');
  await unlockAgain(office);
  const { answers } = await client.cases.open({ caseId });
  expect(answers['']?.['person.last_name']?.heads.map(({ value }) => value)).toEqual(['Haddad']);
  port2.close();
  expect(broken).toEqual([]);
}

const status = { i: '1', p: { u: '/session/status' } };
const whole = JSON.stringify({ i: '7', p: { u: '/cases/open', b: { json: { caseId: '0'.repeat(32) } } } });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const form = JSON.stringify({ i: '1', p: { u: '/session/status', h: { 'content-type': 'multipart/form-data; boundary=x' } } });

const refused: readonly (readonly [string, unknown])[] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 7],
  ['a yes', true],
  ['a large whole number', 10n],
  ['a date', new Date(0)],
  ['an object that looks like a message', status],
  ['a list', [1, 1, {}]],
  ['a map', new Map([['i', '1']])],
  ['an error', new TypeError('Haddad')],
  ['numbers of two bytes', new Uint16Array([123, 125])],
  ['memory that is shared', new Uint8Array(new SharedArrayBuffer(8))],
  ['an empty text', ''],
  ['no bytes', new Uint8Array()],
  ['text that is no JSON', 'guten Tag'],
  ['JSON that is no message', '"guten Tag"'],
  ['an empty message', '{}'],
  ['a message without a call', '{"i":"1"}'],
  ['a call without a name', '{"i":"1","p":{}}'],
  ['a call of another place', '{"i":"1","p":{"u":"https://example.org/session/status"}}'],
  ['a call with a way up', '{"i":"1","p":{"u":"/session/../session/status"}}'],
  ['a call with a query', '{"i":"1","p":{"u":"/session/status?data=1"}}'],
  ['a call by another method', '{"i":"1","p":{"u":"/session/status","m":"GET"}}'],
  ['a name that is no text', '{"i":1,"p":{"u":"/session/status"}}'],
  ['a name that is an object', '{"i":{"toString":1},"p":{"u":"/session/status"}}'],
  ['a message of an unknown kind', '{"i":"1","t":9,"p":{}}'],
  ['a stream nobody asked for', '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
  ['a header of the network', '{"i":"1","p":{"u":"/session/status","h":{"cookie":"x"}}}'],
  ['a stream as input', '{"i":"1","p":{"u":"/session/status","h":{"content-type":"text/event-stream"}}}'],
  ['a form without its bytes', form],
  ['a form that is cut off', Buffer.concat([bytes(form), new Uint8Array([255]), bytes('--x\r\nContent-Disp')])],
  ['bytes nobody announced', Buffer.concat([bytes(JSON.stringify(status)), new Uint8Array([255, 0, 1, 2])])],
  ['lists in lists without end', '['.repeat(500_000)],
  ['one character too many', `"${'x'.repeat(maxMessageBytes)}"`],
  ['one byte too many in characters of three', JSON.stringify({ i: '1', p: { u: '/session/status', b: '€'.repeat(maxMessageBytes / 3) } })],
  ['bytes, one too many', new Uint8Array(maxMessageBytes + 1)],
  ['100 MB of text', 'x'.repeat(100_000_000)],
  ['100 MB of a well-formed call', JSON.stringify({ i: '1', p: { u: '/session/status', b: { json: 'x'.repeat(100_000_000) } } })],
  ['100 MB of bytes', new ArrayBuffer(100_000_000)],
];

describe('a window that says', () => {
  it.each(refused)('%s is cut off; the office is locked and nothing is lost', async (_what, message) => {
    const { port, answers, closed } = await openWindow();
    port.postMessage(message);
    await closed;
    expect([office.core.context.session.open, answers, office.log]).toEqual([null, [], ['WINDOW_CUT_OFF']]);
    await nothingIsLost();
  });

  it('half a message, whichever half, is cut off', async () => {
    for (let end = 1; end < whole.length; end += 7) {
      const { port, closed } = await openWindow();
      port.postMessage(whole.slice(0, end));
      await closed;
      expect(office.core.context.session.open).toBeNull();
    }
    await nothingIsLost();
  });

  it('more after it was cut off is not heard', async () => {
    const { port, answers, closed } = await openWindow();
    port.postMessage('no JSON');
    for (let i = 0; i < 100; i += 1) port.postMessage(JSON.stringify({ i: String(i), p: { u: '/session/status' } }));
    await closed;
    port.postMessage(JSON.stringify(status));
    await nothingIsLost();
    expect(answers).toEqual([]);
  });

  it('a call before it hangs up locks the office all the same', async () => {
    const { port } = await openWindow();
    port.postMessage(whole);
    port.close();
    await expect.poll(() => office.core.context.session.open).toBeNull();
    await nothingIsLost();
  });
});

describe('a well-formed call with a hostile inside', () => {
  const calls: readonly (readonly [string, string, unknown])[] = [
    ['of a procedure that is not there', '/cases/erase', {}],
    ['of a name of the prototype', '/constructor/prototype', {}],
    ['of a name every object has', '/session/toString', {}],
    ['with keys of the prototype', '/cases/open', { json: JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}') as unknown }],
    ['that points into the prototype', '/cases/open', { json: {}, meta: [[1, '__proto__', 'polluted']] }],
    ['that points into the constructor', '/cases/open', { json: {}, meta: [[1, 'constructor', 'prototype', 'polluted']] }],
    ['with a number of a million digits', '/cases/open', { json: { caseId: '9'.repeat(1_000_000) }, meta: [[0, 'caseId']] }],
    ['with a pattern that never ends', '/cases/open', { json: { caseId: '/(a+)+$/' }, meta: [[6, 'caseId']] }],
    ['with files that are not there', '/cases/open', { json: {}, maps: [['caseId']] }],
    ['with nothing', '/cases/open', undefined],
    ['with text for an object', '/cases/open', 'Haddad'],
  ];

  it.each(calls)('%s is answered with no, without a word of it', async (_what, u, b) => {
    const { port, answers } = await openWindow();
    port.postMessage(JSON.stringify({ i: '1', p: { u, b } }));
    await expect.poll(() => answers).toHaveLength(1);
    const answer = JSON.parse(String(answers[0])) as { p: { s?: number } };
    expect(answer.p.s).toBeGreaterThanOrEqual(400);
    expect(JSON.stringify(answer)).not.toMatch(/Haddad|999|polluted/);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    port.close();
    await expect.poll(() => office.core.context.session.open).toBeNull();
    await nothingIsLost();
  });
});

it('whatever a window says, the core goes on', async () => {
  const cloneable = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withSparseArray: true });
  const almost = fc.record({ i: fc.oneof(fc.string(), fc.jsonValue()), t: fc.option(fc.jsonValue(), { nil: undefined }), p: fc.oneof(fc.jsonValue(), fc.record({ u: fc.oneof(fc.webPath(), fc.jsonValue()), b: fc.jsonValue(), h: fc.jsonValue() }, { requiredKeys: [] })) }, { requiredKeys: [] });
  const anything = fc.oneof(cloneable, almost.map((value) => JSON.stringify(value)), fc.uint8Array({ maxLength: 300 }), fc.tuple(fc.nat({ max: whole.length }), fc.string()).map(([at, more]) => whole.slice(0, at) + more + whole.slice(at)));
  await fc.assert(
    fc.asyncProperty(anything, async (message) => {
      const { port1, port2 } = new MessageChannel();
      await takeIn(port1);
      const over = new Promise<string>((resolve) => {
        port2.once('close', () => { resolve('cut off'); });
        port2.on('message', () => { resolve('answered'); });
      });
      port2.postMessage(message);
      // A call that is taken back, or one more by a name in use, is passed over: the one behind it is answered.
      port2.postMessage(JSON.stringify({ i: 'last', p: { u: '/session/status' } }));
      expect(['cut off', 'answered']).toContain(await over);
      port2.close();
    }),
    { numRuns: 500 },
  );
  await nothingIsLost();
});
