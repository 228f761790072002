/** Asks the server the page came from. The token goes into a header; it is never stored, and there is no cookie. */
import type { ServerInfo } from '../../shared/envelopes/collector-api.ts';
import type { DeliveryState, ReportBy, ReportChoices, ReportTable } from '../../shared/envelopes/reports-api.ts';

export type Failure = 'UNAUTHORISED' | 'UNREACHABLE' | 'FAILED';
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export interface Question {
  readonly table: string;
  readonly period: string;
  readonly by: ReportBy;
}

async function ask(path: string, token: string | null): Promise<Answer<Response>> {
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  try {
    const answer = await fetch(`../api/v1/${path}`, { headers, credentials: 'omit', cache: 'no-store' });
    if (answer.ok) return { ok: true, value: answer };
    return { ok: false, error: answer.status === 401 ? 'UNAUTHORISED' : 'FAILED' };
  } catch {
    // fetch rejects with a TypeError of the network only: nobody answered.
    return { ok: false, error: 'UNREACHABLE' };
  }
}

async function askJson<T>(path: string, token: string | null): Promise<Answer<T>> {
  const answer = await ask(path, token);
  return answer.ok ? { ok: true, value: (await answer.value.json()) as T } : answer;
}

function query(question: Question): string {
  return new URLSearchParams({ ...question }).toString();
}

export const api = {
  server: () => askJson<ServerInfo>('server', null),
  deliveries: (token: string) => askJson<DeliveryState>('reports/deliveries', token),
  choices: (token: string) => askJson<ReportChoices>('reports/tables', token),
  table: (token: string, question: Question) => askJson<ReportTable>(`reports/table?${query(question)}`, token),
  csv: async (token: string, question: Question): Promise<Answer<Blob>> => {
    const answer = await ask(`reports/table.csv?${query(question)}`, token);
    return answer.ok ? { ok: true, value: await answer.value.blob() } : answer;
  },
};
