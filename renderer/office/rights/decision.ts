/** What a request can be decided to be; the core asks the same and has the last word. */
export interface ParentsAnswers {
  readonly parents: boolean;
  /** The young person is a minor, or the age is not known. */
  readonly asksInsight: boolean;
  readonly insight: string | null;
  readonly secret: 'yes' | 'no' | null;
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Parents get nothing: of age, counselled without their knowledge, or her own no. */
export function isKept({ parents, asksInsight, insight, secret }: ParentsAnswers): boolean {
  return parents && (!asksInsight || secret === 'yes' || insight === 'capable_refuses' || insight === 'not_asked_danger');
}

export function decisionsFor(answers: ParentsAnswers, all: readonly Choice[]): readonly Choice[] {
  if (!isKept(answers)) return all;
  return all.filter(({ value }) => value === 'refused');
}

/** The ground that follows from what was said; null: somebody chooses. */
export function groundFor(answers: ParentsAnswers): string | null {
  if (!isKept(answers)) return null;
  if (!answers.asksInsight) return 'of_age';
  return answers.insight === 'capable_refuses' ? 'own_decision' : 'secret_of_youth';
}
