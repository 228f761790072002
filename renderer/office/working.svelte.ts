/** What a page is doing at the moment, and what went wrong last. */
import { problemOf, type Problem } from './problem.ts';

export class Working<Work extends string> {
  working: Work | null = $state(null);
  problem: Problem | null = $state.raw(null);

  /** False when it failed: that is shown, and nothing is lost. */
  protected async work(work: Work, act: () => Promise<void>): Promise<boolean> {
    this.working = work;
    this.problem = null;
    try {
      await act();
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    } finally {
      this.working = null;
    }
  }
}
