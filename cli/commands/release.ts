/**
 * For whoever publishes Lotse: the key that signs, the manifest that says which files are Lotse, and the check an office makes of both.
 *
 * Needs no data folder. The key belongs on a machine without network (docs/updates.md).
 */
import { chmod, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { writePrivate } from '../../collector/private-file.ts';
import { cryptoReady, fromBase64, newSigningKeys, signingKeysFromSeed, toBase64, wipe, type SigningKeys } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { installerKind } from '../../shared/updates/installers.ts';
import { judgeUpdate } from '../../shared/updates/judge.ts';
import { Instant, makeManifest, manifestName, maxLifetimeDays, Notes, openManifest, type Manifest, type ManifestFile } from '../../shared/updates/manifest.ts';
import { PublisherKey } from '../../shared/updates/publisher-key.ts';
import { compareVersions, Version } from '../../shared/updates/version.ts';
import { asJson, optional, Refused, required, UsageError, type Command, type Values } from '../command.ts';
import { checkTwins, checkVersionIn, describeInstaller, sizeAndHash } from './release-files.ts';

const KeyFile = z.strictObject({ format: z.literal('lotse-release-key-1'), seed: z.base64().length(44) });

function pathOf(values: Values, name: string): string {
  return resolve(process.cwd(), required(values, name));
}

function checked<S extends z.ZodType>(schema: S, text: string, name: string, hint: string): z.output<S> {
  const parsed = schema.safeParse(text);
  if (!parsed.success) throw new UsageError(`${name}: ${hint}`);
  return parsed.data;
}

async function signingKeys(file: string): Promise<SigningKeys> {
  const text = await readFile(file, 'utf8');
  try {
    return signingKeysFromSeed(fromBase64(KeyFile.parse(JSON.parse(text)).seed));
  } catch {
    // Whatever is wrong with it: its content is a secret, or somebody else's file, and stands in no message.
    throw new Refused('RELEASE_KEY_INVALID');
  }
}

function foldersAbove(file: string): readonly string[] {
  const folder = dirname(file);
  return folder === file ? [] : [folder, ...foldersAbove(folder)];
}

export const releaseKey: Command = {
  name: ['release', 'key'],
  usage: '--out DATEI',
  summary: 'Macht einen Schlüssel zum Unterschreiben von Aktualisierungen und zeigt seinen öffentlichen Teil für operator.json.',
  options: { out: { type: 'string' } },
  run: async ({ values }) => {
    const file = pathOf(values, 'out');
    const sources = foldersAbove(file).find((folder) => existsSync(join(folder, '.git')));
    if (sources !== undefined) throw new UsageError(`--out: ${sources} enthält Quelltexte (.git), die weitergegeben werden. Bitte einen Ordner außerhalb wählen, am besten auf einem Stick`);
    if (existsSync(file)) throw new UsageError('--out: diese Datei gibt es schon, und ein Schlüssel wird nie überschrieben');
    await cryptoReady();
    const { seed, publicKey } = newSigningKeys();
    writePrivate(file, `${JSON.stringify({ format: 'lotse-release-key-1', seed: toBase64(seed) })}\n`, true);
    wipe(seed);
    return { file, publicKey: toBase64(publicKey), keyId: keyIdOf(publicKey) };
  },
};

export const releasePublic: Command = {
  name: ['release', 'public'],
  usage: '--key-file SCHLÜSSEL',
  summary: 'Zeigt den öffentlichen Teil eines Schlüssels, für operator.json.',
  options: { 'key-file': { type: 'string' } },
  run: async ({ values }) => {
    await cryptoReady();
    const { seed, publicKey } = await signingKeys(pathOf(values, 'key-file'));
    wipe(seed);
    return { publicKey: toBase64(publicKey), keyId: keyIdOf(publicKey) };
  },
};

/** A moment, or a day up to its last second (UTC). */
function expiryOf(text: string): string {
  const moment = IsoDay.safeParse(text).success ? `${text}T23:59:59Z` : text;
  return checked(Instant, moment, '--expires', 'ein Tag JJJJ-MM-TT oder ein Zeitpunkt JJJJ-MM-TTThh:mm:ssZ');
}

/** What is signed is read by every office: a letter of another encoding would stand there as �. */
function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError('--notes-file: ist nicht als UTF-8 gespeichert');
  }
}

function contentOf(values: Values, notes: string, files: ManifestFile[]): Omit<Manifest, 'format'> {
  const version = checked(Version, required(values, 'version'), '--version', 'drei Zahlen, zum Beispiel 1.4.0');
  const minimum = checked(Version, required(values, 'minimum'), '--minimum', 'drei Zahlen, zum Beispiel 1.2.0');
  if (compareVersions(minimum, version) > 0) throw new UsageError('--minimum: nicht neuer als --version');
  const released = checked(IsoDay, required(values, 'released'), '--released', 'ein Tag JJJJ-MM-TT');
  const expires = expiryOf(required(values, 'expires'));
  const lifetime = Date.parse(expires) - Date.parse(`${released}T00:00:00Z`);
  if (lifetime <= 0 || lifetime > maxLifetimeDays * 86_400_000) throw new UsageError(`--expires: nach --released und höchstens ${String(maxLifetimeDays)} Tage danach`);
  if (Date.parse(expires) <= Date.now()) throw new UsageError('--expires: ist schon vorbei; kein JMD nähme das an');
  // A day for time zones, as offices allow.
  if (Date.parse(`${released}T00:00:00Z`) > Date.now() + 86_400_000) throw new UsageError('--released: liegt in der Zukunft; kein JMD nähme das an');
  checkVersionIn(files.map(({ name }) => name), version);
  checkTwins(files);
  const text = checked(Notes, notes.replaceAll('\r\n', '\n').trim(), '--notes-file', 'Zeilen reinen Textes, höchstens 4.000 Zeichen, ohne Steuerzeichen');
  return { version, released, expires, minimum, files, notes: text };
}

export const releaseManifest: Command = {
  name: ['release', 'manifest'],
  usage: '--key-file SCHLÜSSEL --version V --released TAG --expires TAG --minimum V --notes-file TEXT [PLATTFORM=]DATEI …',
  summary: 'Unterschreibt, welche Installationsdateien Lotse sind: schreibt lotse-update.json neben sie.',
  options: {
    'key-file': { type: 'string' },
    version: { type: 'string' },
    released: { type: 'string' },
    expires: { type: 'string' },
    minimum: { type: 'string' },
    'notes-file': { type: 'string' },
  },
  run: async ({ values, positionals, progress }) => {
    await cryptoReady();
    if (positionals.length === 0) throw new UsageError('DATEI fehlt');
    const files: (ManifestFile & { readonly folder: string })[] = [];
    for (const word of positionals) {
      progress(word);
      files.push(await describeInstaller(word));
    }
    const folder = files[0]?.folder ?? '';
    if (files.some((file) => file.folder !== folder)) throw new UsageError('DATEI: alle Dateien müssen im selben Ordner liegen');
    const notes = utf8(await readFile(pathOf(values, 'notes-file')));
    const content = contentOf(values, notes, files.map(({ platform, name, bytes, sha256 }) => ({ platform, name, bytes, sha256 })));
    const keys = await signingKeys(pathOf(values, 'key-file'));
    const bytes = makeManifest(content, keys.seed);
    wipe(keys.seed);
    // As an office will read it: a name that would be refused there is refused here.
    const opened = openManifest(bytes, [keys.publicKey]);
    if (!opened.ok) throw new Refused(opened.error);
    const file = join(folder, manifestName);
    writePrivate(file, new TextDecoder().decode(bytes));
    // It is published; a server has to be able to read it.
    await chmod(file, 0o644);
    return asJson({ file, keyId: keyIdOf(keys.publicKey), ...content });
  },
};

/** Public keys from `--key` (several with commas) or the one of `--key-file`. */
async function publicKeys(values: Values): Promise<readonly Uint8Array[]> {
  const words = optional(values, 'key');
  if (words !== null) return words.split(',').map((word) => fromBase64(checked(PublisherKey, word.trim(), '--key', 'der öffentliche Schlüssel, wie „release key“ ihn zeigt')));
  const file = optional(values, 'key-file');
  if (file === null) throw new UsageError('--key fehlt: ohne einen Schlüssel sagt eine Unterschrift nichts');
  const { seed, publicKey } = await signingKeys(resolve(process.cwd(), file));
  wipe(seed);
  return [publicKey];
}

async function checkFile(folder: string, { name, bytes, sha256 }: ManifestFile): Promise<void> {
  const found = await sizeAndHash(join(folder, name));
  if (found === null) throw new Refused('UPDATE_FILE_MISSING');
  if (found.bytes < bytes) throw new Refused('UPDATE_TRUNCATED');
  if (found.sha256 !== sha256) throw new Refused('UPDATE_HASH_MISMATCH');
}

export const releaseVerify: Command = {
  name: ['release', 'verify'],
  usage: '--manifest DATEI --key ÖFFENTLICH[,ÖFFENTLICH] [--current V]',
  summary: 'Prüft Unterschrift, Frist und alle Dateien neben lotse-update.json, wie ein JMD es tut; mit --current auch den Schritt von dieser Version.',
  options: { manifest: { type: 'string' }, key: { type: 'string' }, 'key-file': { type: 'string' }, current: { type: 'string' } },
  run: async ({ values, progress }) => {
    await cryptoReady();
    const file = pathOf(values, 'manifest');
    const keys = await publicKeys(values);
    const bytes = new Uint8Array(await readFile(file));
    const opened = openManifest(bytes, keys);
    if (!opened.ok) throw new Refused(opened.error);
    const manifest = opened.value;
    const current = optional(values, 'current');
    const from = current === null ? manifest.minimum : checked(Version, current, '--current', 'drei Zahlen, zum Beispiel 1.3.2');
    // Each file as a PC would take it that has this kind.
    for (const listed of manifest.files) {
      const kind = installerKind(listed.name, listed.platform);
      const installedAs = kind === null ? null : { platform: listed.platform, kind };
      const judged = judgeUpdate(bytes, { keys, current: from, built: null, seen: null, installedAs }, new Date());
      if (!judged.ok) throw new Refused(judged.error);
      if (current !== null && judged.value.file === null) throw new Refused('UPDATE_NOT_NEWER');
      progress(listed.name);
      await checkFile(dirname(file), listed);
    }
    return asJson({ file: basename(file), signature: 'valid', ...manifest });
  },
};
