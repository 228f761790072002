/** Reading the log: by role and day for the head, with names for two people only; nobody else, and never unseen. */
import fs from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../../office/base.ts';
import type { RecordId } from '../../../shared/domain/ids.ts';
import { logWords } from '../../../shared/rights/log-words.ts';
import { amira, codeOf, newColleague, readyOffice, unlockAgain, unlockAs, type TestOffice } from '../support/office.ts';

const jonas = { login: 'fink', displayName: 'Jonas Fink', role: 'caseworker', password: 'Sanddorn im Gegenwind' } as const;
const today = '2026-03-02' as never;
const period = { from: today, until: today } as const;
const reason = 'Verdacht auf unbefugten Zugriff';
let office: TestOffice;
let caseId: RecordId;
let number: string;

const deskLog = () => openContext(office.core.context).store.desk.read((tx) => tx.audit.read({ record: null, limit: 20 }));

beforeAll(async () => {
  office = await readyOffice();
  await office.client.access.add(jonas);
  const { row } = await amira(office);
  caseId = row.id;
  number = row.number;
  await unlockAs(office, newColleague(office, 'Selin'));
  for (let time = 0; time < 3; time++) await office.client.cases.open({ caseId });
  await unlockAgain(office);
});
afterAll(async () => {
  await office.remove();
});

describe('the log by role', () => {
  it('says who did what to which file on which day: the same once, without names and times', async () => {
    const { lines, notice } = await office.client.audit.read(period);
    expect(lines.filter(({ role, what }) => role === 'Fachkraft' && what === 'Akte angesehen')).toEqual([{ day: today, role: 'Fachkraft', what: 'Akte angesehen', number }]);
    expect(lines.some(({ what }) => what === 'Zugang angelegt')).toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/Selin|Petra|Jonas|\d\d:\d\d/);
    expect(notice).toContain('kein Mittel, Leistung oder Verhalten zu prüfen');
  });

  it('does not say when somebody comes and goes', async () => {
    const { lines } = await office.client.audit.read(period);
    expect(lines.filter(({ what }) => /sperrt|Vertretung/.test(what))).toEqual([]);
  });

  it('stands in the log itself', async () => {
    await office.client.audit.read(period);
    expect(deskLog()[0]).toMatchObject({ action: 'audit.read', details: { from: today, until: today } });
  });

  it('holds only the days that were asked for', async () => {
    expect((await office.client.audit.read({ from: '2026-02-01', until: '2026-03-01' })).lines).toEqual([]);
  });

  it('says that there is more than was asked for', async () => {
    const { lines, more } = await office.client.audit.read({ ...period, limit: 1 });
    expect([lines.length, more]).toEqual([1, true]);
  });
});

describe('the log with names', () => {
  const second = { login: jonas.login, password: jonas.password };

  it('is not opened by one person where there are two', async () => {
    expect(await codeOf(office.client.audit.readNames({ ...period, reason, second: null }))).toBe('AUDIT_NEEDS_SECOND_PERSON');
  });

  it('is not opened by the head twice, nor with a wrong password', async () => {
    expect(await codeOf(office.client.audit.readNames({ ...period, reason, second: { login: 'petra', password: 'Kranichzug am Morgen' } }))).toBe('AUDIT_NEEDS_SECOND_PERSON');
    expect(await codeOf(office.client.audit.readNames({ ...period, reason, second: { ...second, password: 'geraten' } }))).toBe('WRONG_PASSWORD');
    expect(deskLog().filter(({ action }) => action === 'audit.readNames')).toEqual([]);
  });

  it('needs a reason', async () => {
    expect(await codeOf(office.client.audit.readNames({ ...period, reason: ' ', second }))).toBe('BAD_REQUEST');
  });

  it('shows every line to two people, who stand in the log with the reason', async () => {
    const { lines } = await office.client.audit.readNames({ ...period, limit: 5_000, reason, second });
    expect(lines.filter(({ name, what }) => name === 'Selin' && what === 'Akte angesehen')).toHaveLength(3);
    expect(lines.find(({ what }) => what === 'Protokoll mit Namen gelesen')).toMatchObject({ name: 'Petra Amsel', number: null });
    const { staff } = (await office.client.session.status()) as unknown as { staff: { id: string; displayName: string }[] };
    const id = staff.find(({ displayName }) => displayName === 'Jonas Fink')?.id;
    expect(deskLog()[0]).toMatchObject({ action: 'audit.readNames', details: { reason, second: id } });
  });
});

it('is for nobody but the head', async () => {
  await unlockAs(office, newColleague(office, 'Mira'));
  expect(await codeOf(office.client.audit.read(period))).toBe('ROLE_NOT_ALLOWED');
  expect(await codeOf(office.client.audit.readNames({ ...period, reason, second: { login: jonas.login, password: jonas.password } }))).toBe('ROLE_NOT_ALLOWED');
  expect(await codeOf(office.client.rights.officerExtract(period))).toBe('ROLE_NOT_ALLOWED');
  await unlockAgain(office);
});

it('where nobody else has a way in, one person opens it, and the log says so', async () => {
  const alone = await readyOffice();
  const { lines } = await alone.client.audit.readNames({ ...period, reason, second: null });
  expect(lines.length).toBeGreaterThan(0);
  expect(openContext(alone.core.context).store.desk.read((tx) => tx.audit.read({ record: null, limit: 1 }))[0]).toMatchObject({ action: 'audit.readNames', details: { second: null } });
  await alone.remove();
});

it('has words for every act that writes a line', () => {
  const root = join(import.meta.dirname, '..', '..', '..');
  const files = ['office', 'db', 'shared'].flatMap((folder) => fs.readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => join(root, folder, file)));
  const actions = files.flatMap((file) => [...fs.readFileSync(file, 'utf8').matchAll(/action: ['`]([a-z_A-Z]+\.[a-zA-Z_]*)/g)].map(([, name]) => name ?? ''));
  expect(new Set(actions).size).toBeGreaterThan(50);
  expect([...new Set(actions)].filter((name) => logWords(name) === 'verarbeitet')).toEqual([]);
});

it('a copy that was looked at and not made is told as such', () => {
  expect(['rights.copyPreview', 'rights.copy', 'rights.copiedFile'].map(logWords)).toEqual([
    'Kopie der eigenen Daten vorbereitet, noch nicht erstellt',
    'Kopie der eigenen Daten erstellt',
    'Datei zur Kopie der eigenen Daten ausgegeben',
  ]);
});
