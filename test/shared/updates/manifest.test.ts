import { describe, expect, it } from 'vitest';
import { toBase64 } from '../../../shared/crypto/sodium.ts';
import { canonicalBytes, canonicalJson } from '../../../shared/envelopes/canonical-json.ts';
import { installerKind } from '../../../shared/updates/installers.ts';
import { makeManifest, Manifest, maxManifestBytes, openManifest, type ManifestRefusal } from '../../../shared/updates/manifest.ts';
import { bytesOf, content, installerName, publisher, signed, signedText, stranger, successor, textOf } from './publisher.ts';

const keys = [publisher.publicKey, successor.publicKey];
const good = signed();
const [file] = content().files;
if (file === undefined) throw new Error('no file');

function refusal(bytes: Uint8Array, known: readonly Uint8Array[] = keys): ManifestRefusal | null {
  const opened = openManifest(bytes, known);
  return opened.ok ? null : opened.error;
}

const envelope = JSON.parse(textOf(good)) as { payloadType: string; payload: string; signatures: object[] };

describe('a signed manifest', () => {
  it('opens to what was signed, with either key that is known', () => {
    for (const by of [publisher, successor]) {
      const opened = openManifest(signed(content(), by), keys);
      expect(opened).toEqual({ ok: true, value: content() });
    }
  });

  it('is the same bytes when it is made again', () => {
    const { format: _format, ...rest } = Manifest.parse(content());
    expect(textOf(makeManifest(rest, publisher.seed))).toBe(textOf(good));
  });

  it('of a key that was taken out is no longer known', () => {
    expect(refusal(good, [successor.publicKey])).toBe('UPDATE_KEY_UNKNOWN');
    expect(refusal(good, [])).toBe('UPDATE_KEY_UNKNOWN');
  });

  it.each<[string, Uint8Array, ManifestRefusal]>([
    ['plain JSON that nobody signed', canonicalBytes(content()), 'UPDATE_UNSIGNED'],
    ['plain JSON with line breaks', bytesOf(JSON.stringify(content(), null, 2)), 'UPDATE_UNSIGNED'],
    ['an envelope without its signature', canonicalBytes({ ...envelope, signatures: [] }), 'UPDATE_UNSIGNED'],
    ['signed by a stranger', signed(content(), stranger), 'UPDATE_KEY_UNKNOWN'],
    ['signed by a stranger under the id of the publisher', signedText(canonicalJson(content()), { by: stranger, as: publisher }), 'UPDATE_SIGNATURE_INVALID'],
    ['another content under the same signature', canonicalBytes({ ...envelope, payload: toBase64(canonicalBytes(content({ version: '1.5.0' }))) }), 'UPDATE_SIGNATURE_INVALID'],
    ['a true signature over another kind of message', signedText(canonicalJson(content()), { type: 'application/vnd.lotse.receipt+json' }), 'UPDATE_MANIFEST_INVALID'],
    ['two signatures', canonicalBytes({ ...envelope, signatures: [...envelope.signatures, ...envelope.signatures] }), 'UPDATE_MANIFEST_INVALID'],
    ['a second payload in the envelope', bytesOf(textOf(good).replace('{', '{"payload":"",')), 'UPDATE_MANIFEST_INVALID'],
    ['a second version in what was signed', signedText(canonicalJson(content()).replace('"version":', '"version":"9.9.9","version":')), 'UPDATE_MANIFEST_INVALID'],
    ['half of it', good.subarray(0, good.length / 2), 'UPDATE_MANIFEST_INVALID'],
    ['nothing', new Uint8Array(), 'UPDATE_MANIFEST_INVALID'],
    ['the page of a login', bytesOf('<!doctype html><title>WLAN</title>'), 'UPDATE_MANIFEST_INVALID'],
    ['a list', bytesOf('[]'), 'UPDATE_MANIFEST_INVALID'],
    ['more bytes than a manifest has', bytesOf(' '.repeat(maxManifestBytes + 1)), 'UPDATE_MANIFEST_INVALID'],
    ['a newer format', signed({ ...content({ format: 'lotse-update-2' }), channel: 'test' }), 'UPDATE_FORMAT_NEWER'],
    ['something else that the publisher signed', signed({ format: 'lotse-plan-1' }), 'UPDATE_MANIFEST_INVALID'],
    ['a field nobody knows', signed({ ...content(), command: 'run' }), 'UPDATE_MANIFEST_INVALID'],
    ['a version with words', signed(content({ version: '1.4.0-beta' })), 'UPDATE_MANIFEST_INVALID'],
    ['a version with leading zeros', signed(content({ version: '1.04.0' })), 'UPDATE_MANIFEST_INVALID'],
    ['a minimum above its version', signed(content({ minimum: '1.4.1' })), 'UPDATE_MANIFEST_INVALID'],
    ['an end before its beginning', signed(content({ expires: '2026-11-19T00:00:00Z' })), 'UPDATE_MANIFEST_INVALID'],
    ['no end in sight', signed(content({ expires: '2199-01-01T00:00:00Z' })), 'UPDATE_MANIFEST_INVALID'],
    ['a day that is none', signed(content({ released: '2026-02-30' })), 'UPDATE_MANIFEST_INVALID'],
    ['no files', signed(content({ files: [] })), 'UPDATE_MANIFEST_INVALID'],
    ['a file of no length', signed(content({ files: [{ ...file, bytes: 0 }] })), 'UPDATE_MANIFEST_INVALID'],
    ['a file of two gigabytes', signed(content({ files: [{ ...file, bytes: 2_000_000_000 }] })), 'UPDATE_MANIFEST_INVALID'],
    ['a hash in capitals', signed(content({ files: [{ ...file, sha256: file.sha256.toUpperCase() }] })), 'UPDATE_MANIFEST_INVALID'],
    ['a platform nobody knows', signed(content({ files: [{ ...file, platform: 'win32-ia32' }] })), 'UPDATE_MANIFEST_INVALID'],
    ['notes that turn the reading direction', signed(content({ notes: 'gut\u202eslhcs' })), 'UPDATE_MANIFEST_INVALID'],
    ['notes that steer a terminal', signed(content({ notes: '\u001b[2Jneu' })), 'UPDATE_MANIFEST_INVALID'],
    ['a name twice, in capitals', signed(content({ files: [file, { ...file, platform: 'win32-arm64', name: installerName.toUpperCase().replace('EXE', 'exe') }] })), 'UPDATE_NAME_INVALID'],
    ['two installers of one kind for one PC', signed(content({ files: [file, { ...file, name: 'Other.exe' }] })), 'UPDATE_NAME_INVALID'],
  ])('is refused as %s', (_name, bytes, code) => {
    expect(refusal(bytes)).toBe(code);
  });

  it('is not accepted with any bit of any byte turned, any byte left out or any put in', () => {
    const accepted: string[] = [];
    const attempt = (bytes: Uint8Array, what: string): void => {
      if (refusal(bytes) === null) accepted.push(what);
    };
    for (let at = 0; at < good.length; at++) {
      for (let bit = 0; bit < 8; bit++) {
        const turned = good.slice();
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        attempt(turned, `bit ${String(bit)} of byte ${String(at)}`);
      }
      attempt(Uint8Array.from([...good.subarray(0, at), ...good.subarray(at + 1)]), `without byte ${String(at)}`);
      attempt(Uint8Array.from([...good.subarray(0, at), 0x20, ...good.subarray(at)]), `a space before byte ${String(at)}`);
      attempt(good.subarray(0, at), `cut at byte ${String(at)}`);
    }
    attempt(Uint8Array.from([...good, 0x0a]), 'a line break at the end');
    expect(accepted).toEqual([]);
    expect(refusal(good)).toBeNull();
  });
});

/** Names that a shell, an environment, a path or Windows would read as something else. */
const hostileNames = [
  'Lotse"1.4.0".exe',
  "Lotse'1.4.0.exe",
  '%TEMP%.exe',
  'Lotse-%VAR%.exe',
  '$(calc).exe',
  'a&calc.exe',
  'a;calc.exe',
  'a|calc.exe',
  'a^b.exe',
  'a b.exe',
  '-install.exe',
  '/silent.exe',
  '../Lotse.exe',
  '..\\Lotse.exe',
  'C:Lotse.exe',
  '\\\\server\\share\\Lotse.exe',
  'folder/Lotse.exe',
  'Lotse.exe:stream.exe',
  'Lotse.exe ',
  'Lotse.exe.',
  '.exe',
  '..exe',
  'Lotse..exe',
  'nul.exe',
  'COM1.exe',
  'Lotse\u0000.exe',
  'Lotse\n.exe',
  'Lotse\u202eexe.exe',
  'Lötse.exe',
  'Lotse.exe.lnk',
  'Lotse.bat',
  'Lotse.EXE',
  'Lotse',
  `${'x'.repeat(97)}.exe`,
  '',
] as const;

describe('the name of an installer', () => {
  it.each(hostileNames.map((name) => [name]))('is not %j', (name) => {
    expect(installerKind(name, 'win32-x64')).toBeNull();
    expect(refusal(signed(content({ files: [{ ...file, name }] })))).toBe('UPDATE_NAME_INVALID');
  });

  it.each([
    ['Lotse-1.4.0-x64.exe', 'win32-x64', 'exe'],
    ['Lotse-1.4.0-x64.msi', 'win32-x64', 'msi'],
    ['lotse_1.4.0_amd64.deb', 'linux-x64', 'deb'],
    ['Lotse-1.4.0-arm64.AppImage', 'linux-arm64', 'AppImage'],
    ['Lotse-1.4.0-arm64.dmg', 'darwin-arm64', 'dmg'],
    ['Lotse-1.4.0.exe', 'linux-x64', null],
    ['Lotse-1.4.0.deb', 'win32-x64', null],
  ] as const)('%s for %s is %s', (name, platform, kind) => {
    expect(installerKind(name, platform)).toBe(kind);
  });
});
