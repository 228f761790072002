/**
 * Updates of the desktop shell: looked for, loaded, laid ready and installed only when somebody clicked, each step for itself.
 *
 * A server and a stick go the same way: manifest → `judgeUpdate` → what was seen is written down → installer, hashed while it is read → laid ready.
 * Before installing everything is judged and hashed once more, because what lies ready lies where programs of this user can write.
 * Errors are those of `shellContract.updates`.
 */
import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cryptoReady, fromBase64 } from '../../shared/crypto/sodium.ts';
import type { UpdatesView, UpdateView } from '../../shared/rpc/shell.contract.ts';
import type { InstalledAs } from '../../shared/updates/installers.ts';
import { judgeUpdate, seenAfter, type Here, type Judgement, type Seen } from '../../shared/updates/judge.ts';
import { manifestName, maxManifestBytes, type Manifest, type ManifestFile } from '../../shared/updates/manifest.ts';
import { compareVersions, Version } from '../../shared/updates/version.ts';
import { isExactly, partsOf, plainFileSize } from './file-parts.ts';
import { consentQuestion, notStarted, startsByItself, type Opening, type UpdateDialogs } from './install.ts';
import { sourceOf, type Operator } from './operator.ts';
import { readRemembered, writeRemembered } from './seen-file.ts';
import { bodyOf, wholeOf, type Asking } from './server.ts';
import { layReady, readyManifest, sweep } from './staging.ts';
import { onDisk, UpdateError, type UpdateCode } from './update-error.ts';

export interface UpdatesOptions {
  /** Folder of the shell for this user; not the data folder of the office. */
  readonly userData: string;
  /** Version that runs. */
  readonly current: string;
  readonly packaged: boolean;
  readonly installedAs: InstalledAs | null;
  readonly operator: Operator;
  /** One whose requests nobody forbids; in Electron that of a session of its own. */
  readonly fetch: typeof fetch;
  /** How long a server may be silent, ms. */
  readonly patienceMs?: number;
  readonly dialog: UpdateDialogs;
  readonly open: Opening;
  /** Locks and ends the office core; resolves when its files are closed. */
  readonly endCore: () => Promise<void>;
  /** Ends the program. */
  readonly quit: () => void;
  /** Starts the program anew, core included. */
  readonly restart: () => void;
  readonly now: () => Date;
  /** A line for the local notes: codes only. */
  readonly note: (line: string) => void;
}

export interface Updates {
  state(): Promise<UpdatesView>;
  look(): Promise<UpdatesView>;
  fetch(): Promise<UpdatesView>;
  fromFile(): Promise<UpdatesView>;
  install(): Promise<void>;
}

/** A manifest that was believed, with the installer for this PC. */
interface Known {
  readonly bytes: Uint8Array;
  readonly manifest: Manifest;
  readonly file: ManifestFile;
}

interface Held {
  seen: Seen;
  lookedAt: string | null;
  /** What somebody was shown; only this is loaded, whatever the server says by then. */
  available: Known | null;
  staged: Known | null;
}

/** Throws ZodError when `current` is no version of three numbers: that is a build gone wrong. */
export function createUpdates(options: UpdatesOptions): Updates {
  const { userData, operator, dialog, open, now, note } = options;
  const folder = join(userData, 'updates');
  const current = Version.parse(options.current);
  const source = sourceOf(operator, options.packaged);
  if (operator.address !== null && source === null) note('updates: the address of operator.json is not used');
  const asking: Asking = { fetch: options.fetch, patienceMs: options.patienceMs ?? 60_000 };
  let loaded: Promise<Held> | null = null;
  const held = (): Promise<Held> => (loaded ??= begin());
  const inTurn = oneAfterTheOther();

  async function begin(): Promise<Held> {
    await cryptoReady();
    const remembered = await readRemembered(userData, note);
    const seen = seenHere(remembered?.seen ?? null);
    const state: Held = { seen, lookedAt: remembered?.lookedAt ?? null, available: null, staged: null };
    try {
      if (remembered?.seen.version !== seen.version) await writeRemembered(userData, state);
      state.staged = await readStaged(state);
    } catch (problem) {
      // The window is told when somebody wants something of it; the version that runs is known either way.
      noteDisk(problem);
    }
    return state;
  }

  /** The version that runs was seen, however it came here. */
  function seenHere(seen: Seen | null): Seen {
    if (seen !== null && compareVersions(seen.version, current) >= 0) return seen;
    return { version: current, released: seen?.released ?? null };
  }

  function here(seen: Seen): Here {
    return {
      keys: operator.keys.map(fromBase64),
      current,
      built: operator.built,
      seen,
      installedAs: options.installedAs,
    };
  }

  /** Throws the code of a refusal. */
  function judge(bytes: Uint8Array, { seen }: Held): Judgement {
    const judged = judgeUpdate(bytes, here(seen), now());
    if (judged.ok) return judged.value;
    throw refused(judged.error);
  }

  function refused(code: UpdateCode): UpdateError {
    note(`updates: ${code}`);
    return new UpdateError(code);
  }

  /** What lay ready when the program ended; what may no longer be installed is removed. */
  async function readStaged(state: Held): Promise<Known | null> {
    const bytes = await readyManifest(folder);
    const judged = bytes === null ? null : judgeUpdate(bytes, here(state.seen), now());
    if (bytes !== null && judged?.ok === true) {
      const { manifest, file } = judged.value;
      if (file !== null && (await plainFileSize(join(folder, file.name))) === file.bytes) return { bytes, manifest, file };
    }
    await sweep(folder);
    return null;
  }

  /** For when something else has already gone wrong, which is what the person is told. */
  async function readyOrNote(state: Held): Promise<Known | null> {
    return readStaged(state).catch(noteDisk);
  }

  async function sweepOrNote(): Promise<void> {
    await sweep(folder).catch(noteDisk);
  }

  function noteDisk(problem: unknown): null {
    note(`updates: the folder cannot be used (${codeOf(problem)})`);
    return null;
  }

  async function remember(state: Held, manifest: Manifest, lookedAt: string | null): Promise<void> {
    const next = { seen: seenAfter(state.seen, manifest), lookedAt };
    await onDisk(() => writeRemembered(userData, next));
    Object.assign(state, next);
    // What lay ready is undercut by what was seen now; it would be refused at the click.
    if (state.staged === null || judgeUpdate(state.staged.bytes, here(next.seen), now()).ok) return;
    state.staged = null;
    await sweepOrNote();
  }

  async function stage(state: Held, known: Known, parts: AsyncIterable<Uint8Array>): Promise<void> {
    await remember(state, known.manifest, state.lookedAt);
    try {
      await onDisk(() => layReady(folder, known.file, known.bytes, parts));
    } catch (problem) {
      note(`updates: ${codeOf(problem)}`);
      // A new installer may already lie under the name of the one before.
      if (state.staged !== null && (await readyOrNote(state)) === null) state.staged = null;
      throw problem;
    }
    state.staged = known;
    if (state.available !== null && compareVersions(state.available.manifest.version, known.manifest.version) <= 0) state.available = null;
  }

  function view({ lookedAt, available, staged }: Held): UpdatesView {
    const possible = operator.keys.length > 0;
    return {
      current,
      possible,
      source: possible && source !== null ? source.host : null,
      lookedAt,
      available: available === null ? null : versionView(available),
      staged: staged === null ? null : versionView(staged),
    };
  }

  function needKeys(): void {
    if (operator.keys.length === 0) throw new UpdateError('UPDATES_NOT_SET_UP');
  }

  function needSource(): URL {
    needKeys();
    if (source === null) throw new UpdateError('UPDATES_NOT_SET_UP');
    return source;
  }

  async function look(): Promise<UpdatesView> {
    const address = needSource();
    const state = await held();
    const bytes = await wholeOf(bodyOf(new URL(manifestName, address), asking, 'UPDATE_UNREACHABLE'), maxManifestBytes);
    const { manifest, file } = judge(bytes, state);
    await remember(state, manifest, now().toISOString());
    const isReady = state.staged?.file.sha256 === file?.sha256;
    state.available = file === null || isReady ? null : { bytes, manifest, file };
    return view(state);
  }

  async function fetch(): Promise<UpdatesView> {
    const address = needSource();
    const state = await held();
    const { available } = state;
    if (available === null) throw new UpdateError('UPDATE_NOT_STAGED');
    judge(available.bytes, state);
    await stage(state, available, bodyOf(new URL(available.file.name, address), asking, 'UPDATE_FILE_MISSING'));
    return view(state);
  }

  async function fromFile(): Promise<UpdatesView> {
    needKeys();
    const state = await held();
    const { canceled, filePaths } = await dialog.showOpenDialog({
      title: 'Aktualisierung von einem Datenträger',
      buttonLabel: 'Prüfen',
      properties: ['openFile'],
      filters: [{ name: 'Beschreibung der Aktualisierung', extensions: ['json'] }],
    });
    const [chosen] = filePaths;
    if (canceled || chosen === undefined) return view(state);
    const bytes = await onDisk(() => readManifest(chosen));
    const { manifest, file } = judge(bytes, state);
    if (file === null) throw new UpdateError('UPDATE_NOT_NEWER');
    const beside = join(dirname(chosen), file.name);
    if ((await onDisk(() => plainFileSize(beside))) === null) throw new UpdateError('UPDATE_FILE_MISSING');
    await stage(state, { bytes, manifest, file }, partsOf(beside));
    return view(state);
  }

  async function install(): Promise<void> {
    needKeys();
    const state = await held();
    if (state.staged === null || options.installedAs === null) throw new UpdateError('UPDATE_NOT_STAGED');
    const { manifest, file } = await checkReady(state);
    const { response } = await dialog.showMessageBox(consentQuestion(manifest.version, options.installedAs.kind));
    if (response !== 0) return;
    // Once more: the question may have stood there for days.
    const known = await checkReady(state);
    const path = join(folder, known.file.name);
    note(`updates: installing ${manifest.version} ${file.name}`);
    await options.endCore();
    if (!startsByItself(options.installedAs.kind)) {
      open.showItemInFolder(path);
      options.quit();
      return;
    }
    if ((await open.openPath(path)) === '') options.quit();
    else {
      note('updates: UPDATE_NOT_STARTED');
      await dialog.showMessageBox(notStarted);
      options.restart();
      throw new UpdateError('UPDATE_NOT_STARTED');
    }
  }

  /** What lies ready on the disk now, judged and hashed anew; what does not hold is removed. */
  async function checkReady(state: Held): Promise<Known> {
    try {
      const bytes = await onDisk(() => readyManifest(folder));
      if (bytes === null) throw new UpdateError('UPDATE_NOT_STAGED');
      const { manifest, file } = judge(bytes, state);
      if (file === null) throw new UpdateError('UPDATE_NOT_NEWER');
      if (!(await onDisk(() => isExactly(join(folder, file.name), file)))) throw refused('UPDATE_HASH_MISMATCH');
      // An installer may load a library that lies beside it: nothing else does.
      await onDisk(() => sweep(folder, [manifestName, file.name]));
      return { bytes, manifest, file };
    } catch (problem) {
      state.staged = null;
      await sweepOrNote();
      throw problem;
    }
  }

  return {
    state: async () => view(await held()),
    look: () => inTurn(look),
    fetch: () => inTurn(fetch),
    fromFile: () => inTurn(fromFile),
    install: () => inTurn(install),
  };
}

function versionView({ manifest: { version, released, notes }, file: { bytes } }: Known): UpdateView {
  return { version, released, bytes, notes };
}

async function readManifest(file: string): Promise<Uint8Array> {
  const found = await lstat(file);
  if (!found.isFile() || found.size > maxManifestBytes) throw new UpdateError('UPDATE_MANIFEST_INVALID');
  return new Uint8Array(await readFile(file));
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : 'INTERNAL';
}

/** A second click waits for the first. */
function oneAfterTheOther(): <T>(act: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (act) => {
    const result = last.then(act, act);
    last = result;
    return result;
  };
}
