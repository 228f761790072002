import fs from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/contract/store.ts';
import { derivedDigest } from '../../db/check/derived-digest.ts';
import { insideOf } from '../../db/open-store.ts';
import { backUp, isDue } from '../../office/safety/backup.ts';
import { guardInBackground } from '../../office/safety/guard.ts';
import type { OpenOffice } from '../../office/context.ts';
import type { SafetyView } from '../../shared/rpc/safety.views.ts';
import { amira, codeOf, password, readyOffice, type TestOffice } from './support/office.ts';

let made: TestOffice | null = null;
afterEach(async () => {
  await made?.remove();
  made = null;
});

async function office(): Promise<TestOffice> {
  made = await readyOffice();
  return made;
}

function openOf({ core }: TestOffice): OpenOffice {
  const { open } = core.context.session;
  if (open === null) throw new Error('the office is locked');
  return open;
}

async function noticesOf({ client }: TestOffice): Promise<readonly string[]> {
  const status = await client.session.status();
  return status.phase === 'open' ? status.notices.map(({ code }) => code) : ['not open'];
}

describe('backups of an office', () => {
  test('one is made in the background once a day, and nobody is asked', { timeout: 120_000 }, async () => {
    const here = await office();
    await guardInBackground(here.core.context);
    await guardInBackground(here.core.context);
    expect(await here.client.safety.backups()).toMatchObject([{ kind: 'daily', at: '2026-03-02T09:00:00Z', verifiedAt: '2026-03-02T09:00:00Z' }]);
    here.clock.now = new Date('2026-03-03T09:00:00Z');
    await guardInBackground(here.core.context);
    expect(await here.client.safety.backups()).toHaveLength(2);
  });

  test('a wrong clock makes one too many, not one too few', () => {
    const ofDay = (at: string) => [{ name: 'x', kind: 'daily' as const, at, bytes: 1, verifiedAt: at }];
    expect(isDue(ofDay('2099-01-01T08:00:00Z'), new Date('2026-03-02T09:00:00Z'))).toBe(true);
    expect(isDue(ofDay('2026-03-02T08:00:00Z'), new Date('2017-01-01T09:00:00Z'))).toBe(true);
    expect(isDue(ofDay('2026-03-02T08:00:00Z'), new Date('2026-03-02T09:00:00Z'))).toBe(false);
  });

  test('after seven days without one Lotse asks for it', async () => {
    const here = await office();
    await amira(here);
    expect(await noticesOf(here)).toEqual([]);
    here.clock.now = new Date('2026-03-10T09:30:00Z');
    expect(await noticesOf(here)).toEqual(['BACKUP_OVERDUE']);
    await here.client.safety.backupNow();
    expect(await noticesOf(here)).toEqual([]);
  });

  test('one that fails is said, and the work goes on', async () => {
    const here = await office();
    fs.writeFileSync(path.join(here.dir, 'backups'), 'no folder');
    expect(await codeOf(here.client.safety.backupNow())).toBe('BACKUP_FAILED');
    expect(await noticesOf(here)).toContain('BACKUP_FAILED');
    await amira(here);
  });

  test('are copied to a second place, with the keys in a folder of their own', async () => {
    const here = await office();
    const target = fs.mkdtempSync(`${here.dir}-second-`);
    expect(await codeOf(here.client.safety.setTarget({ folder: here.dir }))).toBe('TARGET_UNUSABLE');
    await here.client.safety.setTarget({ folder: target });
    await here.client.safety.backupNow();
    const [inside] = fs.readdirSync(target);
    expect(fs.readdirSync(path.join(target, inside ?? '')).sort()).toEqual(['2026-03-02T090000Z-manual', 'keys-0', 'keys-1', 'place.json']);
    fs.rmSync(target, { recursive: true });
    await backUp(here.core.context, openOf(here), 'manual');
    expect(await noticesOf(here)).toContain('TARGET_UNUSABLE');
  });

  test('that cannot go to the second place are good backups: only the place is named', async () => {
    const here = await office();
    const target = fs.mkdtempSync(`${here.dir}-second-`);
    await here.client.safety.setTarget({ folder: target });
    const [inside = ''] = fs.readdirSync(target);
    fs.rmSync(path.join(target, inside), { recursive: true });
    fs.writeFileSync(path.join(target, inside), 'no folder');
    expect((await backUp(here.core.context, openOf(here), 'manual')).verifiedAt).not.toBeNull();
    expect(await noticesOf(here)).toEqual(['TARGET_UNUSABLE']);
    fs.rmSync(target, { recursive: true });
  });

  test('bring the office back from damaged files, and the next unlock makes list and search anew', async () => {
    const here = await office();
    const view = await amira(here);
    await here.client.safety.backupNow();
    await here.core.lock();
    fs.writeFileSync(path.join(here.dir, 'cases.db'), '');
    const [backup] = await here.client.safety.backups();
    const report = await here.client.safety.restore({ backup: backup?.name ?? '', secret: { login: null, password } });
    expect(report).toMatchObject({ missing: { cases: 0 }, session: { phase: 'locked' } });
    await here.client.session.unlock({ login: null, password });
    const found = await here.client.search.everywhere({ text: 'haddad' });
    expect(JSON.stringify(found)).toContain(view.row.id);
  });
});

describe('a check', () => {
  test('of a sound office finds nothing', async () => {
    const here = await office();
    await amira(here);
    const { check } = await here.client.safety.check();
    expect(check?.findings.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(check?.findings.map(({ what }) => what)).toEqual(['place', 'files', 'pages', 'log', 'keys', 'histories', 'derived', 'search', 'backups']);
  });

  test('of an office that is read-only says what it found now, not what was kept before', async () => {
    const here = await office();
    await amira(here);
    await here.client.safety.check();
    await here.core.lock();
    const kept = fs.mkdtempSync(`${here.dir}-kept-`);
    for (const name of ['cases.db', 'cases-keys.db']) fs.cpSync(path.join(here.dir, name), path.join(kept, name));
    await here.client.session.unlock({ login: null, password });
    await amira(here);
    await here.core.lock();
    for (const name of ['cases.db', 'cases-keys.db']) fs.cpSync(path.join(kept, name), path.join(here.dir, name));
    fs.rmSync(kept, { recursive: true });
    await here.client.session.unlock({ login: null, password });
    here.clock.now = new Date('2026-03-02T10:00:00Z');
    const { check, missing } = await here.client.safety.check();
    expect(missing?.cases).toBeGreaterThan(0);
    expect(check?.at).toBe('2026-03-02T10:00:00Z');
    expect(check?.findings).toContainEqual({ what: 'files', problem: 'STORE_READ_ONLY', count: missing?.cases });
  });

  test('names the slot of the Notfallblatt, copies of keys and a newest backup that cannot be read, and opens by password without a login still', { timeout: 120_000 }, async () => {
    const here = await office();
    await amira(here);
    for (const _ of [1, 2]) await here.client.safety.backupNow();
    const problems = async () => (await here.client.safety.check()).check?.findings.filter(({ problem }) => problem !== null);
    expect(await problems()).toEqual([]);
    const copy = path.join(here.dir, 'backups', 'keys-1', 'cases-keys.db');
    const bytes = fs.readFileSync(copy);
    fs.writeFileSync(copy, bytes.fill(7, 0, 600));
    expect(await problems()).toEqual([{ what: 'keys', problem: 'KEY_COPY_DAMAGED', count: 1 }]);
    const [newest] = await here.client.safety.backups();
    fs.appendFileSync(path.join(here.dir, 'backups', newest?.name ?? '', 'cases.db'), 'x');
    const slots = path.join(here.dir, 'slots');
    const sheet = fs.readdirSync(slots).find((name) => fs.readFileSync(path.join(slots, name), 'utf8').includes('"kind":"recovery"'));
    fs.truncateSync(path.join(slots, sheet ?? ''), 0);
    expect(await problems()).toEqual([{ what: 'keys', problem: 'RECOVERY_SLOT_MISSING', count: 1 }, { what: 'backups', problem: 'BACKUP_DAMAGED', count: 1 }]);
    await here.core.lock();
    expect(await here.client.session.status()).toMatchObject({ phase: 'locked', singleUser: true });
    await here.client.session.unlock({ login: null, password });
  });

  describe('by somebody whose slot opens the desk only', () => {
    const uta = { login: 'uta', displayName: 'Uta Reiher', role: 'admin_office', password: 'Elf Kiebitze am Priel' } as const;
    const problemsOf = ({ check }: SafetyView) => check?.findings.filter(({ problem }) => problem !== null).map(({ what }) => what);

    async function clerkToo(): Promise<TestOffice> {
      const here = await office();
      await amira(here);
      await here.client.access.add(uta);
      return here;
    }

    async function unlockAs({ core, client }: TestOffice, login: string, secret: string): Promise<void> {
      await core.lock();
      await client.session.unlock({ login, password: secret });
    }

    test('says so, and says nothing about what was not looked at', { timeout: 120_000 }, async () => {
      const here = await clerkToo();
      expect((await here.client.safety.check()).check?.deskOnly).toBe(false);
      await unlockAs(here, 'uta', uta.password);
      const { check } = await here.client.safety.check();
      expect(check?.deskOnly).toBe(true);
      expect(check?.findings.map(({ what }) => what)).toEqual(['place', 'files', 'pages', 'log', 'keys', 'histories', 'derived', 'backups']);
    });

    test('never hides what a full one found', { timeout: 120_000 }, async () => {
      const here = await clerkToo();
      insideOf(openOf(here).store).databases.cases?.exec('DELETE FROM record_states');
      expect(problemsOf(await here.client.safety.check())).toEqual(['derived']);
      await unlockAs(here, 'uta', uta.password);
      expect(problemsOf(await here.client.safety.check())).toEqual([]);
      expect(problemsOf(await here.client.safety.overview())).toEqual(['derived']);
    });

    test('is shown when nothing else was looked at, and does not put off the full one of the week', { timeout: 120_000 }, async () => {
      const here = await clerkToo();
      await unlockAs(here, 'uta', uta.password);
      await guardInBackground(here.core.context);
      expect((await here.client.safety.overview()).check).toMatchObject({ at: '2026-03-02T09:00:00Z', deskOnly: true });
      here.clock.now = new Date('2026-03-02T11:00:00Z');
      await unlockAs(here, 'petra', password);
      await guardInBackground(here.core.context);
      expect((await here.client.safety.overview()).check).toMatchObject({ at: '2026-03-02T11:00:00Z', deskOnly: false });
    });

    test('tells everybody what it found, until a full one was made', { timeout: 120_000 }, async () => {
      const here = await clerkToo();
      await here.client.safety.check();
      await unlockAs(here, 'uta', uta.password);
      const slots = path.join(here.dir, 'slots');
      const sheet = path.join(slots, fs.readdirSync(slots).find((name) => fs.readFileSync(path.join(slots, name), 'utf8').includes('"kind":"recovery"')) ?? '');
      const whole = fs.readFileSync(sheet);
      fs.truncateSync(sheet, 0);
      await here.client.safety.check();
      fs.writeFileSync(sheet, whole);
      await unlockAs(here, 'petra', password);
      const told = await here.client.safety.overview();
      expect([problemsOf(told), told.check?.deskOnly]).toEqual([['keys'], true]);
      await here.client.safety.check();
      const since = await here.client.safety.overview();
      expect([problemsOf(since), since.check?.deskOnly]).toEqual([[], false]);
    });
  });

  test('while somebody saves calls nothing damaged', async () => {
    const here = await office();
    const view = await amira(here);
    for (let more = 0; more < 60; more += 1) await here.client.cases.create();
    let running = true;
    const looked = here.client.safety.check().finally(() => { running = false; });
    for (let turn = 0; running; turn += 1) {
      const text = `Wir rufen im Betrieb an (${String(turn)}).`;
      await here.client.cases.editText({ caseId: view.row.id, entry: null, field: 'integration_plan.jmd_contribution', text, base: [] });
      await setImmediate();
    }
    expect((await looked).check?.findings.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test('that a lock comes into ends as locked', async () => {
    const here = await office();
    await amira(here);
    const looked = codeOf(here.client.safety.check());
    await here.core.lock();
    expect(await looked).toBe('LOCKED');
    expect(here.log).toEqual([]);
  });

  /** What the next quiet moment would do. */
  function indexAll({ cases }: Store): void {
    cases?.write((tx) => tx.projections.settleWords(100));
  }

  test.each([
    ['a list row that says something else', "UPDATE case_rows SET name = 'Niemand'"],
    ['a folded state that is gone', 'DELETE FROM record_states'],
    ['dates that are gone', 'DELETE FROM case_texts'],
    ['a garbled index', "UPDATE case_words_data SET block = x'00'"],
  ])('names %s, and rebuilding makes it as it was', async (_, spoil) => {
    const here = await office();
    await amira(here);
    const { store } = openOf(here);
    indexAll(store);
    const before = derivedDigest(store);
    // SQLite's own guard of the shadow tables would keep even a test from it.
    insideOf(store).databases.cases?.unsafeMode(true).exec(spoil).unsafeMode(false);
    const { check } = await here.client.safety.check();
    expect(check?.findings.filter(({ problem }) => problem !== null).map(({ what }) => what)).not.toEqual([]);
    await here.client.safety.rebuild();
    expect(derivedDigest(store)).toEqual(before);
    const again = await here.client.safety.check();
    expect(again.check?.findings.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  test('an index and list that are gone altogether keep nobody out: the next unlock makes them anew', async () => {
    const here = await office();
    const view = await amira(here);
    const { store } = openOf(here);
    indexAll(store);
    const before = derivedDigest(store);
    insideOf(store).databases.cases?.exec('DROP TABLE case_words; DROP TABLE case_rows; DROP TABLE record_states');
    await here.core.lock();
    await here.client.session.unlock({ login: null, password });
    expect(derivedDigest(openOf(here).store)).toEqual(before);
    expect(JSON.stringify(await here.client.search.everywhere({ text: 'haddad' }))).toContain(view.row.id);
  });
});
