import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cliJson, runCli } from '../support/run-cli.ts';

const password = 'Kranichzug am Morgen';
const patience = 300_000;
const main = join(import.meta.dirname, '..', '..', 'cli', 'main.ts');

describe('accounts on the command line', { timeout: patience }, () => {
  let dir: string;
  let code: string;
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lotse-users-'));
    const made = await cliJson(['office', 'init', '--dir', dir, '--login', 'petra', '--training'], password);
    code = String(made['recoveryCode']);
    await cliJson(['recovery', 'confirm', '--dir', dir, '--code', code], password);
  }, patience);
  afterAll(async () => rm(dir, { recursive: true, force: true }));

  async function secret(text: string): Promise<string> {
    const file = join(dir, '..', `lotse-users-${String(process.pid)}.txt`);
    await writeFile(file, `${text}\n`);
    return file;
  }

  test('an account is made, listed, given a new password and taken away again', async () => {
    const file = await secret('Zehn Schwalben im Mai');
    const added = await cliJson(['users', 'add', 'meral', '--display-name', 'Meral Kaya', '--role', 'caseworker', '--new-password-file', file, '--dir', dir], password);
    expect(added).toMatchObject({ accounts: [{ login: 'meral', canUnlock: true, own: false }, { login: 'petra', own: true }], advice: ['ONE_HEAD'] });

    const refused = await runCli(['users', 'list', '--json', '--login', 'meral', '--dir', dir], 'Zehn Schwalben im Mai');
    expect([refused.exit, JSON.parse(refused.stdout)]).toMatchObject([1, { error: { code: 'ROLE_NOT_ALLOWED' } }]);

    await secret('Zwölf Schwalben im Juni');
    expect(await cliJson(['users', 'password', '--login', 'meral', '--new-password-file', file, '--dir', dir], 'Zehn Schwalben im Mai')).toEqual({ changed: true });
    const removed = await cliJson(['users', 'remove', 'MERAL', '--login', 'petra', '--dir', dir], password);
    expect(removed).toMatchObject({ accounts: [{ login: 'meral', canUnlock: false }, { login: 'petra' }], advice: ['ONE_ACCOUNT'] });
    await rm(file);
  });

  test('a short new password and an unknown role are wrong use, before anything is opened', async () => {
    const file = await secret('kurz');
    const short = await runCli(['users', 'password', '--new-password-file', file, '--dir', dir], password);
    const role = await runCli(['users', 'add', 'x.y', '--display-name', 'X', '--role', 'chef', '--new-password-file', file, '--dir', dir], password);
    const none = await runCli(['users', 'password', '--dir', dir], password);
    expect([short.exit, role.exit, none.exit]).toEqual([2, 2, 2]);
    await rm(file);
  });

  test('a new Notfallblatt shows its code and holds once that came back', async () => {
    const renewed = await renew(['recovery', 'renew', '--json', '--dir', dir], (shown) => shown);
    expect(renewed).toMatchObject({ exit: 0, stdout: '{"confirmed":true}\n' });
    expect(renewed.shown).not.toBe(code);
    const mistyped = await renew(['recovery', 'renew', '--json', '--dir', dir], () => code);
    expect([mistyped.exit, JSON.parse(mistyped.stdout)]).toMatchObject([1, { error: { code: 'WRONG_RECOVERY_CODE' } }]);
  });

  /** Types back what `answer` makes of the code on stderr. */
  function renew(args: readonly string[], answer: (shown: string) => string): Promise<{ exit: number | null; stdout: string; shown: string }> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, LOTSE_PASSWORD: password }, stdio: ['pipe', 'pipe', 'pipe'] });
      let [stdout, stderr, shown] = ['', '', ''];
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => {
        stderr += chunk.toString();
        const found = /\b([0-9A-Z]{4}-){6}[0-9A-Z]{4}\b/.exec(stderr)?.[0];
        if (shown !== '' || found === undefined) return;
        shown = found;
        child.stdin.end(`${answer(shown)}\n`);
      });
      child.on('error', reject);
      child.on('close', (exit) => { resolve({ exit, stdout, shown }); });
    });
  }
});
