/** Failures as problem+json (RFC 9457): a stable code, a German title, nothing of what was sent and no stack trace. */
import type { FastifyReply } from 'fastify';
import { refusals } from '../../shared/envelopes/collector-api.ts';
import type { Problem, Refusal } from '../../shared/envelopes/collector-api.ts';

/** What only the server's own pages and commands can meet. */
const others = { UNAUTHORISED: 401, NOT_FOUND: 404, INPUT_INVALID: 400, OFFICE_HAS_KEY: 409, INTERNAL: 500 } as const;

export const statuses = { ...refusals, ...others } as const;
export type ProblemCode = Refusal | keyof typeof others;

const titles: Record<ProblemCode, string> = {
  BODY_TOO_LARGE: 'Die Nachricht ist zu groß.',
  JSON_MALFORMED: 'Die Nachricht ist kein gültiges JSON.',
  JSON_DUPLICATE_KEY: 'Ein Name kommt in der Nachricht doppelt vor.',
  JSON_NOT_CANONICAL: 'Die Nachricht ist nicht in der vereinbarten Schreibweise.',
  ENVELOPE_INVALID: 'Der Umschlag der Nachricht ist fehlerhaft.',
  FIELD_UNKNOWN_IN_MESSAGE: 'Die Nachricht enthält ein unbekanntes Feld.',
  MESSAGE_INVALID: 'Der Inhalt der Nachricht ist fehlerhaft.',
  KEY_UNKNOWN: 'Dieser Schlüssel ist nicht angemeldet.',
  KEY_REVOKED: 'Dieser Schlüssel wurde gesperrt.',
  CERTIFICATE_EXPIRED: 'Das Zertifikat gilt an diesem Tag nicht.',
  SIGNATURE_INVALID: 'Die Unterschrift passt nicht zur Nachricht.',
  OFFICE_MISMATCH: 'Die Meldung nennt ein anderes JMD als das Zertifikat.',
  AUTHORITY_MISMATCH: 'Die Meldung ist für einen anderen Server bestimmt.',
  SEQUENCE_REPLAYED: 'Unter dieser Nummer liegt schon eine andere Meldung vor.',
  SEQUENCE_GAP: 'Vor dieser Meldung fehlt mindestens eine.',
  CHAIN_BROKEN: 'Die Meldung schließt nicht an die vorige an.',
  PLAN_UNKNOWN: 'Dieser Erhebungsplan ist hier nicht bekannt.',
  TABLE_SHAPE_WRONG: 'Eine Tabelle hat nicht die Form des Plans.',
  VALUE_FORBIDDEN: 'Eine geschützte Tabelle enthält einen Wert, den der Schutz nie ergibt.',
  TABLE_IMPLAUSIBLE: 'Die Zahlen einer Tabelle passen nicht zueinander.',
  ENROLMENT_CODE_INVALID: 'Der Anmeldecode gilt nicht für diese Angaben.',
  ENROLMENT_NOT_FOUND: 'Diese Anmeldung gibt es nicht.',
  TRAINING_MISMATCH: 'Übungsbetrieb und echter Betrieb bleiben getrennt.',
  RATE_LIMITED: 'Zu viele Nachrichten in kurzer Zeit.',
  UNAUTHORISED: 'Dafür wird das Zugangswort des Servers gebraucht.',
  NOT_FOUND: 'Das gibt es hier nicht.',
  INPUT_INVALID: 'Die Angaben sind fehlerhaft.',
  OFFICE_HAS_KEY: 'Dieses JMD ist schon mit einem anderen Schlüssel angemeldet.',
  INTERNAL: 'Der Server hat einen Fehler.',
};

/** Thrown where a request ends: the frame turns it into a problem, an open transaction rolls back. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly detail: string | undefined;

  /** `detail` must hold nothing of the message: a number, a table id of the plan, a field name of the schema. */
  constructor(code: ProblemCode, detail?: string) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.detail = detail;
  }
}

export function problemOf(code: ProblemCode, detail?: string): Problem {
  const problem = { type: `urn:lotse:problem:${code}`, title: titles[code], status: statuses[code], code };
  return detail === undefined ? problem : { ...problem, detail };
}

export function sendProblem(reply: FastifyReply, code: ProblemCode, detail?: string): FastifyReply {
  return reply
    .code(statuses[code])
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemOf(code, detail)));
}
