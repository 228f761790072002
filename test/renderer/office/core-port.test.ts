/** The line of the window to the core in the desktop shell: ports come, break, come again. */
import { RPCHandler } from '@orpc/server/message-port';
import { os } from '@orpc/server';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connect, type ConnectionState, type OfficeClient } from '../../../renderer/office/rpc.ts';
import type { ShellEvent } from '../../../shared/rpc/shell.contract.ts';

let page: EventTarget;
let states: ConnectionState[];
let tell: (event: ShellEvent) => void;
let client: OfficeClient;
let locked: number;

/** A core that answers this much, until it is dropped; `slow` never answers. */
function core(): { readonly port: MessagePort; readonly near: MessagePort } {
  const { port1, port2 } = new MessageChannel();
  const router = {
    session: {
      status: os.handler(() => ({ phase: 'locked' })),
      lock: os.handler(() => new Promise(() => undefined)),
      touch: os.errors({ LOCKED: {} }).handler(({ errors }) => { throw errors.LOCKED(); }),
    },
  };
  new RPCHandler(router).upgrade(port1);
  port1.start();
  return { port: port2, near: port1 };
}

/** As the preload script hands a port on. */
function hand(port: MessagePort, channel = 'lotse:core', source: unknown = page): void {
  page.dispatchEvent(Object.assign(new Event('message'), { data: channel, source, ports: [port] }));
}

const phases = (): string[] => states.map(({ phase }) => phase);

beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal('window', page);
  // Ports of an earlier test may close late: what they cause is told to that test.
  const own: ConnectionState[] = [];
  states = own;
  locked = 0;
  client = connect({
    shell: { listen: (listener) => { tell = listener; } },
    onstate: (state) => own.push(state),
    onlocked: () => { locked += 1; },
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the window of the desktop shell', () => {
  it('is connected with its first port, and only by its own preload and channel', async () => {
    await expect(client.session.status()).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    const { port } = core();
    hand(port, 'lotse:other');
    hand(port, 'lotse:core', {});
    expect(states).toEqual([]);
    hand(port);
    expect(phases()).toEqual(['open']);
    expect(await client.session.status()).toEqual({ phase: 'locked' });
    port.close();
  });

  it('hears that the core locked itself', async () => {
    const { port } = core();
    hand(port);
    await expect(client.session.touch()).rejects.toMatchObject({ code: 'LOCKED' });
    expect(locked).toBe(1);
    port.close();
  });

  it.each([
    ['main says so', () => { tell({ kind: 'core', state: 'lost' }); }],
    ['its port closes', (near: MessagePort) => { near.close(); }],
  ] as const)('loses the core when %s: calls under way and later ones fail, until a new port comes', async (_how, lose) => {
    const first = core();
    hand(first.port);
    const pending = client.session.lock();
    await client.session.status();
    lose(first.near);
    await expect(pending).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    await expect.poll(phases).toEqual(['open', 'lost']);
    await expect(client.session.status()).rejects.toMatchObject({ code: 'CONNECTION_LOST' });

    const second = core();
    hand(second.port);
    tell({ kind: 'core', state: 'back' });
    expect(phases()).toEqual(['open', 'lost', 'open']);
    expect(await client.session.status()).toEqual({ phase: 'locked' });
    second.port.close();
  });

  it('says once that the core is lost, whoever tells it first', async () => {
    const { port, near } = core();
    hand(port);
    tell({ kind: 'core', state: 'lost' });
    near.close();
    tell({ kind: 'core', state: 'lost' });
    await new Promise((resolve) => setImmediate(resolve));
    expect(phases()).toEqual(['open', 'lost']);
  });

  it('takes a newer port in place of the one it has', async () => {
    const [first, second] = [core(), core()];
    hand(first.port);
    const pending = client.session.lock();
    await client.session.status();
    hand(second.port);
    await expect(pending).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    expect(phases()).toEqual(['open', 'lost', 'open']);
    expect(await client.session.status()).toEqual({ phase: 'locked' });
    second.port.close();
  });

  it('ends when the core is given up, and no port opens it again', async () => {
    const { port } = core();
    hand(port);
    tell({ kind: 'core', state: 'lost' });
    tell({ kind: 'core', state: 'given_up' });
    const late = core();
    hand(late.port);
    tell({ kind: 'core', state: 'back' });
    expect(states).toEqual([{ phase: 'open' }, { phase: 'lost' }, { phase: 'ended', code: 'CORE_GIVEN_UP' }]);
    await expect(client.session.status()).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
    late.port.close();
  });

  it('passes over other events of the shell', () => {
    tell({ kind: 'command', command: 'lock' });
    tell({ kind: 'file_waiting' });
    tell({ kind: 'core', state: 'back' });
    expect(states).toEqual([]);
  });
});
