/** The core as a process of its own beside main, for real: killed, back, and nothing that was acknowledged is lost. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCoreHost, type CoreHost } from '../../electron/core-host.ts';
import type { CoreClient } from '../../office/core.ts';
import { ActId } from '../../shared/domain/ids.ts';
import { amira, codeOf, password, readyOffice, type TestOffice } from '../office/support/office.ts';
import { MessageChannelMain, started } from './real-processes.ts';
import type { MessagePortMain as StandInPort } from './stand-in/ports.ts';

vi.mock('electron', async () => import('./real-processes.ts'));

let dir: string;
let told: string[];
let notes: string[];
let host: CoreHost;

function start(args: readonly string[] = ['--today', '2026-03-02']): void {
  told = [];
  notes = [];
  host = startCoreHost({ folder: '/app', args: ['--dir', dir, ...args], note: (line) => notes.push(line), onState: (state) => told.push(state) });
}

/** What main does for a window: one end to the core, the other to the page. */
function openWindow(): { readonly client: CoreClient; readonly port: StandInPort } {
  const { port1, port2 } = new MessageChannelMain();
  const client = createORPCClient<CoreClient>(new RPCLink({ port: port2 }));
  port2.start();
  host.handPort(port1 as unknown as MessagePortMain);
  return { client, port: port2 };
}

function coreProcess(): (typeof started)[number] {
  const last = started.filter(({ serviceName }) => serviceName === 'Lotse').at(-1);
  if (last === undefined) throw new Error('no core was started');
  return last;
}

function kill(): void {
  const { pid } = coreProcess();
  if (pid === undefined) throw new Error('the core does not run');
  process.kill(pid, 'SIGKILL');
}

beforeEach(async () => {
  const office = await readyOffice();
  dir = office.dir;
  await office.core.lock();
});

afterEach(async () => {
  await host.end();
  await rm(dir, { recursive: true, force: true });
});

describe('a core that is killed', () => {
  it('is back for the same window, locked, with everything that was acknowledged', async () => {
    start();
    const before = openWindow();
    await before.client.session.unlock({ login: null, password });
    const { row } = await amira(before as unknown as TestOffice);
    const gone = once(before.port, 'close');
    kill();
    await gone;
    expect(told[0]).toBe('lost');
    await vi.waitFor(() => { expect(told).toEqual(['lost', 'back']); }, { timeout: 60_000 });
    expect(notes).toEqual(['CORE_ENDED 9']);

    const after = openWindow();
    expect(await after.client.session.status()).toMatchObject({ phase: 'locked' });
    await after.client.session.unlock({ login: null, password });
    const view = await after.client.cases.open({ caseId: row.id });
    expect(view.answers['']?.['person.last_name']?.heads.map(({ value }) => value)).toEqual(['Haddad']);
  });

  it('fails the calls that were under way, and does an act once that is asked for again', async () => {
    start();
    const before = openWindow();
    await before.client.session.unlock({ login: null, password });
    const { row } = await amira(before as unknown as TestOffice);
    const act = ActId.parse('0123456789abcdef0123456789abcdef');
    const goal = { caseId: row.id, group: 'goal', parent: null, act } as const;
    const first = await before.client.cases.addEntry(goal);
    const pending = before.client.session.unlock({ login: null, password: 'not this one at all' }).catch(() => 'failed');
    kill();
    expect(await pending).toBe('failed');
    await vi.waitFor(() => { expect(told.at(-1)).toBe('back'); }, { timeout: 60_000 });

    const after = openWindow();
    await after.client.session.unlock({ login: null, password });
    const again = await after.client.cases.addEntry(goal);
    expect(again.entry).toBe(first.entry);
    expect(again.view.entries.filter(({ id }) => id === first.entry)).toHaveLength(1);
  });
});

describe('a core that cannot start', () => {
  it('says where it broke in codes, and never what it was given', async () => {
    start(['--today', 'no day of a person']);
    await vi.waitFor(() => { expect(notes).toContain('CORE_ENDED 70'); }, { timeout: 60_000 });
    expect([host.state, told]).toEqual(['lost', ['lost']]);
    expect(notes.join()).not.toContain('person');
    expect(notes.find((line) => line.startsWith('UNCAUGHT_ERROR'))).toMatch(/^UNCAUGHT_ERROR \$?ZodError /);
  });
});

describe('the end of the program', () => {
  it('locks the office and closes its files', async () => {
    start();
    const { client } = openWindow();
    await client.session.unlock({ login: null, password });
    await host.end();
    expect([notes, told, coreProcess().child.exitCode]).toEqual([[], [], 0]);
    start();
    const again = openWindow();
    await again.client.session.unlock({ login: null, password });
    expect(await again.client.session.status()).toMatchObject({ phase: 'open' });
  });

  it('locks at a word of main', async () => {
    start();
    const { client } = openWindow();
    await client.session.unlock({ login: null, password });
    host.lock();
    await expect.poll(async () => (await client.session.status()).phase).toBe('locked');
    expect(await codeOf(client.cases.create())).toBe('LOCKED');
  });
});
