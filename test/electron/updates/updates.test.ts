/** A good update on its way: looked for, loaded, laid ready, installed; and what may happen to it between these steps. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { renamePatiently } from '../../../electron/updates/atomic-file.ts';
import { sha256Hex, toBase64 } from '../../../shared/crypto/sodium.ts';
import { manifestName } from '../../../shared/updates/manifest.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import { content, installer, installerName, now, publisher, signed, stranger, successor } from '../../shared/updates/publisher.ts';
import { newPc, refusalOf, type Pc } from './pc.ts';
import { drips, hangUp, startFileServer, type FileServer } from './server.ts';

let server: FileServer;
let pc: Pc;

beforeAll(async () => {
  server = await startFileServer();
});
afterAll(async () => {
  await server.close();
});
beforeEach(() => {
  server.files.clear();
  server.behaviours.clear();
  server.asked.length = 0;
  server.files.set(manifestName, signed());
  server.files.set(installerName, installer);
  pc = newPc(server.address);
});
afterEach(() => {
  pc.remove();
});

const asked = () => server.asked.map(({ line }) => line);
const seenFile = () => join(pc.userData, 'updates.json');
const staged = (name = installerName) => join(pc.staging, name);
const view = { version: '1.4.0', released: '2026-11-20', bytes: installer.length, notes: content().notes };

async function layReady(): Promise<void> {
  const updates = pc.start();
  await updates.look();
  await updates.fetch();
}

/** A newer version on the server. */
function publishNext(version = '1.5.0'): Uint8Array {
  const next = installer.map((byte) => byte ^ 0xff);
  const name = `Lotse-${version}-x64.exe`;
  server.files.set(manifestName, signed(content({ version, released: '2026-11-21', files: [{ platform: 'win32-x64', name, bytes: next.length, sha256: sha256Hex(next) }] })));
  server.files.set(name, next);
  return next;
}

describe('a good update', () => {
  it('is looked for, loaded, laid ready and installed, each by a click of its own', async () => {
    const updates = pc.start();
    const before = { current: '1.3.2', possible: true, source: new URL(server.address).host, lookedAt: null, available: null, staged: null };
    expect(await updates.state()).toEqual(before);
    expect(asked()).toEqual([]);

    expect(await updates.look()).toEqual({ ...before, lookedAt: now.toISOString(), available: view });
    expect(asked()).toEqual(['GET /lotse/lotse-update.json']);
    expect(pc.ready()).toEqual([]);

    expect(await updates.fetch()).toEqual({ ...before, lookedAt: now.toISOString(), staged: view });
    expect(asked()).toEqual(['GET /lotse/lotse-update.json', `GET /lotse/${installerName}`]);
    expect(pc.ready()).toEqual([installerName, manifestName]);
    expect(new Uint8Array(readFileSync(staged()))).toEqual(installer);
    expect(pc.done).toEqual([]);

    await updates.install();
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?', 'core ended', `start ${staged()}`, 'quit']);
    // The installer may be refused or broken off when Lotse has ended and cannot say so.
    expect(pc.said[0]).toContain('Wird dort abgelehnt oder abgebrochen, ist nichts verändert: Starten Sie Lotse dann wieder wie gewohnt.');
  });

  it('comes from a stick by the same way', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'lotse-stick-'));
    writeFileSync(join(stick, manifestName), signed());
    writeFileSync(join(stick, installerName), installer);
    pc.answers.choose = join(stick, manifestName);
    const updates = pc.start({ operator: { keys: [toBase64(publisher.publicKey)], address: null, built: null } });
    expect(await updates.fromFile()).toMatchObject({ source: null, lookedAt: null, available: null, staged: view });
    rmSync(stick, { recursive: true });
    expect(asked()).toEqual([]);
    await updates.install();
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?', 'core ended', `start ${staged()}`, 'quit']);
  });

  it('from a stick that is not chosen changes nothing', async () => {
    expect(await pc.start().fromFile()).toMatchObject({ staged: null });
    expect(pc.ready()).toEqual([]);
  });

  it('may be signed by the key that follows', async () => {
    server.files.set(manifestName, signed(content(), successor));
    expect((await pc.start().look()).available).toEqual(view);
  });

  it('that runs already is nothing new', async () => {
    expect(await pc.start({ current: '1.4.0' }).look()).toMatchObject({ available: null, lookedAt: now.toISOString() });
  });

  it('is asked for without saying who asks', async () => {
    await layReady();
    for (const { headers } of server.asked) expect(Object.keys(headers).filter((name) => ['cookie', 'authorization', 'referer', 'origin'].includes(name))).toEqual([]);
  });

  it('is loaded once, however often somebody clicks', async () => {
    const updates = pc.start();
    await updates.look();
    const [first, second] = await Promise.allSettled([updates.fetch(), updates.fetch()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: { code: 'UPDATE_NOT_STAGED' } });
    expect(asked()).toHaveLength(2);
    expect((await updates.state()).staged).toEqual(view);
  });

  it('can be read by nobody else on this PC', async () => {
    await layReady();
    expect([pc.staging, staged(), seenFile()].map((file) => statSync(file).mode & 0o077)).toEqual([0, 0, 0]);
  });

  it('lies ready also after a restart, and no longer when it runs', async () => {
    await layReady();
    expect((await pc.start().state()).staged).toEqual(view);
    expect((await pc.start({ current: '1.4.0' }).state()).staged).toBeNull();
    expect(pc.ready()).toEqual([]);
  });

  it('makes room for the next one as soon as that is known', async () => {
    await layReady();
    publishNext();
    const updates = pc.start();
    expect(await updates.look()).toMatchObject({ available: { version: '1.5.0' }, staged: null });
    expect(pc.ready()).toEqual([]);
    expect(await updates.fetch()).toMatchObject({ available: null, staged: { version: '1.5.0' } });
    expect(pc.ready()).toEqual(['Lotse-1.5.0-x64.exe', manifestName]);
  });

  it('stays when the next one is too big a step', async () => {
    await layReady();
    server.files.set(manifestName, signed(content({ version: '1.5.0', minimum: '1.4.0' })));
    const updates = pc.start();
    expect(await refusalOf(updates.look())).toBe('UPDATE_TOO_BIG_A_STEP');
    expect((await updates.state()).staged).toEqual(view);
    await updates.install();
    expect(pc.done.at(-1)).toBe('quit');
  });

  it('stays when the same comes damaged a second time', async () => {
    const updates = pc.start();
    await updates.look();
    await updates.fetch();
    const stick = mkdtempSync(join(tmpdir(), 'lotse-stick-'));
    writeFileSync(join(stick, manifestName), signed());
    writeFileSync(join(stick, installerName), installer.subarray(1));
    pc.answers.choose = join(stick, manifestName);
    expect(await refusalOf(updates.fromFile())).toBe('UPDATE_TRUNCATED');
    rmSync(stick, { recursive: true });
    expect((await updates.state()).staged).toEqual(view);
    expect(pc.ready()).toEqual([installerName, manifestName]);
  });
});

describe('an update that was interrupted half-way', () => {
  it('is begun anew by the next click', async () => {
    const updates = pc.start();
    await updates.look();
    server.behaviours.set(installerName, hangUp);
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_TRUNCATED');
    expect(pc.ready()).toEqual([]);
    server.behaviours.clear();
    expect((await updates.fetch()).staged).toEqual(view);
  });

  it.each([['manifest', manifestName], ['installer', installerName]])('by a %s that comes drop by drop does not keep the stick waiting for ever', async (_name, dripping) => {
    const updates = pc.start({ patienceMs: 500 });
    await updates.state();
    if (dripping === installerName) await updates.look();
    server.behaviours.set(dripping, drips);
    const loading = refusalOf(dripping === installerName ? updates.fetch() : updates.look());
    const stick = mkdtempSync(join(tmpdir(), 'lotse-stick-'));
    writeFileSync(join(stick, manifestName), signed());
    writeFileSync(join(stick, installerName), installer);
    pc.answers.choose = join(stick, manifestName);
    expect((await updates.fromFile()).staged).toEqual(view);
    rmSync(stick, { recursive: true });
    expect(await loading).toBe('UPDATE_TOO_SLOW');
  });

  it('by a second program that loads the same never lies ready with the bytes of the other', async () => {
    const [first, second] = [pc.start(), pc.start()];
    await first.look();
    await second.look();
    const lines: { readonly finish: () => void }[] = [];
    server.behaviours.set(installerName, (_request, response, file = new Uint8Array()) => {
      const sent = lines.length === 0 ? file.length - 1 : 1_000;
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, sent), () => { lines.push({ finish: () => { response.end(file.subarray(sent)); } }); });
    });
    const one = refusalOf(first.fetch());
    await vi.waitFor(() => { expect(lines).toHaveLength(1); });
    const other = refusalOf(second.fetch());
    await vi.waitFor(() => { expect(lines).toHaveLength(2); });
    lines[0]?.finish();
    expect(await one).toBe('not refused');
    expect(new Uint8Array(readFileSync(staged()))).toEqual(installer);
    lines[1]?.finish();
    await other;
    expect(new Uint8Array(readFileSync(staged()))).toEqual(installer);
    expect(pc.ready()).toEqual([installerName, manifestName]);
  });

  it('by the end of the program leaves nothing that counts', async () => {
    mkdirSync(pc.staging);
    writeFileSync(join(pc.staging, 'loading.part'), installer.subarray(0, 1_000));
    writeFileSync(staged(), installer);
    const updates = pc.start();
    expect((await updates.state()).staged).toBeNull();
    expect(pc.ready()).toEqual([]);
    await updates.look();
    expect((await updates.fetch()).staged).toEqual(view);
  });
});

describe('a manifest that is replaced between looking and loading', () => {
  it('changes nothing: what was shown is loaded', async () => {
    const updates = pc.start();
    await updates.look();
    publishNext();
    expect((await updates.fetch()).staged).toEqual(view);
  });

  it('and undercut by a newer one from a stick is offered no longer, though the stick was damaged', async () => {
    const updates = pc.start();
    await updates.look();
    const stick = mkdtempSync(join(tmpdir(), 'lotse-stick-'));
    const next = publishNext();
    writeFileSync(join(stick, manifestName), server.files.get(manifestName) ?? '');
    writeFileSync(join(stick, 'Lotse-1.5.0-x64.exe'), next.subarray(1));
    pc.answers.choose = join(stick, manifestName);
    expect(await refusalOf(updates.fromFile())).toBe('UPDATE_TRUNCATED');
    rmSync(stick, { recursive: true });
    expect((await updates.state()).available).toBeNull();
  });

  it('together with the file under the same name is refused', async () => {
    const updates = pc.start();
    await updates.look();
    server.files.set(installerName, installer.map((byte) => byte ^ 0xff));
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_HASH_MISMATCH');
    expect(pc.ready()).toEqual([]);
  });

  it('and whose file is gone asks to look again', async () => {
    const updates = pc.start();
    await updates.look();
    server.files.delete(installerName);
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_FILE_MISSING');
  });

  it('after it has expired in front of the person is refused', async () => {
    const updates = pc.start();
    await updates.look();
    pc.clock = new Date('2027-04-01T00:00:00Z');
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_EXPIRED');
    expect(asked()).toHaveLength(1);
  });
});

describe('what lies ready', () => {
  it.each<[string, () => void, string]>([
    ['and was changed', () => { writeFileSync(staged(), installer.map((byte, at) => (at === 5 ? byte ^ 1 : byte))); }, 'UPDATE_HASH_MISMATCH'],
    ['and was cut', () => { writeFileSync(staged(), installer.subarray(0, 5)); }, 'UPDATE_HASH_MISMATCH'],
    ['and was taken away', () => { rmSync(staged()); }, 'UPDATE_HASH_MISMATCH'],
    ['whose manifest was taken away', () => { rmSync(staged(manifestName)); }, 'UPDATE_NOT_STAGED'],
    ['whose manifest a stranger signed', () => { writeFileSync(staged(manifestName), signed(content(), stranger)); }, 'UPDATE_KEY_UNKNOWN'],
    ['whose manifest is an older one of the publisher', () => { writeFileSync(staged(manifestName), signed(content({ version: '1.3.9' }))); }, 'UPDATE_OLDER'],
    ['for too long', () => { pc.clock = new Date('2027-04-01T00:00:00Z'); }, 'UPDATE_EXPIRED'],
  ])('%s is not installed', async (_name, change, code) => {
    const updates = pc.start();
    await updates.look();
    await updates.fetch();
    change();
    expect(await refusalOf(updates.install())).toBe(code);
    expect(pc.done).toEqual([]);
    expect(pc.ready()).toEqual([]);
    expect((await updates.state()).staged).toBeNull();
  });

  it('and is changed while the question stands there is not installed', async () => {
    await layReady();
    const updates = pc.start({
      dialog: {
        showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
        showMessageBox: async () => {
          writeFileSync(staged(), installer.map((byte) => byte ^ 1));
          return { response: 0 };
        },
      },
    });
    expect(await refusalOf(updates.install())).toBe('UPDATE_HASH_MISMATCH');
    expect(pc.done).toEqual([]);
  });

  it('and is exchanged for another one while the question stands there is not installed, though that is signed too', async () => {
    await layReady();
    const next = publishNext('1.4.7');
    const updates = pc.start({
      dialog: {
        showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
        showMessageBox: async ({ message }) => {
          pc.done.push(`ask ${message}`);
          writeFileSync(staged('Lotse-1.4.7-x64.exe'), next);
          writeFileSync(staged(manifestName), server.files.get(manifestName) ?? '');
          return { response: 0 };
        },
      },
    });
    expect(await refusalOf(updates.install())).toBe('UPDATE_EXCHANGED');
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?']);
    expect((await updates.state()).staged).toBeNull();
    expect(pc.ready()).toEqual([]);
  });

  it.each([
    ['with a later end', { expires: '2027-09-30T21:59:59Z' }],
    ['with a later day and a later end', { released: '2026-11-21', expires: '2027-09-30T21:59:59Z' }],
  ])('and is signed anew %s holds as long as that says, without being loaded again', async (_name, changes) => {
    await layReady();
    server.files.set(manifestName, signed(content(changes)));
    const updates = pc.start();
    expect(await updates.look()).toMatchObject({ available: null, staged: { version: '1.4.0' } });
    expect(asked().filter((line) => line.endsWith(installerName))).toHaveLength(1);
    pc.clock = new Date('2027-04-15T00:00:00Z');
    expect((await pc.start().state()).staged).toMatchObject({ version: '1.4.0' });
    await updates.install();
    expect(pc.done.at(-1)).toBe('quit');
  });

  it('and is signed anew under another name is another file', async () => {
    await layReady();
    const [file] = content().files;
    if (file === undefined) throw new Error('no file');
    server.files.set(manifestName, signed(content({ released: '2026-11-21', files: [{ ...file, name: 'Lotse-1.4.0-windows-x64.exe' }] })));
    expect(await pc.start().look()).toMatchObject({ available: { version: '1.4.0' }, staged: null });
  });

  it('is started with nothing beside it that it could load', async () => {
    const updates = pc.start();
    await updates.look();
    await updates.fetch();
    for (const name of ['version.dll', `${installerName}.local`]) writeFileSync(staged(name), 'MZ');
    await updates.install();
    expect(pc.done.at(-2)).toBe(`start ${staged()}`);
    expect(pc.ready()).toEqual([installerName, manifestName]);
  });

  it('is not installed when the person says no, and stays', async () => {
    await layReady();
    pc.answers.consent = false;
    const updates = pc.start();
    await updates.install();
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?']);
    expect((await updates.state()).staged).toEqual(view);
  });

  it('and which Windows does not start brings Lotse back', async () => {
    await layReady();
    pc.answers.opens = 'The operation was canceled by the user.';
    expect(await refusalOf(pc.start().install())).toBe('UPDATE_NOT_STARTED');
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?', 'core ended', `start ${staged()}`, 'ask Die Installation wurde nicht begonnen.', 'restart']);
    expect((await pc.start().state()).staged).toEqual(view);
  });

  it.each([
    ['linux-x64', 'deb', 'lotse_1.4.0_amd64.deb'],
    ['linux-x64', 'AppImage', 'Lotse-1.4.0-x64.AppImage'],
    ['darwin-arm64', 'dmg', 'Lotse-1.4.0-arm64.dmg'],
  ] as const)('on %s as %s is shown in its folder and started by nobody', async (platform, kind, name) => {
    server.files.set(manifestName, signed(content({ files: [{ platform, name, bytes: installer.length, sha256: sha256Hex(installer) }] })));
    server.files.set(name, installer);
    const updates = pc.start({ installedAs: { platform, kind } });
    await updates.look();
    await updates.fetch();
    await updates.install();
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?', 'core ended', `show ${staged(name)}`, 'ask Lotse 1.4.0 liegt bereit.', 'quit']);
    // Whatever the file manager shows: where the file lies was said.
    expect(pc.said.at(-1)).toContain(staged(name));
  });

  it('as an AppImage that is started where it was shown is not removed from under itself', async () => {
    const name = 'Lotse-1.4.0-x64.AppImage';
    server.files.set(manifestName, signed(content({ files: [{ platform: 'linux-x64', name, bytes: installer.length, sha256: sha256Hex(installer) }] })));
    server.files.set(name, installer);
    const as = { installedAs: { platform: 'linux-x64', kind: 'AppImage' } as const };
    const updates = pc.start(as);
    await updates.look();
    await updates.fetch();
    const running = pc.start({ ...as, current: '1.4.0', appImage: staged(name) });
    expect((await running.state()).staged).toBeNull();
    expect(pc.ready()).toContain(name);
    const next = Buffer.concat([installer, installer]);
    const nextName = 'Lotse-1.5.0-x64.AppImage';
    server.files.set(nextName, next);
    server.files.set(manifestName, signed(content({ version: '1.5.0', files: [{ platform: 'linux-x64', name: nextName, bytes: next.length, sha256: sha256Hex(next) }] })));
    await running.look();
    await running.fetch();
    await running.install();
    expect(pc.done.at(-1)).toBe('quit');
    expect(pc.ready()).toEqual([name, nextName, manifestName]);
  });

  it('and opening it ends in a failure brings Lotse back', async () => {
    await layReady();
    const updates = pc.start({ open: { openPath: async () => { throw new Error('no such thing'); }, showItemInFolder: () => undefined } });
    expect(await refusalOf(updates.install())).toBe('UPDATE_NOT_STARTED');
    expect(pc.done).toEqual(['ask Lotse 1.4.0 jetzt installieren?', 'core ended', 'ask Die Installation wurde nicht begonnen.', 'restart']);
  });

  it('is asked for in vain where nothing does', async () => {
    const updates = pc.start();
    expect(await refusalOf(updates.install())).toBe('UPDATE_NOT_STAGED');
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_NOT_STAGED');
    expect(asked()).toEqual([]);
  });
});

describe('the newest version this PC has seen', () => {
  it('is written down before anything lies ready', async () => {
    await pc.start().look();
    expect(JSON.parse(readFileSync(seenFile(), 'utf8'))).toEqual({ format: 'lotse-updates-seen-1', version: '1.4.0', released: '2026-11-20', key: keyIdOf(publisher.publicKey), lookedAt: now.toISOString() });
    expect(pc.ready()).toEqual([]);
  });

  it('that cannot be written down lets nothing lie ready', async () => {
    const updates = pc.start();
    await updates.state();
    rmSync(seenFile());
    mkdirSync(join(seenFile(), 'in the way'), { recursive: true });
    expect(await refusalOf(updates.look())).toBe('UPDATE_DISK_ERROR');
    expect((await updates.state()).available).toBeNull();
    expect(pc.ready()).toEqual([]);
  });

  it('is not undercut after an older Lotse was installed again', async () => {
    await pc.start({ current: '1.5.0' }).state();
    expect(await refusalOf(pc.start({ current: '1.3.2' }).look())).toBe('UPDATE_OLDER');
  });

  it('stays seen when only a manifest of it was looked at', async () => {
    publishNext();
    await pc.start().look();
    server.files.set(manifestName, signed());
    expect(await refusalOf(pc.start().look())).toBe('UPDATE_OLDER');
  });

  it('lets a version between be signed anew, without closing the way to the newest', async () => {
    const newest = signed(content({ version: '1.5.0', minimum: '1.4.0', released: '2026-06-01' }));
    server.files.set(manifestName, newest);
    expect(await refusalOf(pc.start().look())).toBe('UPDATE_TOO_BIG_A_STEP');
    server.files.set(manifestName, signed());
    await layReady();
    server.files.set(manifestName, newest);
    const updates = pc.start({ current: '1.4.0', installedAs: { platform: 'win32-x64', kind: 'exe' } });
    expect((await updates.look()).available).toMatchObject({ version: '1.5.0' });
  });

  it('counts no longer when a stolen key signed it and the program no longer knows that key', async () => {
    server.files.set(manifestName, signed(content({ version: '9999.9999.9999', released: '2026-11-22' })));
    await pc.start().look();
    server.files.set(manifestName, signed(content({ version: '1.4.1' }), successor));
    expect(await refusalOf(pc.start().look())).toBe('UPDATE_OLDER');
    const without = pc.start({ current: '1.4.0', operator: { keys: [toBase64(successor.publicKey)], address: server.address, built: null } });
    expect((await without.look()).available).toMatchObject({ version: '1.4.1' });
    expect(JSON.parse(readFileSync(seenFile(), 'utf8'))).toMatchObject({ version: '1.4.1', key: keyIdOf(successor.publicKey) });
  });

  it('is not waited for where something that never ends lies in its place', async () => {
    expect(spawnSync('mkfifo', [seenFile()]).status).toBe(0);
    expect(await pc.start().state()).toMatchObject({ current: '1.3.2' });
    expect(JSON.parse(readFileSync(seenFile(), 'utf8'))).toMatchObject({ version: '1.3.2' });
  });

  it('is not moved by a manifest that is refused', async () => {
    server.files.set(manifestName, signed(content({ version: '9.0.0', expires: '2026-11-21T00:00:00Z' })));
    expect(await refusalOf(pc.start().look())).toBe('UPDATE_EXPIRED');
    server.files.set(manifestName, signed(content({ version: '9.0.0' }), stranger));
    expect(await refusalOf(pc.start().look())).toBe('UPDATE_KEY_UNKNOWN');
    server.files.set(manifestName, signed());
    expect((await pc.start().look()).available).toEqual(view);
  });

  it.each([
    ['missing', null],
    ['empty', ''],
    ['half a file', '{"format":"lotse-updates-se'],
    ['of another form', '{"format":"lotse-updates-seen-2","version":"99.0.0"}'],
    ['a list', '[]'],
  ])('is begun anew when its file is %s; what runs is never undercut', async (_name, text) => {
    if (text !== null) writeFileSync(seenFile(), text);
    server.files.set(manifestName, signed(content({ version: '1.3.1' })));
    const updates = pc.start();
    expect(await refusalOf(updates.look())).toBe('UPDATE_OLDER');
    expect(pc.notes.includes('updates: what was seen cannot be read, begun anew')).toBe(text !== null);
    expect(JSON.parse(readFileSync(seenFile(), 'utf8'))).toMatchObject({ version: '1.3.2' });
    server.files.set(manifestName, signed());
    expect((await updates.look()).available).toEqual(view);
  });
});

describe('where nobody may publish', () => {
  it('there are no updates, and nobody is asked', async () => {
    const updates = pc.start({ operator: { keys: [], address: null, built: null } });
    expect(await updates.state()).toMatchObject({ possible: false, source: null, available: null, staged: null });
    for (const step of [updates.look(), updates.fetch(), updates.fromFile(), updates.install()]) expect(await refusalOf(step)).toBe('UPDATES_NOT_SET_UP');
  });

  it('an address without a key is not asked', async () => {
    const updates = pc.start({ operator: { keys: [], address: server.address, built: null } });
    expect(await updates.state()).toMatchObject({ possible: false, source: null });
    expect(await refusalOf(updates.look())).toBe('UPDATES_NOT_SET_UP');
    expect(asked()).toEqual([]);
  });

  it('to this PC over the network, a stick still may', async () => {
    const updates = pc.start({ operator: { keys: [toBase64(publisher.publicKey)], address: null, built: null } });
    expect(await updates.state()).toMatchObject({ possible: true, source: null });
    expect(await refusalOf(updates.look())).toBe('UPDATES_NOT_SET_UP');
  });
});

/** To the last byte. */
function fill(ballast: string): void {
  for (const piece of [1_000_000, 4_096]) {
    for (;;) {
      try {
        writeFileSync(ballast, new Uint8Array(piece), { flag: 'a' });
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') break;
        throw error;
      }
    }
  }
}

describe('a disk', () => {
  const small = mkdtempSync(join(tmpdir(), 'lotse-small-'));
  // Enough for small files, not for the room an installer needs.
  const mounted = process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'lotse-test', small]).status === 0;
  if (!mounted) console.log('skipped: a full disk, because only root on Linux may mount a small one');
  afterAll(() => {
    if (mounted) spawnSync('umount', ['-l', small]);
    rmSync(small, { recursive: true, force: true });
  });

  it.skipIf(!mounted)('without room for the installer and the work of the office loads nothing', async () => {
    writeFileSync(join(small, 'ballast'), new Uint8Array(6_000_000));
    const full = newPc(server.address, join(small));
    const updates = full.start();
    await updates.look();
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_DISK_FULL');
    expect(full.ready()).toEqual([]);
    expect(asked()).toHaveLength(1);
    rmSync(join(small, 'ballast'));
  });

  it.skipIf(!mounted)('that another program fills while it loads keeps nothing of it, and the rest stays usable', async () => {
    const full = newPc(server.address, join(small));
    server.behaviours.set(installerName, (_request, response, file = new Uint8Array()) => {
      response.writeHead(200, { 'content-length': file.length });
      response.write(file.subarray(0, 1_000), () => {
        fill(join(small, 'ballast'));
        response.end(file.subarray(1_000));
      });
    });
    const updates = full.start();
    await updates.look();
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_DISK_FULL');
    expect(full.ready()).toEqual([]);
    rmSync(join(small, 'ballast'));
    server.behaviours.clear();
    expect((await updates.fetch()).staged).toEqual(view);
  });

  const held = join(small, 'held');
  const holding = (work: () => Promise<void>) => async (): Promise<void> => {
    // Like a folder that another program has open on Windows: it cannot be removed.
    const place = join(pc.staging, 'held');
    mkdirSync(place, { recursive: true });
    expect(spawnSync('mount', ['--bind', small, place]).status).toBe(0);
    try {
      await work();
    } finally {
      spawnSync('umount', ['-l', place]);
    }
  };

  it.skipIf(!mounted)('that does not let go of something beside the update loads it all the same', holding(async () => {
    const updates = pc.start();
    await updates.look();
    expect((await updates.fetch()).staged).toEqual(view);
    expect((await pc.start().state()).staged).toEqual(view);
    expect(existsSync(held)).toBe(false);
  }));

  it.skipIf(!mounted)('that does not let go of something beside the update keeps it, says so, and installs when it is gone', async () => {
    const updates = pc.start();
    await updates.look();
    await updates.fetch();
    await holding(async () => {
      expect(await refusalOf(updates.install())).toBe('UPDATE_NOT_ALONE');
      expect(pc.done).toEqual([]);
      expect((await updates.state()).staged).toEqual(view);
    })();
    await updates.install();
    expect(pc.done.at(-1)).toBe('quit');
  });

  it('on which a folder has the name of the installer loads it all the same', async () => {
    const updates = pc.start();
    await updates.look();
    mkdirSync(join(staged(), 'in the way'), { recursive: true });
    expect((await updates.fetch()).staged).toEqual(view);
  });

  it('on which the folder of updates points elsewhere keeps what lies there', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lotse-elsewhere-'));
    writeFileSync(join(elsewhere, 'Akte.txt'), 'keep');
    symlinkSync(elsewhere, pc.staging);
    await layReady();
    expect(readdirSync(elsewhere)).toEqual(['Akte.txt']);
    expect(lstatSync(pc.staging).isDirectory()).toBe(true);
    rmSync(elsewhere, { recursive: true });
  });

  it('on which a file lies in the way of the folder says so', async () => {
    writeFileSync(pc.staging, 'no folder');
    const updates = pc.start();
    await updates.look();
    expect(await refusalOf(updates.fetch())).toBe('UPDATE_DISK_ERROR');
    expect(existsSync(staged())).toBe(false);
  });

  it('that a virus scanner holds for a moment is waited for', async () => {
    const [from, to] = [join(pc.userData, 'from'), join(pc.userData, 'to')];
    const tried: string[] = [];
    const held = async (): Promise<void> => {
      tried.push('rename');
      if (tried.length < 3) throw Object.assign(new Error('held'), { code: 'EPERM' });
    };
    await renamePatiently(from, to, held);
    expect(tried).toHaveLength(3);
    expect(await refusalOf(renamePatiently(from, to))).toBe('ENOENT');
  });
});
