import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyCopyPaths, readKeyCopies } from '../../db/backup/key-copies.ts';
import type { OpenOffice } from '../../office/context.ts';
import { guardInBackground } from '../../office/safety/guard.ts';
import { inTurn } from '../../office/safety/state.ts';
import { password, readyOffice, type TestOffice } from './support/office.ts';

const patience = 240_000;
const meral = { login: 'meral', displayName: 'Meral Kaya', role: 'caseworker', password: 'Zehn Schwalben im Mai' } as const;

function openOf({ core }: TestOffice): OpenOffice {
  const { open } = core.context.session;
  if (open === null) throw new Error('the office is locked');
  return open;
}

/** Names of the slots in each copy; here and there. */
function slotsOf(backups: string): readonly (readonly string[])[] {
  return readKeyCopies(backups).map(({ folder }) => readdirSync(keyCopyPaths(folder).slots).sort());
}

describe('a way in that is taken', { timeout: patience }, () => {
  let office: TestOffice;
  let target: string;
  const live = (): readonly string[] => readdirSync(join(office.dir, 'slots')).sort();
  const there = (): string => join(target, readdirSync(target)[0] ?? '');
  const here = (): string => join(office.dir, 'backups');
  const removeMeral = async (): Promise<void> => {
    const found = (await office.client.access.accounts()).find(({ login }) => login === meral.login);
    if (found === undefined) throw new Error('no such account');
    await office.client.access.remove({ user: found.id });
    await inTurn(openOf(office), async () => undefined);
  };

  beforeEach(async () => {
    office = await readyOffice();
    target = mkdtempSync(`${office.dir}-second-`);
    await office.client.access.add(meral);
    await office.client.safety.setTarget({ folder: target });
    await office.client.safety.backupNow();
    await office.client.safety.backupNow();
    expect([...slotsOf(here()), ...slotsOf(there())]).toEqual([live(), live(), live(), live()]);
  }, patience);
  afterEach(async () => {
    await office.remove();
    rmSync(target, { recursive: true, force: true });
  });

  it('is gone from both copies here and at the second place at once', async () => {
    await removeMeral();
    expect(live()).toHaveLength(2);
    expect([...slotsOf(here()), ...slotsOf(there())]).toEqual([live(), live(), live(), live()]);
  });

  it('is owed while the second place is away, until the next unlock that reaches it', async () => {
    const away = `${target}-away`;
    renameSync(target, away);
    await removeMeral();
    renameSync(away, target);
    expect(slotsOf(there())[0]).toHaveLength(3);
    await office.core.lock();
    await office.client.session.unlock({ login: 'petra', password });
    await guardInBackground(office.core.context);
    expect([...slotsOf(here()), ...slotsOf(there())]).toEqual([live(), live(), live(), live()]);
  });
});
