/**
 * Sends what was typed to the core, one act at a time and in the order it was typed.
 *
 * A field that is typed into again while its save still waits is sent once, with its newest text, at its old place. The first
 * act that fails for an outer reason (core gone, disk full, locked) stops the queue; nothing behind it overtakes.
 */
export interface SaveTask {
  /** One waiting task per key; acts that must each run (adding an entry) use a key of their own. */
  readonly key: string;
  /** Reads what to send when its turn comes. Returns 'stop' when the queue must wait, 'done' otherwise; must not throw. */
  run(): Promise<'done' | 'stop'>;
  /** Tells the asker that the queue was emptied without running this. */
  dropped?(): void;
}

export class SaveQueue {
  #waiting: SaveTask[] = [];
  #running: SaveTask | null = null;
  #stopped = false;
  #idle: (() => void)[] = [];
  readonly #onchange: () => void;

  /** `onchange` is called whenever something starts, ends or stops. */
  constructor(onchange: () => void) {
    this.#onchange = onchange;
  }

  get stopped(): boolean {
    return this.#stopped;
  }

  /** Something waits or is on its way. */
  get busy(): boolean {
    return this.#running !== null || this.#waiting.length > 0;
  }

  add(task: SaveTask): void {
    if (!this.#waiting.some((waiting) => waiting.key === task.key)) this.#waiting.push(task);
    if (this.#stopped) this.#onchange();
    else void this.#work();
  }

  /** Starts again after a failure, with the act that failed. */
  retry(): void {
    this.#stopped = false;
    void this.#work();
  }

  /** Takes a waiting act out; one on its way is not called back. */
  drop(key: string): void {
    for (const task of this.#waiting) if (task.key === key) task.dropped?.();
    this.#waiting = this.#waiting.filter((task) => task.key !== key);
    this.#settle();
  }

  /** Takes out everything that waits. */
  clear(): void {
    for (const task of this.#waiting.splice(0)) task.dropped?.();
    this.#settle();
  }

  /** Ends when nothing waits any more, or when the queue stopped. */
  settled(): Promise<void> {
    if (this.#stopped || !this.busy) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  async #work(): Promise<void> {
    if (this.#running !== null) return;
    for (let task = this.#waiting.shift(); task !== undefined; task = this.#waiting.shift()) {
      this.#running = task;
      this.#onchange();
      const outcome = await task.run();
      this.#running = null;
      if (outcome === 'stop') {
        const { key } = task;
        // What was typed meanwhile into the same field rides along with the act that failed.
        this.#waiting = [task, ...this.#waiting.filter((waiting) => waiting.key !== key)];
        this.#stopped = true;
        break;
      }
    }
    this.#settle();
  }

  #settle(): void {
    this.#onchange();
    if (this.#stopped || !this.busy) for (const resolve of this.#idle.splice(0)) resolve();
  }
}
