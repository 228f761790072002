/** Enrolment: the office asks with its code, the operator decides. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { openEnrolment } from '../../shared/envelopes/enrolment.ts';
import type { EnrolmentRow } from '../../shared/envelopes/reports-api.ts';
import type { Context } from '../context.ts';
import { operatorOnly } from '../http/bearer.ts';
import { bodyBytes } from '../http/frame.ts';
import { limitFailures } from '../http/limit-failures.ts';
import { Refused } from '../http/problem.ts';
import { verifyReceiptLog } from '../receipt-log.ts';
import { revokeCertificate } from '../storage/certificates.ts';
import { listEnrolments } from '../storage/enrolments.ts';
import type { EnrolmentRow as StoredEnrolment } from '../storage/enrolments.ts';
import { approve, refuse } from './decide.ts';
import { issueCode } from './issue-code.ts';
import { requestEnrolment, enrolmentStatus } from './request.ts';

export function addEnrolmentRoutes(app: FastifyInstance, context: Context, operatorToken: string): void {
  const limits = limitFailures(context);
  app.post('/api/v1/enrolments', limits, async (request, reply) => {
    const opened = openEnrolment(bodyBytes(request.body));
    if (!opened.ok) throw new Refused(opened.error);
    return reply.code(202).send(await requestEnrolment(context, opened.value));
  });
  app.get<{ Params: { id: string } }>('/api/v1/enrolments/:id', limits, (request) => enrolmentStatus(context, request.params.id));

  const onRequest = operatorOnly(operatorToken);
  app.post('/api/v1/operator/codes', { onRequest }, async (request, reply) =>
    reply.code(201).send(await issueCode(context, bodyBytes(request.body))),
  );
  app.get('/api/v1/operator/enrolments', { onRequest }, async () => (await listEnrolments(context.db)).map(viewOf));
  app.post<{ Params: { id: string } }>('/api/v1/operator/enrolments/:id/approve', { onRequest }, async (request) =>
    viewOf(await approve(context, request.params.id)),
  );
  app.post<{ Params: { id: string } }>('/api/v1/operator/enrolments/:id/refuse', { onRequest }, async (request) =>
    viewOf(await refuse(context, request.params.id)),
  );
  app.post<{ Params: { keyId: string } }>('/api/v1/operator/certificates/:keyId/revoke', { onRequest }, async (request) => {
    const keyId = z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .safeParse(request.params.keyId).data;
    const revokedAt = context.now();
    if (keyId === undefined || !(await revokeCertificate(context.db, keyId, revokedAt))) throw new Refused('NOT_FOUND');
    return { keyId, revokedAt: revokedAt.toISOString() };
  });
  app.get('/api/v1/operator/receipts/verify', { onRequest }, () => verifyReceiptLog(context));
}

function viewOf({ id, keyId, officeId, officeName, carrierGroup, land, state, requestedAt }: StoredEnrolment): EnrolmentRow {
  return { id, keyId, office: officeId, officeName, carrierGroup, land, state, requestedAt: requestedAt.toISOString() };
}
