import { ORPCError } from '@orpc/server';
import { fromBase64, toBase64 } from '../../shared/crypto/sodium.ts';
import { canonicalBytes } from '../../shared/envelopes/canonical-json.ts';
import { openCertificate } from '../../shared/envelopes/certificate.ts';
import { EnrolmentStatus, ServerInfo } from '../../shared/envelopes/collector-api.ts';
import { parsePayload, readEnvelope } from '../../shared/envelopes/dsse.ts';
import { makeEnrolment } from '../../shared/envelopes/enrolment.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { Certificate, payloadTypes, type Envelope } from '../../shared/envelopes/types.ts';
import type { DeskTx } from '../../db/contract/store.ts';
import type { IsoDay } from '../../shared/domain/day.ts';
import type { Result } from '../../shared/domain/result.ts';
import { opened, stillOpen } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { readSetting, writeSetting, type ServerSettings } from '../session/settings.ts';
import { certifiedServer } from './connection.ts';
import { connectionView } from './connection-view.ts';
import { deviceSigner } from './device-signer.ts';
import { forgetEnding, holds, keepRenewal, mayConnect, renewalRequest } from './renewal.ts';
import { onlyFor } from './roles.ts';
import { callServer, parseAnswer, serverBase, type ServerFailure } from './server-client.ts';

const viewNow = ({ store, options }: OpenContext) => store.desk.read((tx) => connectionView(tx, options.today()));

export const connection = opened.monitoring.connection.handler(({ context }) => viewNow(context));

/** Refusals of the server that a person can do something about. */
const understood: Readonly<Record<string, string>> = {
  ENROLMENT_CODE_INVALID: 'ENROLMENT_CODE_INVALID',
  ENROLMENT_NOT_FOUND: 'ENROLMENT_REFUSED',
  TRAINING_MISMATCH: 'SERVER_TRAINING_MISMATCH',
};

function valueOrThrow<T>(answer: Result<T, ServerFailure>): T {
  if (answer.ok) return answer.value;
  const { error } = answer;
  if (error.type === 'Unreachable') throw new ORPCError('SERVER_UNREACHABLE');
  throw new ORPCError(error.type === 'Refused' ? (understood[error.code] ?? 'SERVER_ERROR') : 'SERVER_ERROR');
}

/**
 * The day to judge a certificate on: today, or its first day where this PC's calendar is behind the server's (around midnight, or in an
 * Übungs-JMD on another day). The server decides with its own clock whether a delivery comes in time.
 */
function dayToJudge(envelope: Envelope, today: IsoDay): IsoDay {
  const read = readEnvelope(canonicalBytes(envelope), payloadTypes.certificate);
  const claimed = read.ok ? parsePayload(read.value.payloadBytes, Certificate) : read;
  return claimed.ok && claimed.value.validFrom > today ? claimed.value.validFrom : today;
}

/** The certificate, if the pinned authority issued it for exactly this office and this PC's key. Throws CERTIFICATE_INVALID. */
function checkedCertificate(context: OpenContext, server: ServerSettings, envelope: Envelope): ServerSettings['certificate'] {
  const { settings } = context.office;
  const opened = openCertificate(envelope, {
    authorityPublicKey: fromBase64(server.authority.publicKey),
    on: dayToJudge(envelope, context.options.today()),
    training: settings.training,
  });
  const ours =
    opened.ok &&
    opened.value.office === settings.id &&
    opened.value.carrierGroup === settings.carrierGroup &&
    opened.value.land === settings.land &&
    opened.value.publicKey === toBase64(context.store.devicePublicKey);
  if (!ours) throw new ORPCError('CERTIFICATE_INVALID');
  return { envelope, validUntil: opened.value.validUntil };
}

/** Whether this request only renews a certificate that still holds: until it is answered, the old one goes on. */
function renews(tx: DeskTx, server: ServerSettings, today: IsoDay): boolean {
  return holds(tx, today) && certifiedServer(tx)?.authority.keyId === server.authority.keyId;
}

/** What the server says about the request, kept. A refused request is forgotten, so that a new code can be tried. */
function keepStatus(context: OpenContext, server: ServerSettings, status: EnrolmentStatus): void {
  stillOpen(context);
  const { desk } = context.store;
  const today = context.options.today();
  if (status.state === 'refused') {
    desk.write((tx) => {
      if (renews(tx, server, today)) keepRenewal(tx, null);
      else tx.settings.write('server', null);
      tx.audit.write({ action: 'server.refused', record: null, details: {} }, context.actor);
    });
    throw new ORPCError('ENROLMENT_REFUSED');
  }
  const certificate = status.certificate === null ? null : checkedCertificate(context, server, status.certificate);
  desk.write((tx) => {
    if (certificate === null && renews(tx, server, today)) keepRenewal(tx, server);
    else {
      writeSetting(tx, 'server', { ...server, certificate });
      if (certificate === null) keepRenewal(tx, null);
      else forgetEnding(tx);
    }
    const action = certificate === null ? 'server.request' : 'server.connect';
    tx.audit.write({ action, record: null, details: { url: server.url, authority: server.authority.keyId } }, context.actor);
  });
}

/**
 * Asks to be let in with the one-time code of the service bureau; again in the last sixty days of a certificate or when the server takes it no more.
 *
 * The authority key the server shows now is pinned: certificate and receipts must be signed with it, whatever the address answers later.
 */
export const connect = opened.monitoring.connect.handler(async ({ input, context }) => {
  const { store, office, options } = context;
  onlyFor(context, 'head');
  const url = serverBase(input.url);
  if (url === null) throw new ORPCError('SERVER_URL_INSECURE');
  if (!store.desk.read((tx) => mayConnect(tx, options.today()))) throw new ORPCError('ALREADY_CONNECTED');

  const info = valueOrThrow(parseAnswer(await callServer(options.fetch, `${url}/api/v1/server`), ServerInfo));
  stillOpen(context);
  const { training, id, name, carrierGroup, land } = office.settings;
  if (info.training !== training) throw new ORPCError('SERVER_TRAINING_MISMATCH');
  if (keyIdOf(fromBase64(info.authority.publicKey)) !== info.authority.keyId) throw new ORPCError('SERVER_ERROR');

  const request = makeEnrolment({ code: input.code, office: id, officeName: name, carrierGroup, land, training }, deviceSigner(store));
  const status = valueOrThrow(parseAnswer(await callServer(options.fetch, `${url}/api/v1/enrolments`, request), EnrolmentStatus));
  keepStatus(
    context,
    {
      url,
      name: info.name,
      training: info.training,
      authority: info.authority,
      enrolment: status.id,
      requestedAt: context.actor.at,
      certificate: null,
    },
    status,
  );
  return viewNow(context);
});

export const checkConnection = opened.monitoring.checkConnection.handler(async ({ context }) => {
  const { store, options } = context;
  onlyFor(context, 'head');
  const server = store.desk.read((tx) => renewalRequest(tx) ?? readSetting(tx, 'server'));
  if (server === undefined || server.certificate !== null) return viewNow(context);
  const answer = await callServer(options.fetch, `${server.url}/api/v1/enrolments/${server.enrolment}`);
  const status = valueOrThrow(parseAnswer(answer, EnrolmentStatus));
  if (status.state !== 'pending') keepStatus(context, server, status);
  return viewNow(context);
});
