/** A certificate lasts two years. It can be renewed before it ends, and the old one goes on until the new one is here. */
import type { DeskTx } from '../../db/contract/store.ts';
import { addDays, type IsoDay } from '../../shared/domain/day.ts';
import { ServerSettings } from '../session/settings.ts';
import { certifiedServer } from './connection.ts';

/** How long before its end a certificate may be renewed, in days. */
const renewalDays = 60;

const keys = { request: 'server_renewal', ended: 'server_certificate_ended' } as const;

/** Refusals that say: this certificate is worth nothing any more, whatever day stands in it. */
const endings: ReadonlySet<string> = new Set(['KEY_UNKNOWN', 'KEY_REVOKED', 'CERTIFICATE_EXPIRED']);

export function noteEnding(tx: DeskTx, code: string): void {
  if (endings.has(code)) tx.settings.write(keys.ended, { code });
}

/** Whether deliveries can go out with the certificate there is. */
export function holds(tx: DeskTx, today: IsoDay): boolean {
  const server = certifiedServer(tx);
  return server !== null && server.certificate.validUntil >= today && (tx.settings.read(keys.ended) ?? null) === null;
}

export function mayConnect(tx: DeskTx, today: IsoDay): boolean {
  const server = certifiedServer(tx);
  return server === null || !holds(tx, today) || server.certificate.validUntil <= addDays(today, renewalDays);
}

/** The open request for a new certificate beside one that still holds. */
export function renewalRequest(tx: DeskTx): ServerSettings | null {
  const value = tx.settings.read(keys.request) ?? null;
  return value === null ? null : ServerSettings.parse(value);
}

export function keepRenewal(tx: DeskTx, server: ServerSettings | null): void {
  tx.settings.write(keys.request, server === null ? null : { ...server });
}

/** With a new certificate nothing of the old one counts any more. */
export function forgetEnding(tx: DeskTx): void {
  keepRenewal(tx, null);
  tx.settings.write(keys.ended, null);
}
