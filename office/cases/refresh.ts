/**
 * [Note: new day] What a row, a date or a fact says depends on the day: a step becomes due, a planned date arrives, a reporting year begins; and
 * on the edition of the catalogue, the monitoring plan and the months of the clock. So after an update every case is projected anew, and once a day those that the day
 * can change, a few milliseconds at a time; a delivery waits until that is done.
 */
import { ORPCError } from '@orpc/server';
import { setImmediate } from 'node:timers/promises';
import type { Store } from '../../db/contract/store.ts';
import { storeCodeOf } from '../../db/errors.ts';
import { alikeVersion } from '../../shared/cases/alike/alike-keys.ts';
import { wordsVersion } from '../../shared/cases/sound-words.ts';
import { turnsBetween } from '../../shared/cases/turning-day.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { OfficeContext, OpenContext, OpenOffice } from '../context.ts';
import { currentPlan } from '../monitoring/plans.ts';
import { clockRules } from '../clock/settings.ts';
import { readSetting, writeSetting } from '../session/settings.ts';
import { projectAnew } from './stale.ts';

/** Cases per transaction: what somebody saves meanwhile waits for one of these at most. */
const batch = 2;
/** Looking through cases takes this long at a time, in milliseconds. */
const slice = 4;

const running = new WeakMap<OpenOffice, Promise<void>>();

async function refresh(context: OfficeContext, office: OpenOffice): Promise<void> {
  const { cases, desk } = office.store;
  if (cases === null) return;
  const { plan } = currentPlan;
  const now = {
    day: context.options.today(),
    catalogue: context.options.catalogue.edition,
    plan: `${plan.id}/${String(plan.version)}`,
    // Both only grow, so the sum says when either did.
    words: wordsVersion + alikeVersion,
    clock: desk.read(clockRules),
  };
  const made = desk.read((tx) => readSetting(tx, 'projected'));
  const sameRules = made?.catalogue === now.catalogue && made.plan === now.plan && made.words === now.words && made.clock === now.clock;
  if (sameRules && made.day === now.day) return;
  const since = sameRules ? made.day : null;
  const records = cases.read((tx) => tx.histories.ids('case'));
  for (let at = 0; at < records.length; ) {
    await setImmediate();
    if (context.session.open !== office) throw new ORPCError('LOCKED');
    const found: RecordId[] = [];
    const until = performance.now() + slice;
    while (at < records.length && found.length < batch && performance.now() < until) {
      const record = records[at];
      at += 1;
      if (record !== undefined && (since === null || canTurn(office.store, record, since, now.day))) found.push(record);
    }
    projectAnew(context, office, found, 'kept');
  }
  desk.write((tx) => { writeSetting(tx, 'projected', now); });
}

/** A case that has no row yet is not waited for either; whether one can be read at all is said by whoever projects it. */
function canTurn({ cases, desk }: Store, record: RecordId, from: IsoDay, to: IsoDay): boolean {
  try {
    const file = cases?.read((tx) => (tx.projections.findRow(record) === undefined ? null : tx.histories.find(record)));
    return file === null || turnsBetween([file, desk.read((tx) => tx.histories.find(record))], from, to);
  } catch (problem) {
    if (storeCodeOf(problem) !== 'DATABASE_DAMAGED') throw problem;
    return true;
  }
}

/** Resolves when rows and facts are those of today. Throws LOCKED when the office is locked meanwhile. */
export async function refreshedFacts({ office, ...context }: OfficeContext & Pick<OpenContext, 'office'>): Promise<void> {
  const run = running.get(office) ?? refresh(context, office).finally(() => running.delete(office));
  running.set(office, run);
  await run;
}

/** The same after an unlock, without anybody waiting. */
export async function refreshInBackground(context: OfficeContext): Promise<void> {
  const { open } = context.session;
  if (open === null) return;
  try {
    await refreshedFacts({ ...context, office: open });
  } catch (problem) {
    // Locked meanwhile: the next unlock begins again. Anything else is shown by the next delivery, which waits for this too.
    if (!(problem instanceof ORPCError)) context.options.log?.('REFRESH_STOPPED');
  }
}
