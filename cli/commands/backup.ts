/** Backups: make, list, open again and count, bring back. */
import path from 'node:path';
import { backupsIn, restoreFolder, verifyNow } from '../../office/safety/outside.ts';
import { argument, asJson, optional, Refused, type Command } from '../command.ts';
import { folderOf, passwordOf, withOffice } from '../office-session.ts';

export const backupCreate: Command = {
  name: ['backup', 'create'],
  usage: '',
  summary: 'Macht eine Sicherung, öffnet sie noch einmal und zählt nach.',
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const before = new Set(backupsIn(folderOf(values)).map(({ name }) => name));
      const { backups } = await client.safety.backupNow();
      const made = backups.find(({ name }) => !before.has(name));
      if (made === undefined) throw new Refused('BACKUP_FAILED');
      return asJson(made);
    }),
};

export const backupList: Command = {
  name: ['backup', 'list'],
  usage: '',
  summary: 'Nennt die Sicherungen in diesem Datenordner; ohne Passwort.',
  run: async ({ values }) => ({ backups: backupsIn(folderOf(values)).map(asJson) }),
};

export const backupVerify: Command = {
  name: ['backup', 'verify'],
  usage: '[SICHERUNG]',
  summary: 'Öffnet eine Sicherung noch einmal und zählt nach; ohne Namen die neueste.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ core }) => {
      const { open } = core.context.session;
      const name = positionals[0] ?? backupsIn(folderOf(values))[0]?.name;
      if (open === null || name === undefined) throw new Refused('BACKUP_MISSING');
      return asJson(await verifyNow(open, name));
    }),
};

export const backupRestore: Command = {
  name: ['backup', 'restore'],
  usage: 'SICHERUNG [--from ORDNER] [--code CODE]',
  summary: 'Holt eine Sicherung zurück, mit dem Passwort der Leitung oder dem Notfallblatt. Was hier liegt, wird beiseitegelegt und nicht gelöscht.',
  options: { from: { type: 'string' }, code: { type: 'string' } },
  run: async ({ values, positionals }) => {
    const [from, code] = [optional(values, 'from'), optional(values, 'code')];
    const secret = code === null ? { login: optional(values, 'login'), password: passwordOf(values) } : { code };
    const name = argument(positionals, 0, 'SICHERUNG');
    return asJson(await restoreFolder(folderOf(values), name, secret, from === null ? null : path.resolve(from)));
  },
};
