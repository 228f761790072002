/** What the page and the reports command read. Operator only. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { reportBy } from '../../shared/envelopes/reports-api.ts';
import type { ReportChoices } from '../../shared/envelopes/reports-api.ts';
import type { Context } from '../context.ts';
import { operatorOnly } from '../http/bearer.ts';
import { Refused } from '../http/problem.ts';
import { deliveredPeriods } from '../storage/reports.ts';
import { reportCsv } from './csv.ts';
import { deliveryState } from './delivery-state.ts';
import { reportTable } from './table.ts';

const Question = z.strictObject({
  table: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
  period: z.string().regex(/^20\d\d(-H[12])?$/),
  by: z.enum(reportBy),
});

function question(query: unknown): z.infer<typeof Question> {
  const parsed = Question.safeParse(query);
  if (!parsed.success) throw new Refused('INPUT_INVALID');
  return parsed.data;
}

export function addReportRoutes(app: FastifyInstance, context: Context, operatorToken: string): void {
  const onRequest = operatorOnly(operatorToken);

  app.get('/api/v1/reports/deliveries', { onRequest }, () => deliveryState(context));

  app.get('/api/v1/reports/tables', { onRequest }, async (): Promise<ReportChoices> => {
    const seen = new Map(context.plans.flatMap(({ plan }) => plan.tables).map((table) => [table.id, table]));
    const tables = [...seen.values()].map(({ id, title, protection }) => ({ id, title, protection }));
    return { periods: await deliveredPeriods(context.db), tables };
  });

  app.get('/api/v1/reports/table', { onRequest }, async (request) => {
    const { table, period, by } = question(request.query);
    return reportTable(context, table, period, by);
  });

  app.get('/api/v1/reports/table.csv', { onRequest }, async (request, reply) => {
    const { table, period, by } = question(request.query);
    const csv = reportCsv(await reportTable(context, table, period, by));
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="lotse-${table}-${period}-${by}.csv"`)
      .send(csv);
  });
}
