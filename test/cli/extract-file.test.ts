import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nordstadt, password, readyOffice, type TestOffice } from '../office/support/office.ts';
import { startTinyServer, type TinyServer } from '../office/support/tiny-server.ts';
import { cliJson, runCli } from '../support/run-cli.ts';

describe('lotse extract file', () => {
  let office: TestOffice;
  let server: TinyServer;
  let out: string;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), 'lotse-meldung-'));
    server = await startTinyServer();
    server.approved = true;
    office = await readyOffice({ fetch: globalThis.fetch });
    await office.client.monitoring.connect({ url: server.url, code: 'MOEWE-12' });
    await office.client.monitoring.build({ year: 2026, half: null });
  });
  afterAll(async () => {
    await office.remove();
    await server.close();
    await rm(out, { recursive: true, force: true });
  });

  const at = (): string[] => ['--dir', office.dir, '--login', nordstadt.login];

  it('refuses what the Leitung has not approved', async () => {
    await office.core.lock();
    const run = await runCli(['extract', 'file', ...at(), '--json'], password);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'DELIVERY_NOT_APPROVED' } });
    expect(run.exit).toBe(1);
  });

  it('writes the bytes that are sent, byte for byte', async () => {
    await office.client.session.unlock({ login: nordstadt.login, password });
    const [delivery] = await office.client.monitoring.deliveries();
    if (delivery === undefined) throw new Error('nothing was built');
    const { sha256 } = await office.client.monitoring.approve({ deliveryId: delivery.id });
    const sent = Buffer.from(await (await office.client.monitoring.envelope({ deliveryId: delivery.id })).arrayBuffer());
    await office.core.lock();

    const file = join(out, 'Meldung.lotse-meldung');
    expect(await cliJson(['extract', 'file', delivery.id, '--out', file, ...at()], password)).toEqual({ file, bytes: sent.length, sha256 });
    expect(readFileSync(file)).toEqual(sent);
  });
});
