/**
 * The overview for the data protection officer. She has no key of her own: the requests of a file lie behind the case door, and whoever holds that key could read
 * everything. So the head makes the overview, and what is not for the officer never gets into it.
 */
import { setImmediate } from 'node:timers/promises';
import { readCase } from '../../shared/cases/answers.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { holdsOf } from '../../shared/clock/holds.ts';
import { dayHere, addDays, type IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { incidentView } from '../../shared/rights/incident.ts';
import { officerPaper, type OfficerExtract, type OfficerHold, type OfficerRequest, type OfficerRestriction } from '../../shared/rights/officer-extract.ts';
import { rightsView } from '../../shared/rights/rights-view.ts';
import { byRole, linesIn, type Period } from '../audit/log-lines.ts';
import { inCases, stillOpen } from '../base.ts';
import { loadEvenRestricted } from '../cases/load-case.ts';
import { timestamp, type CasesContext } from '../context.ts';
import { erasureProtocol } from '../forgetting/protocol.ts';
import { onlyFor } from '../monitoring/roles.ts';
import { readSetting } from '../session/settings.ts';

/** A year of a busy office; whoever needs more asks for less time. */
const linesRead = 100_000;
const linesShown = 2_000;
/** All of them, in every list: an overview that stops at a number passes over the rest. */
const everyOne = 1_000_000;
/** Files told of before somebody who types has a turn. */
const filesAtATime = 10;
/** A request is due within three months, a hold is looked at again within years. */
const daysAhead = 3_650;

/** What of the log concerns the whole office and not one file. */
const ofTheOffice: readonly string[] = ['audit.', 'backup.restore', 'clock.except_device', 'clock.settings', 'clock.trust_day', 'deletion.', 'incident.', 'monitoring.freeze', 'recovery.', 'rights.officerExtract', 'staff.', 'store.'];

/** A look at somebody's requests is no request. */
const ofARequest: readonly string[] = ['rights.enter', 'rights.extend', 'rights.decide', 'rights.answered', 'rights.restrict', 'rights.lift', 'rights.copy'];

/** Files with something to tell: what is open by the lists of dates, what was done by the log. */
function filesToTell({ cases, options }: CasesContext, lines: readonly { readonly action: string; readonly record: RecordId | null }[]): readonly RecordId[] {
  const until = addDays(options.today(), daysAhead);
  const restricted = { caseworker: null, status: 'restricted', supportForm: null, gapsOnly: false, text: '', sort: 'number', descending: false, offset: 0, limit: everyOne } as const;
  return cases.read((tx) => {
    const open = tx.projections.worklist({ caseworker: null, kinds: ['request', 'granted', 'hold'], until, limit: everyOne, readers: null }).rows.map(({ record }) => record);
    const closed = tx.projections.list(restricted).rows.map(({ id }) => id);
    const told = lines.flatMap(({ action, record }) => (record !== null && ofARequest.includes(action) && tx.projections.findRow(record) !== undefined ? [record] : []));
    // A hold without a day to look again stands on no list of dates.
    const held = tx.projections.clockDays(until).filter((one) => one.held.length > 0).map(({ record }) => record);
    return [...new Set([...open, ...closed, ...told, ...held])];
  });
}

/** Files with something on the list of tasks: whom to tell is one of them. Of these nothing is told but how many still have to hear. */
function filesWithTasks({ cases, options }: CasesContext): readonly RecordId[] {
  const tasks = { caseworker: null, kinds: ['task'], until: addDays(options.today(), daysAhead), limit: everyOne, readers: null } as const;
  return [...new Set(cases.read((tx) => tx.projections.worklist(tasks).rows.map(({ record }) => record)))];
}

interface Told {
  readonly requests: readonly OfficerRequest[];
  readonly restrictions: readonly OfficerRestriction[];
  readonly holds: readonly OfficerHold[];
  readonly noticesOpen: number;
}

/** Of one file; what was over before the time is left out. */
function tellOf(context: CasesContext, caseId: RecordId, { from }: Period): Told {
  const file = loadEvenRestricted(context, caseId);
  const today = context.options.today();
  const { number, requests, restrictions, notices } = rightsView(file, today);
  const answers = readCase(file.caseState, file.person);
  const answeredOn = (entry: (typeof requests)[number]['entry']): IsoDay | null => asDay(answers.value('request.answered_on', entry));
  const inTime = (day: IsoDay | null): boolean => day === null || day >= from;
  return {
    requests: requests
      .filter(({ open, receivedOn, entry }) => open || inTime(receivedOn) || inTime(answeredOn(entry)))
      .map(({ entry, kindLabel, byLabel, receivedOn, due, decisionLabel, groundLabel, overdue }) => ({ number, kind: kindLabel, by: byLabel, receivedOn, due, answeredOn: answeredOn(entry), decision: decisionLabel, ground: groundLabel, overdue })),
    restrictions: restrictions
      .filter(({ liftedOn }) => inTime(liftedOn))
      .map(({ since, groundLabel, askedByLabel, liftedOn, liftGroundLabel }) => ({ number, since, ground: groundLabel, askedBy: askedByLabel, liftedOn, liftGround: liftGroundLabel })),
    // Child protection is named to nobody outside: such a hold reads like one whose ground nobody named.
    holds: holdsOf(answers).map(({ ground, until }) => ({ number, ground: ground === null || ground === 'child_protection' ? 'gesetzlicher Grund' : context.options.catalogue.codeLabel('retention_ground', ground), until })),
    noticesOpen: notices.filter(({ doneOn }) => doneOn === null).length,
  };
}

/** Throws LOCKED. A file that is forgotten meanwhile is passed over. */
async function tellOfAll(context: CasesContext, files: readonly RecordId[], period: Period): Promise<readonly Told[]> {
  const told: Told[] = [];
  for (const [at, caseId] of files.entries()) {
    if (at % filesAtATime === 0) {
      await setImmediate();
      stillOpen(context);
    }
    if (context.cases.read((tx) => tx.projections.findRow(caseId)) !== undefined) told.push(tellOf(context, caseId, period));
  }
  return told;
}

async function extractOf(context: CasesContext, period: Period): Promise<OfficerExtract> {
  const { cases, store, office, options } = context;
  const now = timestamp(options.clock);
  const inPeriod = (at: string): boolean => {
    const day = dayHere(at) ?? '';
    return day >= period.from && day <= period.until;
  };
  const lines = linesIn(context, period, linesRead);
  const files = filesToTell(context, lines);
  const told = await tellOfAll(context, files, period);
  const wanted = new Set(files);
  const others = await tellOfAll(context, filesWithTasks(context).filter((record) => !wanted.has(record)), period);
  const log = byRole(context, lines.filter(({ action, record }) => (record !== null && wanted.has(record)) || ofTheOffice.some((begin) => action.startsWith(begin))));
  const checks = [store.desk.read((tx) => tx.audit.verify()), cases.read((tx) => tx.audit.verify())];
  return {
    officeName: office.settings.name,
    day: options.today(),
    ...period,
    requests: told.flatMap(({ requests }) => requests),
    restrictions: told.flatMap(({ restrictions }) => restrictions),
    holds: told.flatMap(({ holds }) => holds),
    noticesOpen: [...told, ...others].reduce((sum, { noticesOpen }) => sum + noticesOpen, 0),
    log: log.slice(0, linesShown),
    logCut: log.length > linesShown || lines.length >= linesRead,
    logChecked: checks.map(({ door, entries, brokenAt }) => ({ door, entries, holds: brokenAt === null })),
    erasures: erasureProtocol(context, everyOne).filter(({ at }) => inPeriod(at)),
    incidents: store.desk.read((tx) => readSetting(tx, 'incidents')?.incidents ?? []).map((one) => incidentView(one, now)).filter(({ noticedAt }) => inPeriod(noticedAt)),
  };
}

export const officerExtract = inCases.rights.officerExtract.handler(async ({ input, context }) => {
  onlyFor(context, 'head');
  const { store, actor, options, office } = context;
  const extract = await extractOf(context, input);
  const { pdf } = await options.documents.print(officerPaper(extract, office.settings.training));
  stillOpen(context);
  if (store.missing === null) store.desk.write((tx) => { tx.audit.write({ action: 'rights.officerExtract', record: null, details: { from: input.from, until: input.until } }, actor); });
  return {
    pdf: new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }),
    json: new Blob([JSON.stringify({ format: 'lotse-officer-extract', formatVersion: 1, ...extract }, null, 2)], { type: 'application/json' }),
    fileName: `datenschutz-uebersicht-${input.from}-${input.until}`,
    logCut: extract.logCut,
  };
});
