/** What the clock will do in the next 30 days, what it did last, and what keeps it from running. */
import type { ClockLineRow } from '../../db/contract/cases.ts';
import type { CasesTx } from '../../db/contract/store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { rightTo, worksOnProtection } from '../../shared/cases/case-right.ts';
import { forEyes, officeHindrances } from '../../shared/clock/hindrances.ts';
import { previewOf, planRun } from '../../shared/clock/run.ts';
import { previewDays, restAfterImport, type ClockOffice, type HindranceCode, type JudgedFile } from '../../shared/clock/types.ts';
import { addDays, type IsoDay } from '../../shared/domain/day.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { CaseRight } from '../../shared/rpc/case.views.ts';
import type { ClockLine, ClockOverview } from '../../shared/rpc/clock.views.ts';
import { namesOf } from '../cases/case-view.ts';
import { closedTo, whoAsks } from '../cases/who-asks.ts';
import type { CasesContext } from '../context.ts';
import { clockOfDamaged, knownDamaged, type DamagedClock } from './damaged.ts';
import { clockOffice, deviceName, otherDevices, type OtherDevice } from './guard.ts';
import { lastRun } from './job.ts';
import { filesUntil, judgeRow, type PreviewedFile } from './preview.ts';
import { readClock } from './settings.ts';

export function overviewOf(context: CasesContext, limit: number): ClockOverview {
  const office = clockOffice(context);
  const files = filesUntil(context, office, previewDays);
  const { lines, ...counts } = previewOf(files, office.today);
  const damaged = new Map(files.filter(({ record }) => knownDamaged(context, record)).map((file) => [file.record, clockOfDamaged(context, file, office)]));
  const first = [...lines.filter(({ record }) => damaged.has(record)), ...lines.filter(({ record }) => !damaged.has(record))];
  const { dayProblem, settings, today } = office;
  return {
    today,
    dayTrusted: dayProblem === null,
    dayProblem: dayProblemText(office),
    restsUntil: restsUntil(office),
    silentDevices: silentDevices(context, office, files),
    exceptedDevices: exceptedDevices(context),
    settings,
    ...counts,
    asksHead: planRun(files).asksHead,
    lines: context.cases.read((tx) => first.slice(0, limit).map(lineFor(context, tx, damaged))),
    lastRun: lastRun(context),
  };
}

/** A sentence; null: the day is believed. */
export function dayProblemText(office: ClockOffice): string | null {
  return officeHindrances({ act: 'end', day: office.today, ended: null }, office).find(({ code }) => code === 'day_untrusted')?.text ?? null;
}

export function restsUntil({ importedOn, today }: ClockOffice): IsoDay | null {
  const until = importedOn === null ? null : addDays(importedOn, restAfterImport);
  return until !== null && until > today ? until : null;
}

/** Those of which something would have to be heard before the clock may act on one of these files. */
export function silentDevices({ store }: CasesContext, office: ClockOffice, files: readonly PreviewedFile[]): readonly OtherDevice[] {
  const trusted = { ...office, dayProblem: null, importedOn: null };
  const heldBy = (device: OtherDevice): boolean =>
    files.some(({ row }) => judgeRow(row, { ...trusted, otherDevices: [device] }).hindrances.some(({ code }) => code === 'device_silent'));
  return store.desk.read((tx) => otherDevices(tx, store.device)).filter(heldBy);
}

function exceptedDevices({ store }: CasesContext): ClockOverview['exceptedDevices'] {
  return store.desk.read((tx) => {
    const nameOf = namesOf(tx.staff.list());
    return (readClock(tx, 'clock_exceptions')?.devices ?? []).map(({ device, reason, by, on }) => ({ device, name: deviceName(tx, device), reason, byName: nameOf(by), on }));
  });
}

/** Of a restricted file the clock may tell what is to be done for her, and nothing else the file says: no day of a talk, no appointment, no other hold. */
const ofHerRights: readonly HindranceCode[] = ['restriction', 'access_request', 'import_rest', 'device_silent', 'day_untrusted'];

function restrictedLine(line: Omit<ClockLine, 'name' | 'number' | 'caseworker' | 'text'>, { name, number, caseworker }: ClockLineRow, right: CaseRight): ClockLine {
  const told = { ...line, number, text: 'Die Verarbeitung ist eingeschränkt: Bis zur Aufhebung geschieht mit der Akte nichts.' };
  // A colleague has nothing to do with it: by its number it can be asked about.
  if (right === 'colleague') return { ...told, name: 'Eingeschränkte Akte', caseworker: null, hindrances: [] };
  return { ...told, name, caseworker, hindrances: line.hindrances.filter(({ code }) => ofHerRights.includes(code)) };
}

/** A line as whoever asks may see it: that there is a closed file, and nothing of it; its id is another one each time. */
function lineFor(context: CasesContext, { projections }: Pick<CasesTx, 'projections'>, unreadable: ReadonlyMap<RecordId, DamagedClock>): (file: JudgedFile) => ClockLine {
  const closed = closedTo(context);
  const who = whoAsks(context);
  return ({ record, verdict }) => {
    const row = projections.clockLine(record);
    const { act, day, limit, state, overdue } = verdict;
    if (row === undefined || act === null || day === null || state === 'running') throw new Error('a file with nothing to do in the preview');
    const beyond = unreadable.get(record) ?? null;
    const line = { act, state, day, limit, overdue, damaged: beyond && { from: beyond.from, now: beyond.now } };
    if (closed(row)) {
      return { ...line, caseId: RecordId.parse(randomId()), name: 'Geschützte Akte', number: '', caseworker: null, text: 'Näheres wissen die zuständige Fachkraft und die Leitung.', hindrances: [] };
    }
    const right = rightTo({ responsible: row.caseworker === null ? [] : [row.caseworker], deputies: row.deputy === null ? [] : [row.deputy] }, who);
    const hindrances = forEyes(beyond?.hindrances ?? verdict.hindrances, { protection: worksOnProtection(right) });
    if (row.status === 'restricted') return restrictedLine({ ...line, caseId: record, hindrances }, row, right);
    return { ...line, caseId: record, name: row.name, number: row.number, caseworker: row.caseworker, text: row.text, hindrances };
  };
}
