/** The code of an expected failure, or whatever else was thrown, in one line. */
export function codeIn(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
}
