/** Core, document process and browser shell of one data folder, started and ended together. */
import { join } from 'node:path';
import { currentCatalogue } from '../shared/catalogue/catalogue.ts';
import type { LoadedCatalogue } from '../shared/catalogue/load-catalogue.ts';
import { cryptoReady } from '../shared/crypto/sodium.ts';
import { IsoDay } from '../shared/domain/day.ts';
import { createCore, type Core } from './core.ts';
import { documentsOfOffice } from './documents-host.ts';
import { startBrowserShell, type BrowserShell } from './shell/browser-shell.ts';

export interface ServeOptions {
  readonly dir: string;
  readonly assetsDir: string;
  readonly port?: number;
  /** Another day than today, for an Übungs-JMD; null = the day of the clock. */
  readonly today?: string | null;
  readonly log?: (line: string) => void;
  /** Another catalogue than the shipped edition: proofs that a section is data alone. */
  readonly catalogue?: LoadedCatalogue;
  /** What stands as time at what is saved; by default the clock of this PC. */
  readonly clock?: () => Date;
}

export interface ServedOffice extends Pick<BrowserShell, 'address' | 'launchPage' | 'port'> {
  readonly core: Core;
  close(): Promise<void>;
}

/** Folder of files that live only while the office runs; nothing in it is personal. */
export function runtimeDirOf(dir: string): string {
  return join(dir, 'runtime');
}

/** The day on this PC's calendar. */
export function dayOfClock(now: Date): IsoDay {
  const part = (value: number): string => String(value).padStart(2, '0');
  return IsoDay.parse(`${String(now.getFullYear())}-${part(now.getMonth() + 1)}-${part(now.getDate())}`);
}

export async function serveOffice(options: ServeOptions): Promise<ServedOffice> {
  const { dir, assetsDir, port = 0, today = null, log, catalogue = currentCatalogue, clock = () => new Date() } = options;
  const fixed = today === null ? null : IsoDay.parse(today);
  await cryptoReady();
  const documents = documentsOfOffice();
  const core = createCore({
    dir,
    catalogue,
    clock,
    today: fixed === null ? () => dayOfClock(clock()) : () => fixed,
    fixedDay: fixed !== null,
    documents,
    fetch: globalThis.fetch,
    log: log ?? ((line) => process.stderr.write(`${line}\n`)),
  });
  const shell = await startBrowserShell({ core, assetsDir, runtimeDir: runtimeDirOf(dir), port });
  return {
    core,
    port: shell.port,
    address: shell.address,
    launchPage: shell.launchPage,
    close: async () => {
      await shell.close();
      await core.lock();
      await documents.close();
    },
  };
}
