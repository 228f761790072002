/** The pause after wrong tries, counted down where one sees it. The core decides; this only keeps the button from being pressed in vain. */

export class Waiting {
  /** Whole seconds until the next try; 0: now. */
  left = $state(0);
  /** What is read out: when the pause begins and when it ends, not every second. */
  said = $state('');
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `ended` is said once the pause is over. */
  start(seconds: number, begun: (seconds: number) => string, ended: string): void {
    this.stop();
    if (seconds <= 0) return;
    this.left = Math.ceil(seconds);
    this.said = begun(this.left);
    this.#timer = setInterval(() => {
      this.left -= 1;
      if (this.left > 0) return;
      this.stop();
      this.said = ended;
    }, 1_000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.left = 0;
    this.said = '';
  }
}
