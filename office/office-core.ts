/** The core of one data folder with its document process: what every shell starts and ends. */
import type { StartChild } from '../documents/child.ts';
import { currentCatalogue } from '../shared/catalogue/catalogue.ts';
import type { LoadedCatalogue } from '../shared/catalogue/load-catalogue.ts';
import { cryptoReady } from '../shared/crypto/sodium.ts';
import { IsoDay } from '../shared/domain/day.ts';
import type { CoreOptions } from './context.ts';
import { createCore, type Core } from './core.ts';
import { documentsOfOffice } from './documents-host.ts';
import { writeNoDumps } from './no-dumps.ts';

export interface OfficeCoreOptions {
  readonly dir: string;
  /** Another day than today, for an Übungs-JMD; null = the day of the clock. */
  readonly today?: string | null;
  readonly log?: (line: string) => void;
  /** Another catalogue than the shipped edition: proofs that a section is data alone. */
  readonly catalogue?: LoadedCatalogue;
  /** What stands as time at what is saved; by default the clock of this PC. */
  readonly clock?: () => Date;
  /** What is wrong with where the folder lies; by default this PC is asked. */
  readonly placeOf?: CoreOptions['placeOf'];
  /** How the document process is started; by default as a child of this process. */
  readonly startDocuments?: StartChild;
}

/** The day on this PC's calendar. */
export function dayOfClock(now: Date): IsoDay {
  const part = (value: number): string => String(value).padStart(2, '0');
  return IsoDay.parse(`${String(now.getFullYear())}-${part(now.getMonth() + 1)}-${part(now.getDate())}`);
}

/** Throws ZodError for a `today` that is no day. */
export async function officeCore(options: OfficeCoreOptions): Promise<{ core: Core; close(): Promise<void> }> {
  const { dir, today = null, log, catalogue = currentCatalogue, clock = () => new Date(), placeOf } = options;
  const fixed = today === null ? null : IsoDay.parse(today);
  writeNoDumps();
  await cryptoReady();
  const documents = documentsOfOffice(options.startDocuments);
  const core = createCore({
    dir,
    catalogue,
    clock,
    today: fixed === null ? () => dayOfClock(clock()) : () => fixed,
    fixedDay: fixed !== null,
    idleLock: true,
    documents,
    fetch: globalThis.fetch,
    ...(placeOf !== undefined && { placeOf }),
    log: log ?? ((line) => void process.stderr.write(`${line}\n`)),
  });
  return {
    core,
    close: async () => {
      await core.lock();
      await documents.close();
    },
  };
}
