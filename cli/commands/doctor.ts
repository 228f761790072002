/** Looks through an office: without a password what can be seen from outside, with it everything. */
import { listBackups } from '../../db/backup/list-backups.ts';
import { placeProblem } from '../../db/place.ts';
import { inspectFolder } from '../../db/store.ts';
import { readBackupsFindings } from '../../office/safety/check-backups.ts';
import { filesFindings } from '../../office/safety/check.ts';
import type { FindingView } from '../../shared/rpc/views.ts';
import { asJson, optional, Refused, type Command } from '../command.ts';
import { folderOf, withOffice } from '../office-session.ts';

/** The first problem is the exit code's reason; all of them are on stdout before. */
function report(dir: string, findings: readonly FindingView[], complete: boolean) {
  const problem = findings.find((finding) => finding.problem !== null)?.problem ?? null;
  if (problem !== null) {
    process.stderr.write(`${findings.map(({ what, problem: code, count }) => `${what}: ${code ?? 'ok'} (${String(count)})`).join('\n')}\n`);
    throw new Refused(problem);
  }
  return { dir, complete, sound: true, findings: findings.map(asJson), newestBackup: listBackups(dir)[0]?.name ?? null };
}

/** The carrier's administrator has no slot: place, files, backups are what he can look after. */
function fromOutside(dir: string): readonly FindingView[] {
  const folder = inspectFolder(dir);
  const place = folder.state === 'locked' && folder.training ? null : placeProblem(dir);
  return [{ what: 'place', problem: place, count: 1 }, ...filesFindings(dir), readBackupsFindings(dir)];
}

export const doctor: Command = {
  name: ['doctor'],
  usage: '[--repair]',
  summary: 'Untersucht den Datenordner: ohne Passwort von außen, mit Passwort alles. --repair baut alles Abgeleitete neu.',
  options: { repair: { type: 'boolean' } },
  run: async ({ values }) => {
    const dir = folderOf(values);
    if (inspectFolder(dir).state === 'empty') throw new Refused('OFFICE_MISSING');
    const hasPassword = optional(values, 'password-file') !== null || (process.env['LOTSE_PASSWORD'] ?? '') !== '';
    if (!hasPassword && values['repair'] !== true) return report(dir, fromOutside(dir), false);
    return withOffice(values, async ({ client }) => {
      if (values['repair'] === true) await client.safety.rebuild();
      const { check } = await client.safety.check();
      return report(dir, check?.findings ?? [], true);
    });
  },
};
