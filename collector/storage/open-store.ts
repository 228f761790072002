/** Opens the database of the central server: PGlite in a folder, or PostgreSQL by URL. One schema and one repository code for both. */
import { PGlite } from '@electric-sql/pglite';
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres';
import { drizzle as drizzleLite } from 'drizzle-orm/pglite';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { migrate } from './migrate.ts';
import type { Script } from './migrate.ts';

/** What repository code works on: the database, or a transaction in it. */
export type Db = PgDatabase<PgQueryResultHKT>;

export interface Store {
  readonly db: Db;
  close(): Promise<void>;
}

/** `databaseUrl` null: PGlite in `folder`. It never calls fsync, so what it acknowledged may be lost in a power cut. */
export async function openStore(databaseUrl: string | null, folder: string): Promise<Store> {
  return databaseUrl === null ? openPglite(folder) : openPostgres(databaseUrl);
}

async function openPglite(folder: string): Promise<Store> {
  const client = await PGlite.create(folder);
  try {
    await client.transaction((tx) =>
      migrate({
        exec: async (sql) => void (await tx.exec(sql)),
        rows: async (sql) => (await tx.query<Record<string, unknown>>(sql)).rows,
      }),
    );
  } catch (error) {
    await client.close();
    throw error;
  }
  return { db: drizzleLite(client), close: () => client.close() };
}

async function openPostgres(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 10, application_name: 'lotse-collector' });
  // An idle connection that breaks is replaced by the pool; the next query reports if the server is gone.
  pool.on('error', () => undefined);
  try {
    await migrateThrough(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return { db: drizzlePg(pool), close: () => pool.end() };
}

async function migrateThrough(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  const script: Script = {
    exec: async (sql) => void (await client.query(sql)),
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
  };
  try {
    await client.query('BEGIN');
    await migrate(script);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
