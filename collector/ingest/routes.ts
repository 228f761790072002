/** Where Monitoring-Meldungen arrive. */
import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.ts';
import { bodyBytes } from '../http/frame.ts';
import { limitFailures } from '../http/limit-failures.ts';
import { receiveDelivery } from './receive.ts';

export function addDeliveryRoutes(app: FastifyInstance, context: Context): void {
  app.post('/api/v1/deliveries', { ...limitFailures(context) }, async (request, reply) => {
    const { isNew, receipt } = await receiveDelivery(context, bodyBytes(request.body));
    return reply
      .code(isNew ? 201 : 200)
      .type('application/json; charset=utf-8')
      .send(Buffer.from(receipt));
  });
}
