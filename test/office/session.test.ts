import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as underWay } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { amira, codeOf, newFolder, nordstadt, officeIn, password, readyOffice, type TestOffice } from './support/office.ts';

describe('the session', () => {
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
    expect(await session.lock()).toEqual({ phase: 'locked', singleUser: true, training: true });
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
});
