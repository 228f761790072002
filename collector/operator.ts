/**
 * The operator's commands: they ask the running server over HTTP, with the token it left in its folder.
 *
 * One way for both databases: PGlite belongs to one process, and on PostgreSQL nothing must act beside the server either.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { Problem } from '../shared/envelopes/collector-api.ts';
import type {
  CodeRequest,
  DeliveryState,
  EnrolmentRow,
  IssuedCode,
  ReceiptLogState,
  ReportBy,
  ReportChoices,
  ReportTable,
} from '../shared/envelopes/reports-api.ts';
import { CollectorError, collectorErrors } from './errors.ts';
import { readPrivate } from './private-file.ts';

const ServerFile = z.object({ url: z.url(), pid: z.int() });

/** `dataDir` is the folder the server was started with. Everything throws {@link CollectorError}. */
export interface Operator {
  readonly url: string;
  createEnrolmentCode(request: CodeRequest): Promise<IssuedCode>;
  listEnrolments(): Promise<readonly EnrolmentRow[]>;
  /** Takes the id of the request, or the JMD-Kennung when it has exactly one open request (`OFFICE_UNKNOWN`). */
  approveEnrolment(idOrOffice: string): Promise<EnrolmentRow>;
  refuseEnrolment(idOrOffice: string): Promise<EnrolmentRow>;
  revokeCertificate(keyId: string): Promise<{ keyId: string; revokedAt: string }>;
  report(question: { by: ReportBy; period: string; table: string }): Promise<ReportTable>;
  reportCsv(question: { by: ReportBy; period: string; table: string }): Promise<string>;
  reportChoices(): Promise<ReportChoices>;
  deliveryState(): Promise<DeliveryState>;
  verifyReceipts(): Promise<ReceiptLogState>;
}

export function connectOperator(dataDir: string): Operator {
  const token = readPrivate(join(dataDir, 'operator.token'))?.trim();
  const server = readPrivate(join(dataDir, 'server.json'));
  if (token === undefined || server === null) throw new CollectorError('SERVER_NOT_RUNNING');
  return operatorAt(ServerFile.parse(JSON.parse(server)).url, token);
}

export function operatorAt(url: string, token: string): Operator {
  const ask = (method: 'GET' | 'POST', path: string, body?: unknown) => call(url, token, method, path, body);
  const get = async <T>(path: string) => (await (await ask('GET', path)).json()) as T;
  const post = async <T>(path: string, body?: unknown) => (await (await ask('POST', path, body)).json()) as T;
  const listEnrolments = () => get<readonly EnrolmentRow[]>('operator/enrolments');
  const idOf = async (idOrOffice: string) => {
    if (/^[0-9a-f]{32}$/.test(idOrOffice)) return idOrOffice;
    const open = (await listEnrolments()).filter(({ office, state }) => office === idOrOffice && state === 'pending');
    if (open.length !== 1 || open[0] === undefined) throw new CollectorError('OFFICE_UNKNOWN');
    return open[0].id;
  };
  const query = (question: { by: ReportBy; period: string; table: string }) => new URLSearchParams({ ...question }).toString();

  return {
    url,
    createEnrolmentCode: (request) => post('operator/codes', request),
    listEnrolments,
    approveEnrolment: async (idOrOffice) => post(`operator/enrolments/${await idOf(idOrOffice)}/approve`),
    refuseEnrolment: async (idOrOffice) => post(`operator/enrolments/${await idOf(idOrOffice)}/refuse`),
    revokeCertificate: (keyId) => post(`operator/certificates/${encodeURIComponent(keyId)}/revoke`),
    report: (question) => get(`reports/table?${query(question)}`),
    reportCsv: async (question) => {
      const bytes = await (await ask('GET', `reports/table.csv?${query(question)}`)).arrayBuffer();
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    },
    reportChoices: () => get('reports/tables'),
    deliveryState: () => get('reports/deliveries'),
    verifyReceipts: () => get('operator/receipts/verify'),
  };
}

async function call(url: string, token: string, method: 'GET' | 'POST', path: string, body: unknown): Promise<Response> {
  const headers: Record<string, string> = { authorization: `Bearer ${token}` };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new CollectorError('SERVER_NOT_RUNNING');
  });
  if (answer.ok) return answer;
  const problem = Problem.safeParse(await answer.json().catch(() => null));
  if (!problem.success) throw new CollectorError('REQUEST_REFUSED');
  const { code, detail } = problem.data;
  if (code === 'OFFICE_HAS_KEY') throw new CollectorError(code, `${collectorErrors[code].text} Schlüssel: ${detail ?? ''}`, code);
  throw new CollectorError(
    'REQUEST_REFUSED',
    [problem.data.title, problem.data.detail].filter(Boolean).join(' – '),
    problem.data.code,
  );
}
