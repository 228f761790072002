/** The central server and its operator. */
import { connectOperator } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import { CarrierGroup, Land } from '../../shared/envelopes/types.ts';
import { reportBy } from '../../shared/envelopes/reports-api.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import { argument, asJson, optional, required, UsageError, wholeNumber, type Command } from '../command.ts';
import { folderOf } from '../office-session.ts';
import { untilEnded } from './serve.ts';

export const collectorServe: Command = {
  name: ['collector', 'serve'],
  usage: '--dir ORDNER [--port NUMMER] [--host 127.0.0.1] [--database postgres://…] [--training] [--behind-proxy ADRESSE]',
  summary: 'Startet den zentralen Auswertungsserver; ohne --database als Übungsbetrieb.',
  options: { port: { type: 'string' }, host: { type: 'string' }, database: { type: 'string' }, training: { type: 'boolean' }, 'behind-proxy': { type: 'string' } },
  run: async ({ values }) => {
    const proxy = optional(values, 'behind-proxy');
    const server = await startCollector({
      dataDir: folderOf({ dir: required(values, 'dir') }),
      // In the environment it does not show in the list of processes.
      databaseUrl: optional(values, 'database') ?? process.env['LOTSE_DATABASE'] ?? null,
      training: values['training'] === true,
      // The proxy names the sender; else all offices behind it would share one allowance.
      ...(proxy === null ? {} : { trustProxy: proxy }),
      port: wholeNumber(optional(values, 'port') ?? '0', '--port', 0, 65_535),
      host: optional(values, 'host') ?? '127.0.0.1',
    });
    const page = `${server.url}/#${server.operatorToken}`;
    const said = { url: server.url, page, training: server.training, authority: server.authority.keyId };
    if (values['json'] === true) process.stdout.write(`${JSON.stringify(said)}\n`);
    else process.stdout.write(`${server.training ? 'Übungsbetrieb: Eine Empfangsbestätigung von hier ist keine Zusage.\n' : ''}${page}\n`);
    await untilEnded();
    await server.close();
    return undefined;
  },
};

export const collectorEnrol: Command = {
  name: ['collector', 'enrol'],
  usage: '--dir ORDNER --office-id NI-0417 --name NAME --group awo --land 03',
  summary: 'Macht einen einmaligen Code, mit dem sich ein JMD anmelden kann.',
  options: { 'office-id': { type: 'string' }, name: { type: 'string' }, group: { type: 'string' }, land: { type: 'string' } },
  run: async ({ values }) => {
    const office = OfficeId.safeParse(required(values, 'office-id'));
    const carrierGroup = CarrierGroup.safeParse(required(values, 'group'));
    const land = Land.safeParse(required(values, 'land'));
    if (!office.success) throw new UsageError('--office-id: Großbuchstaben, Ziffern und Bindestrich, 3 bis 20 Zeichen');
    if (!carrierGroup.success) throw new UsageError(`--group: ${CarrierGroup.options.join(' · ')}`);
    if (!land.success) throw new UsageError('--land: 01 bis 16');
    const request = { office: office.data, officeName: required(values, 'name'), carrierGroup: carrierGroup.data, land: land.data };
    return asJson(await connectOperator(folderOf({ dir: required(values, 'dir') })).createEnrolmentCode(request));
  },
};

export const collectorApprove: Command = {
  name: ['collector', 'approve'],
  usage: '--dir ORDNER [JMD-KENNUNG oder ANMELDUNG]',
  summary: 'Nimmt eine Anmeldung an; ohne Angabe: listet die Anmeldungen.',
  run: async ({ values, positionals }) => {
    const operator = connectOperator(folderOf({ dir: required(values, 'dir') }));
    const who = positionals[0];
    if (who === undefined) return { enrolments: (await operator.listEnrolments()).map(asJson) };
    return asJson(await operator.approveEnrolment(who));
  },
};

export const collectorReport: Command = {
  name: ['collector', 'report'],
  usage: '--dir ORDNER [--by federal] [--period 2026 --table A1]',
  summary: 'Zeigt eine Tabelle nach Bund, Trägergruppe, Land oder JMD; ohne Tabelle: den Lieferstand.',
  options: { by: { type: 'string', default: 'federal' }, period: { type: 'string' }, table: { type: 'string' } },
  run: async ({ values, positionals }) => {
    if (positionals.length > 0) argument([], 0, 'keine weiteren Angaben; eine Option');
    const operator = connectOperator(folderOf({ dir: required(values, 'dir') }));
    const table = optional(values, 'table');
    if (table === null) return asJson(await operator.deliveryState());
    const by = reportBy.find((one) => one === required(values, 'by'));
    if (by === undefined) throw new UsageError(`--by: ${reportBy.join(' · ')}`);
    return asJson(await operator.report({ by, period: required(values, 'period'), table }));
  },
};
