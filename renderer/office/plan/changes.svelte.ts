/** What is different between two versions of a plan, or between one and what stands in the file now. */
import type { AttachmentId } from '../../../shared/domain/ids.ts';
import type { PlanChange } from '../../../shared/plan/types.ts';
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';
import type { CaseFile } from '../case/case-file.svelte.ts';
import { problemOf, type Problem } from '../problem.ts';

/** One version of the plan, whichever of its papers were printed: they say the same. */
export interface Version {
  readonly number: number;
  readonly content: number;
  readonly attachment: AttachmentId;
  readonly day: KeptDocumentView['day'];
  readonly at: string;
}

/** Newest first; of the papers of one version the first. Those printed before versions kept their words cannot be compared. */
export function versionsOf(documents: readonly KeptDocumentView[]): readonly Version[] {
  const comparable = documents.filter((one) => one.comparable);
  const first = comparable.filter(({ version, content }, at) => comparable.findIndex((one) => one.version === version && one.content === content) === at);
  return first.map(({ version, content, attachment, day, at }) => ({ number: version, content, attachment, day, at })).sort((a, b) => b.number - a.number || b.content - a.content);
}

export class Changes {
  readonly #file: CaseFile;
  from: AttachmentId | null = $state(null);
  /** null: as it stands now. */
  to: AttachmentId | null = $state(null);
  list: readonly PlanChange[] | null = $state.raw(null);
  problem: Problem | null = $state.raw(null);
  #turn = 0;

  constructor(file: CaseFile) {
    this.#file = file;
    this.from = versionsOf(file.view.documents)[0]?.attachment ?? null;
  }

  async compare(from: AttachmentId | null, to: AttachmentId | null): Promise<void> {
    this.from = from;
    this.to = to;
    this.list = null;
    this.problem = null;
    const turn = (this.#turn += 1);
    if (from === null) return;
    const { client, caseId, writer } = this.#file;
    try {
      await writer.flush();
      const list = await client.plan.changes({ caseId, from, to });
      if (turn === this.#turn) this.list = list;
    } catch (error) {
      if (turn === this.#turn) this.problem = problemOf(error);
    }
  }
}
