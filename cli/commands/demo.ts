/**
 * `lotse demo`: the whole way once, with real parts: central server, two Übungs-JMD, a case edited, its plan printed, two deliveries
 * built, approved, sent, received, counted. Leaves everything in its folder.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { operatorAt, type Operator } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import { seedOffice } from '../../office/seed.ts';
import type { ReportTable } from '../../shared/envelopes/reports-api.ts';
import { total, type Table } from '../../shared/monitoring/types.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import type { CarrierGroupId } from '../../shared/domain/programme.ts';
import { Refused, required, type Command, type Json } from '../command.ts';
import { folderOf, withCore, type OfficeAtWork } from '../office-session.ts';

const casesPerOffice = 250;
/** Opens the two Übungs-JMD that stay in the folder; made-up people only, so it may be known. */
const demoPassword = 'lotse-demo-2026';

const offices = [
  { folder: 'jmd-nordheide', id: 'UEB-NORD', name: 'JMD Nordheide (Übung)', group: 'bag_ejsa', land: '03' },
  { folder: 'jmd-suedstadt', id: 'UEB-SUED', name: 'JMD Südstadt (Übung)', group: 'bag_kjs', land: '09' },
] as const satisfies readonly { folder: string; id: string; name: string; group: CarrierGroupId; land: string }[];

interface Delivered {
  readonly file: string;
  readonly sha256: string;
  readonly receipt: number;
  readonly cases: number;
  readonly personsTrue: number;
  readonly trueTables: readonly Table[];
  readonly planPdf: string | null;
}

/** Sets up, seeds, edits and prints (first office only), enrols, delivers. */
async function workOneOffice(
  dir: string,
  plan: (typeof offices)[number],
  operator: Operator,
  printPlan: boolean,
  say: (text: string) => void,
): Promise<Delivered> {
  const folder = join(dir, plan.folder);
  return withCore({ dir: folder }, async (office) => {
    const { client, core, today } = office;
    say(`${plan.name}: wird eingerichtet`);
    const id = OfficeId.parse(plan.id);
    const { recoveryCode } = await client.session.initialise({
      officeId: id,
      officeName: plan.name,
      carrierGroup: plan.group,
      land: plan.land,
      privacyLaw: 'gdpr',
      login: 'leitung',
      displayName: 'Petra Amsel',
      password: demoPassword,
      training: true,
    });
    await client.session.confirmRecovery({ code: recoveryCode });
    const year = Number(today.slice(0, 4));
    await seedOffice(core, { cases: casesPerOffice, year, onProgress: (done) => { say(`${plan.name}: ${String(done)} von ${String(casesPerOffice)} Fällen`); } });
    const planPdf = printPlan ? await editAndPrint(office, dir) : null;

    say(`${plan.name}: meldet sich beim Server an`);
    const { code } = await operator.createEnrolmentCode({ office: id, officeName: plan.name, carrierGroup: plan.group, land: plan.land });
    await client.monitoring.connect({ url: operator.url, code });
    await operator.approveEnrolment(id);
    await client.monitoring.checkConnection();

    say(`${plan.name}: baut die Monitoring-Meldung, gibt sie frei und sendet sie`);
    const built = await client.monitoring.build({ year, half: null });
    await client.monitoring.approve({ deliveryId: built.delivery.id });
    const [sent] = (await client.monitoring.send()).filter((one) => one.id === built.delivery.id);
    if (sent?.state !== 'confirmed' || sent.sha256 === null || sent.receiptNumber === null) throw new Refused(sent?.lastError ?? 'SERVER_ERROR');
    const file = join(dir, `meldung-${plan.id}.dsse.json`);
    const envelope = await client.monitoring.envelope({ deliveryId: sent.id });
    writeFileSync(file, new Uint8Array(await envelope.arrayBuffer()));
    const cases = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 1 });
    const own = await client.monitoring.ownCount({ year });
    return { file, sha256: sent.sha256, receipt: sent.receiptNumber, cases: cases.total, personsTrue: own.persons, trueTables: own.tables, planPdf };
  });
}

/** Opens the first case that has a plan, moves its review, prints it. */
async function editAndPrint({ client, today }: OfficeAtWork, dir: string): Promise<string> {
  const { rows } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 });
  for (const row of rows) {
    const view = await client.cases.open({ caseId: row.id });
    if (!view.consentGiven || !view.entries.some((entry) => entry.group === 'goal' && !entry.retired)) continue;
    const field = 'integration_plan.next_review';
    const review = `${String(Number(today.slice(0, 4)) + 1)}-03-02`;
    await client.cases.answer({ caseId: row.id, entry: null, field, value: review, base: [...(view.answers['']?.[field]?.base ?? [])] });
    const printed = await client.plan.print({ caseId: row.id });
    const file = join(dir, 'plan.pdf');
    writeFileSync(file, new Uint8Array(await printed.pdf.arrayBuffer()));
    return file;
  }
  throw new Refused('PLAN_EMPTY');
}

/** One federal table beside what the two offices counted themselves, one line per cell. */
function besideTruth(report: ReportTable, done: readonly Delivered[]): readonly string[] {
  const label = (codes: readonly string[]): string =>
    codes.map((code, at) => (code === total ? 'insgesamt' : (report.dimensions[at]?.codes.find((one) => one.code === code)?.label ?? code))).join(' · ');
  const truth = (codes: readonly string[]): number =>
    done.reduce((sum, { trueTables }) => sum + (trueTables.find(({ id }) => id === report.id)?.cells.find((cell) => cell.codes.join() === codes.join())?.value ?? 0), 0);
  const lines = (report.rows[0]?.cells ?? []).map(({ codes, value }) => `  ${label(codes).padEnd(58)} ${String(value).padStart(6)} ${String(truth(codes)).padStart(7)}`);
  return [`${report.id}  ${report.title}`, `  ${''.padEnd(58)}   Bund gezählt`, ...lines, ''];
}

export const demo: Command = {
  name: ['demo'],
  usage: '--dir ORDNER',
  summary: 'Geht den ganzen Weg einmal: Server, zwei Übungs-JMD, Akte, Plan, Meldung, Empfangsbestätigung, Bundestabelle.',
  run: async ({ values, progress }): Promise<Json> => {
    const dir = folderOf({ dir: required(values, 'dir') });
    if (existsSync(dir) && readdirSync(dir).length > 0) throw new Refused('FOLDER_NOT_EMPTY');
    mkdirSync(dir, { recursive: true });
    progress('Der zentrale Auswertungsserver startet (Übungsbetrieb)');
    const server = await startCollector({ dataDir: join(dir, 'server'), databaseUrl: null, training: true, port: 0, host: '127.0.0.1' });
    try {
      const operator = operatorAt(server.url, server.operatorToken);
      const done: Delivered[] = [];
      for (const [at, office] of offices.entries()) done.push(await workOneOffice(dir, office, operator, at === 0, progress));
      const period = (await operator.reportChoices()).periods[0] ?? '';
      const tables = (await operator.reportChoices()).tables.map(({ id }) => id);
      const federal: ReportTable[] = [];
      for (const table of tables) federal.push(await operator.report({ by: 'federal', period, table }));
      writeFileSync(join(dir, 'bundestabellen.json'), `${JSON.stringify(federal, null, 2)}\n`);
      writeFileSync(join(dir, 'bundestabellen.txt'), `${federal.flatMap((table) => besideTruth(table, done)).join('\n')}\n`);
      const row = federal.find(({ id }) => id === 'A1')?.rows[0];
      const published = row?.cells.find((cell) => cell.codes.every((code) => code === total))?.value ?? 0;
      return {
        offices: done.length,
        cases: done.reduce((sum, one) => sum + one.cases, 0),
        planPdf: done[0]?.planPdf ?? null,
        extracts: done.map(({ file, sha256, receipt }) => ({ file, sha256, receipt: String(receipt) })),
        collector: { offices: row?.offices ?? 0, personsPublished: published, personsTrue: done.reduce((sum, one) => sum + one.personsTrue, 0) },
      };
    } finally {
      await server.close();
    }
  },
  text: (result) => {
    const { offices: count, cases, planPdf, extracts, collector } = result as {
      offices: number;
      cases: number;
      planPdf: string;
      extracts: { file: string; receipt: string }[];
      collector: { personsPublished: number; personsTrue: number };
    };
    return [
      `${String(count)} Übungs-JMD mit zusammen ${String(cases)} Fällen (Passwort: ${demoPassword})`,
      `Plan: ${planPdf}`,
      ...extracts.map((one) => `Monitoring-Meldung: ${one.file} – Eingang bestätigt unter Nummer ${one.receipt}`),
      '',
      readFileSync(join(dirname(planPdf), 'bundestabellen.txt'), 'utf8').trimEnd(),
      '',
      `Junge Menschen im Bund: veröffentlicht ${String(collector.personsPublished)}, gezählt ${String(collector.personsTrue)}`,
    ].join('\n');
  },
};

