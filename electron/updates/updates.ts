/**
 * Updates of the desktop shell: looked for, loaded, laid ready and installed only when somebody clicked, each step for itself.
 *
 * A server and a stick go the same way: manifest → `judgeUpdate` → what was seen is written down → installer, hashed while it is read → laid ready.
 * Before installing everything is judged and hashed once more, because what lies ready lies where programs of this user can write.
 * Errors are those of `shellContract.updates`.
 */
import { lstat, readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cryptoReady, fromBase64 } from '../../shared/crypto/sodium.ts';
import type { UpdatesView, UpdateView } from '../../shared/rpc/shell.contract.ts';
import type { InstalledAs } from '../../shared/updates/installers.ts';
import { judgeUpdate, type Here, type Judgement, type Seen } from '../../shared/updates/judge.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { manifestName, maxManifestBytes, type Manifest, type ManifestFile } from '../../shared/updates/manifest.ts';
import { compareVersions, Version } from '../../shared/updates/version.ts';
import { isExactly, partsOf, plainFileSize } from './file-parts.ts';
import { consentQuestion, notStarted, startsByItself, whereItLies, type Opening, type UpdateDialogs } from './install.ts';
import { sourceOf, type Operator } from './operator.ts';
import { readRemembered, writeRemembered, type Remembered } from './seen-file.ts';
import { installerFrom, manifestFrom, type Asking } from './server.ts';
import { layReady, ownFolder, readyManifest, replaceManifest, sweep } from './staging.ts';
import { onDisk, UpdateError, type UpdateCode } from './update-error.ts';

export interface UpdatesOptions {
  /** Folder of the shell for this user; not the data folder of the office. */
  readonly userData: string;
  /** Version that runs. */
  readonly current: string;
  readonly packaged: boolean;
  readonly installedAs: InstalledAs | null;
  /** The file that runs when it is an AppImage: it may have been started where it was shown, and must not be removed from there. */
  readonly appImage: string | null;
  readonly operator: Operator;
  /** One whose requests nobody forbids; in Electron that of a session of its own. */
  readonly fetch: typeof fetch;
  /** How long a server may be silent or nearly so, ms. */
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
  readonly key: string;
  readonly file: ManifestFile;
}

interface Held extends Remembered {
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
  /** Set by the first use. */
  let keys: readonly Uint8Array[] = [];
  let loaded: Promise<Held> | null = null;
  const held = (): Promise<Held> => (loaded ??= begin());
  const inTurn = oneAfterTheOther();

  async function begin(): Promise<Held> {
    await cryptoReady();
    keys = operator.keys.map(fromBase64);
    const remembered = await readRemembered(userData, note);
    const state: Held = { ...seenHere(remembered), lookedAt: remembered?.lookedAt ?? null, available: null, staged: null };
    try {
      if (remembered?.seen !== state.seen) await writeRemembered(userData, state);
      await ownFolder(folder);
      state.staged = await readStaged(state);
    } catch (problem) {
      // The window is told when somebody wants something of it; the version that runs is known either way.
      noteDisk(problem);
    }
    return state;
  }

  /** The version that runs was seen, however it came here. What a key signed that is no longer known was not. */
  function seenHere(remembered: Remembered | null): Pick<Remembered, 'seen' | 'key'> {
    const counts = remembered !== null && (remembered.key === null || keys.some((key) => keyIdOf(key) === remembered.key));
    if (counts && compareVersions(remembered.seen.version, current) >= 0) return remembered;
    return { seen: { version: current, released: null }, key: null };
  }

  function here(seen: Seen): Here {
    return {
      keys,
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
      const { manifest, key, file } = judged.value;
      if (file !== null && (await plainFileSize(join(folder, file.name))) === file.bytes) return { bytes, manifest, key, file };
    }
    await clear();
    return null;
  }

  /** For when something else has already gone wrong, which is what the person is told. */
  async function readyOrNote(state: Held): Promise<Known | null> {
    return readStaged(state).catch(noteDisk);
  }

  /** Removes what does not belong to `file`; true: nothing is left beside it. What would not go is noted, and tried again the next time. */
  async function clear(file: ManifestFile | null = null): Promise<boolean> {
    const own = file === null ? [] : [manifestName, file.name];
    const running = options.appImage !== null && (await isSame(dirname(options.appImage), folder)) ? [basename(options.appImage)] : [];
    const left = await onDisk(() => sweep(folder, [...own, ...running]));
    if (left.length > 0) note(`updates: ${String(left.length)} left beside what lies ready`);
    return left.length === 0;
  }

  async function clearOrNote(file: ManifestFile | null = null): Promise<void> {
    await clear(file).catch(noteDisk);
  }

  function noteDisk(problem: unknown): null {
    note(`updates: the folder cannot be used (${codeOf(problem)})`);
    return null;
  }

  /** A manifest that was judged good just now is the newest seen: an older one would have been refused. */
  async function remember(state: Held, { manifest: { version, released }, key }: Pick<Judgement, 'manifest' | 'key'>, lookedAt: string | null): Promise<void> {
    const next: Remembered = { seen: { version, released }, key, lookedAt };
    await onDisk(() => writeRemembered(userData, next));
    Object.assign(state, next);
  }

  /** What was offered or lay ready and is undercut by what was seen now: it would be refused at the click. */
  async function dropUndercut(state: Held): Promise<void> {
    const holds = (known: Known | null): boolean => known !== null && judgeUpdate(known.bytes, here(state.seen), now()).ok;
    if (!holds(state.available)) state.available = null;
    if (state.staged === null || holds(state.staged)) return;
    state.staged = null;
    await clearOrNote();
  }

  async function stage(state: Held, known: Known, parts: AsyncIterable<Uint8Array>): Promise<void> {
    await remember(state, known, state.lookedAt);
    await dropUndercut(state);
    try {
      await onDisk(() => layReady(folder, known.file, known.bytes, parts));
    } catch (problem) {
      note(`updates: ${codeOf(problem)}`);
      // A new installer may already lie under the name of the one before.
      if (state.staged !== null && (await readyOrNote(state)) === null) state.staged = null;
      throw problem;
    }
    state.staged = known;
    await clearOrNote(known.file);
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
    const bytes = await manifestFrom(new URL(manifestName, address), asking);
    const { manifest, key, file } = judge(bytes, state);
    await remember(state, { manifest, key }, now().toISOString());
    const found = file === null ? null : { bytes, manifest, key, file };
    if (found !== null && state.staged !== null && isSameFile(found.file, state.staged.file)) {
      // The same installer, maybe signed anew: it holds as long as the newer manifest says.
      await onDisk(() => replaceManifest(folder, bytes));
      state.staged = found;
      state.available = null;
    } else {
      state.available = found;
    }
    await dropUndercut(state);
    return view(state);
  }

  async function fetch(): Promise<UpdatesView> {
    const address = needSource();
    const state = await held();
    const { available } = state;
    if (available === null) throw new UpdateError('UPDATE_NOT_STAGED');
    judge(available.bytes, state);
    await stage(state, available, installerFrom(new URL(available.file.name, address), asking));
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
    const { manifest, key, file } = judge(bytes, state);
    if (file === null) throw new UpdateError('UPDATE_NOT_NEWER');
    const beside = join(dirname(chosen), file.name);
    if ((await onDisk(() => plainFileSize(beside))) === null) throw new UpdateError('UPDATE_FILE_MISSING');
    await stage(state, { bytes, manifest, key, file }, partsOf(beside));
    return view(state);
  }

  async function install(): Promise<void> {
    needKeys();
    const state = await held();
    if (state.staged === null || options.installedAs === null) throw new UpdateError('UPDATE_NOT_STAGED');
    const asked = await checkReady(state);
    const { version } = asked.manifest;
    const { response } = await dialog.showMessageBox(consentQuestion(version, options.installedAs.kind));
    if (response !== 0) return;
    // Once more: the question may have stood there for days. The yes was for this version and these bytes, and for nothing else.
    const { file } = await checkReady(state, asked);
    const path = join(folder, file.name);
    note(`updates: installing ${version} ${file.name}`);
    await options.endCore();
    if (!startsByItself(options.installedAs.kind)) {
      open.showItemInFolder(path);
      await dialog.showMessageBox(whereItLies(version, path));
      options.quit();
      return;
    }
    if (await isOpened(path)) options.quit();
    else {
      note('updates: UPDATE_NOT_STARTED');
      await dialog.showMessageBox(notStarted);
      options.restart();
      throw new UpdateError('UPDATE_NOT_STARTED');
    }
  }

  async function isOpened(path: string): Promise<boolean> {
    try {
      return (await open.openPath(path)) === '';
    } catch {
      // The core has ended: whatever it was, Lotse has to come back.
      return false;
    }
  }

  /** What lies ready on the disk now, judged and hashed anew; what does not hold is removed. `asked`: it has to be this and nothing else. */
  async function checkReady(state: Held, asked: Known | null = null): Promise<Known> {
    try {
      const bytes = await onDisk(() => readyManifest(folder));
      if (bytes === null) throw new UpdateError('UPDATE_NOT_STAGED');
      const { manifest, key, file } = judge(bytes, state);
      if (file === null) throw new UpdateError('UPDATE_NOT_NEWER');
      if (asked !== null && (manifest.version !== asked.manifest.version || !isSameFile(file, asked.file))) throw refused('UPDATE_EXCHANGED');
      if (!(await onDisk(() => isExactly(join(folder, file.name), file)))) throw refused('UPDATE_HASH_MISMATCH');
      // An installer may load a library that lies beside it: so nothing else may.
      if (!(await clear(file))) throw refused('UPDATE_NOT_ALONE');
      return { bytes, manifest, key, file };
    } catch (problem) {
      // A disk that does not answer, or does not let go, says nothing against what lies ready.
      if (problem instanceof UpdateError && keepsReady.includes(problem.code)) throw problem;
      state.staged = null;
      await clearOrNote();
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

const keepsReady: readonly UpdateCode[] = ['UPDATE_DISK_ERROR', 'UPDATE_DISK_FULL', 'UPDATE_NOT_ALONE'];

function isSameFile(one: ManifestFile, other: ManifestFile): boolean {
  return one.name === other.name && one.bytes === other.bytes && one.sha256 === other.sha256;
}

/** Whether two paths lead to the same place; one that leads nowhere is no other. */
async function isSame(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([one, other].map((path) => realpath(path).catch(() => null)));
  return left !== null && left === right;
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
