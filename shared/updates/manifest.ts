/**
 * What an update is, signed by whoever publishes Lotse: canonical JSON in a DSSE envelope with exactly one Ed25519 signature, the form of all our
 * signed messages (shared/envelopes). The file beside the installers is called `lotse-update.json`.
 *
 * Nothing of a manifest is believed before its signature holds; then its format, its fields, the names in it.
 */
import { z } from 'zod';
import { fail, ok, type Result } from '../domain/result.ts';
import { IsoDay } from '../domain/day.ts';
import { checkEnvelope, readEnvelope, signEnvelope, type EnvelopeRefusal, type SigningKey } from '../envelopes/dsse.ts';
import { keyIdOf } from '../envelopes/key-id.ts';
import { Sha256 } from '../envelopes/types.ts';
import { installerKind, UpdatePlatform } from './installers.ts';
import { compareVersions, Version } from './version.ts';

export const manifestName = 'lotse-update.json';
export const updatePayloadType = 'application/vnd.lotse.update+json';
/** Largest manifest read, bytes. */
export const maxManifestBytes = 200_000;
/** Largest installer loaded, bytes. */
export const maxInstallerBytes = 1_000_000_000;
/** How long a manifest may hold after its release, days: one that never ends would never tell that newer ones are kept back. */
export const maxLifetimeDays = 400;

const format = 'lotse-update-1';
const dayMs = 86_400_000;

/** A moment in UTC to the second, `2027-03-31T21:59:59Z`. */
export const Instant = z.iso.datetime({ precision: 0 });

/** Lines of plain text; nothing that steers a terminal or turns the reading direction. */
export const Notes = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^[^\p{Cs}\p{Bidi_Control}\u2028\u2029\ufeff]*$/u)
  .refine((text) => !/[^\P{Cc}\n]/u.test(text));

export const Manifest = z
  .strictObject({
    format: z.literal(format),
    version: Version,
    released: IsoDay,
    /** From this moment the manifest is worth nothing: whoever holds newer ones back is noticed. */
    expires: Instant,
    /** The oldest version that may step straight to this one. */
    minimum: Version,
    files: z
      .array(z.strictObject({ platform: UpdatePlatform, name: z.string().max(300), bytes: z.int().min(1).max(maxInstallerBytes), sha256: Sha256 }))
      .min(1)
      .max(20),
    notes: Notes,
  })
  .refine(({ version, minimum }) => compareVersions(minimum, version) <= 0)
  .refine(({ released, expires }) => {
    const days = (Date.parse(expires) - Date.parse(`${released}T00:00:00Z`)) / dayMs;
    return days > 0 && days <= maxLifetimeDays;
  });
export type Manifest = z.infer<typeof Manifest>;
export type ManifestFile = Manifest['files'][number];

export type ManifestRefusal =
  | 'UPDATE_UNSIGNED'
  | 'UPDATE_KEY_UNKNOWN'
  | 'UPDATE_SIGNATURE_INVALID'
  | 'UPDATE_MANIFEST_INVALID'
  | 'UPDATE_FORMAT_NEWER'
  | 'UPDATE_NAME_INVALID';

const refusalOf: Readonly<Partial<Record<EnvelopeRefusal, ManifestRefusal>>> = {
  KEY_UNKNOWN: 'UPDATE_KEY_UNKNOWN',
  SIGNATURE_INVALID: 'UPDATE_SIGNATURE_INVALID',
};

/** Bytes of the signed manifest. Throws ZodError for one that would be refused; names are not looked at here. */
export function makeManifest(content: Omit<z.input<typeof Manifest>, 'format'>, key: SigningKey): Uint8Array {
  return signEnvelope(updatePayloadType, Manifest.parse({ ...content, format }), key);
}

/** A manifest that is what it should be, and the id of the key that signed it. */
export interface Opened {
  readonly manifest: Manifest;
  readonly key: string;
}

/** {@link openSigned} for whoever knows which key it was. */
export function openManifest(bytes: Uint8Array, keys: readonly Uint8Array[]): Result<Manifest, ManifestRefusal> {
  const opened = openSigned(bytes, keys);
  return opened.ok ? ok(opened.value.manifest) : opened;
}

/** The manifest, when one of `keys` (32 bytes each) signed it and every part of it is what it should be. Says nothing about whether it fits here. */
export function openSigned(bytes: Uint8Array, keys: readonly Uint8Array[]): Result<Opened, ManifestRefusal> {
  if (bytes.length > maxManifestBytes) return fail('UPDATE_MANIFEST_INVALID');
  const read = readEnvelope(bytes, updatePayloadType);
  if (!read.ok) return fail(isUnsigned(bytes) ? 'UPDATE_UNSIGNED' : 'UPDATE_MANIFEST_INVALID');
  const { keyid } = read.value;
  const opened = checkEnvelope(read.value, z.looseObject({ format: z.string() }), keys.find((key) => keyIdOf(key) === keyid));
  if (!opened.ok) return fail(refusalOf[opened.error] ?? 'UPDATE_MANIFEST_INVALID');
  const { payload } = opened.value;
  if (payload.format !== format && /^lotse-update-\d+$/.test(payload.format)) return fail('UPDATE_FORMAT_NEWER');
  const manifest = Manifest.safeParse(payload);
  if (!manifest.success) return fail('UPDATE_MANIFEST_INVALID');
  const named = checkNames(manifest.data);
  return named.ok ? ok({ manifest: named.value, key: keyid }) : named;
}

/** Every name is one of an installer, and none stands there twice: neither the name nor the kind for one platform. */
function checkNames(manifest: Manifest): Result<Manifest, ManifestRefusal> {
  const seen = new Set<string>();
  for (const { name, platform } of manifest.files) {
    const kind = installerKind(name, platform);
    // Windows and macOS do not tell upper from lower case.
    const [folded, place] = [`name ${name.toLowerCase()}`, `${platform} ${String(kind)}`];
    if (kind === null || seen.has(folded) || seen.has(place)) return fail('UPDATE_NAME_INVALID');
    seen.add(folded).add(place);
  }
  return ok(manifest);
}

/** Only to tell why it was refused: an object in which nobody signed anything. */
function isUnsigned(bytes: Uint8Array): boolean {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const signatures: unknown = 'signatures' in value ? value.signatures : [];
    return Array.isArray(signatures) && signatures.length === 0;
  } catch {
    // Not JSON: refused as that.
    return false;
  }
}
