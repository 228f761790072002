/** Starts the central server: folder, database, authority, routes, and the files the operator's commands find it by. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cryptoReady } from '../shared/crypto/sodium.ts';
import { IsoDay } from '../shared/domain/day.ts';
import type { MonitoringPlan } from '../shared/monitoring/types.ts';
import { openAuthority } from './authority.ts';
import type { Context } from './context.ts';
import { addDeliveryRoutes } from './ingest/routes.ts';
import { addEnrolmentRoutes } from './enrolment/routes.ts';
import { CollectorError } from './errors.ts';
import { lockFolder } from './folder-lock.ts';
import { newOperatorToken } from './http/bearer.ts';
import { createFrame } from './http/frame.ts';
import type { Log } from './http/frame.ts';
import { addPage } from './http/page.ts';
import { addServerInfo } from './http/server-info.ts';
import { tokenBucket } from './http/token-bucket.ts';
import { knownPlans } from './plans.ts';
import { writePrivate } from './private-file.ts';
import { addReportRoutes } from './reports/routes.ts';
import { openStore } from './storage/open-store.ts';

export interface CollectorOptions {
  /** Holds authority.key, operator.token, server.json and, without `databaseUrl`, the database. */
  readonly dataDir: string;
  /** PostgreSQL 15 or newer; null: PGlite in `dataDir`, which is always training. */
  readonly databaseUrl: string | null;
  readonly training: boolean;
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly clock?: () => Date;
  /** Another day than the clock's, for certificates; training only. */
  readonly today?: IsoDay;
  /** Default: the plan shipped with Lotse. */
  readonly plans?: readonly MonitoringPlan[];
  /** Folder of the built page; default `.build/renderer/centre`. */
  readonly pageFolder?: string;
  /** Address of a reverse proxy in front, whose word about the sender's address counts; without it all senders look like one. */
  readonly trustProxy?: string;
  readonly log?: Log;
  readonly onBug?: (error: Error) => void;
}

export interface RunningCollector {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly training: boolean;
  /** For the page and the operator's commands; made new at every start. */
  readonly operatorToken: string;
  readonly authority: { readonly keyId: string; readonly publicKey: string };
  close(): Promise<void>;
}

const builtPage = fileURLToPath(new URL('../.build/renderer/centre', import.meta.url));

/** Errors: `FOLDER_IN_USE`, `SCHEMA_NEWER`, `AUTHORITY_KEY_…`, `TRAINING_KEPT_APART`, `PORT_IN_USE` ({@link CollectorError}). */
export async function startCollector(options: CollectorOptions): Promise<RunningCollector> {
  await cryptoReady();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const undo: (() => unknown)[] = [lockFolder(options.dataDir)];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { ...(await open(options, undo)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function open(options: CollectorOptions, undo: (() => unknown)[]): Promise<Omit<RunningCollector, 'close'>> {
  const { dataDir, databaseUrl } = options;
  const training = options.training || databaseUrl === null;
  const now = options.clock ?? (() => new Date());
  const store = await openStore(databaseUrl, join(dataDir, 'pglite'));
  undo.push(() => store.close());
  const authority = await openAuthority(store.db, dataDir, training, now());
  const context: Context = {
    db: store.db,
    authority,
    training,
    plans: knownPlans(options.plans),
    now,
    today: todayOf(options, training, now),
    perKey: tokenBucket({ burst: 60, perSecond: 5 }, () => now().getTime()),
    failures: tokenBucket({ burst: 100, perSecond: 1 }, () => now().getTime()),
  };

  const app = createFrame({
    log: options.log ?? (() => undefined),
    onBug: options.onBug ?? reportBug,
    trustProxy: options.trustProxy ?? false,
  });
  const operatorToken = newOperatorToken();
  addServerInfo(app, context);
  addEnrolmentRoutes(app, context, operatorToken);
  addDeliveryRoutes(app, context);
  addReportRoutes(app, context, operatorToken);
  await addPage(app, options.pageFolder ?? builtPage);
  undo.push(() => app.close());
  const url = await listen(app, options);

  writePrivate(join(dataDir, 'operator.token'), `${operatorToken}\n`);
  writePrivate(join(dataDir, 'server.json'), `${JSON.stringify({ url, pid: process.pid })}\n`);
  undo.push(() => ['operator.token', 'server.json'].forEach((name) => rmSync(join(dataDir, name), { force: true })));
  return { url, training, operatorToken, authority: { keyId: authority.keyId, publicKey: authority.publicKey } };
}

async function listen(app: ReturnType<typeof createFrame>, options: CollectorOptions): Promise<string> {
  try {
    return (await app.listen({ port: options.port, host: options.host })).replace(/\/$/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') throw new CollectorError('PORT_IN_USE');
    throw error;
  }
}

/** Certificates end with a German calendar day. */
function todayOf(options: CollectorOptions, training: boolean, now: () => Date): () => IsoDay {
  const { today } = options;
  if (today !== undefined && !training) throw new CollectorError('TRAINING_KEPT_APART');
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });
  return () => today ?? IsoDay.parse(day.format(now()));
}

function reportBug(error: Error): void {
  // Name and places only: a message of the database quotes values, and over several lines.
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[`Fehler im Server: ${error.name}`, ...places.slice(0, 6)].join('\n')}\n`);
}
