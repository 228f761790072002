/** The accounts of an office, with the roles of the window. */
import { minPasswordLength } from '../../shared/rpc/parts.ts';
import { waysInAdvice, waysInGaps } from '../../shared/messages/ways-in.ts';
import type { AccountView } from '../../shared/rpc/session.views.ts';
import { argument, asJson, optional, Refused, required, UsageError, type Command, type Json } from '../command.ts';
import { newPasswordOf, passwordOf, withOffice, type OfficeAtWork } from '../office-session.ts';

const roles = ['head', 'caseworker', 'admin_office'] as const;

function accountsJson(accounts: readonly AccountView[]): Json {
  return asJson({ accounts, advice: waysInGaps(accounts, true) });
}

/** Lines for people; what is thin about the ways in stands below. */
function accountsText(result: Json): string {
  const { accounts } = result as unknown as { readonly accounts: readonly AccountView[] };
  const lines = accounts.map(({ login, displayName, role, canUnlock }) => `${login}\t${displayName}\t${role}${canUnlock ? '' : '\tkein Zugang'}`);
  const advice = waysInGaps(accounts, true).map((gap) => `${waysInAdvice[gap].text} ${waysInAdvice[gap].advice}`);
  return [...lines, ...advice].join('\n');
}

async function accountOf({ client }: OfficeAtWork, login: string): Promise<AccountView> {
  const wanted = login.trim().toLowerCase();
  const found = (await client.access.accounts()).find((account) => account.login.toLowerCase() === wanted);
  if (found === undefined) throw new Refused('ACCOUNT_UNKNOWN');
  return found;
}

function longEnough(password: string): string {
  if ([...password].length < minPasswordLength) throw new UsageError(`neues Passwort: mindestens ${String(minPasswordLength)} Zeichen`);
  return password;
}

export const usersList: Command = {
  name: ['users', 'list'],
  usage: '',
  summary: 'Zeigt, wer hier entsperren kann, und was daran zu dünn ist.',
  run: ({ values }) => withOffice(values, async ({ client }) => accountsJson(await client.access.accounts())),
  text: accountsText,
};

export const usersAdd: Command = {
  name: ['users', 'add'],
  usage: 'ANMELDENAME --display-name NAME --role head|caseworker|admin_office [--new-password-file DATEI]',
  summary: 'Legt einen Zugang an; das erste Passwort aus --new-password-file oder LOTSE_NEW_PASSWORD.',
  options: { 'display-name': { type: 'string' }, role: { type: 'string' }, 'new-password-file': { type: 'string' } },
  run: ({ values, positionals }) => {
    const role = roles.find((one) => one === required(values, 'role'));
    if (role === undefined) throw new UsageError(`--role: ${roles.join(' · ')}`);
    const account = {
      login: argument(positionals, 0, 'ANMELDENAME'),
      displayName: required(values, 'display-name'),
      role,
      password: longEnough(newPasswordOf(values)),
    };
    return withOffice(values, async ({ client }) => accountsJson(await client.access.add(account)));
  },
  text: accountsText,
};

export const usersRemove: Command = {
  name: ['users', 'remove'],
  usage: 'ANMELDENAME',
  summary: 'Nimmt einen Zugang; was die Person eingetragen hat, bleibt und trägt weiter ihren Namen.',
  run: ({ values, positionals }) => {
    const login = argument(positionals, 0, 'ANMELDENAME');
    return withOffice(values, async (office) => {
      const { id } = await accountOf(office, login);
      return accountsJson(await office.client.access.remove({ user: id }));
    });
  },
  text: accountsText,
};

export const usersPassword: Command = {
  name: ['users', 'password'],
  usage: '[ANMELDENAME] [--new-password-file DATEI]',
  summary: 'Ändert das eigene Passwort; mit Anmeldename setzt die Leitung einer anderen Person ein neues.',
  options: { 'new-password-file': { type: 'string' } },
  run: ({ values, positionals }) => {
    const newPassword = longEnough(newPasswordOf(values));
    const [login] = positionals;
    return withOffice(values, async (office) => {
      if (login === undefined || login === optional(values, 'login')) {
        await office.client.access.changePassword({ oldPassword: passwordOf(values), newPassword });
      } else {
        const { id } = await accountOf(office, login);
        await office.client.access.resetPassword({ user: id, newPassword });
      }
      return { changed: true };
    });
  },
};
