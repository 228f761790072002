/**
 * The built program does its work in a folder from which no way up leads to this project's packages; and no path of this project is in its files
 * (package-check.test.ts): nothing of it is looked for in npm's packages or in the sources.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { MessagePortMain } from 'electron';
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startCoreHost, type CoreHost } from '../../electron/core-host.ts';
import type { CoreClient } from '../../office/core.ts';
import { amira, nordstadt, type TestOffice } from '../office/support/office.ts';
import { builtProgram } from '../electron/stand-in/built-program.ts';
import { readPdf } from '../support/pdf.ts';
import { MessageChannelMain, started } from './packed-processes.ts';

vi.mock('electron', async () => import('./packed-processes.ts'));

let far: string;
let host: CoreHost;
let client: CoreClient;
const notes: string[] = [];

beforeAll(async () => {
  far = await mkdtemp(join(tmpdir(), 'lotse-packed-'));
  await cp(builtProgram(), join(far, 'app'), { recursive: true });
  host = startCoreHost({
    folder: join(far, 'app'),
    args: ['--dir', join(far, 'office'), '--today', '2026-03-02'],
    note: (line) => notes.push(line),
    onState: (state) => notes.push(state),
  });
  const { port1, port2 } = new MessageChannelMain();
  client = createORPCClient<CoreClient>(new RPCLink({ port: port2 }));
  port2.start();
  host.handPort(port1 as unknown as MessagePortMain);
});

afterAll(async () => {
  await host.end();
  await rm(far, { recursive: true, force: true });
});

describe('the packed program, far from its sources', () => {
  it('sets an office up, which derives keys in a worker of its own', async () => {
    const { recoveryCode } = await client.session.initialise(nordstadt);
    await client.session.confirmRecovery({ code: recoveryCode });
    expect(await client.session.status()).toMatchObject({ phase: 'open' });
    expect(notes).toEqual([]);
  });

  it('prints a plan, with the typefaces and templates that lie beside it', async () => {
    const caseId = (await amira({ client } as TestOffice)).row.id;
    const { entry } = await client.cases.addEntry({ caseId, group: 'goal', parent: null });
    await client.cases.editText({ caseId, entry, field: 'goal.description', text: 'Ich will im Sommer B1 schaffen.', base: [] });
    const { pdf } = await client.plan.print({ caseId, language: 'de' });
    const { text, tagged } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect(text).toContain('Amira Haddad');
    expect(text).toContain('Ich will im Sommer B1 schaffen.');
    expect(tagged).toBe(true);
  });

  it('makes a backup in a worker, which opens it again and counts', async () => {
    const { backups } = await client.safety.backupNow();
    expect(backups.length).toBeGreaterThan(0);
    expect(notes).toEqual([]);
  });

  it('reaches the last line of main without waiting: schemes and sandbox are set before Electron is ready', () => {
    const script = `
      const { readFileSync } = require('node:fs'); const { SourceTextModule } = require('node:vm');
      const seen = new Set(); const waits = [];
      const look = (file) => {
        if (seen.has(file)) return;
        seen.add(file);
        const part = new SourceTextModule(readFileSync(file, 'utf8'));
        if (part.hasTopLevelAwait()) waits.push(file);
        for (const { specifier } of part.moduleRequests) if (specifier.startsWith('./')) look(specifier);
      };
      look('./main.mjs');
      console.log(JSON.stringify({ looked: seen.size > 1, waits }));`;
    const run = spawnSync(process.execPath, ['--no-warnings', '--experimental-vm-modules', '-e', script], { cwd: join(far, 'app'), encoding: 'utf8' });
    expect(JSON.parse(run.stdout)).toEqual({ looked: true, waits: [] });
  });

  it('starts nothing but the two programs beside it', () => {
    expect(new Set(started.map(({ modulePath }) => modulePath))).toEqual(new Set([join(far, 'app', 'core.mjs'), join(far, 'app', 'documents.mjs')]));
  });
});
