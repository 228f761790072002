/** The two databases every test of the central server runs on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres, whyNoPostgres } from '../support/postgres.ts';

export interface Backend {
  /** Null: PGlite. */
  createDatabase(): Promise<string | null>;
  stop(): Promise<void>;
}

const without = whyNoPostgres();
if (without !== null) process.stderr.write(`skipped: the central server on PostgreSQL: ${without}\n`);

export const backends = [
  {
    name: 'PGlite',
    skip: false,
    start: async (): Promise<Backend> => ({ createDatabase: async () => null, stop: async () => undefined }),
  },
  { name: 'PostgreSQL', skip: without !== null, start: startPostgres as () => Promise<Backend> },
];

/** Where one suite after the other starts its server. */
export interface Place {
  readonly folder: Folder;
  readonly databaseUrl: string | null;
  /** A second, empty database. */
  createDatabase(): Promise<string | null>;
}

export interface Folder extends Disposable {
  readonly path: string;
}

export function temporaryFolder(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'lotse-collector-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
