/** What the whole window knows: the connection, who is working, where one stands. */
import type { SessionView } from '../../shared/rpc/views.ts';
import { announce } from '../ui/toast.svelte.ts';
import { flushOpenCases } from './case/open-cases.ts';
import { handOutTyping } from './case/field-dom.ts';
import { problemOf, problemOfCode, type Problem } from './problem.ts';
import { parseRoute, type Route } from './router.ts';
import { connect, type ConnectionState, type OfficeClient } from './rpc.ts';

/** How long the core is given to store what was typed before it locks, in milliseconds. A core that hangs must not stay open. */
const flushMs = 2_000;

export class OfficeApp {
  readonly client: OfficeClient;
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

  constructor() {
    this.client = connect({
      onstate: (state) => {
        this.connection = state;
        if (state.phase === 'open') void this.refresh();
      },
      onlocked: () => void this.refresh(),
    });
    window.addEventListener('hashchange', () => {
      this.route = parseRoute(location.hash);
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

  show(session: SessionView): void {
    if (this.session?.phase === 'open' && session.phase !== 'open') handOutTyping();
    this.session = session;
    this.problem = null;
    if (session.phase !== 'open') return;
    this.#lockOwed = false;
    this.recoveryCode = null;
    if (Object.keys(this.#labels).length === 0) void this.#loadLabels();
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

  /** Why nothing can be done in this window any more; null while something can. */
  readonly ended = $derived.by(() => (this.connection.phase === 'ended' ? problemOfCode(this.connection.code) : null));
}
