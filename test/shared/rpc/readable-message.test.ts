import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { describe, expect, it } from 'vitest';
import { isReadable } from '../../../shared/rpc/readable-message.ts';

const max = 100_000;

/** What oRPC's own client puts on a port for `input`. */
async function sentBy(path: readonly string[], input: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    const port = {
      onMessage: { addListener: () => undefined },
      onDisconnect: { addListener: () => undefined },
      postMessage: resolve,
    };
    const link = new RPCLink<Record<never, never>>({ port });
    const client = createORPCClient<Record<string, (input: unknown) => Promise<unknown>>>({ call: (...call) => link.call(...call) });
    let procedure: unknown = client;
    for (const name of path) procedure = (procedure as Record<string, unknown>)[name];
    (procedure as (given: unknown) => Promise<unknown>)(input).catch(() => undefined);
  });
}

function bytes(json: string, rest: string): Uint8Array {
  return Buffer.concat([Buffer.from(json), Buffer.from([0xff]), Buffer.from(rest)]);
}

const type = 'multipart/form-data; boundary=x';
const call = (p: object): string => JSON.stringify({ i: '1', p });
const deep = `{"i":"1","p":{"u":"/about","b":${'['.repeat(40_000)}${']'.repeat(40_000)}}}`;

describe('a message from the port of a window', () => {
  it.each([
    ['a call without input', ['session', 'status'], undefined],
    ['a call with text', ['cases', 'create'], { name: 'Amina Yıldız', until: new Date('2026-11-22'), tags: new Set(['a']) }],
    ['a call with a file', ['save'], { file: new File(['%PDF-1.7'], 'Plan.pdf', { type: 'application/pdf' }), name: 'Förderplan.pdf' }],
    ['a call with an empty file', ['save'], { file: new File([], 'leer.txt'), name: 'leer.txt' }],
  ])('is read when it is %s', async (_, path, input) => {
    expect(await isReadable(await sentBy(path, input), max)).toBe(true);
  });

  it('is read when it takes a call back', async () => {
    expect(await isReadable('{"i":"3","t":4}', max)).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a number', 7],
    ['an object, which no client sends', { i: '1', p: { u: '/about' } }],
    ['a list', [1, 2, 3]],
    ['a date', new Date(0)],
    ['empty text', ''],
    ['half a message', '{"i":"1","p":{"u":"/ab'],
    ['JSON that is no message', '[]'],
    ['null', 'null'],
    ['a message without id', '{"p":{"u":"/about"}}'],
    ['a long id', JSON.stringify({ i: 'x'.repeat(41), p: { u: '/about' } })],
    ['a kind nobody knows', '{"i":"1","t":9,"p":{}}'],
    ['an answer', '{"i":"1","t":2,"p":{"b":1}}'],
    ['an item of a stream', '{"i":"1","t":3,"p":{"e":"message","d":1}}'],
    ['a call to nowhere', call({})],
    ['a call to another address', call({ u: 'https://example.org/about' })],
    ['a call by a path that climbs', call({ u: '/saved/../about' })],
    ['a call with a query', call({ u: '/about?data=1' })],
    ['a call by a prototype', call({ u: '/__proto__/about' })],
    ['a call of another method', call({ u: '/about', m: 'GET' })],
    ['a call with other headers', call({ u: '/about', h: { authorization: 'x' } })],
    ['a call that names a file by header', call({ u: '/about', h: { 'content-disposition': 'attachment; filename="a"' } })],
    ['a call with a stream as input', call({ u: '/about', h: { 'content-type': 'text/event-stream' } })],
    ['a form without bytes', call({ u: '/save', h: { 'content-type': type } })],
    ['bytes without a form', bytes(call({ u: '/save' }), 'x')],
    ['bytes without an end of the JSON', Buffer.from(call({ u: '/save', h: { 'content-type': type } }))],
    ['a form that is cut off', bytes(call({ u: '/save', h: { 'content-type': type } }), '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{')],
    ['bytes that are no text', Buffer.from([0xc3, 0x28, 0xff, 0x00])],
    ['one byte too many', JSON.stringify({ i: '1', p: { u: '/about', b: 'x'.repeat(max) } })],
    ['few letters with many bytes', JSON.stringify({ i: '1', p: { u: '/about', b: '€'.repeat(max / 2) } })],
    ['too many bytes', Buffer.alloc(max + 1)],
  ])('is refused when it is %s', async (_, message) => {
    expect(await isReadable(message, max)).toBe(false);
  });

  it('is judged without an error however deep it is nested', async () => {
    expect(typeof (await isReadable(deep, max))).toBe('boolean');
  });

  it('leaves no trace on objects when it names their prototype', async () => {
    await isReadable('{"i":"1","p":{"u":"/about","b":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}}', max);
    expect('polluted' in {}).toBe(false);
  });

  it('of 100 MB is refused', async () => {
    expect(await isReadable('x'.repeat(100_000_000), max)).toBe(false);
    expect(await isReadable(new ArrayBuffer(100_000_000), max)).toBe(false);
  });
});
