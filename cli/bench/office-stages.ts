/** What a Fachkraft does all day, measured in the core: as the window asks for it, without the wire. */
import { performance } from 'node:perf_hooks';
import type { CoreClient } from '../../office/core.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import type { CaseRowView } from '../../shared/rpc/lists.views.ts';
import type { CipherTimes } from './bare-database.ts';
import { benchPassword } from './bench-office.ts';
import { durations, measured, type Result } from './measure.ts';

/** Promised at p95 and 10,000 cases, milliseconds (DESIGN §11). */
const budgets = { list: 10, search: 10, alike: 20, open: 20, save: 10, unlock: 300 } as const;

type ListQuery = Parameters<CoreClient['cases']['list']>[0];

const all = { mine: false, text: '', sort: 'name', descending: false, offset: 0, limit: 50 } as const satisfies ListQuery;

export async function everyRow(client: CoreClient): Promise<readonly CaseRowView[]> {
  const rows: CaseRowView[] = [];
  for (;;) {
    const page = await client.cases.list({ ...all, offset: rows.length, limit: 500 });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/**
 * Unlocks and asks for the first list, several times. What is counted is how long this process works, not how long it waits for the
 * worker that derives the key: that time is what a password is worth.
 */
export async function unlockStage(client: CoreClient, times: number): Promise<Result> {
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    await client.session.lock();
    const before = performance.eventLoopUtilization();
    await client.session.unlock({ login: null, password: benchPassword });
    await client.cases.list(all);
    taken.push(performance.eventLoopUtilization(before).active);
  }
  return measured('Entsperren nach der Schlüsselableitung bis zur ersten Liste', budgets.unlock, taken, null);
}

export async function listStages(client: CoreClient, total: number, times: number, bare: CipherTimes): Promise<readonly Result[]> {
  const queries: readonly (readonly [string, ListQuery])[] = [
    ['Liste nach Namen', all],
    ['Liste nach Namen, letzte Seite', { ...all, offset: Math.max(0, total - 50) }],
    ['Liste nach Datum', { ...all, sort: 'nextDate' }],
    ['Liste nach Änderung, neueste zuerst', { ...all, sort: 'changedAt', descending: true }],
    ['Liste mit fehlenden Angaben, meiste zuerst', { ...all, sort: 'gaps', descending: true, gapsOnly: true }],
    ['Liste: mein Case Management', { ...all, mine: true, supportForm: 'case_management' }],
    ['Liste mit getipptem Namen', { ...all, text: 'al' }],
  ];
  const compared = { what: 'eine Zählung und 50 Zeilen über einen Index', durations: bare.list };
  const results: Result[] = [];
  for (const [stage, query] of queries) {
    results.push(measured(stage, budgets.list, await durations(times, () => client.cases.list(query)), compared));
  }
  results.push(measured('Startseite', null, await durations(Math.ceil(times / 4), () => client.start.overview()), null));
  return results;
}

export async function searchStages(client: CoreClient, rows: readonly CaseRowView[], times: number, bare: CipherTimes): Promise<readonly Result[]> {
  const name = rows[Math.floor(rows.length / 2)]?.name.split(',')[0] ?? '';
  const texts: readonly (readonly [string, string])[] = [
    ['Suche: zwei Buchstaben', 'al'],
    ['Suche: ein Name', name],
    ['Suche: Teil einer Telefonnummer', '0151'],
    ['Suche: die letzten sechs Ziffern', '125042'],
    ['Suche: eine Aktennummer', rows[Math.floor(rows.length / 3)]?.number ?? ''],
    ['Suche: ein Geburtsdatum', '3.2.2008'],
    ['Suche: ein Wort in den Texten', 'Bewerbung'],
    ['Suche: nichts gefunden', 'qqxyzzy'],
  ];
  const compared = { what: 'eine FTS5-Abfrage mit 30 Zeilen', durations: bare.search };
  const results: Result[] = [];
  for (const [stage, text] of texts) {
    results.push(measured(stage, budgets.search, await durations(times, () => client.search.everywhere({ text })), compared));
  }
  return results;
}

/** Look-alikes of somebody new while she is typed: names that many bear here, a birth date that some have, a phone that ten share. */
export async function alikeStages(client: CoreClient, rows: readonly CaseRowView[], times: number, bare: CipherTimes): Promise<readonly Result[]> {
  const named = rows.filter(({ name, born }) => name.includes(', ') && born !== null);
  const taken = await durations(times, (turn) => {
    const one = named[Math.abs(turn * 7_919) % named.length];
    const other = named[Math.abs(turn * 104_729) % named.length];
    const [lastName = '', firstName = ''] = (one?.name ?? '').split(', ');
    const phone = `030 23125 ${String(Math.abs(turn) % 1000).padStart(3, '0')}`;
    return client.people.alike({ firstName, lastName, born: other?.born ?? null, phone, besides: null });
  });
  return [measured('Ähnliche Personen beim Tippen', budgets.alike, taken, { what: 'eine FTS5-Abfrage mit 30 Zeilen', durations: bare.search })];
}

const dateField = 'integration_plan.next_review';
const textField = 'integration_plan.jmd_contribution';

/** Cases in which one may write, one after the other. */
async function writable(client: CoreClient, rows: readonly CaseRowView[], wanted: number): Promise<readonly CaseView[]> {
  const found: CaseView[] = [];
  for (const row of rows.filter(({ consent }) => consent === 'granted')) {
    if (found.length === wanted) break;
    const view = await client.cases.open({ caseId: row.id });
    if (view.consentGiven && view.shown['']?.includes(dateField) === true && view.shown[''].includes(textField)) found.push(view);
  }
  if (found.length === 0) throw new Error('no case to write in');
  return found;
}

export async function caseStages(client: CoreClient, rows: readonly CaseRowView[], times: number, bare: CipherTimes): Promise<readonly Result[]> {
  const rowAt = (turn: number): CaseRowView => {
    const row = rows[Math.abs(turn * 7_919) % rows.length];
    if (row === undefined) throw new Error('no case to open');
    return row;
  };
  const opened = await durations(times, (turn) => client.cases.open({ caseId: rowAt(turn).id }));
  const views = [...(await writable(client, rows, 40))];
  const place = (turn: number): number => (turn + views.length) % views.length;
  const at = (turn: number): CaseView => views[place(turn)] as CaseView;
  const saved = await durations(times, async (turn) => {
    const view = at(turn);
    const base = [...(view.answers['']?.[dateField]?.base ?? [])];
    const value = `2031-0${String(1 + (Math.abs(turn) % 9))}-1${String(Math.floor(Math.abs(turn) / views.length) % 10)}`;
    views[place(turn)] = await client.cases.answer({ caseId: view.row.id, entry: null, field: dateField, value, base });
  });
  const written = await durations(times, async (turn) => {
    const view = at(turn);
    const { text = '', base = [] } = view.texts['']?.[textField] ?? {};
    const next = `${text} Wir rufen im Betrieb an (${String(turn)}).`;
    views[place(turn)] = await client.cases.editText({ caseId: view.row.id, entry: null, field: textField, text: next, base: [...base] });
  });
  const found: number[] = [];
  for (let turn = 0; turn < Math.ceil(times / 4); turn += 1) {
    const view = at(turn);
    const { text = '', base = [] } = view.texts['']?.[textField] ?? {};
    views[place(turn)] = await client.cases.editText({ caseId: view.row.id, entry: null, field: textField, text: `${text} Noch ein Wort (${String(turn)}).`, base: [...base] });
    const began = performance.now();
    await client.search.everywhere({ text: 'Bewerbung' });
    found.push(performance.now() - began);
  }
  const save = { what: 'ein dauerhafter Commit derselben Bytes', durations: bare.save };
  return [
    measured('Akte öffnen', budgets.open, opened, { what: 'Zeile lesen, ein dauerhafter Protokolleintrag', durations: bare.open }),
    measured('Angabe speichern', budgets.save, saved, save),
    measured('Textänderung speichern', budgets.save, written, save),
    // The words of a text are indexed in the next quiet moment, or by the search that comes before it.
    measured('Suche gleich nach einer Textänderung', null, found, { what: 'eine FTS5-Abfrage mit 30 Zeilen', durations: bare.search }),
  ];
}
