/**
 * Runs all closers, the last first, and empties the list. One that throws keeps none of the others from running: keys are wiped and the
 * folder is free whatever the disk says. The first problem is thrown at the end.
 */
export function closeEach(closers: (() => void)[]): void {
  const problems: unknown[] = [];
  for (const close of closers.splice(0).reverse()) {
    try {
      close();
    } catch (problem) {
      problems.push(problem);
    }
  }
  if (problems.length > 0) throw problems[0];
}
