import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freezeSteps, freezeYears } from '../../db/erase/freeze-years.ts';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { clockOffice } from '../../office/clock/guard.ts';
import { anonymise } from '../../office/forgetting/anonymise.ts';
import { freezeFinalYears, freezeYear, yearsToFreeze } from '../../office/forgetting/freeze.ts';
import { keepTallyTotals } from '../../office/tally/totals.ts';
import { seedOffice } from '../../office/seed.ts';
import { addDays, IsoDay } from '../../shared/domain/day.ts';
import { newSigningKeys, randomId } from '../../shared/crypto/sodium.ts';
import { DeviceId, IntentId, type EntryId, type RecordId } from '../../shared/domain/ids.ts';
import type { Intent, SignedIntent } from '../../shared/history/intent.ts';
import { signedIntentBytes } from '../../shared/history/sign-intent.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, codeOf, officeIn, officeKeys, readyOffice, type TestOffice } from './support/office.ts';
import { openByKeys } from './support/office-template.ts';
import { startTinyServer, type TinyServer } from './support/tiny-server.ts';

/** Count keys of 2026 in a history. */
const countKeys = '"type":"setCountKeys","year":2026';

let office: TestOffice;
let server: TinyServer;
let template: string;
/** Of 2026, as they stood when the year was delivered. */
let rowIds: readonly Buffer[];
/** Kurzberatungen of 2026. */
let talks: readonly EntryId[];

const context = () => openContext(office.core.context);
const inCases = () => casesContext(context());
const files = () => inCases().cases.read((tx) => tx.histories.ids('case'));

/** Days that are lived one after the other: Lotse does nothing that cannot be undone on one it does not believe. */
function liveUntil(day: string): void {
  while (office.clock.day < day) {
    const next = addDays(office.clock.day, 20);
    office.clock.day = next < day ? next : IsoDay.parse(day);
    office.clock.now = new Date(`${office.clock.day}T09:00:00Z`);
    clockOffice(context());
  }
}

function doorKeys() {
  const { deskKey, casesKey } = insideOf(context().store).keys;
  return { deskKey: deskKey.slice(), casesKey: (casesKey ?? new Uint8Array()).slice() };
}

beforeAll(async () => {
  server = await startTinyServer();
  server.approved = true;
  office = await readyOffice({ fetch: globalThis.fetch });
  liveUntil('2026-11-30');
  await seedOffice(office.core, { cases: 12, year: 2026 });
  const [moved] = await office.client.tally.enter({ rows: [{ 'tally.gender': 'w', 'tally.topics': ['housing'], 'tally.minutes': 35 }, { 'tally.gender': 'm', 'tally.minutes': 15 }] });
  await office.client.tally.enter({ rows: [{ 'tally.day': '2025-12-30', 'tally.minutes': 5 }, { 'tally.minutes': 25 }] });
  const file = files().at(-1);
  if (moved === undefined || file === undefined) throw new Error('nothing was entered');
  await office.client.tally.moveToCase({ session: moved.session, entry: moved.entry, caseId: file });
  talks = (await office.client.tally.list({ from: IsoDay.parse('2026-01-01'), to: IsoDay.parse('2026-12-31') })).map(({ entry }) => entry);
  await office.client.monitoring.connect({ url: server.url, code: 'MOEWE-12' });
  liveUntil('2027-01-10');
  const { delivery } = await office.client.monitoring.build({ year: 2026, half: null });
  await office.client.monitoring.approve({ deliveryId: delivery.id });
  await office.client.monitoring.send();
  rowIds = insideOf(context().store).databases.cases?.prepare<[], Buffer>('SELECT row_id FROM monitoring_case_years WHERE year = 2026').pluck().all() ?? [];
  template = mkdtempSync(join(tmpdir(), 'lotse-freeze-'));
}, 120_000);
afterAll(async () => {
  await office.remove();
  await server.close();
  rmSync(template, { recursive: true, force: true });
});

describe('a reporting year', () => {
  it('is not final while it can be corrected, and cannot be frozen by command either', async () => {
    expect((await office.client.monitoring.deliveries()).map(({ state }) => state)).toEqual(['confirmed']);
    liveUntil('2027-02-15');
    expect(yearsToFreeze(context())).toEqual([]);
    expect(await codeOf(freezeYear(context(), 2026))).toBe('YEAR_NOT_FINAL');
    expect(await freezeFinalYears(context())).toEqual([]);
  });

  it('says the same bytes after a file of it was forgotten as before', async () => {
    const before = await office.client.monitoring.build({ year: 2026, half: null });
    const [first] = files();
    if (first === undefined) throw new Error('no case');
    const lines = await anonymise(context(), () => [first]);
    expect(lines.map(({ reason, removed }) => [reason, removed?.file])).toEqual([['retention', 1]]);
    expect(files()).not.toContain(first);
    const after = await office.client.monitoring.build({ year: 2026, half: null });
    expect([after.delivery.id, after.tables]).toEqual([before.delivery.id, before.tables]);
  });

  it('on a day that is not believed nothing of it goes', async () => {
    const { day } = office.clock;
    office.clock.day = IsoDay.parse('2031-01-01');
    expect(yearsToFreeze(context())).toEqual([2026]);
    expect(await freezeFinalYears(context())).toEqual([]);
    expect(await codeOf(freezeYear(context(), 2026))).toBe('CLOCK_DAY_UNTRUSTED');
    office.clock.day = day;
  });

  it('is frozen when it is final: what was delivered answers for it, no row and no count key of it is left in any file', async () => {
    liveUntil('2027-02-16');
    await office.client.safety.backupNow();
    const delivered = await office.client.monitoring.build({ year: 2026, half: null });
    const envelope = async (): Promise<string> => (await office.client.monitoring.envelope({ deliveryId: delivered.delivery.id })).text();
    const sent = await envelope();
    const total = delivered.tables.find(({ id }) => id === 'A1')?.cells[0]?.value;
    expect(rowIds).toHaveLength(12);
    const keys = doorKeys();
    const before = scanFolder(office.dir, keys, [...rowIds, Buffer.from(countKeys)]);
    expect(new Set(before.finds.map(({ canary }) => canary)).size).toBeGreaterThan(11);
    cpSync(office.dir, template, { recursive: true });
    const sums = { year: 2026, count: 2, minutes: 40, moved: talks.length - 2 };
    const talksBefore = await office.client.tally.summary({ year: 2026 });
    expect(new Set(scanFolder(office.dir, keys, talks).finds.map(({ canary }) => canary)).size).toBe(talks.length);

    expect(await freezeFinalYears(context())).toEqual([2026]);

    const rows = insideOf(context().store).databases.cases;
    const left = () => ['monitoring_case_years', 'fact_links'].map((table) => rows?.prepare(`SELECT count(*) FROM ${table} WHERE year = 2026`).pluck().get());
    expect(left()).toEqual([0, 0]);
    const after = scanFolder(office.dir, keys, [...rowIds, Buffer.from(countKeys)]);
    // Histories in dated backups hold their keys until these expire; rows were never in one.
    expect(after.finds.filter(({ place }) => !/^backups\/2\d{3}-.*: sealed intent$/.test(place))).toEqual([]);
    expect(after.finds.filter(({ canary }) => rowIds.some((id) => canary.endsWith(id.toString('hex').slice(0, 8))))).toEqual([]);
    expect(after.unread).toEqual([]);

    expect(scanFolder(office.dir, keys, talks).finds.filter(({ place }) => !/^backups\/2\d{3}-.*: sealed (intent|audit)$/.test(place))).toEqual([]);
    expect(await office.client.tally.list({ from: IsoDay.parse('2025-01-01'), to: IsoDay.parse('2026-12-31') })).toMatchObject([{ answers: { 'tally.day': '2025-12-30', 'tally.minutes': 5 } }]);
    expect([talksBefore, await office.client.tally.summary({ year: 2026 })]).toEqual([sums, { ...sums, frozen: true }]);

    const again = await office.client.monitoring.build({ year: 2026, half: null });
    expect([again.delivery.id, again.tables]).toEqual([delivered.delivery.id, delivered.tables]);
    expect(await envelope()).toBe(sent);
    expect(await office.client.monitoring.ownCount({ year: 2026 })).toMatchObject({ persons: total, tables: delivered.tables, frozen: true });
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    expect(await freezeFinalYears(context())).toEqual([]);
    await freezeYear(context(), 2026);
  }, 120_000);

  it('gets no row and no key any more, whatever is entered for it, while other years go on', async () => {
    const view = await amira(office);
    await answerAll(office, view, [{ field: 'case.support_form', value: 'counselling' }, { field: 'case.counselling_start', value: '2026-05-04' }]);
    const later = await answerAll(office, await amira(office), [{ field: 'case.first_interview_date', value: '2027-02-16' }]);
    const record = view.row.id;
    const keysOf = (id: RecordId) => Object.keys(inCases().cases.read((tx) => tx.histories.find(id))?.countKeys ?? {});
    expect([keysOf(record), keysOf(later.row.id)]).toEqual([[], ['2027']]);
    expect(inCases().cases.read((tx) => [...tx.facts.caseYears(2026)])).toEqual([]);
    expect((await office.client.monitoring.ownCount({ year: 2027 })).frozen).toBe(false);
  });

  it('takes no Kurzberatung any more, and says what to do instead', async () => {
    const entered = office.client.tally.enter({ rows: [{ 'tally.day': '2026-12-30' }] });
    await expect(entered).rejects.toMatchObject({ code: 'ANSWER_INVALID', data: { reason: expect.stringContaining('Das Jahr 2026 ist abgeschlossen') as string } });
    const [row] = await office.client.tally.enter({ rows: [{ 'tally.minutes': 5 }] });
    if (row === undefined) throw new Error('nothing was entered');
    expect(await codeOf(office.client.tally.change({ session: row.session, entry: row.entry, answers: { 'tally.day': '2026-12-30' } }))).toBe('ANSWER_INVALID');
  });

  it('takes no count keys of it from another PC either, and everything else of what that PC says', () => {
    const { cases } = inCases();
    const [record] = files();
    if (record === undefined) throw new Error('no case');
    const { store, actor } = context();
    const signed = ({ year, sequence }: { readonly year: number; readonly sequence: number }): SignedIntent => {
      const intent: Intent = { id: IntentId.parse(randomId()), record, kind: 'case', author: actor.user, device: otherPc, sequence, at: '2027-02-16T10:00:00Z', body: { type: 'setCountKeys', year, named: 1, sums: 2 } };
      return JSON.parse(new TextDecoder().decode(signedIntentBytes(otherKeys, intent))) as SignedIntent;
    };
    const otherPc = DeviceId.parse(randomId());
    const otherKeys = newSigningKeys();
    store.desk.write((tx) => { tx.devices.add({ id: otherPc, publicKey: otherKeys.publicKey, addedAt: '2027-02-16T09:00:00Z' }); });
    cases.write((tx) => tx.histories.merge([signed({ year: 2026, sequence: 1 }), signed({ year: 2031, sequence: 2 })]));
    const years = Object.keys(cases.read((tx) => tx.histories.find(record))?.countKeys ?? {});
    expect([years.includes('2026'), years.includes('2031')]).toEqual([false, true]);
  });

  it.each(freezeSteps)('interrupted after “%s” is frozen by the next call', async (last) => {
    const dir = mkdtempSync(join(tmpdir(), 'lotse-freeze-'));
    cpSync(template, dir, { recursive: true });
    const other = officeIn(dir, {}, { now: office.clock.now, day: IsoDay.parse('2027-02-16') });
    openByKeys(other, await officeKeys());
    const here = () => openContext(other.core.context);
    keepTallyTotals(here().store, [2026]);
    for (const step of freezeYears(here().store, [2026], here().actor)) if (step === last) break;
    await other.core.lock();
    openByKeys(other, await officeKeys());
    const expected = last === 'written down' ? [] : [2026];
    expect(await freezeFinalYears(here())).toEqual(expected);
    const { finds } = scanFolder(dir, doorKeys(), [...rowIds, ...talks, Buffer.from(countKeys)]);
    expect(finds.filter(({ place }) => !place.startsWith('backups/20'))).toEqual([]);
    expect(await other.client.tally.summary({ year: 2026 })).toEqual({ year: 2026, count: 2, minutes: 40, moved: talks.length - 2, frozen: true });
    expect((await other.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    await other.remove();
  }, 60_000);
});
