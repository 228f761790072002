/**
 * What travels between office and central server. Every message is canonical JSON (RFC 8785) in a DSSE envelope; the envelope itself is
 * canonical JSON too, so that the same content is always the same bytes.
 */
import { z } from 'zod';
import { IsoDay } from '../domain/day.ts';
import { OfficeId } from '../domain/ids.ts';

const Base64 = z.base64();
/** Lower-case hex SHA-256. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** First 16 hex characters of SHA-256 of a raw Ed25519 public key. */
export const KeyId = z.string().regex(/^[0-9a-f]{16}$/);
export const PublicKey = Base64.length(44);

/** DSSE: signature over PAE(payloadType, payload). Exactly one signature. */
export const Envelope = z.strictObject({
  payloadType: z.string().max(100),
  payload: Base64,
  signatures: z.array(z.strictObject({ keyid: KeyId, sig: Base64.length(88) })).length(1),
});
export type Envelope = z.infer<typeof Envelope>;

export const payloadTypes = {
  enrolment: 'application/vnd.lotse.enrolment+json',
  certificate: 'application/vnd.lotse.certificate+json',
  delivery: 'application/vnd.lotse.delivery+json',
  receipt: 'application/vnd.lotse.receipt+json',
  chainHead: 'application/vnd.lotse.chain-head+json',
} as const;

export const CarrierGroup = z.enum(['bag_ejsa', 'bag_kjs', 'awo', 'free_group']);
/** Official key of the Land, `01` Schleswig-Holstein … `16` Thüringen. */
export const Land = z.string().regex(/^(0[1-9]|1[0-6])$/);

/** Self-signed by the device key it names: proof of possession. */
export const EnrolmentRequest = z.strictObject({
  format: z.literal('lotse-enrolment-1'),
  code: z.string().max(60),
  office: OfficeId,
  officeName: z.string().max(120),
  carrierGroup: CarrierGroup,
  land: Land,
  publicKey: PublicKey,
  training: z.boolean(),
});
export type EnrolmentRequest = z.infer<typeof EnrolmentRequest>;

/** Signed by the server's certificate authority key. */
export const Certificate = z.strictObject({
  format: z.literal('lotse-certificate-1'),
  office: OfficeId,
  officeName: z.string().max(120),
  carrierGroup: CarrierGroup,
  land: Land,
  publicKey: PublicKey,
  validFrom: IsoDay,
  validUntil: IsoDay,
  training: z.boolean(),
  /** Key id of the authority: which server this certificate is for. */
  authority: KeyId,
});
export type Certificate = z.infer<typeof Certificate>;

const CellValue = z.int().min(0).max(99_999_999);

/** Closed: no free text, no ids of people, no unknown key. */
export const Delivery = z.strictObject({
  format: z.literal('lotse-delivery-1'),
  office: OfficeId,
  /** The authority this is meant for: a delivery to a training server is worth nothing elsewhere. */
  authority: KeyId,
  /** `2026` or `2026-H1` */
  period: z.string().regex(/^20\d\d(-H[12])?$/),
  plan: z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), version: z.int().positive(), sha256: Sha256 }),
  ptable: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_.-]{1,60}$/), sha256: Sha256 }),
  /** One chain per sending device, from 1. */
  sequence: z.int().positive(),
  /** SHA-256 of the previous envelope's bytes; null for the first. */
  previous: Sha256.nullable(),
  /** Answers open or "unbekannt" among the counted, protected by the cell key method like every finer count. */
  unknownAnswers: CellValue,
  tables: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9]{1,20}$/),
        cells: z.array(z.strictObject({ codes: z.array(z.string().max(40)).max(2), value: CellValue })).max(5000),
      }),
    )
    .max(60),
});
export type Delivery = z.infer<typeof Delivery>;

/** The server's answer, signed by its authority key and kept in its append-only log. */
export const Receipt = z.strictObject({
  format: z.literal('lotse-receipt-1'),
  /** Position in the server's receipt log, from 1. */
  number: z.int().positive(),
  /** SHA-256 of the receipt before it in the log; null for the first. */
  previousReceipt: Sha256.nullable(),
  office: OfficeId,
  period: z.string(),
  sequence: z.int().positive(),
  /** SHA-256 of the envelope bytes received. */
  delivery: Sha256,
  receivedAt: z.iso.datetime(),
  /** True when the server promises nothing: embedded database, no fsync. */
  training: z.boolean(),
});
export type Receipt = z.infer<typeof Receipt>;

/** Where the chain of one sending device stands, signed by the server's authority key: how an office finds back after a restored backup. */
export const ChainHead = z.strictObject({
  format: z.literal('lotse-chain-head-1'),
  key: KeyId,
  /** Of the last delivery the server took from this key; 0 before the first. */
  sequence: z.int().min(0),
  /** SHA-256 of its envelope bytes; null before the first. */
  delivery: Sha256.nullable(),
  receipt: Envelope.nullable(),
  training: z.boolean(),
});
export type ChainHead = z.infer<typeof ChainHead>;

/** Largest delivery body accepted, in bytes. */
export const maxDeliveryBytes = 2_000_000;
