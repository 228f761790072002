/** Updates that must not be installed, from a server and from a stick: each is refused with its own code and nothing lies ready. */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { UpdateCode } from '../../../electron/updates/update-error.ts';
import { canonicalBytes, canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { manifestName } from '../../../shared/updates/manifest.ts';
import { bytesOf, content, installer, installerName, publisher, signed, signedText, stranger, textOf, type Content } from '../../shared/updates/publisher.ts';
import { newPc, refusalOf, type Pc } from './pc.ts';
import { fallSilent, hangUp, neverEnds, redirectTo, saysNothing, startFileServer, status, type Behaviour, type FileServer } from './server.ts';

let server: FileServer;
let pc: Pc;
let stick: string;

beforeAll(async () => {
  server = await startFileServer();
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  server.files.clear();
  server.behaviours.clear();
  pc = newPc(server.address);
  stick = mkdtempSync(join(tmpdir(), 'lotse-stick-'));
  pc.answers.choose = join(stick, manifestName);
});
afterEach(() => {
  pc.remove();
  rmSync(stick, { recursive: true, force: true });
});

/** Both on the server and on the stick; undefined: the file is missing. */
function publish(manifest: Uint8Array, file: Uint8Array | undefined = installer, name = installerName): void {
  server.files.set(manifestName, manifest);
  writeFileSync(join(stick, manifestName), manifest);
  if (file === undefined) return;
  server.files.set(name, file);
  writeFileSync(join(stick, name), file);
}

async function lookAndFetch(): Promise<void> {
  const updates = pc.start();
  await updates.look();
  await updates.fetch();
}

async function expectNothingReady(): Promise<void> {
  expect(pc.ready().filter((name) => name !== 'loading.part')).toEqual([]);
  expect(pc.ready()).toEqual([]);
  const updates = pc.start();
  expect((await updates.state()).staged).toBeNull();
  expect(await refusalOf(updates.install())).toBe('UPDATE_NOT_STAGED');
  expect(pc.done).toEqual([]);
}

const [file] = content().files;
if (file === undefined) throw new Error('no file');
const named = (name: string): Uint8Array => signed(content({ files: [{ ...file, name }] }));
const says = (changes: Partial<Content>): Uint8Array => signed(content(changes));
const other = installer.map((byte, at) => (at === 200_000 ? byte ^ 1 : byte));
const envelope = JSON.parse(textOf(signed())) as { signatures: object[] };

interface Refused {
  readonly name: string;
  readonly manifest?: Uint8Array;
  /** null: it is not there. */
  readonly file?: Uint8Array | null;
  readonly code: UpdateCode;
}

const corpus: readonly Refused[] = [
  { name: 'unsigned', manifest: canonicalBytes(content()), code: 'UPDATE_UNSIGNED' },
  { name: 'with its signature taken out', manifest: canonicalBytes({ ...envelope, signatures: [] }), code: 'UPDATE_UNSIGNED' },
  { name: 'signed by a key nobody here knows', manifest: signed(content(), stranger), code: 'UPDATE_KEY_UNKNOWN' },
  { name: 'signed by somebody else in the name of the publisher', manifest: signedText(canonicalJson(content()), { by: stranger, as: publisher }), code: 'UPDATE_SIGNATURE_INVALID' },
  { name: 'signed twice', manifest: canonicalBytes({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] }), code: 'UPDATE_MANIFEST_INVALID' },
  { name: 'with a key twice in its JSON', manifest: bytesOf(textOf(signed()).replace('{', '{"payload":"",')), code: 'UPDATE_MANIFEST_INVALID' },
  { name: 'described by half a manifest', manifest: signed().subarray(0, 300), code: 'UPDATE_MANIFEST_INVALID' },
  { name: 'described in a newer format', manifest: signed({ ...content(), format: 'lotse-update-2' }), code: 'UPDATE_FORMAT_NEWER' },
  { name: 'with quotes in a name', manifest: named('Lotse"1.4.0".exe'), code: 'UPDATE_NAME_INVALID' },
  { name: 'with percent signs in a name', manifest: named('Lotse-%TEMP%.exe'), code: 'UPDATE_NAME_INVALID' },
  { name: 'with a way to another folder as a name', manifest: named('../Lotse.exe'), code: 'UPDATE_NAME_INVALID' },
  { name: 'with the name of a device', manifest: named('nul.exe'), code: 'UPDATE_NAME_INVALID' },
  { name: 'older than what runs', manifest: says({ version: '1.3.1' }), code: 'UPDATE_OLDER' },
  { name: 'expired', manifest: says({ expires: '2026-11-22T08:00:00Z' }), code: 'UPDATE_EXPIRED' },
  { name: 'released in the future', manifest: says({ released: '2026-12-24' }), code: 'UPDATE_CLOCK_WRONG' },
  { name: 'too far from what runs', manifest: says({ minimum: '1.3.3' }), code: 'UPDATE_TOO_BIG_A_STEP' },
  { name: 'for other PCs', manifest: says({ files: [{ ...file, platform: 'win32-arm64' }] }), code: 'UPDATE_NOT_FOR_THIS_PC' },
  { name: 'truncated', file: installer.subarray(0, installer.length - 1), code: 'UPDATE_TRUNCATED' },
  { name: 'empty', file: new Uint8Array(), code: 'UPDATE_TRUNCATED' },
  { name: 'longer than signed', file: Uint8Array.from([...installer, 0]), code: 'UPDATE_HASH_MISMATCH' },
  { name: 'another file of the same length', file: other, code: 'UPDATE_HASH_MISMATCH' },
  { name: 'without its installer', file: null, code: 'UPDATE_FILE_MISSING' },
];

/** Waited for as long as the test has patience. */
const silent: readonly Behaviour[] = [saysNothing, fallSilent];

describe('an update from a server is refused', () => {
  it.each(corpus)('$name: $code', async ({ manifest = signed(), file: there = installer, code }) => {
    publish(manifest, there ?? undefined);
    if (there === null) server.files.delete(installerName);
    expect(await refusalOf(lookAndFetch())).toBe(code);
    await expectNothingReady();
  });

  it.each<[string, string, Behaviour, UpdateCode]>([
    ['the manifest is elsewhere now', manifestName, redirectTo('https://example.org/lotse-update.json'), 'UPDATE_REDIRECTED'],
    ['the manifest is elsewhere on the same server', manifestName, redirectTo('/other/lotse-update.json'), 'UPDATE_REDIRECTED'],
    ['the installer is elsewhere now', installerName, redirectTo('https://example.org/Lotse.exe'), 'UPDATE_REDIRECTED'],
    ['the manifest is not there', manifestName, status(404), 'UPDATE_UNREACHABLE'],
    ['the server is broken', manifestName, status(500), 'UPDATE_UNREACHABLE'],
    ['the server says nothing has changed', manifestName, status(304), 'UPDATE_UNREACHABLE'],
    ['the server says nothing', manifestName, saysNothing, 'UPDATE_UNREACHABLE'],
    ['the manifest breaks off', manifestName, hangUp, 'UPDATE_TRUNCATED'],
    ['the manifest never ends', manifestName, neverEnds, 'UPDATE_MANIFEST_INVALID'],
    ['the installer is refused to this PC', installerName, status(403), 'UPDATE_UNREACHABLE'],
    ['the installer breaks off', installerName, hangUp, 'UPDATE_TRUNCATED'],
    ['the installer falls silent', installerName, fallSilent, 'UPDATE_TOO_SLOW'],
    ['the installer never ends', installerName, neverEnds, 'UPDATE_HASH_MISMATCH'],
  ])('%s', async (_name, path, behaviour, code) => {
    publish(signed());
    server.behaviours.set(path, behaviour);
    const updates = pc.start(silent.includes(behaviour) ? { patienceMs: 2_000 } : {});
    expect(await refusalOf(updates.look().then(() => updates.fetch()))).toBe(code);
    await expectNothingReady();
  });

  it('whose server is not there', async () => {
    const gone = await startFileServer();
    await gone.close();
    pc.remove();
    pc = newPc(gone.address);
    expect(await refusalOf(lookAndFetch())).toBe('UPDATE_UNREACHABLE');
    await expectNothingReady();
  });

  it('in what Electron says where others hand out the redirect', async () => {
    const updates = pc.start({ fetch: async () => { throw new Error('Redirect was cancelled'); } });
    expect(await refusalOf(updates.look())).toBe('UPDATE_REDIRECTED');
  });
});

describe('an update from a stick is refused', () => {
  it.each(corpus)('$name: $code', async ({ manifest = signed(), file: there = installer, code }) => {
    publish(manifest, there ?? undefined);
    if (there === null) rmSync(join(stick, installerName));
    expect(await refusalOf(pc.start().fromFile())).toBe(code);
    await expectNothingReady();
  });

  it('that runs already', async () => {
    publish(says({ version: '1.3.2' }));
    expect(await refusalOf(pc.start().fromFile())).toBe('UPDATE_NOT_NEWER');
    await expectNothingReady();
  });

  it('whose installer only points to a file', async () => {
    publish(signed());
    rmSync(join(stick, installerName));
    writeFileSync(join(stick, 'elsewhere'), installer);
    symlinkSync(join(stick, 'elsewhere'), join(stick, installerName));
    expect(await refusalOf(pc.start().fromFile())).toBe('UPDATE_FILE_MISSING');
    await expectNothingReady();
  });

  it('whose manifest is a folder', async () => {
    pc.answers.choose = stick;
    expect(await refusalOf(pc.start().fromFile())).toBe('UPDATE_MANIFEST_INVALID');
  });

  it('that was pulled out', async () => {
    pc.answers.choose = join(stick, 'gone', manifestName);
    expect(await refusalOf(pc.start().fromFile())).toBe('UPDATE_DISK_ERROR');
  });
});
