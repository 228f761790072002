/** What an office does when a way in is lost, once with real files and real derivations. What works, works; what does not was said before. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyCopyPaths, readKeyCopies, writeKeyCopy } from '../../db/backup/key-copies.ts';
import { insideOf } from '../../db/open-store.ts';
import { findSlotOf } from '../../db/slots/slot-folder.ts';
import { errorTexts } from '../../shared/messages/errors.ts';
import type { UserId } from '../../shared/domain/ids.ts';
import { nobodyElseOpens, waysInAdvice, waysInGaps } from '../../shared/messages/ways-in.ts';
import { contentsOf } from '../db/folders.ts';
import { deriveInFull } from '../support/full-argon2.ts';
import { amira, codeOf, newFolder, nordstadt, officeIn, password, type TestOffice } from './support/office.ts';

// Once with the derivations as they are in an office.
deriveInFull();

const patience = 240_000;

describe('the drill', { timeout: patience }, () => {
  let office: TestOffice;
  let sheet: string;
  let petra: UserId;
  let petrasPassword: string = password;

  beforeAll(async () => {
    office = officeIn(await newFolder());
    sheet = (await office.client.session.initialise(nordstadt)).recoveryCode;
  }, patience);
  afterAll(async () => office.remove());

  const slots = (): string => join(office.dir, 'slots');
  const slotFileOf = (user: UserId): string => join(slots(), `${findSlotOf(office.dir, user)?.header.slotId ?? 'none'}.json`);
  /** A bad sector in the middle of what is sealed: whose file it is can still be read. */
  function damage(file: string): string {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/"sealed":"..../, '"sealed":"????'));
    return text;
  }
  const setAsideFiles = (): readonly string[] => {
    const folder = join(office.dir, 'set-aside');
    return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json')) : [];
  };

  it('before: no record is taken until the sheet was typed back, and a single way in is told to be one', async () => {
    expect(await codeOf(office.client.cases.create())).toBe('RECOVERY_NOT_CONFIRMED');
    expect(nobodyElseOpens).toMatch(/^Ohne Passwort und ohne Notfallblatt kann niemand die Akten öffnen/);
    const view = await office.client.session.confirmRecovery({ code: sheet });
    if (view.phase !== 'open') throw new Error(view.phase);
    petra = view.user.id;
    await amira(office);
    const [gap] = waysInGaps(await office.client.access.accounts(), true);
    expect(gap === undefined ? '' : waysInAdvice[gap].text).toBe('Nur eine Person kann Lotse hier entsperren.');
  });

  it('the password is forgotten: the Notfallblatt opens and sets a new one', async () => {
    await office.client.session.lock();
    petrasPassword = 'Ein Reiher im Schilf';
    expect(await office.client.session.recover({ code: sheet, login: 'petra', newPassword: petrasPassword })).toMatchObject({ phase: 'open' });
    expect((await office.client.cases.list({ mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 5 })).total).toBe(1);
  });

  it('the Notfallblatt is lost: the head makes another from the open office, and a found one opens nothing', async () => {
    const { access, session } = office.client;
    const { recoveryCode } = await access.replaceRecovery({ password: petrasPassword });
    await access.confirmReplacement({ code: recoveryCode });
    await session.lock();
    expect(await codeOf(session.recover({ code: sheet, login: 'petra', newPassword: petrasPassword }))).toBe('WRONG_RECOVERY_CODE');
    sheet = recoveryCode;
  });

  it('the slot is damaged: it is not called a wrong password, the Notfallblatt opens, and a new password repairs it', async () => {
    const { session } = office.client;
    const file = slotFileOf(petra);
    damage(file);
    const damaged = readFileSync(file, 'utf8');
    expect(await session.status()).toMatchObject({ phase: 'locked' });
    expect(await codeOf(session.unlock({ login: null, password: petrasPassword }))).toBe('SLOT_DAMAGED');
    expect(await session.recover({ code: sheet, login: 'petra', newPassword: petrasPassword })).toMatchObject({ phase: 'open' });
    const [aside] = setAsideFiles();
    expect(readFileSync(join(office.dir, 'set-aside', aside ?? 'none'), 'utf8')).toBe(damaged);
    await session.lock();
    expect(await session.status()).toMatchObject({ phase: 'locked', singleUser: true });
    expect(await session.unlock({ login: null, password: petrasPassword })).toMatchObject({ phase: 'open' });
  });

  it('a second head opens where the slot of the first is damaged, sets her a new password, and needs no sheet', async () => {
    const { access, session } = office.client;
    const jens = { login: 'jens', displayName: 'Jens Lindner', role: 'head', password: 'Ein Kahn auf der Weser' } as const;
    expect(waysInGaps(await access.add(jens), true)).toEqual([]);
    await session.lock();
    damage(slotFileOf(petra));
    expect(await codeOf(session.unlock({ login: 'petra', password: petrasPassword }))).toBe('SLOT_DAMAGED');
    await session.unlock({ login: 'jens', password: jens.password });
    expect((await access.accounts()).find(({ id }) => id === petra)).toMatchObject({ canUnlock: false });
    petrasPassword = 'Drei Möwen auf dem Deich';
    expect((await access.resetPassword({ user: petra, newPassword: petrasPassword })).find(({ id }) => id === petra)).toMatchObject({ canUnlock: true });
    await session.lock();
    await session.unlock({ login: 'petra', password: petrasPassword });
    const other = (await access.accounts()).find(({ login }) => login === 'jens');
    if (other === undefined) throw new Error('no second head');
    await access.remove({ user: other.id });
  });

  it('the slot file of the Notfallblatt is damaged: an open office makes a new sheet', async () => {
    const { access, session } = office.client;
    const recoverySlot = readdirSync(slots()).map((name) => join(slots(), name)).find((file) => readFileSync(file, 'utf8').includes('"kind":"recovery"'));
    damage(recoverySlot ?? 'none');
    const { recoveryCode } = await access.replaceRecovery({ password: petrasPassword });
    await access.confirmReplacement({ code: recoveryCode });
    sheet = recoveryCode;
    expect(readdirSync(slots())).toHaveLength(2);
    expect(setAsideFiles()).toHaveLength(3);
    await session.lock();
    await session.recover({ code: sheet, login: 'petra', newPassword: petrasPassword });
  });

  it('password, sheet and slot are gone: nothing opens, nothing is deleted, and the words say so', async () => {
    const { session } = office.client;
    const open = office.core.context.session.open;
    if (open === null) throw new Error('not open');
    mkdirSync(join(office.dir, 'backups'), { recursive: true });
    writeKeyCopy({ ...insideOf(open.store), dir: office.dir }, '2026-03-02T09:00:00Z');
    await session.lock();
    const file = slotFileOf(petra);
    const whole = damage(file);
    const { 'unlock-tries.json': _before, ...before } = contentsOf(office.dir);

    expect(await codeOf(session.unlock({ login: null, password: 'Ich weiß es nicht mehr' }))).toBe('SLOT_DAMAGED');
    expect(await codeOf(session.recover({ code: 'ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345', login: 'petra', newPassword: petrasPassword }))).toBe('WRONG_RECOVERY_CODE');
    expect(errorTexts.WRONG_RECOVERY_CODE.advice).toContain('kann niemand die Akten öffnen');
    expect(errorTexts.WRONG_RECOVERY_CODE.advice).toContain('nichts löschen');
    expect(errorTexts.SLOT_DAMAGED.advice).toContain('Kopie des Zugangs bei den Sicherungen');
    expect(await codeOf(session.initialise(nordstadt))).toBe('FOLDER_NOT_EMPTY');
    const { 'unlock-tries.json': _after, ...after } = contentsOf(office.dir);
    expect(after).toEqual(before);

    // What remains: the copy beside the backups. It brings the damaged file back, and opens with the same secrets and no other.
    const [copy] = readKeyCopies(join(office.dir, 'backups'));
    const kept = keyCopyPaths(copy?.folder ?? 'none').slots;
    const texts = readdirSync(kept).map((name) => readFileSync(join(kept, name), 'utf8'));
    expect(texts).toContain(whole);
    writeFileSync(file, whole);
    expect(await codeOf(session.unlock({ login: null, password: 'Ich weiß es nicht mehr' }))).toBe('WRONG_PASSWORD');
    expect(await session.unlock({ login: null, password: petrasPassword })).toMatchObject({ phase: 'open' });
  });
});
