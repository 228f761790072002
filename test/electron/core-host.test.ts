/** The core beside main: started, lost, back, given up, ended. What real processes do is in core-process.test.ts. */
import type { MessagePortMain } from 'electron';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCoreHost, type CoreHost } from '../../electron/core-host.ts';
import { FakePort, processes, type FakeProcess } from './fake-processes.ts';

vi.mock('electron', async () => import('./fake-processes.ts'));

let told: string[];
let notes: string[];
let host: CoreHost;

beforeEach(() => {
  vi.useFakeTimers();
  processes.length = 0;
  told = [];
  notes = [];
  host = startCoreHost({
    folder: '/app',
    args: ['--dir', '/data'],
    note: (line) => notes.push(line),
    onState: (state) => told.push(state),
  });
});

afterEach(() => {
  vi.useRealTimers();
});

function core(): FakeProcess {
  const last = processes.filter(({ module }) => module.endsWith('core.mjs')).at(-1);
  if (last === undefined) throw new Error('no core was started');
  return last;
}

function ready(): void {
  core().emit('message', { kind: 'ready' });
}

/** A port as main hands it over; the fake has what the host needs of it. */
function newPort(): FakePort & MessagePortMain {
  return new FakePort() as FakePort & MessagePortMain;
}

const kinds = (one: FakeProcess): unknown[] => one.posted.map(({ message }) => (message as { kind: string }).kind);

describe('a core that runs', () => {
  it('is core.mjs of the program folder, its output piped and its arguments passed on', () => {
    expect(core().module).toBe(join('/app', 'core.mjs'));
    expect(core().args).toEqual(['--dir', '/data']);
    expect(core().options.stdio).toBe('pipe');
    expect(host.state).toBe('starting');
  });

  it('gets the newest port of a window as soon as it is ready, and every later one at once', () => {
    const [early, newer, later] = [newPort(), newPort(), newPort()];
    host.handPort(early);
    host.handPort(newer);
    expect(early.closed).toBe(true);
    expect(core().posted).toEqual([]);
    ready();
    host.handPort(later);
    expect(core().posted).toEqual([
      { message: { kind: 'window' }, ports: [newer] },
      { message: { kind: 'window' }, ports: [later] },
    ]);
    expect([host.state, told]).toEqual(['ready', []]);
  });

  it('is told to lock', () => {
    ready();
    host.lock();
    expect(kinds(core())).toEqual(['lock']);
  });

  it('leaves codes in the notes and no other word it prints', async () => {
    const { stdout, stderr } = core();
    stderr.write('LOCK_NOT_LOGGED DISK_FULL\nINTERNAL cases.answer TypeError answer.ts:12:3 < router.ts:4:1\n');
    stderr.write('Error: Frau Haddad wohnt in der Straße\n    at save (/data/haddad.ts:1:2)\n');
    stdout.write('Amira Haddad\nHADDAD Amira\n');
    stderr.end('FATAL ERROR: Reached heap limit Allocation failed\n');
    await vi.waitFor(() => { expect(notes).toHaveLength(3); });
    expect(notes).toEqual(['LOCK_NOT_LOGGED DISK_FULL', 'INTERNAL cases.answer TypeError answer.ts:12:3 < router.ts:4:1', 'OUT_OF_MEMORY']);
  });

  it('is heard to its last word, although Electron stops listening when it ended', async () => {
    const { stderr } = core();
    stderr.write('UNCAUGHT_ERR');
    await vi.waitFor(() => { expect(stderr.readableLength).toBe(0); });
    vi.useRealTimers();
    const ended = host.end();
    core().emit('exit', 70);
    stderr.removeAllListeners();
    await ended;
    await new Promise((resolve) => setImmediate(resolve));
    stderr.end('OR TypeError answer.ts:12:3\nHaddad\n');
    await vi.waitFor(() => { expect(notes).toEqual(['UNCAUGHT_ERROR TypeError answer.ts:12:3']); });
  });

  it('may say what main does not know without harm', () => {
    for (const message of ['ready', null, { kind: 'else' }, { kind: 'documents' }, { kind: 'ready', more: 1 }]) core().emit('message', message);
    expect(host.state).toBe('starting');
    expect(notes).toEqual(Array.from({ length: 5 }, () => 'CORE_MESSAGE_UNKNOWN'));
  });
});

describe('a core that ends by itself', () => {
  it('is told of at once, started anew, and asks for a new port when it is back', () => {
    ready();
    core().emit('exit', 139);
    expect([host.state, told, notes]).toEqual(['lost', ['lost'], ['CORE_ENDED 139']]);
    const meanwhile = newPort();
    host.handPort(meanwhile);
    expect(meanwhile.closed).toBe(true);
    vi.advanceTimersByTime(0);
    expect(processes).toHaveLength(2);
    expect(told).toEqual(['lost']);
    ready();
    expect([host.state, told]).toEqual(['ready', ['lost', 'back']]);
    const fresh = newPort();
    host.handPort(fresh);
    expect(core().posted).toEqual([{ message: { kind: 'window' }, ports: [fresh] }]);
  });

  it('before it was ready closes the port that waited for it', () => {
    const waiting = newPort();
    host.handPort(waiting);
    core().emit('exit', 1);
    expect([waiting.closed, told]).toEqual([true, ['lost']]);
  });

  it('is started after 0, 1, 2, 5, 5 seconds, and given up at the sixth end within two minutes', () => {
    for (const pauseMs of [0, 1_000, 2_000, 5_000, 5_000]) {
      const count = processes.length;
      core().emit('exit', 1);
      if (pauseMs > 0) vi.advanceTimersByTime(pauseMs - 1);
      if (pauseMs > 0) expect(processes).toHaveLength(count);
      vi.advanceTimersByTime(1);
      expect(processes).toHaveLength(count + 1);
    }
    core().emit('exit', 1);
    vi.advanceTimersByTime(600_000);
    expect(processes).toHaveLength(6);
    expect([host.state, told]).toEqual(['given_up', ['lost', 'given_up']]);
    const late = newPort();
    host.handPort(late);
    expect(late.closed).toBe(true);
  });

  it('now and then is always started again', () => {
    for (let day = 0; day < 20; day += 1) {
      ready();
      core().emit('exit', 1);
      vi.advanceTimersByTime(130_000);
    }
    expect(processes).toHaveLength(21);
    expect(host.state).toBe('lost');
  });

  it('is killed where it does not get ready within a minute', () => {
    vi.advanceTimersByTime(60_000);
    expect([core().killed, notes]).toEqual([1, ['CORE_HANGS_AT_START']]);
    core().emit('exit', 15);
    vi.advanceTimersByTime(0);
    expect(processes).toHaveLength(2);
  });

  it('of a fatal error of V8 does not take main along', () => {
    core().emit('error', 'FatalError', 'v8', '{"report": "Haddad"}');
    expect(notes).toEqual(['CORE_FATAL']);
  });
});

describe('the end of the program', () => {
  it('asks the core to end and waits until it is gone', async () => {
    ready();
    const over = vi.fn();
    const ending = host.end().then(over);
    expect(kinds(core())).toEqual(['end']);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(over).not.toHaveBeenCalled();
    core().emit('exit', 0);
    await ending;
    expect([core().killed, told, processes.length, host.state]).toEqual([0, [], 1, 'ended']);
  });

  it('kills a core that does not end within five seconds, and waits for nobody longer', async () => {
    ready();
    const ending = host.end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect([core().killed, notes]).toEqual([1, ['CORE_KILLED_AT_END']]);
    await vi.advanceTimersByTimeAsync(2_000);
    await ending;
    expect(host.state).toBe('ended');
  });

  it('asked for twice is one end', () => {
    ready();
    expect(host.end()).toBe(host.end());
    expect(kinds(core())).toEqual(['end']);
  });

  it('during a pause ends at once, and no core is started any more', async () => {
    ready();
    core().emit('exit', 1);
    vi.advanceTimersByTime(0);
    core().emit('exit', 1);
    await host.end();
    vi.advanceTimersByTime(60_000);
    expect([processes.length, host.state]).toEqual([2, 'ended']);
  });

  it('during a restart ends the core that is just starting, and tells the window nothing more', async () => {
    ready();
    core().emit('exit', 1);
    vi.advanceTimersByTime(0);
    const ending = host.end();
    expect(kinds(core())).toEqual(['end']);
    ready();
    core().emit('exit', 0);
    await ending;
    expect([told, host.state]).toEqual([['lost'], 'ended']);
  });

  it('closes a port that comes too late', () => {
    ready();
    void host.end();
    const late = newPort();
    host.handPort(late);
    expect(late.closed).toBe(true);
  });
});

describe('the document process', () => {
  function documents(): FakeProcess {
    const last = processes.filter(({ module }) => module.endsWith('documents.mjs')).at(-1);
    if (last === undefined) throw new Error('no document process was started');
    return last;
  }

  it('is started when the core asks, says nothing to anybody, and shares a channel with the core', () => {
    ready();
    core().emit('message', { kind: 'documents', id: 7 });
    expect([documents().module, documents().options.stdio]).toEqual([join('/app', 'documents.mjs'), 'ignore']);
    expect(core().posted).toEqual([]);
    documents().emit('spawn');
    const [toChild] = documents().posted;
    const [toCore] = core().posted;
    expect(toCore?.message).toEqual({ kind: 'documents', id: 7 });
    expect([toChild?.ports.length, toCore?.ports.length]).toEqual([1, 1]);
  });

  it('that ends is told to the core by its number, and one that hangs is killed at its wish', () => {
    ready();
    core().emit('message', { kind: 'documents', id: 1 });
    core().emit('message', { kind: 'documents-kill', id: 1 });
    core().emit('message', { kind: 'documents-kill', id: 2 });
    expect(documents().killed).toBe(1);
    documents().emit('exit', 9);
    expect(core().posted.at(-1)?.message).toEqual({ kind: 'documents-ended', id: 1 });
    expect([host.state, told]).toEqual(['ready', []]);
  });

  it('goes with its core', () => {
    ready();
    core().emit('message', { kind: 'documents', id: 1 });
    const [first, child] = [core(), documents()];
    first.emit('exit', 1);
    expect(child.killed).toBe(1);
    const before = first.posted.length;
    child.emit('exit', 9);
    expect(first.posted).toHaveLength(before);
  });
});
