/** A made-up publisher of Lotse: two keys that programs know, one that nobody knows, and manifests of any kind. */
import { cryptoReady, sha256Hex, signBytes, signingKeysFromSeed, toBase64, type SigningKeys } from '../../../shared/crypto/sodium.ts';
import { canonicalBytes } from '../../../shared/envelopes/canonical-json.ts';
import { preAuthEncoding, signEnvelope } from '../../../shared/envelopes/dsse.ts';
import { keyIdOf } from '../../../shared/envelopes/key-id.ts';
import type { InstalledAs } from '../../../shared/updates/installers.ts';
import { updatePayloadType } from '../../../shared/updates/manifest.ts';

await cryptoReady();

const keysOf = (fill: number): SigningKeys => signingKeysFromSeed(new Uint8Array(32).fill(fill));
export const publisher = keysOf(1);
/** The one that follows; programs know both. */
export const successor = keysOf(2);
export const stranger = keysOf(3);

export const now = new Date('2026-11-22T08:00:00Z');
export const windowsPc: InstalledAs = { platform: 'win32-x64', kind: 'exe' };

/** A made-up installer; no byte of it is a program. */
export const installer: Uint8Array = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7) % 251);
export const installerName = 'Lotse-1.4.0-x64.exe';

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export interface Content {
  format: string;
  version: string;
  released: string;
  expires: string;
  minimum: string;
  files: { platform: string; name: string; bytes: number; sha256: string }[];
  notes: string;
}

/** What a good manifest says, with changes; nothing is checked here. */
export function content(changes: Partial<Content> = {}): Content {
  return {
    format: 'lotse-update-1',
    version: '1.4.0',
    released: '2026-11-20',
    expires: '2027-03-31T21:59:59Z',
    minimum: '1.2.0',
    files: [{ platform: 'win32-x64', name: installerName, bytes: installer.length, sha256: sha256Hex(installer) }],
    notes: 'Der Plan lässt sich auf Ukrainisch drucken.\nDie Suche findet Umlaute.',
    ...changes,
  };
}

/** Truly signed, whatever it says. */
export function signed(what: object = content(), keys: SigningKeys = publisher): Uint8Array {
  return signEnvelope(updatePayloadType, what, keys.seed);
}

/** A true signature over any text, under the id of any key. */
export function signedText(body: string, { by = publisher, as = by, type = updatePayloadType }: { by?: SigningKeys; as?: SigningKeys; type?: string } = {}): Uint8Array {
  const sig = toBase64(signBytes(by, preAuthEncoding(type, bytesOf(body))));
  return canonicalBytes({ payloadType: type, payload: toBase64(bytesOf(body)), signatures: [{ keyid: keyIdOf(as.publicKey), sig }] });
}
