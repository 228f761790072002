/** An office in a temporary folder with the real store; everything a story needs to begin. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DocumentService, Paper } from '../../../documents/contract.ts';
import { coreClient, createCore, type Core, type CoreClient } from '../../../office/core.ts';
import type { CoreOptions } from '../../../office/context.ts';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import { openContext } from '../../../office/base.ts';
import { cryptoReady, randomId } from '../../../shared/crypto/sodium.ts';
import { IsoDay } from '../../../shared/domain/day.ts';
import { OfficeId, UserId } from '../../../shared/domain/ids.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';
import type { Role } from '../../../shared/rpc/session.views.ts';
import type { KeysInHex } from '../../faults/office-on-keys.ts';
import { officeTemplate, openByKeys } from './office-template.ts';

export const password = 'Kranichzug am Morgen';

export const nordstadt = {
  officeId: OfficeId.parse('NI-0417'),
  officeName: 'JMD Nordstadt',
  carrierGroup: 'bag_ejsa',
  land: '03',
  privacyLaw: 'gdpr',
  login: 'petra',
  displayName: 'Petra Amsel',
  password,
  training: true,
} as const;

/** Papers whose bytes are their data: fast, and a test can read what would be printed. */
export function paperStack(): DocumentService & { readonly printed: Paper[] } {
  const printed: Paper[] = [];
  return {
    printed,
    print: async (paper) => {
      printed.push(paper);
      return { pdf: new TextEncoder().encode(JSON.stringify(paper)), replacedCharacters: [] };
    },
    close: async () => undefined,
  };
}

export interface Clock {
  now: Date;
  day: IsoDay;
}

export interface TestOffice {
  readonly dir: string;
  readonly clock: Clock;
  readonly documents: ReturnType<typeof paperStack>;
  readonly core: Core;
  readonly client: CoreClient;
  readonly log: string[];
  /** The same folder in a new process, as far as one process can be another. */
  restart(options?: Partial<CoreOptions>): Promise<TestOffice>;
  remove(): Promise<void>;
}

/** No network unless the test brings one. */
const noNetwork: typeof fetch = async () => Promise.reject(new TypeError('no network in this test'));

export async function newFolder(): Promise<string> {
  await cryptoReady();
  return mkdtemp(join(tmpdir(), 'lotse-office-'));
}

export function officeIn(dir: string, options: Partial<CoreOptions> = {}, clock: Clock = { now: new Date('2026-03-02T09:00:00Z'), day: IsoDay.parse('2026-03-02') }): TestOffice {
  const documents = paperStack();
  const log: string[] = [];
  const core = createCore({
    dir,
    catalogue: currentCatalogue,
    clock: () => clock.now,
    today: () => clock.day,
    documents,
    fetch: noNetwork,
    background: false,
    log: (line) => log.push(line),
    ...options,
  });
  return {
    dir,
    clock,
    documents,
    core,
    client: coreClient(core),
    log,
    restart: async (again = {}) => {
      await core.lock();
      return officeIn(dir, { ...options, ...again }, clock);
    },
    remove: async () => {
      await core.lock();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** Set up and Notfallblatt confirmed by their derivations; for what is about them, and where two offices must not have the same keys. */
export async function newOffice(options: Partial<CoreOptions> = {}): Promise<TestOffice> {
  const office = officeIn(await newFolder(), options);
  await setUp(office);
  return office;
}

async function setUp({ client }: TestOffice): Promise<void> {
  const { recoveryCode } = await client.session.initialise(nordstadt);
  await client.session.confirmRecovery({ code: recoveryCode });
}

/** Ready to work: set up, Notfallblatt confirmed, unlocked. A copy of the one office of this run (office-template.ts). */
export async function readyOffice(options: Partial<CoreOptions> = {}): Promise<TestOffice> {
  const dir = await newFolder();
  const template = await ready();
  await cp(template.dir, dir, { recursive: true });
  const office = officeIn(dir, options);
  openByKeys(office, template.keys);
  return office;
}

function ready(): ReturnType<typeof officeTemplate> {
  return officeTemplate(async (dir) => {
    const office = officeIn(dir);
    await setUp(office);
    await office.core.lock();
  }, password);
}

/** Locked and unlocked again without the derivation: where a test is about what is found then, not about the password. Of {@link readyOffice}. */
export async function unlockAgain(office: TestOffice): Promise<void> {
  await office.core.lock();
  openByKeys(office, (await ready()).keys);
}

/** A colleague of this office, who has no slot of her own: {@link unlockAs} opens for her with the keys of the office. */
export interface Colleague {
  readonly user: UserId;
  readonly role: Role;
}

/** Makes her a member of staff. */
export function newColleague(office: TestOffice, displayName: string, role: Role = 'caseworker'): Colleague {
  const user = UserId.parse(randomId());
  openContext(office.core.context).store.desk.write((tx) => { tx.staff.save({ id: user, login: displayName.toLowerCase(), displayName, role }); });
  return { user, role };
}

/** Whoever works in the office is another one now. Of {@link readyOffice}. */
export async function unlockAs(office: TestOffice, { user, role }: Colleague): Promise<void> {
  await office.core.lock();
  openByKeys(office, { ...(await ready()).keys, user, role });
}

/** The keys of {@link readyOffice}, for what looks at the files themselves or opens them in another process. */
export async function officeKeys(): Promise<KeysInHex> {
  return (await ready()).keys;
}

/** The code of the contract a call was refused with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && typeof problem.code === 'string') return problem.code;
    throw problem;
  }
  return 'no error';
}

export interface Wish {
  readonly field: string;
  readonly value: Parameters<CoreClient['cases']['answer']>[0]['value'];
  readonly entry?: Parameters<CoreClient['cases']['answer']>[0]['entry'];
}

/** Answers one field after the other, each on top of what stands there. */
export async function answerAll({ client }: TestOffice, view: CaseView, wishes: readonly Wish[]): Promise<CaseView> {
  let now = view;
  for (const { field, value, entry = null } of wishes) {
    const base = [...(now.answers[entry ?? '']?.[field]?.base ?? [])];
    now = await client.cases.answer({ caseId: view.row.id, entry, field, value, base });
  }
  return now;
}

export const consent: readonly Wish[] = [
  { field: 'consent.data_processing_status', value: 'granted' },
  { field: 'consent.data_processing_date', value: '2026-03-02' },
];

/** Amira has agreed, has a name, and was first here today. */
export async function amira(office: TestOffice): Promise<CaseView> {
  const view = await office.client.cases.create();
  return answerAll(office, view, [
    ...consent,
    { field: 'person.first_name', value: 'Amira' },
    { field: 'person.last_name', value: 'Haddad' },
    { field: 'case.date_of_birth', value: '2007-05-14' },
    { field: 'case.first_interview_date', value: '2026-03-02' },
  ]);
}
