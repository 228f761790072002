import fs from 'node:fs';
import { listBackups } from '../../db/backup/list-backups.ts';
import type { SafetyView } from '../../shared/rpc/safety.views.ts';
import type { OpenContext } from '../context.ts';
import { lockAfterOf } from '../session/settings.ts';
import { checkToTell } from './last-check.ts';
import { readSafety } from './settings.ts';

/** The page "Verwaltung" and the answer to every act of this group. */
export function safetyView({ store }: OpenContext): SafetyView {
  const { target, check, lockAfterMinutes } = store.desk.read((tx) => ({
    target: readSafety(tx, 'backup_target') ?? null,
    check: checkToTell(tx),
    lockAfterMinutes: lockAfterOf(tx),
  }));
  return {
    folder: store.dir,
    lockAfterMinutes,
    backups: listBackups(store.dir),
    target: target === null ? null : { ...target, reachable: fs.existsSync(target.folder) },
    check,
    missing: store.missing,
  };
}
