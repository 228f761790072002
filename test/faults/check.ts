/** After the kill: is everything there that was acknowledged, and nothing by halves? */
import fs from 'node:fs';
import { verifyBackup } from '../../db/backup/create-backup.ts';
import { listBackups } from '../../db/backup/list-backups.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { folderPaths } from '../../db/folder.ts';
import { insideOf } from '../../db/open-store.ts';
import { openSlot } from '../../db/slots/slot.ts';
import { findUserSlot } from '../../db/slots/slot-folder.ts';
import { codeIn } from './code-in.ts';
import { openContext } from '../../office/base.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { differenceToRebuilt } from './derived.ts';
import type { Fact, Facts, Report } from './facts.ts';
import { observe, type Observed } from './observe.ts';
import { openOffice, type KeysInHex, type OpenedOffice } from './office-on-keys.ts';
import { restoreNewest } from './restore-on-keys.ts';

export interface Life {
  readonly dir: string;
  readonly keys: KeysInHex;
  facts: Facts;
  passwords: Readonly<Record<string, string>>;
}

type Begun = Extract<Report, { readonly type: 'begins' }>;

/** Files that come and go; everything else that was there has to stay. */
const passing = /(\.tmp|-wal|-shm|-journal|\.writing)$|^(lock|reserve|setup-unfinished|restore-unfinished|unlock-tries\.json)$|^(backups|set-aside)\//;

export function filesThatStay(dir: string): readonly string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(dir.length + 1))
    .filter((file) => !passing.test(file));
}

/** Sorts the reports into what was acknowledged (into `life`) and the act that was under way. */
export function takeReports(life: Life, reports: readonly Report[]): Begun | null {
  let begun: Begun | null = null;
  for (const report of reports) {
    if (report.type === 'begins') begun = report;
    if (report.type === 'done') {
      begun = null;
      adopt(life, report.facts);
    }
  }
  return begun;
}

function adopt(life: Life, facts: Facts): void {
  const forgotten = forgottenIn(facts);
  const others = Object.entries(life.facts).filter(([name]) => !forgotten.some((record) => name.startsWith(`${record}/`)));
  life.facts = { ...Object.fromEntries(others), ...facts };
  const passwords = Object.entries(facts).filter(([name]) => name.startsWith('password/'));
  const known = new Map(Object.entries(life.passwords));
  for (const [name, value] of passwords) {
    const login = name.slice('password/'.length);
    if (value === null) known.delete(login);
    else known.set(login, String(value));
  }
  life.passwords = Object.fromEntries(known);
}

/** `case/ID` of every case that an act forgets. */
function forgottenIn(facts: Facts): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) => (value === 'forgotten' ? [name] : []));
}

/** What the run had to do with; trying everything after every run would take too long. */
export interface WhatToLookAt {
  /** Facts `password/…`. */
  readonly passwords: readonly string[];
  readonly backups: boolean;
  /** An account was taken away: its slot may go. */
  readonly removal: boolean;
}

/** Every sentence is something that must not be. */
export async function complaintsAbout(life: Life, begun: Begun | null, before: readonly string[], looked: WhatToLookAt): Promise<readonly string[]> {
  const complaints: string[] = [];
  const complain = (what: string): void => void complaints.push(what);

  try {
    // The window says RESTORE_UNFINISHED and offers nothing but to restore again.
    if (fs.existsSync(folderPaths(life.dir).restoring)) restoreNewest(life.dir, life.keys);
  } catch (problem) {
    return [`cannot be restored again: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`];
  }
  const now = new Set(filesThatStay(life.dir));
  for (const file of before) if (!now.has(file) && !(looked.removal && file.startsWith('slots/'))) complain(`the file ${file} is gone`);

  let office: OpenedOffice;
  try {
    office = openOffice(life.dir, life.keys, (line) => { complain(`the core said ${line}`); });
  } catch (problem) {
    return [...complaints, `does not open: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`];
  }
  try {
    const { store } = openContext(office.core.context);
    if (store.missing !== null) complain(`acts are said to be missing: ${JSON.stringify(store.missing)}`);
    for (const check of [store.desk.read((tx) => tx.audit.verify()), store.cases?.read((tx) => tx.audit.verify())]) {
      if (check?.brokenAt !== null) complain(`the log is broken: ${JSON.stringify(check)}`);
    }
    const { desk, cases } = insideOf(store).databases;
    for (const db of [desk, cases]) {
      const said = db?.pragma('integrity_check', { simple: true });
      if (said !== 'ok') complain(`pages: ${String(said)}`);
    }
    const open = listErasures(store).filter(({ doneAt }) => doneAt === null);
    if (open.length > 0) complain(`${String(open.length)} erasures are not finished`);
    for (const record of forgottenIn(life.facts)) {
      const id = RecordId.parse(record.slice('case/'.length));
      const { desk: deskKeys, cases: casesKeys } = insideOf(store).keyrings;
      if (deskKeys.find(id) !== undefined || casesKeys?.find(id) !== undefined) complain(`the file key of a forgotten record is there`);
    }
    const observed = await observe(office);
    const accounts = new Set(store.desk.read((tx) => tx.staff.list()).map(({ login }) => login));
    const factNow = (name: string): Fact => (name.startsWith('account/') ? (accounts.has(name.slice(8)) ? 'there' : null) : observed.fact(name));
    compare(life, begun, factNow, observed, complain);
    const listed = new Map(listBackups(life.dir).map((one) => [one.name, one]));
    for (const name of Object.keys(life.facts)) {
      if (!name.startsWith('backup/')) continue;
      if (listed.get(name.slice('backup/'.length))?.verifiedAt == null) complain(`${name} was acknowledged and is not there`);
    }
    const newest = [...listed.keys()][0];
    if (looked.backups && newest !== undefined) await verifyBackup(store, newest, '2026-03-02T09:00:00Z');
    const difference = differenceToRebuilt(office);
    if (difference !== null) complain(difference);
    for (const name of new Set(looked.passwords)) await comparePassword(life, begun, accounts, name.slice('password/'.length), complain);
  } catch (problem) {
    complain(`cannot be looked at: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}`);
  } finally {
    await office.core.lock();
  }
  return complaints;
}

/** Facts that can be read; passwords are tried. */
function readable(facts: Facts): readonly (readonly [string, Fact])[] {
  return Object.entries(facts).filter(([name]) => /^(case|account)\//.test(name));
}

function compare(life: Life, begun: Begun | null, factNow: (name: string) => Fact, observed: Observed, complain: (what: string) => void): void {
  const will = new Map(readable(begun?.will ?? {}));
  // Begun is done at the next start at the latest; not begun, everything of it is there.
  const forgotten = forgottenIn(begun?.will ?? {}).filter((record) => factNow(record) === 'forgotten');
  for (const [name, value] of readable(life.facts)) {
    if (will.has(name) || forgotten.some((record) => name.startsWith(`${record}/`))) continue;
    const found = factNow(name);
    if (found !== value) complain(`${name} was acknowledged as ${short(value)} and is ${short(found)}`);
  }
  // Whole or not at all.
  const now = [...will.keys()].map(factNow);
  const whole = [...will.values()].every((value, index) => now[index] === value);
  const nothing = [...will.keys()].every((name, index) => now[index] === (life.facts[name] ?? null));
  if (!whole && !nothing) complain(`"${begun?.act ?? ''}" is there by halves: ${short(JSON.stringify([...will]))} found ${short(JSON.stringify(now))}`);
  if (whole) adopt(life, Object.fromEntries(will));

  const unknown = observed.cases.filter((id) => life.facts[`case/${id}`] === undefined);
  const allowed = begun?.act === 'new case' ? 1 : 0;
  if (unknown.length > allowed) complain(`${String(unknown.length)} cases that nobody made`);
  adopt(life, Object.fromEntries(unknown.map((id) => [`case/${id}`, 'there'])));
}

/** A password is tried, which takes a derivation: those that this run had to do with. */
async function comparePassword(life: Life, begun: Begun | null, accounts: ReadonlySet<string>, login: string, complain: (what: string) => void): Promise<void> {
  const opens = async (password: string): Promise<string> => {
    try {
      return (await openSlot(findUserSlot(life.dir, login), password)) === null ? 'does not open' : 'opens';
    } catch (problem) {
      return codeIn(problem);
    }
  };
  const next = begun?.will[`password/${login}`];
  const known = life.passwords[login];
  if (next === null) {
    // She was about to be removed: she opens as before, or has no slot.
    const said = await opens(known ?? '');
    if (said === 'SLOT_MISSING') adopt(life, { [`password/${login}`]: null });
    else if (said !== 'opens') complain(`the password of ${login}, about to be removed, ${said}`);
  } else if (next === undefined && known === undefined) {
    const said = await opens('no password');
    if (said !== 'SLOT_MISSING') complain(`${login} was removed and her password ${said}`);
  } else if (next === undefined) {
    const said = await opens(known ?? '');
    if (said !== 'opens') complain(`the password of ${login} was acknowledged and ${said}`);
  } else if (!accounts.has(login)) {
    const said = await opens(String(next));
    if (said !== 'SLOT_MISSING') complain(`${login} is in no list and her password ${said}`);
  } else if ((await opens(String(next))) === 'opens') {
    adopt(life, { [`password/${login}`]: next });
  } else {
    const old = life.passwords[login];
    // A new one is listed before she has a way in; the head can give her one.
    const said = old === undefined ? await opens(String(next)) : await opens(old);
    if (old === undefined && said === 'SLOT_MISSING') adopt(life, { [`password/${login}`]: null });
    else if (said !== 'opens') complain(`neither the old nor the new password of ${login} opens: ${said}`);
  }
}

function short(value: Fact): string {
  const text = String(value);
  return text.length > 120 ? `${text.slice(0, 120)}… (${String(text.length)})` : text;
}
