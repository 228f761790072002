/**
 * The central server's HTTP interface. Bodies are JSON; failures are problem+json (RFC 9457) with a stable `code`.
 *
 * | method and path | body → answer |
 * | --- | --- |
 * | GET  /api/v1/server | – → ServerInfo |
 * | POST /api/v1/enrolments | enrolment envelope → 202 EnrolmentStatus |
 * | GET  /api/v1/enrolments/:id | – → EnrolmentStatus |
 * | POST /api/v1/deliveries | delivery envelope, raw bytes → 201 (new) or 200 (same bytes again): receipt envelope |
 * | GET  /api/v1/deliveries/head/:keyId | – → chain head envelope: sequence, hashes and receipt, no numbers |
 * | GET  /api/v1/reports/… | bearer token of the page; see collector/reports |
 */
import { z } from 'zod';
import { Envelope, KeyId, PublicKey } from './types.ts';

export const ServerInfo = z.strictObject({
  name: z.string(),
  training: z.boolean(),
  authority: z.strictObject({ keyId: KeyId, publicKey: PublicKey }),
  plans: z.array(z.strictObject({ id: z.string(), version: z.int(), sha256: z.string() })),
});
export type ServerInfo = z.infer<typeof ServerInfo>;

/** `id` is random, 128 bits hex: only who asked knows it. */
export const EnrolmentStatus = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{32}$/),
  state: z.enum(['pending', 'approved', 'refused']),
  certificate: Envelope.nullable(),
});
export type EnrolmentStatus = z.infer<typeof EnrolmentStatus>;

/** Why the server refuses, each with its own code. HTTP status beside it. */
export const refusals = {
  BODY_TOO_LARGE: 413,
  JSON_MALFORMED: 400,
  JSON_DUPLICATE_KEY: 400,
  JSON_NOT_CANONICAL: 400,
  ENVELOPE_INVALID: 400,
  FIELD_UNKNOWN_IN_MESSAGE: 400,
  MESSAGE_INVALID: 400,
  KEY_UNKNOWN: 403,
  KEY_REVOKED: 403,
  CERTIFICATE_EXPIRED: 403,
  SIGNATURE_INVALID: 403,
  OFFICE_MISMATCH: 403,
  AUTHORITY_MISMATCH: 403,
  SEQUENCE_REPLAYED: 409,
  SEQUENCE_GAP: 409,
  CHAIN_BROKEN: 409,
  PLAN_UNKNOWN: 422,
  TABLE_SHAPE_WRONG: 422,
  VALUE_FORBIDDEN: 422,
  TABLE_IMPLAUSIBLE: 422,
  ENROLMENT_CODE_INVALID: 403,
  ENROLMENT_NOT_FOUND: 404,
  TRAINING_MISMATCH: 403,
  RATE_LIMITED: 429,
} as const;
export type Refusal = keyof typeof refusals;

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
