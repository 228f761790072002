/**
 * A throw-away PostgreSQL cluster out of the binaries of this machine: own folder, unix socket only, gone afterwards.
 *
 * PostgreSQL refuses to run as root; there it runs as `postgres` or `nobody`, and the folder is theirs.
 */
import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export interface ThrowAwayPostgres {
  /** A connection URL to a fresh empty database. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const debianFolder = '/usr/lib/postgresql';

/** Folder of `initdb` and `postgres`, newest version first; null when this machine has none of 15 or newer. */
export function findPostgres(): string | null {
  if (!existsSync(debianFolder)) return null;
  const versions = readdirSync(debianFolder)
    .filter((name) => Number(name) >= 15)
    .sort((a, b) => Number(b) - Number(a));
  const folders = versions.map((version) => join(debianFolder, version, 'bin'));
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
}

/** Why tests on PostgreSQL cannot run here; null when they can. */
export function whyNoPostgres(): string | null {
  if (findPostgres() === null) return `no PostgreSQL 15 or newer in ${debianFolder} (apt-get install postgresql)`;
  if (process.getuid?.() === 0 && unprivileged() === null)
    return 'running as root and there is neither a user postgres nor nobody';
  return null;
}

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** Whom to run as; undefined = as ourselves, null = nobody there. */
function unprivileged(): Account | undefined | null {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

export async function startPostgres(): Promise<ThrowAwayPostgres> {
  const bin = findPostgres();
  const account = unprivileged();
  if (bin === null || account === null) throw new Error(whyNoPostgres() ?? 'no PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'lotse-postgres-'));
  if (account !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const as = { ...(account ?? {}), cwd: folder, env: { PATH: bin, LC_ALL: 'C', TZ: 'UTC', HOME: folder } };
  execFileSync(join(bin, 'initdb'), ['-D', join(folder, 'data'), '-U', 'lotse', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  // fsync off: the cluster lives as long as the test.
  const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`, '-c', 'fsync=off'];
  const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...settings], {
    ...as,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(server);
  const urlOf = (database: string) => `postgresql://lotse@localhost/${database}?host=${encodeURIComponent(folder)}`;
  let databases = 0;
  return {
    createDatabase: async () => {
      const name = `lotse_${(databases += 1)}`;
      const client = new pg.Client({ connectionString: urlOf('postgres') });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      return urlOf(name);
    },
    stop: async () => {
      if (server.exitCode === null) {
        const ended = new Promise((resolve) => server.once('exit', resolve));
        // SIGINT is PostgreSQL's fast shutdown: sessions are ended, nothing is waited for.
        server.kill('SIGINT');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL says on stderr when it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL ended: ${said}`)));
  });
}
