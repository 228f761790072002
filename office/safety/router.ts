/** Backups, checks, and how long an untouched window stays open. */
import { ORPCError } from '@orpc/server';
import fs from 'node:fs';
import path from 'node:path';
import { holdsMirror, leavePlace } from '../../db/backup/mirror.ts';
import { giveUpPlaces } from '../../db/backup/second-place.ts';
import { recordsWithRows, rebuildStates } from '../../db/check/rebuild-derived.ts';
import { opened, stillOpen } from '../base.ts';
import { markStale, rebuildProjections } from '../cases/stale.ts';
import type { OpenContext } from '../context.ts';
import { goOnWriting, oneAtATime } from '../session/open-store.ts';
import { writeSetting } from '../session/settings.ts';
import { backUp, letSecondPlaceForget, mirror } from './backup.ts';
import { check as checkAll } from './check.ts';
import { safetyView } from './overview.ts';
import { backups, restore } from './restore.ts';
import { readSafety, writeSafety } from './settings.ts';
import { inTurn, safetyOf } from './state.ts';

function headOnly({ store }: OpenContext): void {
  if (store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
}

/** A folder Lotse can write in, outside the data folder: a backup beside the original is none. */
function assertTarget(dir: string, folder: string): void {
  const inside = path.relative(path.resolve(dir), path.resolve(folder));
  const outside = inside.startsWith('..') || path.isAbsolute(inside);
  try {
    if (outside && path.isAbsolute(folder) && fs.statSync(folder).isDirectory()) {
      fs.rmdirSync(fs.mkdtempSync(path.join(folder, '.lotse-')));
      return;
    }
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem)) throw problem;
  }
  throw new ORPCError('TARGET_UNUSABLE');
}

export const safety = {
  overview: opened.safety.overview.handler(({ context }) => safetyView(context)),
  backupNow: opened.safety.backupNow.handler(async ({ context }) => {
    await backUp(context, context.office, 'manual');
    stillOpen(context);
    return safetyView(context);
  }),
  setTarget: opened.safety.setTarget.handler(async ({ input: { folder }, context }) => {
    headOnly(context);
    const { store, office } = context;
    if (folder !== null) assertTarget(store.dir, folder);
    await inTurn(office, () => letSecondPlaceForget(context, office));
    stillOpen(context);
    const former = store.desk.read((tx) => readSafety(tx, 'backup_target')) ?? null;
    const left = former === null || (folder !== null && path.resolve(former.folder) === path.resolve(folder)) ? null : former.folder;
    const keysRemoved = left === null ? null : leavePlace(store.dir, left);
    // What the former place still owes then nobody can ask of it any more; that it was given up is in the log.
    if (former === null || former.folder !== folder || !holdsMirror(store.dir, former.folder)) giveUpPlaces(store, context.actor);
    context.store.desk.write((tx) => {
      writeSafety(tx, 'backup_target', folder === null ? null : { folder, lastAt: null });
      tx.audit.write({ action: 'backup.target', record: null, details: { chosen: folder !== null, ...(keysRemoved !== null && { keysRemoved }) } }, context.actor);
    });
    safetyOf(office).targetUnusable = false;
    await inTurn(office, () => mirror(context, office));
    stillOpen(context);
    return safetyView(context);
  }),
  setLockAfter: opened.safety.setLockAfter.handler(({ input: { minutes }, context }) => {
    headOnly(context);
    context.store.desk.write((tx) => {
      writeSetting(tx, 'lock_after', { minutes });
      tx.audit.write({ action: 'safety.lock_after', record: null, details: { minutes } }, context.actor);
    });
    context.idle.wake();
    return safetyView(context);
  }),
  check: opened.safety.check.handler(async ({ context }) => {
    const found = await checkAll(context, context.office);
    stillOpen(context);
    // What was found just now, also where it cannot be kept.
    return { ...safetyView(context), check: found };
  }),
  rebuild: opened.safety.rebuild.handler(({ context }) => {
    const { store, office } = context;
    // Before the tables are emptied: interrupted behind that, the next unlock makes what is not there yet.
    const records = recordsWithRows(store);
    if (records.length > 0) store.desk.write((tx) => { markStale(tx, office, records); });
    rebuildStates(store);
    rebuildProjections(context, office);
    store.desk.write((tx) => { tx.audit.write({ action: 'safety.rebuild', record: null, details: {} }, context.actor); });
    return safetyView(context);
  }),
  acceptOlder: opened.safety.acceptOlder.handler(({ context }) =>
    oneAtATime(context, async () => {
      stillOpen(context);
      headOnly(context);
      const wasReadOnly = context.store.missing !== null;
      context.store.acceptOlder(context.actor);
      if (wasReadOnly) goOnWriting(context, context.office);
      return safetyView(context);
    }),
  ),
  backups,
  restore,
};
