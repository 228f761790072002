/** Who this server is: the first thing an office asks, before it shows a code to anyone. */
import type { FastifyInstance } from 'fastify';
import type { ServerInfo } from '../../shared/envelopes/collector-api.ts';
import type { Context } from '../context.ts';
import { planList } from '../plans.ts';

export function addServerInfo(app: FastifyInstance, { authority, training, plans }: Context): void {
  const info: ServerInfo = {
    name: training ? 'Zentraler Auswertungsserver – Übungsbetrieb' : 'Zentraler Auswertungsserver',
    training,
    authority: { keyId: authority.keyId, publicKey: authority.publicKey },
    plans: planList(plans),
  };
  app.get('/api/v1/server', async () => info);
}
