/**
 * [Note: new day] What a row, a date or a fact says depends on the day: a step becomes due, a planned date arrives, a reporting year begins; and
 * on the edition of the catalogue and the monitoring plan. So once a day, and after an update, everything is projected anew, a few cases at
 * a time; a delivery waits until that is done.
 */
import { ORPCError } from '@orpc/server';
import { setImmediate } from 'node:timers/promises';
import type { OfficeContext, OpenContext, OpenOffice } from '../context.ts';
import { currentPlan } from '../monitoring/plans.ts';
import { readSetting, writeSetting } from '../session/settings.ts';
import { projectAnew } from './stale.ts';

/** Cases per transaction: a save waits for one batch at most. */
const batch = 25;

const running = new WeakMap<OpenOffice, Promise<void>>();

async function refresh(context: OfficeContext, office: OpenOffice): Promise<void> {
  const { cases, desk } = office.store;
  if (cases === null) return;
  const { plan } = currentPlan;
  const now = { day: context.options.today(), catalogue: context.options.catalogue.edition, plan: `${plan.id}/${String(plan.version)}` };
  const made = desk.read((tx) => readSetting(tx, 'projected'));
  if (made?.day === now.day && made.catalogue === now.catalogue && made.plan === now.plan) return;
  const records = cases.read((tx) => tx.histories.ids('case'));
  for (let at = 0; at < records.length; at += batch) {
    await setImmediate();
    if (context.session.open !== office) throw new ORPCError('LOCKED');
    projectAnew(context, office, records.slice(at, at + batch), 'kept');
  }
  desk.write((tx) => { writeSetting(tx, 'projected', now); });
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
