/** Setting up an office, connecting it, filling an Übungs-JMD. */
import { seedOffice } from '../../office/seed.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import { asJson, optional, required, UsageError, wholeNumber, type Command } from '../command.ts';
import { folderOf, passwordOf, withCore, withOffice } from '../office-session.ts';

const carrierGroups = ['bag_ejsa', 'bag_kjs', 'awo', 'free_group'] as const;
const laws = ['gdpr', 'kdg', 'dsg_ekd'] as const;

function oneOf<const T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UsageError(`--${option}: ${allowed.join(' · ')}`);
  return found;
}

function checked(value: string, option: string, shape: RegExp, words: string): string {
  if (!shape.test(value)) throw new UsageError(`--${option}: ${words}`);
  return value;
}

export const officeInit: Command = {
  name: ['office', 'init'],
  usage: '[--office-id NI-0417 --name NAME] [--group awo] [--land 03] [--law gdpr] [--login NAME] [--display-name NAME] [--training]',
  summary: 'Richtet ein JMD ein und gibt den Code des Notfallblatts aus, einmal. Ohne Kennung: ein Übungs-JMD.',
  options: {
    'office-id': { type: 'string' },
    name: { type: 'string' },
    group: { type: 'string', default: 'free_group' },
    land: { type: 'string', default: '03' },
    law: { type: 'string', default: 'gdpr' },
    'display-name': { type: 'string' },
    training: { type: 'boolean' },
  },
  run: async ({ values }) => {
    // A real JMD has a Kennung from the Servicebüro: without one it can only be for practice.
    const named = optional(values, 'office-id');
    const training = named === null || values['training'] === true;
    const officeId = OfficeId.safeParse(named ?? 'UEBUNG-1');
    if (!officeId.success) throw new UsageError('--office-id: Großbuchstaben, Ziffern und Bindestrich, 3 bis 20 Zeichen');
    const login = optional(values, 'login') ?? 'leitung';
    const password = passwordOf(values);
    return withCore(values, async ({ client }) => {
      const { recoveryCode } = await client.session.initialise({
        officeId: officeId.data,
        officeName: checked(named === null ? (optional(values, 'name') ?? 'Übungs-JMD') : required(values, 'name'), 'name', /^.{2,120}$/, '2 bis 120 Zeichen'),
        carrierGroup: oneOf(carrierGroups, required(values, 'group'), 'group'),
        land: checked(required(values, 'land'), 'land', /^(0[1-9]|1[0-6])$/, '01 bis 16'),
        privacyLaw: oneOf(laws, required(values, 'law'), 'law'),
        login,
        displayName: optional(values, 'display-name') ?? login,
        password,
        training,
      });
      return { dir: folderOf(values), officeId: officeId.data, training, recoveryCode };
    });
  },
};

export const officeStatus: Command = {
  name: ['office', 'status'],
  usage: '',
  summary: 'Sagt, wie es um den Datenordner steht; mit Passwort auch, was darin ist.',
  run: async ({ values }) => {
    const hasPassword = optional(values, 'password-file') !== null || (process.env['LOTSE_PASSWORD'] ?? '') !== '';
    const closed = await withCore(values, async ({ client }) => client.session.status());
    if (closed.phase !== 'locked' || !hasPassword) return asJson(closed);
    return withOffice(values, async ({ client }) => {
      const status = await client.session.status();
      if (status.phase !== 'open') return asJson(status);
      const { total } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 1 });
      const connection = await client.monitoring.connection();
      const { missing } = await client.safety.overview();
      return asJson({ phase: status.phase, office: status.office, user: status.user, readOnly: status.readOnly, missing, cases: total, server: connection });
    });
  },
};

export const officeSeed: Command = {
  name: ['office', 'seed'],
  usage: '[--cases 250] [--year JAHR]',
  summary: 'Füllt ein Übungs-JMD mit erfundenen Menschen.',
  options: { cases: { type: 'string', default: '250' }, year: { type: 'string' } },
  run: async ({ values, progress }) => {
    const cases = wholeNumber(required(values, 'cases'), '--cases', 1, 100_000);
    return withOffice(values, async ({ core, today }) => {
      const year = wholeNumber(optional(values, 'year') ?? today.slice(0, 4), '--year', 2000, 2199);
      await seedOffice(core, { cases, year, onProgress: (done) => { progress(`${String(done)} von ${String(cases)} Fällen`); } });
      return { cases, year };
    });
  },
};

export const officeConnect: Command = {
  name: ['office', 'connect'],
  usage: '[--url ADRESSE --code CODE]',
  summary: 'Meldet das JMD beim zentralen Auswertungsserver an; ohne Angaben: fragt nach, ob die Anmeldung angenommen ist.',
  options: { url: { type: 'string' }, code: { type: 'string' } },
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const url = optional(values, 'url');
      const connection =
        url === null ? await client.monitoring.checkConnection() : await client.monitoring.connect({ url, code: required(values, 'code') });
      return asJson(connection);
    }),
};
