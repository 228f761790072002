/** A PC on which Lotse runs, as far as updates see it: a folder, dialogs that are answered, and a list of what was done. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toBase64 } from '../../../shared/crypto/sodium.ts';
import { createUpdates, type Updates, type UpdatesOptions } from '../../../electron/updates/updates.ts';
import { now, publisher, successor, windowsPc } from '../../shared/updates/publisher.ts';

export const operatorKeys = [publisher, successor].map(({ publicKey }) => toBase64(publicKey));

export interface Pc {
  readonly userData: string;
  readonly staging: string;
  /** What was done to the PC, in order: `ask …`, `core ended`, `start …`, `show …`, `quit`, `restart`. */
  readonly done: string[];
  /** The small print of every question. */
  readonly said: string[];
  readonly notes: string[];
  /** What a person does when she is asked. */
  answers: { consent: boolean; choose: string | null; opens: string };
  clock: Date;
  /** The program from its first line, as after a start. */
  start(changes?: Partial<UpdatesOptions>): Updates;
  /** Names in the folder of what lies ready. */
  ready(): readonly string[];
  remove(): void;
}

export function newPc(address: string | null, userData = mkdtempSync(join(tmpdir(), 'lotse-updates-'))): Pc {
  const staging = join(userData, 'updates');
  const pc: Pc = {
    userData,
    staging,
    done: [],
    said: [],
    notes: [],
    answers: { consent: true, choose: null, opens: '' },
    clock: now,
    start: (changes = {}) =>
      createUpdates({
        userData,
        current: '1.3.2',
        packaged: false,
        installedAs: windowsPc,
        appImage: null,
        operator: { keys: operatorKeys, address, built: null },
        fetch: globalThis.fetch,
        dialog: {
          showOpenDialog: async () => ({ canceled: pc.answers.choose === null, filePaths: pc.answers.choose === null ? [] : [pc.answers.choose] }),
          showMessageBox: async ({ message, detail, cancelId }) => {
            pc.said.push(detail);
            pc.done.push(`ask ${message}`);
            return { response: pc.answers.consent ? 0 : cancelId };
          },
        },
        open: {
          openPath: async (path) => {
            pc.done.push(`start ${path}`);
            return pc.answers.opens;
          },
          showItemInFolder: (path) => { pc.done.push(`show ${path}`); },
        },
        endCore: async () => { pc.done.push('core ended'); },
        quit: () => { pc.done.push('quit'); },
        restart: () => { pc.done.push('restart'); },
        now: () => pc.clock,
        note: (line) => { pc.notes.push(line); },
        ...changes,
      }),
    ready: () => (existsSync(staging) ? readdirSync(staging).sort() : []),
    remove: () => { rmSync(userData, { recursive: true, force: true }); },
  };
  return pc;
}

/** The code a step was refused with; fails when it was not. */
export async function refusalOf(step: Promise<unknown>): Promise<string> {
  try {
    await step;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return String(problem.code);
    throw problem;
  }
  return 'not refused';
}
