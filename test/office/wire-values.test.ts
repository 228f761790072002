/** One table of values that must survive the wire, over every transport a window may have. */
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { createRouterClient, ORPCError, os, type RouterClient } from '@orpc/server';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { RPCHandler as SocketHandler } from '@orpc/server/ws';
import type { AddressInfo } from 'node:net';
import { MessageChannel } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';

/** What a field can hold is in here, and what views are made of. */
const values: readonly (readonly [name: string, value: unknown])[] = [
  ['nothing answered', null],
  ['an empty text', ''],
  ['yes', true],
  ['no', false],
  ['zero', 0],
  ['a negative number', -1.5],
  ['the largest whole number', Number.MAX_SAFE_INTEGER],
  ['Umlauts', 'Öğüz Çelik, Straße 7 – ẞ'],
  ['Arabic and Amharic', 'أميرة حداد · አማን'],
  ['an emoji of several code points', '👩🏽‍🎓'],
  ['line breaks, tabs, quotes', 'a\n\tb "c" \\ \u2028'],
  ['a NUL', 'a\u0000b'],
  ['half a surrogate pair', 'a\uD83D'],
  ['text that looks like the protocol', '{"json":null,"meta":[[1,"a"]]}'],
  ['a name of the prototype', { constructor: 'x', toString: 'y' }],
  ['an empty list', []],
  ['codes', ['school', 'social']],
  ['lists in lists', [[['a'], []], [null]]],
  ['a special answer', { special: 'unknown' }],
  ['keys that are empty or have dots', { '': { 'goal.area': { heads: [], base: [] } } }],
  ['a longest text of one byte each', 'x'.repeat(1_000_000)],
  ['a long text of four bytes each', '🙂'.repeat(50_000)],
];

const router = {
  echo: os.handler(({ input }) => input),
  bytes: os.handler(({ input }) => new Blob([new Uint8Array(input as number[])], { type: 'application/pdf' })),
  within: os.handler(() => ({ pdf: new Blob([new Uint8Array([0, 255, 128, 10])], { type: 'application/pdf' }), fileName: 'Plan-1.pdf', version: 1 })),
  refuse: os.errors({ ANSWER_INVALID: {} }).handler(() => {
    throw new ORPCError('ANSWER_INVALID', { data: { reason: 'Diesen Tag gibt es nicht.' } });
  }),
  break: os.handler((): string => {
    throw new TypeError('Haddad');
  }),
};

type Client = RouterClient<typeof router>;

interface Transport {
  readonly client: Client;
  close(): void;
}

function inProcess(): Transport {
  return { client: createRouterClient(router), close: () => undefined };
}

async function overSocket(): Promise<Transport> {
  const handler = new SocketHandler(router);
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
  server.on('connection', (socket) => void handler.upgrade(socket));
  await new Promise((resolve) => server.once('listening', resolve));
  const socket = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  const link = new SocketLink({ websocket: socket as unknown as globalThis.WebSocket });
  return {
    client: createORPCClient<Client>(link),
    close: () => {
      socket.terminate();
      server.close();
    },
  };
}

function overPort(): Transport {
  const { port1, port2 } = new MessageChannel();
  new PortHandler(router).upgrade(port1);
  const client = createORPCClient<Client>(new PortLink({ port: port2 }));
  port1.start();
  port2.start();
  return {
    client,
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

describe.each([
  ['in one process', inProcess],
  ['over a WebSocket', overSocket],
  ['over a MessagePort', overPort],
] as const)('%s', (_name, start) => {
  let transport: Transport;
  beforeAll(async () => {
    transport = await start();
  });
  afterAll(() => {
    transport.close();
  });

  it.each(values)('%s arrives as it was sent', async (_what, value) => {
    expect(await transport.client.echo(value)).toEqual(value);
    const inside = { list: [value], field: value };
    expect(await transport.client.echo(inside)).toEqual(inside);
  });

  it('bytes arrive as a Blob, alone and inside an answer, empty ones too', async () => {
    const all = Array.from({ length: 256 }, (_, byte) => byte);
    const alone = await transport.client.bytes(all);
    expect(alone).toBeInstanceOf(Blob);
    expect(alone.type).toBe('application/pdf');
    expect([...new Uint8Array(await alone.arrayBuffer())]).toEqual(all);
    expect((await transport.client.bytes([])).size).toBe(0);

    const { pdf, ...rest } = await transport.client.within();
    expect([...new Uint8Array(await pdf.arrayBuffer())]).toEqual([0, 255, 128, 10]);
    expect(rest).toEqual({ fileName: 'Plan-1.pdf', version: 1 });
  });

  it('a declared refusal keeps code and data', async () => {
    await expect(transport.client.refuse()).rejects.toMatchObject({ code: 'ANSWER_INVALID', defined: true, data: { reason: 'Diesen Tag gibt es nicht.' } });
  });
});

it.each([
  ['over a WebSocket', overSocket],
  ['over a MessagePort', overPort],
] as const)('%s a bug says nothing of what was typed', async (_name, start) => {
  const transport = await start();
  const problem: unknown = await transport.client.break().catch((caught: unknown) => caught);
  expect(JSON.stringify(problem)).not.toContain('Haddad');
  expect(problem).toMatchObject({ code: 'INTERNAL_SERVER_ERROR', defined: false });
  transport.close();
});
