/** One record whose key is lost or whose history is damaged: everybody else's work goes on, and its number is said. */
import { afterEach, describe, expect, test } from 'vitest';
import { insideOf } from '../../db/open-store.ts';
import { writeSetting } from '../../office/session/settings.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { amira, readyOffice, unlockAgain, type TestOffice } from './support/office.ts';

let here: TestOffice;
afterEach(async () => { await here.remove(); });

/** Two cases; the first of them is spoilt and named stale, as the last case somebody touched is. */
async function officeWith(spoil: (inside: ReturnType<typeof insideOf>, record: RecordId) => void): Promise<void> {
  here = await readyOffice();
  const spoilt = (await amira(here)).row.id;
  await amira(here);
  const { open } = here.core.context.session;
  if (open === null) throw new Error('the office is locked');
  spoil(insideOf(open.store), spoilt);
  open.store.desk.write((tx) => { writeSetting(tx, 'stale', { records: [spoilt] }); });
}

async function damagedCount(): Promise<number | null | undefined> {
  const status = await here.client.session.status();
  return status.phase === 'open' ? status.notices.find(({ code }) => code === 'DATABASE_DAMAGED')?.count : undefined;
}

const listed = async (): Promise<number> =>
  (await here.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 10 })).total;

const ways = {
  'a lost key': ({ keyrings }, record) => void keyrings.cases?.db.prepare('DELETE FROM file_keys WHERE record = ?').run(record),
  'a lost key of its card': ({ keyrings }, record) => void keyrings.desk.db.prepare('DELETE FROM file_keys WHERE record = ?').run(record),
  'a damaged history': ({ databases }, record) =>
    void databases.cases?.prepare('UPDATE intents SET sealed = zeroblob(length(sealed)) WHERE position = (SELECT max(position) FROM intents WHERE record = ?)').run(record),
} satisfies Record<string, Parameters<typeof officeWith>[0]>;

describe.each(Object.entries(ways))('a case with %s', (_name, spoil) => {
  test('keeps nobody out, and is said at every unlock', { timeout: 120_000 }, async () => {
    await officeWith(spoil);
    await unlockAgain(here);
    expect(await damagedCount()).toBe(1);
    expect(await listed()).toBe(2);
    await unlockAgain(here);
    expect(await damagedCount()).toBe(1);
  });

  test('is left out when everything derived is made anew, and the others are there', { timeout: 120_000 }, async () => {
    await officeWith(spoil);
    await here.client.safety.rebuild();
    expect([await listed(), await damagedCount()]).toEqual([1, 1]);
    await unlockAgain(here);
    expect([await listed(), await damagedCount()]).toEqual([1, 1]);
  });

  test('is left out when a table was gone at the unlock', { timeout: 120_000 }, async () => {
    await officeWith(spoil);
    const { open } = here.core.context.session;
    if (open === null) throw new Error('the office is locked');
    insideOf(open.store).databases.cases?.exec('DROP TABLE record_states');
    insideOf(open.store).databases.desk.exec('DROP TABLE record_states');
    here.core.context.session.open = null;
    open.store.close();
    await unlockAgain(here);
    expect([await listed(), await damagedCount()]).toEqual([1, 1]);
  });
});
