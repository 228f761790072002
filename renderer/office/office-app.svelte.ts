/** What the whole window knows: the connection, who is working, where one stands. */
import type { SessionView } from '../../shared/rpc/session.views.ts';
import { announce, dismissAll, turnPage } from '../ui/toast.svelte.ts';
import { flushOpenCases } from './case/open-cases.ts';
import { handOutTyping } from './case/field-dom.ts';
import { dropAllBlobs } from './held-blobs.ts';
import { problemOf, problemOfCode, type Problem } from './problem.ts';
import { parseRoute, type Route } from './router.ts';
import { connect, type ConnectionState, type OfficeClient } from './rpc.ts';
import { connectShell, type Shell } from './shell/client.ts';
import { openedTexts } from './shell/opened-words.ts';
import { SavedFiles } from './shell/saved-files.svelte.ts';
import type { WindowCommand } from '../../shared/rpc/shell.contract.ts';

/** How long the core is given to store what was typed before it locks, in milliseconds. A core that hangs must not stay open. */
const flushMs = 2_000;
const lockedMeanwhile = 'Die Verbindung war unterbrochen, deshalb ist Lotse jetzt gesperrt.';

export class OfficeApp {
  readonly client: OfficeClient;
  /** null in the browser shell. */
  readonly shell: Shell | null;
  /** Files saved outside of Lotse since the office was unlocked. */
  readonly saved: SavedFiles;
  /** What stands in front of a page that is not an open office: reachable without a password, from the menu of the program. */
  beside: 'about' | 'updates' | 'shortcuts' | null = $state(null);
  /** How many files Lotse was opened with since this window is here; the open office takes each. */
  filesWaiting = $state(0);
  /** Carries out commands of the menu while an office is open. */
  #commanded: ((command: WindowCommand) => void) | null = null;
  connection: ConnectionState = $state.raw({ phase: 'connecting' });
  /** null until the core said it. */
  session: SessionView | null = $state.raw(null);
  /** The core could not even say where it stands. */
  problem: Problem | null = $state.raw(null);
  route: Route = $state.raw(parseRoute(location.hash));
  /** "Übungs-JMD" is ticked in the set-up: the colours change at once. */
  setupTraining = $state(false);
  /** Labels by code list and code, once an office is open. */
  #labels: Readonly<Record<string, Readonly<Record<string, string>>>> = $state.raw({});
  /** The window is locked and the core does not know it yet: its answers must not open the page again. */
  #lockOwed = false;
  /** From set-up until it is typed back; never stored. */
  recoveryCode: string | null = $state(null);
  /** Code of a new Notfallblatt while it is shown, so that paper can be printed from anywhere in the window. */
  newSheetCode: string | null = $state(null);
  /** A backup is to be brought back: nothing else is on the page. `chosen` null: none yet. */
  restore: { readonly chosen: string | null } | null = $state.raw(null);

  constructor() {
    this.shell = connectShell();
    this.saved = new SavedFiles(this.shell?.client ?? null);
    this.shell?.listen((event) => {
      if (event.kind === 'command') this.command(event.command);
      if (event.kind === 'file_waiting') this.#fileWaits();
    });
    this.client = connect({
      shell: this.shell,
      onstate: (state) => {
        this.connection = state;
        if (state.phase === 'open') void this.#backAgain();
      },
      onlocked: () => void this.refresh(),
    });
    window.addEventListener('hashchange', () => {
      this.route = parseRoute(location.hash);
      turnPage();
    });
    $effect.root(() => {
      $effect(() => {
        document.documentElement.dataset['training'] = String(this.training);
      });
    });
  }

  readonly training = $derived.by(() => {
    const { session } = this;
    if (session === null) return false;
    if (session.phase === 'empty') return this.setupTraining;
    if (session.phase === 'locked') return session.training;
    return session.phase === 'open' || session.phase === 'recovery_open' ? session.office.training : false;
  });

  /** The open office takes the commands of the menu from now on, until it goes. */
  takeCommands(carryOut: (command: WindowCommand) => void): () => void {
    this.#commanded = carryOut;
    return () => {
      this.#commanded = null;
    };
  }

  /** Before an office is open most commands have nothing to act on; these few need none. */
  command(command: WindowCommand): void {
    if (this.#commanded !== null) this.#commanded(command);
    else if (command === 'about' || command === 'updates' || command === 'shortcuts') this.beside = command;
  }

  #fileWaits(): void {
    this.filesWaiting += 1;
    if (this.session?.phase !== 'open') announce(openedTexts.waits);
  }

  show(session: SessionView): void {
    if (this.session?.phase === 'open' && session.phase !== 'open') this.#empty();
    // The same said again changes nothing: pages keep what they hold.
    if (JSON.stringify(this.session) !== JSON.stringify(session)) this.session = session;
    this.problem = null;
    if (session.phase !== 'open') return;
    this.#lockOwed = false;
    this.recoveryCode = null;
    this.restore = null;
    this.beside = null;
    if (Object.keys(this.#labels).length === 0) void this.#loadLabels();
  }

  /**
   * [Note: empty window] What a lock leaves in memory is what was typed and not stored, and nothing of what was: pages go with
   * the frame that holds them, and here goes what lives beside it. Words that are typed hand themselves out first.
   */
  #empty(): void {
    handOutTyping({ comeBack: true });
    this.newSheetCode = null;
    this.saved.forget();
    dropAllBlobs();
    dismissAll();
  }

  async #loadLabels(): Promise<void> {
    try {
      const { codeLists } = await this.client.catalogue.current();
      this.#labels = Object.fromEntries(
        codeLists.map(({ id, codes }) => [id, Object.fromEntries(codes.map(({ code, label }) => [code, label]))]),
      );
    } catch (error) {
      const { text, advice } = problemOf(error);
      announce(`${text} ${advice}`, 'danger');
    }
  }

  /** German word of a code; the code itself while the catalogue is on its way. */
  codeLabel(list: string, code: string): string {
    return this.#labels[list]?.[code] ?? code;
  }

  /** Codes of a list with their words, in the order of the catalogue. */
  codes(list: string): readonly { readonly value: string; readonly label: string }[] {
    return Object.entries(this.#labels[list] ?? {}).map(([value, label]) => ({ value, label }));
  }

  /** Somebody is here: the core counts anew, and says whether there is something to know. */
  async touch(): Promise<void> {
    try {
      await this.client.session.touch();
      const session = await this.client.session.status();
      if (!this.#lockOwed) this.show(session);
    } catch {
      // Nobody asked for anything: a lost connection has its own banner, a locked core came by `onlocked`, the rest shows at the next act.
    }
  }

  /** Opens the page that brings a backup back; an open office is locked first. */
  async bringBack(chosen: string | null): Promise<void> {
    await this.lock();
    this.restore = { chosen };
  }

  /** There is a connection, the first one or a new one: a core that had to be started anew is locked. */
  async #backAgain(): Promise<void> {
    const wasOpen = this.session?.phase === 'open' && !this.#lockOwed;
    await this.refresh();
    if (wasOpen && this.session?.phase === 'locked') announce(lockedMeanwhile);
  }

  async refresh(): Promise<void> {
    try {
      const locking = this.#lockOwed;
      const session = await (locking ? this.client.session.lock() : this.client.session.status());
      // Locked while the core answered: what it said is older than that.
      if (this.#lockOwed && !locking) return;
      this.#lockOwed = false;
      this.show(session);
    } catch (error) {
      const problem = problemOf(error);
      // A lost connection has its own banner and comes back by itself.
      if (problem.code !== 'CONNECTION_LOST') this.problem = problem;
    }
  }

  /** Hides the office at once, then stores what was typed and locks the core. Without a connection the core is locked as soon as it is back. */
  async lock(): Promise<void> {
    const { session } = this;
    if (session?.phase !== 'open') return;
    this.#lockOwed = true;
    this.show({ phase: 'locked', singleUser: session.staff.length === 1, training: session.office.training, waitSeconds: 0 });
    await Promise.race([flushOpenCases(), new Promise((resolve) => setTimeout(resolve, flushMs))]);
    await this.refresh();
  }

  /** Starts the whole program anew, where only that helps; null where it does not, or where the shell cannot. */
  readonly restart = $derived.by(() => {
    const { shell, ended } = this;
    if (shell === null || ended?.code !== 'CORE_GIVEN_UP') return null;
    return () => {
      shell.client.restart().catch((error: unknown) => announce(problemOf(error).text, 'danger'));
    };
  });

  /** Why nothing can be done in this window any more; null while something can. */
  readonly ended = $derived.by(() => (this.connection.phase === 'ended' ? problemOfCode(this.connection.code) : null));
}
