/** What a screen turned to the young person shows: the wall sheet as it would be now, in her language and in German. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { LanguageCode } from '../../../shared/languages/types.ts';
import type { WallPaper } from '../../../shared/plan/papers.ts';
import { untilClosed } from '../case/open-cases.ts';
import { problemOf, type Problem } from '../problem.ts';
import type { OfficeClient } from '../rpc.ts';

type Source = Pick<OfficeClient, 'plan'>;

export class ShownPlan {
  readonly #client: Source;
  readonly #caseId: RecordId;
  paper: WallPaper | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  /** What the fixed words are in just now; her own words follow where somebody wrote them in it. */
  spoken: LanguageCode = $state('de');

  constructor(client: Source, caseId: RecordId) {
    this.#client = client;
    this.#caseId = caseId;
  }

  async load(): Promise<void> {
    const caseId = this.#caseId;
    this.problem = null;
    try {
      // What was typed in the file a moment ago is in it.
      await untilClosed(caseId);
      const { preset } = await this.#client.plan.languages({ caseId });
      this.paper = await this.#client.plan.show({ caseId, language: preset });
      this.spoken = preset;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  /** The language one can change to; null where there is only one. Einfaches Deutsch stands alone, as on paper. */
  readonly other = $derived.by((): LanguageCode | null => {
    const { paper, spoken } = this;
    if (paper === null || paper.language === 'de' || paper.language === 'de-simple') return null;
    return spoken === 'de' ? paper.language : 'de';
  });

  turn(): void {
    if (this.other !== null) this.spoken = this.other;
  }
}
