/** Where Monitoring-Meldungen arrive, and where an office asks how far they came. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { bodyBytes } from '../http/frame.ts';
import { limitFailures } from '../http/limit-failures.ts';
import { chainHead } from './head.ts';
import { receiveDelivery } from './receive.ts';

export function addDeliveryRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/v1/deliveries', { ...limitFailures(context) }, async (request, reply) => {
    const { isNew, receipt } = await receiveDelivery(context, bodyBytes(request.body));
    return reply
      .code(isNew ? 201 : 200)
      .type('application/json; charset=utf-8')
      .send(Buffer.from(receipt));
  });
  app.get<{ Params: { keyId: string } }>('/api/v1/deliveries/head/:keyId', { ...limitFailures(context) }, async (request, reply) => {
    const head = await chainHead(context, request.params.keyId, request.ip);
    return reply.type('application/json; charset=utf-8').send(Buffer.from(head));
  });
}
