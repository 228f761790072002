import { isContractProcedure } from '@orpc/contract';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as underWay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { readKeyCopies, keyCopyPaths, writeKeyCopy } from '../../db/backup/key-copies.ts';
import { addUser } from '../../db/store.ts';
import { actorOf } from '../../office/context.ts';
import { goOnWriting } from '../../office/session/open-store.ts';
import { sha256Hex, toBase64, toHex } from '../../shared/crypto/sodium.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { waysInGaps } from '../../shared/messages/ways-in.ts';
import { officeContract } from '../../shared/rpc/office.contract.ts';
import type { AccountView, SessionView } from '../../shared/rpc/session.views.ts';
import { contentsOf } from '../db/folders.ts';
import { amira, codeOf, newFolder, nordstadt, officeIn, password, readyOffice, type TestOffice } from './support/office.ts';

// Real derivations, a good part of a second each on a PC with nothing else to do.
const patience = 240_000;

function storeOf(office: TestOffice) {
  const { open } = office.core.context.session;
  if (open === null) throw new Error('not open');
  return open.store;
}

function actionsOf(office: TestOffice): readonly string[] {
  return storeOf(office).desk.read((tx) => tx.audit.read({ record: null, limit: 50 })).map(({ action }) => action);
}

const isDatabase = ([name]: readonly [string, string]): boolean => /\.db(-wal)?$|-head-\d$/.test(name) && !name.startsWith('backups');
/** By name: the hash of each file with something in it. Opening leaves empty logs beside the databases. */
const databasesOf = (dir: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(contentsOf(dir)).filter(isDatabase).filter(([, bytes]) => bytes !== '').map(([name, bytes]) => [name, sha256Hex(bytes)]));

describe('accounts', { timeout: patience }, () => {
  let office: TestOffice;
  let code: string;
  const meral = { login: 'meral', displayName: 'Meral Kaya', role: 'caseworker', password: 'Zehn Schwalben im Mai' } as const;
  const jens = { login: 'jens', displayName: 'Jens Lindner', role: 'head', password: 'Ein Kahn auf der Weser' } as const;
  const byLogin = (accounts: readonly AccountView[], login: string): AccountView => {
    const found = accounts.find((account) => account.login === login);
    if (found === undefined) throw new Error(login);
    return found;
  };

  beforeAll(async () => {
    office = officeIn(await newFolder());
    code = (await office.client.session.initialise(nordstadt)).recoveryCode;
  }, patience);
  afterAll(async () => office.remove());

  it('are not made before the Notfallblatt was typed back', async () => {
    expect(await codeOf(office.client.access.add(meral))).toBe('RECOVERY_NOT_CONFIRMED');
    expect(await codeOf(office.client.access.replaceRecovery({ password }))).toBe('RECOVERY_NOT_CONFIRMED');
    await office.client.session.confirmRecovery({ code });
  });

  it('are told to be too few as long as there is one, and one head', async () => {
    const accounts = await office.client.access.accounts();
    expect(accounts).toMatchObject([{ login: 'petra', displayName: 'Petra Amsel', role: 'head', canUnlock: true, own: true }]);
    expect(waysInGaps(accounts, true)).toEqual(['ONE_ACCOUNT']);
    expect(waysInGaps(accounts, false)).toEqual(['SHEET_NOT_CONFIRMED', 'ONE_ACCOUNT']);
    const two = await office.client.access.add(meral);
    expect(waysInGaps(two, true)).toEqual(['ONE_HEAD']);
    expect(waysInGaps(await office.client.access.add(jens), true)).toEqual([]);
  });

  it('are one per login, and everybody who has one unlocks with her own password', async () => {
    expect(await codeOf(office.client.access.add({ ...meral, login: ' MERAL' }))).toBe('LOGIN_TAKEN');
    await office.client.session.lock();
    expect(await office.client.session.status()).toMatchObject({ phase: 'locked', singleUser: false });
    expect(await office.client.session.unlock({ login: 'meral', password: meral.password })).toMatchObject({ user: { displayName: 'Meral Kaya', role: 'caseworker' } });
  });

  it('are the business of the head', async () => {
    const someone = UserId.parse('0'.repeat(32));
    const { access } = office.client;
    const answers = [
      access.accounts(),
      access.add({ ...meral, login: 'noch.eine' }),
      access.resetPassword({ user: someone, newPassword: 'p'.repeat(12) }),
      access.remove({ user: someone }),
      access.replaceRecovery({ password: meral.password }),
      access.confirmReplacement({ code }),
    ];
    for (const answer of answers) expect(await codeOf(answer)).toBe('ROLE_NOT_ALLOWED');
  });

  it('get a new password from the head, and the old one opens nothing', async () => {
    await office.client.session.lock();
    await office.client.session.unlock({ login: 'jens', password: jens.password });
    const { id } = byLogin(await office.client.access.accounts(), 'meral');
    const before = databasesOf(office.dir);
    await office.client.access.resetPassword({ user: id, newPassword: 'Zwölf Schwalben im Juni' });
    expect(Object.keys(databasesOf(office.dir))).toEqual(Object.keys(before));
    expect(actionsOf(office)).toContain('staff.password');
    await office.client.session.lock();
    expect(await codeOf(office.client.session.unlock({ login: 'meral', password: meral.password }))).toBe('WRONG_PASSWORD');
    await office.client.session.unlock({ login: 'meral', password: 'Zwölf Schwalben im Juni' });
  });

  it('are taken away: the way in goes, the name stays, and a new password gives it back', async () => {
    await office.client.session.lock();
    await office.client.session.unlock({ login: 'petra', password });
    const { access, session } = office.client;
    const { id } = byLogin(await access.accounts(), 'meral');
    const slots = readdirSync(join(office.dir, 'slots')).length;
    const after = await access.remove({ user: id });
    expect(byLogin(after, 'meral')).toMatchObject({ canUnlock: false, displayName: 'Meral Kaya' });
    expect(readdirSync(join(office.dir, 'slots'))).toHaveLength(slots - 1);
    expect(actionsOf(office)).toContain('staff.remove');
    const view = await session.status();
    expect(view.phase === 'open' && view.staff.map(({ displayName }) => displayName)).toContain('Meral Kaya');
    expect(await codeOf(access.remove({ user: UserId.parse('f'.repeat(32)) }))).toBe('ACCOUNT_UNKNOWN');
    await session.lock();
    expect(await codeOf(session.unlock({ login: 'meral', password: 'Zwölf Schwalben im Juni' }))).toBe('SLOT_MISSING');
  });

  it('never lose the last head, nor can somebody take away her own', async () => {
    const { access, session } = office.client;
    await session.unlock({ login: 'petra', password });
    const accounts = await access.accounts();
    expect(await codeOf(access.remove({ user: byLogin(accounts, 'petra').id }))).toBe('OWN_ACCOUNT');
    await access.remove({ user: byLogin(accounts, 'jens').id });

    // Whoever came in with the Notfallblatt and gave Meral a password is the head of the sheet, and has no working account of her own.
    await session.lock();
    await session.recover({ code, login: 'jens', newPassword: 'Ein Kahn auf der Leine' });
    const { own, id } = byLogin(await access.accounts(), 'jens');
    expect(own).toBe(false);
    expect(await codeOf(access.remove({ user: byLogin(await access.accounts(), 'petra').id }))).toBe('OWN_ACCOUNT');
    await access.remove({ user: id });
    expect(waysInGaps(await access.accounts(), true)).toEqual(['ONE_ACCOUNT']);
  });
});

describe("one's own password", { timeout: patience }, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice();
    await amira(office);
    mkdirSync(join(office.dir, 'backups'), { recursive: true });
    for (const _ of [1, 2]) writeKeyCopy({ ...insideOf(storeOf(office)), dir: office.dir }, '2026-03-02T09:00:00Z');
  }, patience);
  afterAll(async () => office.remove());

  it('changes in the slot alone: no database file is written, and the copies beside the backups follow', async () => {
    const times = (): Readonly<Record<string, number>> => Object.fromEntries(Object.keys(databasesOf(office.dir)).map((name) => [name, statSync(join(office.dir, name)).mtimeMs]));
    const [bytes, written] = [databasesOf(office.dir), times()];
    const slotOf = (dir: string): string => readdirSync(dir).map((name) => readFileSync(join(dir, name), 'utf8')).sort().join();
    const before = slotOf(join(office.dir, 'slots'));
    expect(await office.client.access.changePassword({ oldPassword: password, newPassword: 'Kraniche über dem Moor' })).toMatchObject({ phase: 'open' });
    expect(Object.keys(bytes).length).toBeGreaterThan(4);
    expect(databasesOf(office.dir)).toEqual(bytes);
    expect(times()).toEqual(written);
    const after = slotOf(join(office.dir, 'slots'));
    expect(after).not.toBe(before);
    const copies = readKeyCopies(join(office.dir, 'backups')).map(({ folder }) => slotOf(keyCopyPaths(folder).slots));
    expect(copies).toEqual([after, after]);
    await office.client.session.lock();
    expect(await codeOf(office.client.session.unlock({ login: null, password }))).toBe('WRONG_PASSWORD');
    await office.client.session.unlock({ login: null, password: 'Kraniche über dem Moor' });
  });

  it('needs the old one, and wrong ones wait like wrong ones at the lock', async () => {
    const { access, session } = office.client;
    const wrong = (): Promise<string> => codeOf(access.changePassword({ oldPassword: 'geraten', newPassword: 'p'.repeat(12) }));
    const answers = [await wrong(), await wrong(), await wrong(), await wrong(), await wrong()];
    expect(answers).toEqual(['WRONG_PASSWORD', 'WRONG_PASSWORD', 'WRONG_PASSWORD', 'WRONG_PASSWORD', 'UNLOCK_WAIT']);
    await expect(access.replaceRecovery({ password: 'Kraniche über dem Moor' })).rejects.toMatchObject({ code: 'UNLOCK_WAIT', data: { seconds: 1 } });
    expect(await session.lock()).toMatchObject({ phase: 'locked', waitSeconds: 1 });
    expect(await codeOf(session.unlock({ login: null, password: 'Kraniche über dem Moor' }))).toBe('UNLOCK_WAIT');
    expect(await codeOf(session.recover({ code: '0000', login: 'petra', newPassword: 'p'.repeat(12) }))).toBe('UNLOCK_WAIT');
    office.clock.now = new Date(office.clock.now.getTime() + 1_000);
    expect(await session.unlock({ login: null, password: 'Kraniche über dem Moor' })).toMatchObject({ phase: 'open' });
    expect(await session.lock()).toMatchObject({ waitSeconds: 0 });
  });
});

describe('another Notfallblatt', { timeout: patience }, () => {
  let office: TestOffice;
  let first: string;
  const newPassword = 'Ein Reiher im Schilf';
  let current: string = password;
  beforeAll(async () => {
    office = officeIn(await newFolder());
    first = (await office.client.session.initialise(nordstadt)).recoveryCode;
    await office.client.session.confirmRecovery({ code: first });
  }, patience);
  afterAll(async () => office.remove());
  afterEach(() => { office.clock.now = new Date(office.clock.now.getTime() + 120_000); });

  it('changes nothing on disk until its code was typed back, and is gone after a lock', async () => {
    const { access, session } = office.client;
    expect(await codeOf(access.confirmReplacement({ code: first }))).toBe('NO_REPLACEMENT');
    expect(await codeOf(access.replaceRecovery({ password: 'falsch' }))).toBe('WRONG_PASSWORD');
    const before = contentsOf(join(office.dir, 'slots'));
    const { recoveryCode } = await access.replaceRecovery({ password });
    expect(recoveryCode).not.toBe(first);
    expect(await codeOf(access.confirmReplacement({ code: first }))).toBe('WRONG_RECOVERY_CODE');
    expect(contentsOf(join(office.dir, 'slots'))).toEqual(before);
    await session.lock();
    await session.recover({ code: first, login: 'petra', newPassword: password });
    expect(await codeOf(access.confirmReplacement({ code: recoveryCode }))).toBe('NO_REPLACEMENT');
  });

  it('opens from then on, and the one before opens nothing', async () => {
    const { access, session } = office.client;
    const { recoveryCode } = await access.replaceRecovery({ password });
    expect(await access.confirmReplacement({ code: recoveryCode.toLowerCase() })).toMatchObject({ phase: 'open' });
    expect(actionsOf(office)).toContain('recovery.replace');
    await session.lock();
    expect(await codeOf(session.recover({ code: first, login: 'petra', newPassword }))).toBe('WRONG_RECOVERY_CODE');
    expect(await session.recover({ code: recoveryCode, login: 'petra', newPassword })).toMatchObject({ phase: 'open' });
    current = newPassword;
  });

  it('made while Lotse is locked in between is no sheet at all', async () => {
    const { access } = office.client;
    const before = contentsOf(join(office.dir, 'slots'));
    const making = codeOf(access.replaceRecovery({ password: current }));
    await underWay();
    await office.core.lock();
    expect(await making).toBe('LOCKED');
    expect(contentsOf(join(office.dir, 'slots'))).toEqual(before);
  });
});

describe('keys', { timeout: patience }, () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await readyOffice();
  }, patience);
  afterAll(async () => office.remove());

  it('are in no answer of any procedure', async () => {
    const { row } = await amira(office);
    const { keys } = insideOf(storeOf(office));
    const secrets = [keys.deskKey, keys.casesKey, keys.signingSeed].map((key) => {
      if (key === null) throw new Error('a head has all three');
      return [toHex(key), toBase64(key), [...key].join()];
    });
    const client = office.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
    const inputs: Readonly<Record<string, unknown>> = {
      'cases.list': { mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 },
      'cases.open': { caseId: row.id },
      'cases.export': { caseId: row.id },
      'cases.history': { caseId: row.id, entry: null, field: 'person.first_name' },
      'search.everywhere': { text: 'Amira' },
      'monitoring.preview': { deliveryId: delivery.id },
      'monitoring.ownCount': { year: 2026 },
      'access.add': { login: 'meral', displayName: 'Meral Kaya', role: 'caseworker', password: 'Zehn Schwalben im Mai' },
      'access.changePassword': { oldPassword: password, newPassword: 'Kraniche über dem Moor' },
    };
    const last = new Set(['session.lock', 'safety.restore', 'session.initialise', 'session.unlock', 'session.recover']);
    let answered = 0;
    for (const [group, procedures] of Object.entries(officeContract)) {
      for (const [name, procedure] of Object.entries(procedures)) {
        expect(isContractProcedure(procedure)).toBe(true);
        const path = `${group}.${name}`;
        if (last.has(path)) continue;
        const answer = await (client[group]?.[name]?.(inputs[path]) ?? Promise.reject(new Error(path))).catch((problem: unknown) => problem);
        if (!(answer instanceof Error)) answered += 1;
        const text = await textOf(answer);
        for (const forms of secrets) for (const form of forms) expect(`${path} ${text}`).not.toContain(form);
      }
    }
    expect(answered).toBeGreaterThan(15);
  });

  it('are not asked of the keyring of Windows or any other system: nothing but a password or the Notfallblatt opens', () => {
    const sources = ['db', 'office', 'shared', 'electron', 'renderer', 'cli', 'documents', 'package.json'].flatMap((name) => filesBelow(join(process.cwd(), name)));
    const uses = sources.filter((file) => /safeStorage|keytar|node-dpapi|libsecret|CryptProtectData|credential-?manager/i.test(readFileSync(file, 'utf8')));
    expect(sources.length).toBeGreaterThan(200);
    expect(uses).toEqual([]);
  });
});

/** Whatever an answer is: text, plain data, bytes, a file. */
async function textOf(answer: unknown): Promise<string> {
  if (answer instanceof Blob) return textOf(new Uint8Array(await answer.arrayBuffer()));
  if (answer instanceof Uint8Array) return `${new TextDecoder('latin1').decode(answer)} ${[...answer].join()}`;
  if (answer instanceof Error) return `${answer.message} ${JSON.stringify(answer)}`;
  if (Array.isArray(answer)) return (await Promise.all(answer.map(textOf))).join(' ');
  if (typeof answer === 'object' && answer !== null) return (await Promise.all(Object.values(answer).map(textOf))).join(' ');
  return String(answer);
}

function filesBelow(place: string): readonly string[] {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|svelte|js|mjs|cjs|json)$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

describe('files that are older than what was acknowledged', { timeout: patience }, () => {
  it('are read, nothing in them is written, and a way in can still be repaired', async () => {
    const office = await readyOffice();
    try {
      const { row } = await amira(office);
      await addUser(storeOf(office), { login: 'meral', displayName: 'Meral Kaya', role: 'caseworker', password: 'Zehn Schwalben im Mai' }, actorOf(storeOf(office), () => office.clock.now));
      await office.client.session.lock();
      const older = Object.entries(contentsOf(office.dir)).filter(([name]) => /^(desk|cases)(-keys)?\.db$/.test(name));
      await office.client.session.unlock({ login: 'petra', password });
      await office.client.cases.create();
      await office.client.session.lock();
      for (const [name, bytes] of older) {
        for (const side of ['-wal', '-shm']) rmSync(join(office.dir, `${name}${side}`), { force: true });
        writeFileSync(join(office.dir, name), Buffer.from(bytes, 'base64'));
      }
      const before = databasesOf(office.dir);

      const view: SessionView = await office.client.session.unlock({ login: 'petra', password });
      expect(view).toMatchObject({ phase: 'open', readOnly: true, notices: [{ code: 'STORE_READ_ONLY' }] });
      expect((await office.client.cases.open({ caseId: row.id })).row.name).toBe('Haddad, Amira');
      expect(await codeOf(office.client.cases.create())).toBe('STORE_READ_ONLY');
      const accounts = await office.client.access.accounts();
      const meral = accounts.find(({ login }) => login === 'meral');
      await office.client.access.resetPassword({ user: meral?.id ?? UserId.parse('0'.repeat(32)), newPassword: 'Zwölf Schwalben im Juni' });
      await office.client.session.lock();
      expect(databasesOf(office.dir)).toEqual(before);

      await office.client.session.unlock({ login: 'petra', password });
      const { open } = office.core.context.session;
      if (open === null) throw new Error('not open');
      open.store.acceptOlder(actorOf(open.store, () => office.clock.now));
      goOnWriting(office.core.context, open);
      expect(await office.client.session.status()).toMatchObject({ readOnly: false });
      await office.client.cases.create();
      await office.client.session.lock();
      expect(await office.client.session.unlock({ login: 'meral', password: 'Zwölf Schwalben im Juni' })).toMatchObject({ readOnly: false });
    } finally {
      await office.remove();
    }
  });
});
