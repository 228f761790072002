/** Every procedure of the shell over a real port: what it refuses, and what that does to the port. */
import { isContractProcedure } from '@orpc/contract';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createShellEvents, type ShellEvents } from '../../electron/shell-events.ts';
import { serveShell, type ShellParts } from '../../electron/shell-router.ts';
import { ShellError } from '../../electron/shell-error.ts';
import { maxShellMessageBytes } from '../../shared/rpc/limits.ts';
import { shellContract } from '../../shared/rpc/shell.contract.ts';
import { MessageChannelMain, type Port } from './fake-electron.ts';
import { clientOn, codeOf, type ShellClient } from './shell-client.ts';

vi.mock('electron', async () => import('./fake-electron.ts'));

/** Names of every procedure, as a message carries them. */
function pathsOf(router: object, above = ''): readonly string[] {
  return Object.entries(router).flatMap(([name, part]: [string, unknown]) =>
    isContractProcedure(part) ? [`${above}/${name}`] : pathsOf(part as object, `${above}/${name}`),
  );
}
const paths = pathsOf(shellContract);
const withInput = ['/openAddress', '/print', '/save', '/saved/remove', '/saved/show'];

let did: string[];
let notes: string[];
let events: ShellEvents;
let cut: () => void;
/** The page's end. */
let page: Port;

function parts(): ShellParts {
  const act = <T>(name: string, answer: T) => async (...given: readonly unknown[]): Promise<T> => {
    did.push([name, ...given.map((one) => (typeof one === 'string' ? one : typeof one))].join(' '));
    return answer;
  };
  const view = { current: '0.1.0', possible: false, source: null, lookedAt: null, available: null, staged: null };
  return {
    events,
    note: (line) => notes.push(line),
    openAddress: act('openAddress', { opened: true }),
    restart: () => void did.push('restart'),
    printing: { printers: act('printers', []), print: act('print', undefined) },
    saved: { save: act('save', null), remove: act('remove', undefined), show: act('show', undefined) },
    opened: { offerArguments: () => undefined, offer: () => undefined, isWaiting: () => false, take: act('take', null), choose: act('choose', null) },
    updates: { state: act('state', view), look: act('look', view), fetch: act('fetch', view), fromFile: act('fromFile', view), install: act('install', undefined) },
  };
}

function open(given: ShellParts): void {
  const { port1, port2 } = new MessageChannelMain();
  cut = serveShell(given)(port1);
  page = port2;
}

beforeEach(() => {
  [did, notes] = [[], []];
  events = createShellEvents(() => []);
  open(parts());
});

/** Sends a message as a page could and gives the answer; null when the port was closed instead. */
async function answerTo(message: unknown): Promise<{ readonly status: number; readonly code: string | null } | null> {
  return new Promise((resolve) => {
    page.raw.once('close', () => { resolve(null); });
    page.raw.once('message', (data: string) => {
      const { p } = JSON.parse(data) as { readonly p: { readonly s?: number; readonly b?: { readonly json?: { readonly code?: string } } } };
      resolve({ status: p.s ?? 200, code: p.b?.json?.code ?? null });
    });
    page.postMessage(message);
  });
}

function callOf(path: string, json: unknown, meta: unknown = []): string {
  return JSON.stringify({ i: '1', p: { u: path, b: { json, meta } } });
}

describe('the shell over its port', () => {
  it('knows its procedures: who adds one adds it here', () => {
    expect(paths).toEqual([
      '/about', '/events', '/restart', '/openAddress', '/printers', '/print', '/save', '/saved/remove', '/saved/show', '/files/choose', '/files/takeOpened',
      '/updates/state', '/updates/look', '/updates/fetch', '/updates/fromFile', '/updates/install',
    ]);
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['nothing', null],
    ['a number', 7],
    ['text', 'x'],
    ['a list', []],
    ['an empty object', {}],
    ['too much', { address: 'https://www.jmd-portal.de/', pdf: 'x', printer: 'x', copies: 1, file: 'x', name: 'x.pdf', id: '00000000-0000-4000-8000-000000000000', more: 1 }],
    ['wrong types', { address: 7, pdf: 7, printer: 7, copies: 'x', file: 7, name: 7, id: 7 }],
    ['names of a prototype', JSON.parse('{"__proto__":{"address":"https://www.jmd-portal.de/","polluted":1},"constructor":{"prototype":{"polluted":1}}}')],
  ];
  it.each(withInput.flatMap((path) => wrong.map(([what, input]) => [path, what, input] as const)))('%s refuses %s, and the port stays open', async (path, _, input) => {
    expect(await answerTo(callOf(path, input))).toEqual({ status: 400, code: 'BAD_REQUEST' });
    expect([page.closed, did, notes]).toEqual([false, [], []]);
    expect('polluted' in {}).toBe(false);
  });

  it.each(paths)('%s with 100 MB closes the port before anything is parsed', async (path) => {
    expect(await answerTo(callOf(path, 'x'.repeat(100_000_000)))).toBeNull();
    expect([did, notes]).toEqual([[], ['SHELL_MESSAGE_REFUSED']]);
  });

  it.each(paths)('%s by a message that is cut off closes the port', async (path) => {
    expect(await answerTo(callOf(path, {}).slice(0, -3))).toBeNull();
    expect([did, notes]).toEqual([[], ['SHELL_MESSAGE_REFUSED']]);
  });

  it.each(paths)('%s whose types lie about prototypes is refused without a trace', async (path) => {
    const answer = await answerTo(callOf(path, {}, [[0, '__proto__', 'polluted'], [4, 'constructor', 'prototype', 'polluted']]));
    expect([answer?.status, 'polluted' in {}]).toEqual([400, false]);
    expect(did).toEqual([]);
  });

  it.each(['/nothing', '/saved', '/saved/remove/more', '/toString', '/constructor', '/hasOwnProperty', '/updates/constructor'])('%s is not there, and the port stays open', async (path) => {
    expect((await answerTo(callOf(path, {})))?.status).toBe(404);
    expect([page.closed, did]).toEqual([false, []]);
  });

  it.each(['/__proto__', '/saved/__proto__', '//about', '/about?data={}', '/../about', 'about', 'https://example.org/about', ''])('%s is no name of a procedure and closes the port', async (path) => {
    expect(await answerTo(callOf(path, {}))).toBeNull();
    expect(did).toEqual([]);
  });

  it('takes files up to 50 MB, and closes the port for what is beyond its largest message', async () => {
    const client = clientOn(page);
    const half = new File([new Uint8Array(49_000_000)], 'Export.json', { type: 'application/json' });
    expect(await codeOf(client.save({ file: half, name: 'Export.json' }))).toBe('answered');
    expect(did).toEqual(['save object Export.json']);
    await answerTo(Buffer.alloc(maxShellMessageBytes + 1));
    await vi.waitFor(() => { expect(page.closed).toBe(true); });
  });

  it('refuses a paper that is no PDF, too large or too many', async () => {
    const client = clientOn(page);
    const pdf = new File(['%PDF-1.7'], 'Plan.pdf', { type: 'application/pdf' });
    const refused = [
      { pdf: new File(['<html>'], 'Plan.html', { type: 'text/html' }), printer: 'Büro', copies: 1 },
      { pdf: new File([new Uint8Array(20_000_001)], 'Plan.pdf', { type: 'application/pdf' }), printer: 'Büro', copies: 1 },
      { pdf, printer: '', copies: 1 },
      { pdf, printer: 'Büro', copies: 0 },
      { pdf, printer: 'Büro', copies: 10 },
      { pdf, printer: 'Büro', copies: 1.5 },
    ];
    for (const order of refused) expect(await codeOf(client.print(order))).toBe('BAD_REQUEST');
    expect(did).toEqual([]);
    await client.print({ pdf, printer: 'Büro', copies: 2 });
    expect(did).toEqual(['print object']);
  });

  it.each(['', '..', '.', '../x.pdf', 'a/b.pdf', 'a\\b.pdf', 'C:x.pdf', 'con.pdf', 'LPT1', 'a\u0000.pdf', 'a\u202Efdp.exe', 'a\n.pdf', ' a.pdf', 'a.pdf ', 'a.pdf.', 'a"b.pdf', 'a|b.pdf', 'a*.pdf', `${'x'.repeat(121)}`, '\uD800.pdf'])(
    'saves nothing under the name %j',
    async (name) => {
      expect(await codeOf(clientOn(page).save({ file: new File(['x'], 'x'), name }))).toBe('BAD_REQUEST');
      expect(did).toEqual([]);
    },
  );

  it('says a refusal by its code and nothing else, and notes a bug without its words', async () => {
    const given = parts();
    open({
      ...given,
      saved: { ...given.saved, remove: () => Promise.reject(new ShellError('SAVED_FILE_UNKNOWN')), show: () => Promise.reject(new TypeError('Amina Yıldız, /home/petra/Plan.pdf')) },
    });
    const client = clientOn(page);
    const id = '00000000-0000-4000-8000-000000000000';
    expect(await codeOf(client.saved.remove({ id }))).toBe('SAVED_FILE_UNKNOWN');
    expect(await codeOf(client.saved.show({ id }))).toBe('INTERNAL');
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^INTERNAL shell\.saved\.show TypeError /);
    expect(notes[0]).not.toMatch(/Amina|petra/);
  });

  it('hears nothing more from a load that was cut off', async () => {
    const client: ShellClient = clientOn(page);
    await client.about();
    cut();
    await vi.waitFor(() => { expect(page.closed).toBe(true); });
    page.postMessage(callOf('/restart', undefined));
    await new Promise((resolve) => setImmediate(resolve));
    expect(did).toEqual([]);
  });

  it('tells every listener what happens, in order, and a new one what is so already', async () => {
    events = createShellEvents(() => [{ kind: 'core', state: 'lost' }]);
    open(parts());
    const listener = await clientOn(page).events();
    expect((await listener.next()).value).toEqual({ kind: 'core', state: 'lost' });
    events.send({ kind: 'core', state: 'back' });
    events.send({ kind: 'command', command: 'lock' });
    expect([(await listener.next()).value, (await listener.next()).value]).toEqual([
      { kind: 'core', state: 'back' },
      { kind: 'command', command: 'lock' },
    ]);
  });

  it('stops telling when the load is cut off', async () => {
    const told: string[] = [];
    const listener = await clientOn(page).events();
    const hearing = (async () => {
      for await (const { kind } of listener) told.push(kind);
    })().catch(() => undefined);
    events.send({ kind: 'file_waiting' });
    await vi.waitFor(() => { expect(told).toEqual(['file_waiting']); });
    cut();
    events.send({ kind: 'file_waiting' });
    await hearing;
    expect(told).toEqual(['file_waiting']);
  });
});
