/** Brings a database to the newest schema: numbered SQL files, applied in order inside one transaction of the caller. */
import { readdirSync, readFileSync } from 'node:fs';
import { CollectorError } from '../errors.ts';

/** Runs SQL inside an open transaction; `exec` takes several statements. */
export interface Script {
  exec(sql: string): Promise<void>;
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
}

const folder = new URL('../migrations/', import.meta.url);
/** Two servers that start at once on one PostgreSQL wait for each other here. */
const migrationLock = 7_410_001;

interface Migration {
  readonly version: number;
  readonly sql: string;
}

function migrations(): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort();
  return files.map((name) => ({ version: Number(name.slice(0, 4)), sql: readFileSync(new URL(name, folder), 'utf8') }));
}

/** Refuses a database made by a newer program (`SCHEMA_NEWER`) and leaves it as it is. */
export async function migrate(script: Script): Promise<void> {
  await script.exec(`SELECT pg_advisory_xact_lock(${migrationLock})`);
  await script.exec(
    'CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, applied_at timestamptz(3) NOT NULL DEFAULT now())',
  );
  const [row] = await script.rows('SELECT coalesce(max(version), 0)::int AS version FROM schema_version');
  const current = Number(row?.['version'] ?? 0);
  const known = migrations();
  if (current > Math.max(...known.map((each) => each.version))) throw new CollectorError('SCHEMA_NEWER');
  for (const { version, sql } of known.filter((each) => each.version > current)) {
    await script.exec(sql);
    await script.exec(`INSERT INTO schema_version (version) VALUES (${version})`);
  }
}
