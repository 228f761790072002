/** What the office knows about its central server. */
import type { DeskTx } from '../../db/contract/store.ts';
import { readSetting, type ServerSettings } from '../session/settings.ts';

export type CertifiedServer = ServerSettings & { readonly certificate: NonNullable<ServerSettings['certificate']> };

/** null before the service bureau approved the enrolment. */
export function certifiedServer(tx: DeskTx): CertifiedServer | null {
  const server = readSetting(tx, 'server');
  if (server === undefined || server.certificate === null) return null;
  return { ...server, certificate: server.certificate };
}
