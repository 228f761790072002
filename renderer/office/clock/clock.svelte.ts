/** The clock as its page sees it: what is due, the run that goes on, what somebody decides about the whole office. */
import type { IsoDay } from '../../../shared/domain/day.ts';
import type { DeviceId, RecordId } from '../../../shared/domain/ids.ts';
import type { ClockOverview, ClockRunView, DeletionView } from '../../../shared/rpc/clock.views.ts';
import { announce } from '../../ui/toast.svelte.ts';
import { newActId } from '../case/act-id.ts';
import { problemOf } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';
import { Working } from '../working.svelte.ts';
import { damagedTexts } from './damaged-texts.ts';
import { clockTexts as texts } from './texts.ts';

type Work = 'load' | 'run' | 'cancel' | 'day' | 'device' | 'deletion' | 'damaged';

/** The most the core gives at once. */
const linesAsked = 1_000;
/** Milliseconds between two looks at a run. */
const pause = 300;

export type ClockClient = Pick<OfficeClient, 'clock' | 'deletions'>;

export class Clock extends Working<Work> {
  readonly #client: ClockClient;
  overview: ClockOverview | null = $state.raw(null);
  deletions: readonly DeletionView[] = $state.raw([]);
  /** The run that goes on, else the last there was. */
  run: ClockRunView | null = $state.raw(null);
  /** Somebody asked it to stop and it has not yet. */
  stopping = $state(false);
  #following = false;
  #left = false;

  constructor(client: ClockClient) {
    super();
    this.#client = client;
  }

  readonly isRunning = $derived(this.run?.state === 'running');

  /** The page is gone: nobody looks at the run any more; it goes on. */
  leave = (): void => {
    this.#left = true;
  };

  load(): Promise<boolean> {
    this.#left = false;
    return this.work('load', () => this.#load());
  }

  async #load(): Promise<void> {
    const [overview, deletions] = await Promise.all([this.#client.clock.overview({ limit: linesAsked }), this.#client.deletions.list()]);
    this.overview = overview;
    this.deletions = deletions;
    this.run = overview.lastRun;
    void this.#follow();
  }

  /** `expected`: the number somebody read and confirmed; null where Lotse does not ask. */
  async start(expected: number | null): Promise<boolean> {
    const begun = await this.work('run', async () => {
      this.run = await this.#client.clock.run({ act: newActId(), expected });
    });
    if (begun) void this.#follow();
    else await this.#reloadBeside();
    return begun;
  }

  async cancel(): Promise<void> {
    this.stopping = true;
    await this.work('cancel', async () => {
      this.run = await this.#client.clock.cancel();
    });
  }

  trustDay(day: IsoDay): Promise<boolean> {
    return this.work('day', async () => {
      this.overview = await this.#client.clock.trustDay({ day });
      announce(texts.dayDone, 'good');
    });
  }

  exceptDevice(device: DeviceId, reason: string): Promise<boolean> {
    return this.work('device', async () => {
      this.overview = await this.#client.clock.exceptDevice({ device, reason });
      announce(texts.exceptDone, 'good');
    });
  }

  confirmDeletion(deletion: RecordId): Promise<boolean> {
    return this.work('deletion', async () => {
      this.deletions = await this.#client.deletions.confirm({ deletion });
      announce(texts.deletionDone, 'good');
      await this.#load();
    });
  }

  cancelDeletion(deletion: RecordId): Promise<boolean> {
    return this.work('deletion', async () => {
      this.deletions = await this.#client.deletions.cancel({ deletion });
      announce(texts.deletionTakenBack, 'good');
    });
  }

  /** One that cannot be read any more, for good. */
  async anonymiseDamaged(caseId: RecordId): Promise<boolean> {
    const done = await this.work('damaged', async () => {
      const { number } = await this.#client.clock.anonymiseNow({ act: newActId(), caseId });
      announce(damagedTexts.done(number), 'good');
      await this.#load();
    });
    if (!done) await this.#reloadBeside();
    return done;
  }

  /** The same at the young person's wish, on any day. */
  async eraseUnread(caseId: RecordId): Promise<boolean> {
    const done = await this.work('damaged', async () => {
      await this.#client.deletions.propose({ act: newActId(), caseId, reason: 'wish' });
      announce(damagedTexts.wishDone, 'good');
      await this.#load();
    });
    if (!done) await this.#reloadBeside();
    return done;
  }

  /** After a refusal the page shows what is true now, and goes on saying why it was refused. */
  async #reloadBeside(): Promise<void> {
    const { problem } = this;
    await this.load();
    this.problem ??= problem;
  }

  /** Looks until it has ended; one at a time. What it did changes every list, so they are asked for anew. */
  async #follow(): Promise<void> {
    if (this.#following || !this.isRunning) return;
    this.#following = true;
    try {
      while (!this.#left && this.run?.state === 'running') {
        await new Promise((resolve) => setTimeout(resolve, pause));
        this.run = await this.#client.clock.progress();
      }
      this.stopping = false;
      if (!this.#left) await this.#load();
    } catch (error) {
      // A lock in between, or a core that is gone: the page of that says so; what was done stays done.
      if (!this.#left) this.problem = problemOf(error);
    } finally {
      this.#following = false;
    }
  }
}
