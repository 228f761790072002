import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { cliJson, runCliProcess } from '../support/run-cli.ts';

const password = 'Leuchtturm-Nordheide';
const base = mkdtempSync(join(tmpdir(), 'lotse-cli-'));
const dir = join(base, 'jmd');
const at = ['--dir', dir];
afterAll(() => { rmSync(base, { recursive: true, force: true }); });

describe('backup and doctor', { timeout: 300_000 }, () => {
  it('make, list, verify, find the damage, bring back', async () => {
    await cliJson(['office', 'init', ...at, '--training'], password);
    const made = await cliJson(['backup', 'create', ...at], password);
    expect(made).toMatchObject({ kind: 'manual' });
    const name = String(made['name']);
    const listed = await cliJson(['backup', 'list', ...at]);
    expect(JSON.stringify(listed)).toContain(name);
    expect(await cliJson(['backup', 'verify', ...at, name], password)).toMatchObject({ name });
    expect(await cliJson(['doctor', ...at, '--repair'], password, runCliProcess)).toMatchObject({ complete: true, sound: true });

    // An older copy put back: what the check finds now counts, not what it wrote down when all was well.
    for (const name of ['desk.db', 'desk-keys.db']) cpSync(join(dir, name), join(base, name));
    expect(await cliJson(['doctor', ...at], password, runCliProcess)).toMatchObject({ sound: true });
    for (const name of ['desk.db', 'desk-keys.db']) {
      cpSync(join(dir, name), join(base, `today-${name}`));
      cpSync(join(base, name), join(dir, name));
    }
    const older = await runCliProcess(['doctor', ...at, '--json'], password);
    expect([older.exit, JSON.parse(older.stdout)]).toMatchObject([1, { error: { code: 'STORE_READ_ONLY' } }]);
    for (const name of ['desk.db', 'desk-keys.db']) cpSync(join(base, `today-${name}`), join(dir, name));
    expect(await cliJson(['doctor', ...at], password, runCliProcess)).toMatchObject({ complete: true, sound: true });

    rmSync(join(dir, 'cases.db'));
    const outside = await runCliProcess(['doctor', ...at, '--json']);
    expect(outside.exit).toBe(1);
    expect(JSON.parse(outside.stdout)).toMatchObject({ error: { code: 'DATABASE_MISSING' } });
    writeFileSync(join(dir, 'cases.db'), '');
    expect(await cliJson(['backup', 'restore', ...at, name], password)).toMatchObject({ backup: { name } });
    expect(await cliJson(['doctor', ...at], password, runCliProcess)).toMatchObject({ complete: true, sound: true });
  });
});
