/** Looks through an office: without a password what can be seen from outside, with it everything. */
import { backupsIn, lookFromOutside } from '../../office/safety/outside.ts';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import type { FindingView } from '../../shared/rpc/safety.views.ts';
import { asJson, optional, Refused, type Command } from '../command.ts';
import { folderOf, withOffice } from '../office-session.ts';

/** The first problem is the exit code's reason; all of them are on stdout before. */
function report(dir: string, findings: readonly FindingView[], complete: boolean) {
  const problem = findings.find((finding) => finding.problem !== null)?.problem ?? null;
  if (problem !== null) {
    process.stderr.write(`${findings.map(({ what, problem: code, count }) => `${what}: ${code ?? 'ok'} (${String(count)})`).join('\n')}\n`);
    throw new Refused(problem);
  }
  return { dir, complete, sound: true, findings: findings.map(asJson), newestBackup: backupsIn(dir)[0]?.name ?? null };
}

export const doctor: Command = {
  name: ['doctor'],
  usage: '[--repair]',
  summary: 'Untersucht den Datenordner: ohne Passwort von außen, mit Passwort alles. --repair baut alles Abgeleitete neu.',
  options: { repair: { type: 'boolean' } },
  run: async ({ values }) => {
    await cryptoReady();
    const dir = folderOf(values);
    const outside = lookFromOutside(dir);
    if (outside === null) throw new Refused('OFFICE_MISSING');
    const hasPassword = optional(values, 'password-file') !== null || (process.env['LOTSE_PASSWORD'] ?? '') !== '';
    if (!hasPassword && values['repair'] !== true) return report(dir, outside, false);
    return withOffice(values, async ({ client }) => {
      if (values['repair'] === true) await client.safety.rebuild();
      const { check } = await client.safety.check();
      // The password of somebody who opens no cases: nobody looked at them.
      return report(dir, check?.findings ?? [], check?.deskOnly === false);
    });
  },
};
