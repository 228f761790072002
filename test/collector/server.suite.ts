import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newSigningKeys, toBase64 } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { ServerInfo } from '../../shared/envelopes/collector-api.ts';
import { connectOperator, operatorAt } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import type { CollectorOptions } from '../../collector/server.ts';
import { openStore } from '../../collector/storage/open-store.ts';
import type { LogLine } from '../../collector/http/frame.ts';
import { temporaryFolder } from './backends.ts';
import type { Place } from './backends.ts';
import { content, enrol, madeUpOffice, send, sign } from './made-up-office.ts';

export function serverSuite(here: () => Place, name: string): void {
  describe('the server', () => {
    const start = (change: Partial<CollectorOptions> = {}) =>
      startCollector({
        dataDir: here().folder.path,
        databaseUrl: here().databaseUrl,
        training: true,
        port: 0,
        host: '127.0.0.1',
        ...change,
      });
    const inStore = async <T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>) => {
      const store = await openStore(here().databaseUrl, join(here().folder.path, 'pglite'));
      try {
        return await work(store);
      } finally {
        await store.close();
      }
    };

    it('keeps everything over a restart, with a new token', async () => {
      const office = madeUpOffice();
      const first = await start();
      await enrol(first, office);
      const bytes = sign(office, content(first, office));
      const receipt = await send(first, bytes);
      const { count } = await connectOperator(here().folder.path).verifyReceipts();
      await first.close();

      const second = await start();
      try {
        expect(second.authority).toEqual(first.authority);
        expect(second.operatorToken).not.toBe(first.operatorToken);
        const again = await send(second, bytes);
        expect(again.status).toBe(200);
        expect(again.bytes).toEqual(receipt.bytes);
        expect(await connectOperator(here().folder.path).verifyReceipts()).toMatchObject({ count, firstBroken: null });
      } finally {
        await second.close();
      }
    });

    it('leaves key and token in files for its own user only, and takes the token away at the end', async () => {
      const server = await start();
      for (const name of ['authority.key', 'operator.token', 'server.json']) {
        expect(statSync(join(here().folder.path, name)).mode & 0o777).toBe(0o600);
      }
      await server.close();

      expect(() => connectOperator(here().folder.path)).toThrow(expect.objectContaining({ code: 'SERVER_NOT_RUNNING' }) as Error);
    });

    it('refuses a folder in which a server runs', async () => {
      const server = await start();
      await expect(start()).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
      await server.close();
    });

    it('never makes a new authority for a database that has one', async () => {
      const file = join(here().folder.path, 'authority.key');
      const kept = readFileSync(file);
      try {
        rmSync(file);
        await expect(start()).rejects.toMatchObject({ code: 'AUTHORITY_KEY_MISSING' });
        writeFileSync(file, kept.subarray(0, 20));
        await expect(start()).rejects.toMatchObject({ code: 'AUTHORITY_KEY_INVALID' });
        writeFileSync(file, toBase64(newSigningKeys().seed));
        await expect(start()).rejects.toMatchObject({ code: 'AUTHORITY_KEY_OTHER' });
      } finally {
        writeFileSync(file, kept);
      }
    });

    if (name !== 'PGlite')
      it('never opens a training database for real work', async () => {
        await expect(start({ training: false })).rejects.toMatchObject({ code: 'TRAINING_KEPT_APART' });
      });

    if (name !== 'PostgreSQL')
      it('is training on the embedded database, whatever was asked for', async () => {
        const server = await start({ training: false });
        const info = ServerInfo.parse(await (await fetch(`${server.url}/api/v1/server`)).json());
        await server.close();

        expect(info.training).toBe(true);
      });

    if (name !== 'PGlite')
      it('takes another day than the clock says in training only', async () => {
        const other = await here().createDatabase();
        using fresh = temporaryFolder();
        const asked = start({ dataDir: fresh.path, databaseUrl: other, training: false, today: IsoDay.parse('2026-12-31') });

        await expect(asked).rejects.toMatchObject({ code: 'TRAINING_KEPT_APART' });
      });

    it.each([
      ['change', sql`UPDATE receipts SET office_id = 'NI-0000'`],
      ['deletion', sql`DELETE FROM receipts`],
      ['emptying', sql`TRUNCATE receipts CASCADE`],
      ['change of a delivery', sql`UPDATE deliveries SET period = '2000'`],
    ])('forbids every %s in the log of receipts', async (_what, statement) => {
      await expect(inStore(({ db }) => db.execute(statement))).rejects.toMatchObject({
        cause: { message: expect.stringContaining('append-only') as string },
      });
    });

    it('finds a receipt that was changed behind its back', async () => {
      await inStore(async ({ db }) => {
        await db.execute(sql`ALTER TABLE receipts DISABLE TRIGGER receipts_append_only`);
        await db.execute(sql`UPDATE receipts SET envelope = set_byte(envelope, 40, get_byte(envelope, 40) # 1) WHERE number = 1`);
      });
      const server = await start();
      const state = await operatorAt(server.url, server.operatorToken).verifyReceipts();
      await server.close();

      expect(state.firstBroken).toBe(1);
    });

    it('asks for the token, with headers and without a cookie, on every page of the operator', async () => {
      const log: LogLine[] = [];
      const server = await start({ log: (line) => log.push(line) });
      try {
        for (const path of [
          'reports/deliveries',
          'reports/tables',
          'reports/table?table=A1&period=2026&by=federal',
          'operator/enrolments',
        ]) {
          for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: `Bearer ${'0'.repeat(64)}` }]) {
            const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: headers as Record<string, string> });
            expect(answer.status).toBe(401);
            expect(await answer.json()).toMatchObject({ code: 'UNAUTHORISED' });
            expect(answer.headers.get('set-cookie')).toBeNull();
            expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
            expect(answer.headers.get('cache-control')).toBe('no-store');
          }
        }
        expect(log[0]).toEqual({ method: 'GET', route: '/api/v1/reports/deliveries', status: 401, code: 'UNAUTHORISED' });
        expect(JSON.stringify(log)).not.toContain('Bearer');
      } finally {
        await server.close();
      }
    });

    it('serves the page it was given and nothing beside it', async () => {
      using pages = temporaryFolder();
      mkdirSync(join(pages.path, 'centre', 'assets'), { recursive: true });
      writeFileSync(join(pages.path, 'centre', 'index.html'), '<!doctype html><title>Lotse</title>');
      writeFileSync(join(pages.path, 'centre', 'assets', 'a-1.js'), '');
      writeFileSync(join(pages.path, 'secret.txt'), 'secret');
      const server = await start({ pageFolder: join(pages.path, 'centre') });
      try {
        const page = await fetch(`${server.url}/`);
        expect(page.url).toBe(`${server.url}/centre/`);
        expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect((await fetch(`${server.url}/centre/assets/a-1.js`)).headers.get('cache-control')).toContain('immutable');
        for (const path of ['/centre/..%2fsecret.txt', '/secret.txt', '/operator.token', '/centre/assets/']) {
          expect((await fetch(`${server.url}${path}`)).status, path).toBeGreaterThanOrEqual(400);
        }
      } finally {
        await server.close();
      }
    });

    it('asks who sends bad messages without end to wait', async () => {
      const still = Date.parse('2027-02-01T08:00:00Z');
      const server = await start({ clock: () => new Date(still) });
      try {
        const codes = [];
        for (let time = 0; time < 101; time += 1) codes.push((await send(server, new Uint8Array([123]))).code);
        expect(codes.slice(0, 100)).toEqual(Array(100).fill('JSON_MALFORMED'));
        expect(codes[100]).toBe('RATE_LIMITED');
      } finally {
        await server.close();
      }
    });

    it('leaves a database of a newer program as it is', async () => {
      await inStore(({ db }) => db.execute(sql`INSERT INTO schema_version (version) VALUES (9999)`));

      await expect(start()).rejects.toMatchObject({ code: 'SCHEMA_NEWER' });
    });
  });
}
