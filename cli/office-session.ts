/** Opens an office for one command: same core, same procedures, same rights as the window. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CoreOptions } from '../office/context.ts';
import { coreClient, createCore, type Core, type CoreClient } from '../office/core.ts';
import { defaultFolder } from '../office/default-folder.ts';
import { documentsOfOffice } from '../office/documents-host.ts';
import { dayOfClock } from '../office/serve-office.ts';
import { currentCatalogue } from '../shared/catalogue/catalogue.ts';
import { cryptoReady } from '../shared/crypto/sodium.ts';
import { IsoDay } from '../shared/domain/day.ts';
import { optional, Refused, UsageError, type Values } from './command.ts';

export function folderOf(values: Values): string {
  return resolve(optional(values, 'dir') ?? defaultFolder());
}

/** From `--password-file` (first line) or LOTSE_PASSWORD; never from an argument, which other programs can read. */
export function passwordOf(values: Values): string {
  return secretOf(values, 'password-file', 'LOTSE_PASSWORD', 'Passwort');
}

/** The same for a password that is to be: `--new-password-file` or LOTSE_NEW_PASSWORD. */
export function newPasswordOf(values: Values): string {
  return secretOf(values, 'new-password-file', 'LOTSE_NEW_PASSWORD', 'neues Passwort');
}

/** The password of a second person at the same PC: `--second-password-file` or LOTSE_SECOND_PASSWORD. */
export function secondPasswordOf(values: Values): string {
  return secretOf(values, 'second-password-file', 'LOTSE_SECOND_PASSWORD', 'Passwort der zweiten Person');
}

function secretOf(values: Values, option: string, variable: string, what: string): string {
  const file = optional(values, option);
  const secret = file === null ? process.env[variable] : readFileSync(file, 'utf8').split(/\r?\n/, 1)[0];
  if (secret === undefined || secret === '') throw new UsageError(`${what} fehlt: ${variable} oder --${option}`);
  return secret;
}

export interface OfficeAtWork {
  readonly core: Core;
  readonly client: CoreClient;
  readonly today: IsoDay;
}

function todayOf(values: Values): IsoDay | null {
  const text = optional(values, 'today');
  if (text === null) return null;
  const day = IsoDay.safeParse(text);
  if (!day.success) throw new UsageError('--today: ein Tag wie 2026-02-28');
  return day.data;
}

/** Runs `act` on a core that is still locked, and locks it again whatever happens. */
export async function withCore<T>(values: Values, act: (office: OfficeAtWork) => Promise<T>, more: Pick<CoreOptions, 'background'> = {}): Promise<T> {
  await cryptoReady();
  const fixed = todayOf(values);
  const today = fixed ?? dayOfClock(new Date());
  const documents = documentsOfOffice();
  const core = createCore({
    dir: folderOf(values),
    catalogue: currentCatalogue,
    clock: () => new Date(),
    today: () => today,
    fixedDay: fixed !== null,
    documents,
    fetch: globalThis.fetch,
    log: (line) => void process.stderr.write(`${line}\n`),
    ...more,
  });
  try {
    return await act({ core, client: coreClient(core), today });
  } finally {
    await core.lock();
    await documents.close();
  }
}

/** Runs `act` on the unlocked office. Refuses with the store's own code when password or folder are not right. */
export async function withOffice<T>(values: Values, act: (office: OfficeAtWork) => Promise<T>, more: Pick<CoreOptions, 'background'> = {}): Promise<T> {
  const password = passwordOf(values);
  return withCore(values, async (office) => {
    const status = await office.client.session.status();
    if (status.phase === 'empty') throw new Refused('OFFICE_MISSING');
    if (status.phase === 'unusable') throw new Refused(status.code);
    await office.client.session.unlock({ login: optional(values, 'login'), password });
    return act(office);
  }, more);
}
