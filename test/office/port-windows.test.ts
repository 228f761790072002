import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { once } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../office/core.ts';
import { serveWindowPorts, type WindowPort } from '../../office/port-windows.ts';
import { amira, password, readyOffice, type TestOffice } from './support/office.ts';

describe('a window behind a message port', () => {
  let office: TestOffice;
  let takeIn: (port: WindowPort) => Promise<void>;
  beforeAll(async () => {
    office = await readyOffice();
    takeIn = serveWindowPorts(office.core);
  });
  afterAll(async () => {
    await office.remove();
  });

  async function openWindow(): Promise<{ readonly client: CoreClient; readonly port: MessagePort }> {
    const { port1, port2 } = new MessageChannel();
    const client = createORPCClient<CoreClient>(new RPCLink({ port: port2 }));
    port2.start();
    await takeIn(port1);
    return { client, port: port2 };
  }

  it('begins locked, speaks the whole contract, and loses its place to the next', async () => {
    const first = await openWindow();
    expect(await first.client.session.status()).toMatchObject({ phase: 'locked' });
    await first.client.session.unlock({ login: null, password });
    const { row } = await amira(office);
    expect(await (await first.client.cases.export({ caseId: row.id })).text()).toContain('Haddad');

    const gone = once(first.port, 'close');
    const second = await openWindow();
    await gone;
    expect(await second.client.session.status()).toMatchObject({ phase: 'locked' });

    await second.client.session.unlock({ login: null, password });
    second.port.close();
    await expect.poll(() => office.core.context.session.open).toBeNull();
  });

  it('of two that come at once only the newer one is heard', async () => {
    const [older, newer] = [new MessageChannel(), new MessageChannel()];
    const closed = once(older.port2, 'close');
    await Promise.all([takeIn(older.port1), takeIn(newer.port1)]);
    await closed;
    const client = createORPCClient<CoreClient>(new RPCLink({ port: newer.port2 }));
    expect(await client.session.status()).toMatchObject({ phase: 'locked' });
    newer.port2.close();
  });

  it('that is cut off for the next one is answered no more, also where the answer was on its way', async () => {
    const first = await openWindow();
    const { session } = office.core.context;
    const { busy } = session;
    const unlocking = first.client.session.unlock({ login: null, password }).then(() => 'answered', () => 'cut off');
    await expect.poll(() => session.busy).not.toBe(busy);
    const second = await openWindow();
    expect(await unlocking).toBe('cut off');
    expect(await second.client.session.status()).toMatchObject({ phase: 'locked' });
    second.port.close();
  });
});
