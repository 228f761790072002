import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as underWay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { createOffice } from '../../db/store.ts';
import { amira, codeOf, newFolder, nordstadt, officeIn, password, readyOffice, type TestOffice } from './support/office.ts';

// Real derivations, a good part of a second each on a PC with nothing else to do.
describe('the session', { timeout: 180_000 }, () => {
  const offices: TestOffice[] = [];
  const keep = (office: TestOffice): TestOffice => {
    offices.push(office);
    return office;
  };
  afterEach(async () => {
    for (const office of offices.splice(0)) await office.remove();
  });

  it('goes from an empty folder over the Notfallblatt to an open office', async () => {
    const office = keep(officeIn(await newFolder()));
    const { session } = office.client;
    expect(await session.status()).toEqual({ phase: 'empty' });

    const { recoveryCode } = await session.initialise(nordstadt);
    expect(await session.status()).toMatchObject({ phase: 'recovery_open', office: { id: 'NI-0417', training: true }, user: { role: 'head' } });
    expect(await codeOf(office.client.cases.create())).toBe('RECOVERY_NOT_CONFIRMED');
    expect(await codeOf(session.confirmRecovery({ code: 'AAAA-AAAA' }))).toBe('WRONG_RECOVERY_CODE');

    const typed = recoveryCode.toLowerCase().replaceAll('-', ' ');
    expect(await session.confirmRecovery({ code: typed })).toMatchObject({ phase: 'open', today: '2026-03-02' });
    await office.client.cases.create();
  });

  it('asks a single user for her password alone, and opens with the Notfallblatt where it is lost', async () => {
    const office = keep(officeIn(await newFolder()));
    const { session } = office.client;
    const { recoveryCode } = await session.initialise(nordstadt);
    await session.confirmRecovery({ code: recoveryCode });
    const made = await amira(office);
    expect(await session.lock()).toEqual({ phase: 'locked', singleUser: true, training: true, waitSeconds: 0 });
    expect(await codeOf(session.unlock({ login: null, password: 'Kranichzug am Abend' }))).toBe('WRONG_PASSWORD');
    expect(await session.status()).toMatchObject({ phase: 'locked' });
    expect(await session.unlock({ login: null, password })).toMatchObject({ phase: 'open' });

    await session.lock();
    const recovered = await session.recover({ code: recoveryCode, login: 'petra', newPassword: 'Ein Reiher im Schilf' });
    expect(recovered).toMatchObject({ phase: 'open' });
    expect((await office.client.cases.open({ caseId: made.row.id })).row.name).toBe('Haddad, Amira');
    await session.lock();
    expect(await codeOf(session.unlock({ login: null, password }))).toBe('WRONG_PASSWORD');
    expect(await session.unlock({ login: null, password: 'Ein Reiher im Schilf' })).toMatchObject({ phase: 'open' });
  });

  it('answers LOCKED to everything that needs an open office, and says until the next unlock why', async () => {
    const office = keep(await readyOffice());
    const { row } = await office.client.cases.create();
    await office.core.warn('LAUNCH_TOKEN_REUSED');
    expect(await office.client.session.status()).toMatchObject({ phase: 'locked', warning: 'LAUNCH_TOKEN_REUSED' });
    const calls = {
      'cases.list': office.client.cases.list({ mine: true, text: '', sort: 'name', descending: false, offset: 0, limit: 10 }),
      'cases.create': office.client.cases.create(),
      'cases.open': office.client.cases.open({ caseId: row.id }),
      'search.everywhere': office.client.search.everywhere({ text: 'a' }),
      'start.overview': office.client.start.overview(),
      'catalogue.current': office.client.catalogue.current(),
      'plan.print': office.client.plan.print({ caseId: row.id, language: 'de' }),
      'monitoring.deliveries': office.client.monitoring.deliveries(),
      'audit.verify': office.client.audit.verify(),
    };
    for (const [name, call] of Object.entries(calls)) expect(`${name} ${await codeOf(call)}`).toBe(`${name} LOCKED`);
    expect(await office.client.session.unlock({ login: null, password })).not.toHaveProperty('warning');
  });

  it('lets a second unlock and a look at the state wait for the first', async () => {
    const office = keep(await readyOffice());
    const { session } = office.client;
    await session.lock();
    const unlocks = [session.unlock({ login: null, password }), session.unlock({ login: null, password })];
    await underWay();
    expect((await session.status()).phase).toBe('open');
    expect((await Promise.all(unlocks)).map(({ phase }) => phase)).toEqual(['open', 'open']);

    await session.lock();
    const unlocking = session.unlock({ login: null, password });
    await underWay();
    await office.core.lock();
    await unlocking;
    expect((await session.status()).phase).toBe('locked');
  });

  it('says what keeps a folder from being used', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'lotse-office-'));
    await writeFile(join(dir, 'Steuer.pdf'), 'not ours');
    const office = officeIn(dir);
    expect(await office.client.session.status()).toMatchObject({ phase: 'unusable' });
    expect(await codeOf(office.client.session.initialise(nordstadt))).toBe('FOLDER_NOT_EMPTY');
    await rm(dir, { recursive: true, force: true });
  });

  it('refuses another day than the clock shows outside an Übungs-JMD', async () => {
    const office = keep(officeIn(await newFolder(), { fixedDay: true }));
    expect(await codeOf(office.client.session.initialise({ ...nordstadt, training: false }))).toBe('TODAY_NOT_ALLOWED');
    expect(await office.client.session.status()).toEqual({ phase: 'empty' });
  });

  it('locks even where the disk is too full to log it, and says so to the operator', async () => {
    const office = keep(await readyOffice());
    const open = office.core.context.session.open;
    if (open === null) throw new Error('not open');
    const { desk } = insideOf(open.store).databases;
    const pages = desk.pragma('page_count', { simple: true });
    desk.pragma(`max_page_count = ${String(pages)}`);
    const actor = { user: open.store.user, device: open.store.device, at: '2026-03-02T09:00:00Z' };
    // Until not one more line finds room.
    expect(() => {
      for (;;) open.store.desk.write((tx) => { tx.audit.write({ action: 'session.lock', record: null, details: {} }, actor); });
    }).toThrow('DISK_FULL');
    await office.core.lock();
    expect(await office.client.session.status()).toMatchObject({ phase: 'locked' });
    expect(() => open.store.desk.read((tx) => tx.staff.list())).toThrow();
    expect(office.log).toContain('LOCK_NOT_LOGGED DISK_FULL');
    expect(await office.client.session.unlock({ login: null, password })).toMatchObject({ phase: 'open' });
  });

  it('is empty again after a set-up that broke off before the office had its settings', async () => {
    const office = keep(officeIn(await newFolder()));
    const { login, displayName } = nordstadt;
    const broken = createOffice({
      dir: office.dir,
      login,
      displayName,
      password,
      training: true,
      at: '2026-03-02T09:00:00Z',
      initialise: () => { throw new Error('the power went'); },
    });
    await expect(broken).rejects.toThrow('the power went');
    expect(await office.client.session.status()).toEqual({ phase: 'empty' });
    await office.client.session.initialise(nordstadt);
    expect(await office.client.session.status()).toMatchObject({ phase: 'recovery_open' });
  });

  it('makes a new Notfallblatt while none was typed back, and the one before opens nothing', async () => {
    const office = keep(officeIn(await newFolder()));
    const { session } = office.client;
    const { recoveryCode: lost } = await session.initialise(nordstadt);
    await session.lock();
    expect(await codeOf(session.renewRecovery())).toBe('LOCKED');
    expect(await session.unlock({ login: null, password })).toMatchObject({ phase: 'recovery_open' });

    const { recoveryCode } = await session.renewRecovery();
    expect(recoveryCode).not.toBe(lost);
    expect(await codeOf(session.confirmRecovery({ code: lost }))).toBe('WRONG_RECOVERY_CODE');
    expect(await session.confirmRecovery({ code: recoveryCode })).toMatchObject({ phase: 'open' });
    expect(await codeOf(session.renewRecovery())).toBe('RECOVERY_ALREADY_CONFIRMED');

    await session.lock();
    expect(await codeOf(session.recover({ code: lost, login: 'petra', newPassword: 'Ein Reiher im Schilf' }))).toBe('WRONG_RECOVERY_CODE');
    expect(await session.recover({ code: recoveryCode, login: 'petra', newPassword: 'Ein Reiher im Schilf' })).toMatchObject({ phase: 'open' });
    const open = office.core.context.session.open;
    expect(open?.store.desk.read((tx) => tx.audit.read({ record: null, limit: 50 })).map(({ action }) => action)).toContain('recovery.renew');
  });

  it('never confirms a Notfallblatt that a new one replaces at the same moment', async () => {
    const office = keep(officeIn(await newFolder()));
    const { session } = office.client;
    const { recoveryCode: first } = await session.initialise(nordstadt);
    const confirming = codeOf(session.confirmRecovery({ code: first }));
    await underWay();
    const renewing = codeOf(session.renewRecovery());
    expect([await confirming, await renewing]).toEqual(['no error', 'RECOVERY_ALREADY_CONFIRMED']);
    await session.lock();
    expect(await session.recover({ code: first, login: 'petra', newPassword: 'Ein Reiher im Schilf' })).toMatchObject({ phase: 'open' });
  });
});
