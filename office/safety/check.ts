/** Looks through everything an office consists of and keeps what was found. */
import { readBackupsFindings } from './check-backups.ts';
import { checkSlots } from '../../db/check/check-copies.ts';
import { checkStore } from '../../db/check/check-store.ts';
import { StoreError } from '../../db/errors.ts';
import { listErasures } from '../../db/erase/erase.ts';
import { inspectFolder } from '../../db/store.ts';
import type { FindingView } from '../../shared/rpc/safety.views.ts';
import { timestamp, type OfficeContext, type OpenOffice } from '../context.ts';
import { placeRefusal } from '../session/refuse-place.ts';
import { compareProjections } from './compare-projections.ts';
import { keepCheck, lastLook } from './last-check.ts';
import type { CheckSettings } from './settings.ts';
import { inTurn, safetyOf } from './state.ts';

const day = 86_400_000;

/** Pages only, after each unlock; once a week everything. */
export async function lookAfterUnlock(context: OfficeContext, office: OpenOffice): Promise<void> {
  const last = office.store.desk.read((tx) => lastLook(tx, office.store.cases === null));
  const age = last === undefined ? Infinity : Math.abs(context.options.clock().getTime() - Date.parse(last));
  if (age >= 7 * day) {
    await check(context, office);
    return;
  }
  const findings = await inTurn(office, () => checkStore(office.store, 'quick'));
  judge(office, findings);
}

/** Everything this slot opens; takes a while. */
export async function check(context: OfficeContext, office: OpenOffice): Promise<CheckSettings> {
  const { store } = office;
  const deskOnly = store.cases === null;
  // The search lies behind the other door: nobody looked at it.
  const found = (await inTurn(office, () => checkStore(store, 'full'))).filter(({ what }) => !(deskOnly && what === 'search'));
  if (context.session.open !== office) throw new StoreError('LOCKED');
  const wrong = await compareProjections(context, office);
  const findings = onePerKind([
    ...checkSlots(store.dir),
    { what: 'place', problem: placeRefusal(context, office.settings.training), count: 1 },
    filesWithErasures(office),
    ...found.filter(({ what }) => what !== 'backups').map((finding) => (finding.what === 'derived' && wrong > 0 ? { ...finding, problem: 'DATABASE_DAMAGED', count: wrong } : finding)),
    ...found.filter(({ what }) => what === 'backups'),
    readBackupsFindings(store.dir),
  ]);
  judge(office, findings);
  const result = { at: timestamp(context.options.clock), deskOnly, findings };
  if (store.missing === null && context.session.open === office) store.desk.write((tx) => { keepCheck(tx, result); });
  return result;
}

/** What is damaged for good, not what can be made anew. */
function judge(office: OpenOffice, findings: readonly FindingView[]): void {
  const lasting = findings.filter(({ what, problem }) => problem !== null && ['pages', 'log', 'keys', 'histories'].includes(what) && problem === 'DATABASE_DAMAGED');
  safetyOf(office).damaged = lasting.reduce((sum, { count }) => sum + count, 0);
}

const order = ['place', 'files', 'pages', 'log', 'keys', 'histories', 'derived', 'search', 'backups'] as const;

/** Of each kind the first problem, or what was looked at. */
function onePerKind(findings: readonly FindingView[]): FindingView[] {
  return order.flatMap((what) => {
    const ofKind = findings.filter((finding) => finding.what === what);
    const told = ofKind.find(({ problem }) => problem !== null) ?? ofKind[0];
    return told === undefined ? [] : [told];
  });
}

/** The files; whether they are older than what was acknowledged; an erasure that some file has not let go of yet: the worst of them. */
function filesWithErasures({ store }: OpenOffice): FindingView {
  const [files] = filesFindings(store.dir);
  // 0: some witness is lost, and nobody can say how many.
  if (store.missing !== null && files?.problem == null) return { what: 'files', problem: 'STORE_READ_ONLY', count: store.missing.desk + store.missing.cases };
  const open = listErasures(store).filter(({ doneAt }) => doneAt === null).length;
  return open === 0 || files?.problem != null ? { what: 'files', problem: null, count: 1, ...files } : { what: 'files', problem: 'ERASURE_OPEN', count: open };
}

/** Seen from outside, as an administrator without a slot sees it. */
export function filesFindings(dir: string): readonly FindingView[] {
  const folder = inspectFolder(dir);
  return [{ what: 'files', problem: folder.state === 'damaged' ? folder.code : null, count: 1 }];
}
