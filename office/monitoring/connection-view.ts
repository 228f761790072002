/** The connection as the window shows it. */
import type { DeskTx } from '../../db/contract/store.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { ServerConnection } from '../../shared/rpc/monitoring.views.ts';
import { readSetting } from '../session/settings.ts';
import { mayConnect, renewalRequest } from './renewal.ts';

export function connectionView(tx: DeskTx, today: IsoDay): ServerConnection {
  const server = readSetting(tx, 'server');
  if (server === undefined) return { state: 'none' };
  const { url, requestedAt, training, certificate } = server;
  if (certificate === null) return { state: 'pending', url, requestedAt };
  const renewal = renewalRequest(tx) !== null ? 'pending' : mayConnect(tx, today) ? 'possible' : 'none';
  return { state: 'connected', url, training, validUntil: certificate.validUntil, renewal };
}
