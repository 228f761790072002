/** A shielded person's card at the byte: on the desk before, nowhere behind the desk's key after, whenever the program ended in between. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { cp } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardSteps } from '../../db/erase/take-card-off.ts';
import { insideOf } from '../../db/open-store.ts';
import { casesContext, openContext } from '../../office/base.ts';
import { cardBodies } from '../../shared/cases/card-inside.ts';
import { shieldedField } from '../../shared/cases/case-right.ts';
import { parentsOnCard } from '../../shared/people/cautions.ts';
import { randomBytes } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { slotKeys } from '../faults/office-on-keys.ts';
import { bundleForNode } from '../support/bundle-for-node.ts';
import { scanFolder } from '../support/decrypting-scan.ts';
import { amira, answerAll, newColleague, newFolder, officeIn, officeKeys, readyOffice, unlockAgain, unlockAs, type Colleague, type TestOffice } from './support/office.ts';

const words = { name: 'Qamarzadeh-Brombeerwald', nameBefore: 'Xylophonbauerin-Tippfehler', phone: '0176999887766554', street: 'Pusteblumenwiesenpfad 4', guardian: 'Wackeldackel-Vormund', other: 'Leuchtturmnachbar' } as const;
const hers = [words.name, words.nameBefore, words.phone, words.street, words.guardian];

async function typed(office: TestOffice): Promise<RecordId> {
  const view = await answerAll(office, await amira(office), [
    { field: 'person.last_name', value: words.nameBefore },
    { field: 'person.last_name', value: words.name },
    { field: 'person.phone', value: words.phone },
    { field: 'person.street', value: words.street },
  ]);
  const caseId = view.row.id;
  const { entry } = await office.client.cases.addEntry({ caseId, group: 'guardian', parent: null });
  await office.client.cases.answer({ caseId, entry, field: 'guardian.name', value: words.guardian, base: [] });
  await answerAll(office, await amira(office), [{ field: 'person.last_name', value: words.other }]);
  return caseId;
}

/** Where words of hers lie for whoever has the key of the desk, as a clerk has. */
async function onTheDesk(dir: string): Promise<readonly string[]> {
  const { deskKey } = slotKeys(await officeKeys());
  const { finds } = scanFolder(dir, { deskKey, casesKey: randomBytes(32) }, [...hers, words.other]);
  expect(finds.map(({ canary }) => canary)).toContain(words.other);
  return finds.filter(({ canary }) => canary !== words.other).map(({ canary, place }) => `${place}: ${canary}`);
}

describe('shielding a file', () => {
  let office: TestOffice;
  let caseId: RecordId;
  beforeAll(async () => {
    office = await readyOffice();
    caseId = await typed(office);
    await office.client.safety.backupNow();
  });
  afterAll(async () => {
    await office.remove();
  });

  it('takes every word of the card off the desk, in dated backups too, and leaves the others', async () => {
    const before = await onTheDesk(office.dir);
    for (const word of hers) expect(before.some((place) => place.endsWith(word))).toBe(true);
    const was = await office.client.cases.open({ caseId });
    const { answers, entries } = await office.client.cases.shield({ caseId, shielded: true });
    expect(await onTheDesk(office.dir)).toEqual([]);
    const values = (view: typeof answers) => Object.fromEntries(Object.entries(view).map(([place, fields]) => [place, Object.fromEntries(Object.entries(fields).filter(([id]) => /^(person|guardian)\./.test(id)).map(([id, { heads }]) => [id, heads.map(({ value }) => value)]))]));
    expect(values(answers)).toEqual(values(was.answers));
    expect(entries).toEqual(was.entries);
    const { store } = openContext(office.core.context);
    expect(insideOf(store).keyrings.desk.find(caseId)).toBeUndefined();
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    expect((await office.client.search.everywhere({ text: words.other })).length).toBe(1);
  });

  it('stays so after a lock, and the file is whole', async () => {
    await unlockAgain(office);
    expect(await onTheDesk(office.dir)).toEqual([]);
    expect((await office.client.cases.open({ caseId })).row.name).toBe(`${words.name}, Amira`);
    const checked = await office.client.safety.check().catch(() => null);
    expect(office.log).toEqual([]);
    expect(checked?.check?.findings.filter(({ problem }) => problem !== null)).toEqual([]);
  });
});

describe('a file that is opened again', { timeout: 240_000 }, () => {
  const list = (view: CaseView) => Object.entries(view.answers).flatMap(([place, fields]) => Object.entries(fields).flatMap(([field, { heads }]) => (field === shieldedField || field === parentsOnCard ? [] : [[place, field, heads.map(({ value }) => value)]])));
  let office: TestOffice;
  let clerk: Colleague;
  let caseId: RecordId;
  beforeAll(async () => {
    office = await readyOffice();
    clerk = newColleague(office, 'Frau Krüger', 'admin_office');
    caseId = await typed(office);
    await office.client.cases.shield({ caseId, shielded: true });
    await answerAll(office, await office.client.cases.open({ caseId }), [
      { field: 'person.phone', value: '0511 4567890' },
      { field: 'consent.parents_may_be_informed', value: 'no' },
    ]);
  });
  afterAll(async () => { await office.remove(); });

  const found = async (by: TestOffice, text: string) => (await by.client.people.find({ text })).map(({ name, phone, cautions }) => [name, phone, cautions]);
  const whole = [[`${words.name}, Amira`, '0511 4567890', ['Eltern erfahren nichts']]];

  it('gives the card back to the desk, with what was written meanwhile, and whoever answers the phone finds her', async () => {
    const before = await office.client.cases.open({ caseId });
    const after = await office.client.cases.shield({ caseId, shielded: false });
    expect(list(after).sort()).toEqual(list(before).sort());
    expect(after.entries).toEqual(before.entries);
    await unlockAs(office, clerk);
    expect(await found(office, words.name)).toEqual(whole);
    await unlockAgain(office);
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    expect((await office.client.safety.check()).check?.findings.filter(({ problem }) => problem !== null)).toEqual([]);
    expect(office.log).toEqual([]);
  });

  it('is written on the card from then on, and the history of a field is whole', async () => {
    const view = await answerAll(office, await office.client.cases.open({ caseId }), [{ field: 'person.phone', value: '0511 1112233' }]);
    expect(view.answers['']?.['person.phone']?.heads.map(({ value }) => value)).toEqual(['0511 1112233']);
    expect((await found(office, words.name))[0]?.[1]).toBe('0511 1112233');
    const history = await office.client.cases.history({ caseId, entry: null, field: 'person.phone' });
    expect(new Set(history.map(({ value }) => value))).toEqual(new Set(['0511 1112233', '0511 4567890', words.phone]));
  });

  it('can be shielded again, with what the card says by now', async () => {
    const again = await office.client.cases.shield({ caseId, shielded: true });
    expect(again.answers['']?.['person.phone']?.heads.map(({ value }) => value)).toEqual(['0511 1112233']);
    expect(await onTheDesk(office.dir)).toEqual([]);
    expect(list(await office.client.cases.shield({ caseId, shielded: false })).sort()).toEqual(list(again).sort());
  });

  it('killed after any commit: the next start goes on, and nothing of the card is lost', async () => {
    const killer = await bundleForNode('test/office/kill-acting.ts', 'kill-unshield');
    const shielded = await office.client.cases.shield({ caseId, shielded: true });
    await office.core.lock();
    for (let last = 1; ; last += 1) {
      const dir = await newFolder();
      await cp(office.dir, dir, { recursive: true });
      fs.rmSync(`${dir}/lock`, { force: true });
      const copy = officeIn(dir);
      const run = spawnSync(process.execPath, [killer, dir, JSON.stringify(await officeKeys()), caseId, 'unshield', ` ${String(last)}`], { encoding: 'utf8' });
      fs.rmSync(`${dir}/lock`, { force: true });
      expect(run.stderr).toBe('');
      await unlockAgain(copy);
      const view = await copy.client.cases.open({ caseId });
      expect([last, list(view).sort()]).toEqual([last, list(shielded).sort()]);
      expect([last, await found(copy, words.name)]).toEqual([last, [[`${words.name}, Amira`, '0511 1112233', ['Eltern erfahren nichts']]]]);
      await unlockAs(copy, clerk);
      expect([last, (await found(copy, words.name)).length]).toEqual([last, 1]);
      expect(copy.log).toEqual([]);
      await copy.remove();
      if (run.signal === null) {
        expect(Number.parseInt(run.stdout, 10)).toBe(last - 1);
        expect(last).toBeGreaterThan(3);
        return;
      }
    }
  });
});

describe('killed while the card goes', { timeout: 240_000 }, () => {
  let killer: string;
  let template: TestOffice;
  let caseId: RecordId;
  beforeAll(async () => {
    killer = await bundleForNode('test/office/kill-acting.ts', 'kill-shield');
    template = await readyOffice();
    caseId = await typed(template);
    // The first of the two commits alone, as it stands when the program ends right behind it.
    const { store, cases } = casesContext(openContext(template.core.context));
    const actor = { user: store.user, device: store.device, at: '2026-03-02T09:00:00Z' };
    const card = store.desk.read((tx) => tx.histories.find(caseId));
    cases.write((tx) => {
      const file = tx.histories.find(caseId);
      if (card === undefined || file === undefined) throw new Error('no card');
      tx.histories.append(caseId, 'case', [...cardBodies(card, file), { type: 'answer', entry: null, field: shieldedField, value: true, base: [] }], actor);
      const row = tx.projections.findRow(caseId);
      if (row === undefined) throw new Error('no row');
      tx.projections.save(caseId, { row: { ...row, shielded: true }, dues: [], words: [], facts: {}, alike: null }, 'now');
    });
    await template.core.lock();
  }, 240_000);
  afterAll(async () => {
    await template.remove();
  });

  async function copied(): Promise<TestOffice> {
    const dir = await newFolder();
    await cp(template.dir, dir, { recursive: true });
    fs.rmSync(`${dir}/lock`, { force: true });
    return officeIn(dir);
  }

  it('between the two commits: the next start takes the card off', async () => {
    const office = await copied();
    expect((await onTheDesk(office.dir)).length).toBeGreaterThan(0);
    await unlockAgain(office);
    expect(office.log).toEqual([]);
    expect(await onTheDesk(office.dir)).toEqual([]);
    await office.remove();
  });

  it.each(cardSteps)('at "%s": the next start finishes it, and the file is whole', async (step) => {
    const office = await copied();
    const keys = JSON.stringify(await officeKeys());
    const run = spawnSync(process.execPath, [killer, office.dir, keys, caseId, 'take-off', step], { encoding: 'utf8' });
    expect([run.stdout, run.signal, run.stderr]).toEqual(['done\n', 'SIGKILL', '']);
    await unlockAgain(office);
    expect(office.log).toEqual([]);
    expect(await onTheDesk(office.dir)).toEqual([]);
    expect((await office.client.cases.open({ caseId })).row.name).toBe(`${words.name}, Amira`);
    expect((await office.client.audit.verify()).doors.map(({ brokenAt }) => brokenAt)).toEqual([null, null]);
    await office.remove();
  });
});
