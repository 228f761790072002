/** Kept plans in the copy: who stands on them is decided paper by paper, because the name in a step is on the paper as well. */
import { germanDay } from '../../shared/domain/day.ts';
import { EntryId, type AttachmentId, type RecordId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { packs } from '../../shared/languages/packs.ts';
import { languageCodes } from '../../shared/languages/types.ts';
import { readKeptPlan } from '../../shared/plan/kept-plan.ts';
import { paperKind } from '../../shared/plan/versions.ts';
import { heldBack, undecided, type CopyDecision, type CopySection } from '../../shared/rights/copy.ts';
import { namesOnPlan } from '../../shared/rights/plan-names.ts';
import type { CopyQuestion } from '../../shared/rpc/rights.views.ts';
import type { CasesContext } from '../context.ts';

export interface CopiedPaper {
  readonly attachment: AttachmentId;
  /** For the list on the copy. */
  readonly title: string;
  /** Of the file: says nothing of her, not even the language. */
  readonly name: string;
  readonly bytes: number;
  /** Other people it names; null where nobody can tell from what is kept. */
  readonly others: readonly string[] | null;
}

/** What a decision about a kept plan is called; `entry` is its bytes. */
const paperField = 'plan.paper';
const section = 'Gedruckte Pläne';

const words = { agreement: { title: 'Mein Plan', name: 'plan' }, wall: { title: 'Wandblatt', name: 'wandblatt' } } as const;

/** One version is printed as agreement and as wall sheet, in several languages and with several appointments: the second of a name gets a number. */
export function copiedPapers(context: CasesContext, record: RecordId, documents: RecordState['documents']): readonly CopiedPaper[] {
  const count = new Map<string, number>();
  return documents.map((document) => {
    const { attachment, version, bytes, day, language } = document;
    const { title, name } = words[paperKind(document)];
    const base = `${name}-${String(version)}`;
    const number = (count.get(base) ?? 0) + 1;
    count.set(base, number);
    const spoken = languageCodes.find((code) => code === language && code !== 'de');
    const parts = [title, `Fassung ${String(version)}`, `gedruckt am ${germanDay(day)}`, ...(spoken === undefined ? [] : [packs[spoken].language.german])];
    return { attachment, bytes, title: parts.join(', '), name: `${base}${number === 1 ? '' : `-${String(number)}`}.pdf`, others: othersOn(context, record, document) };
  });
}

function othersOn({ cases }: CasesContext, record: RecordId, { data }: RecordState['documents'][number]): CopiedPaper['others'] {
  const bytes = data === undefined ? undefined : cases.read((tx) => tx.histories.readBytes(record, data));
  const plan = bytes === undefined ? null : readKeptPlan(bytes);
  return plan === null ? null : namesOnPlan(plan);
}

/** One that names others stays out unless somebody decides otherwise; every other goes along unless it is held back. */
export function paperQuestions(papers: readonly CopiedPaper[]): readonly CopyQuestion[] {
  return papers.map(({ attachment, title, others }) => ({ entry: EntryId.parse(attachment), field: paperField, section, label: title, value: saidOf(others), why: ofOthers(others) ? 'others' : 'file' }));
}

function ofOthers(others: CopiedPaper['others']): boolean {
  return others === null || others.length > 0;
}

function saidOf(others: CopiedPaper['others']): string {
  if (others === null) return 'Wer darauf genannt ist, lässt sich hier nicht feststellen. Bitte das Papier unter „Plan“ öffnen und lesen.';
  return others.length === 0 ? 'Bei den Schritten ist niemand sonst mit Namen genannt.' : `Genannt sind: ${others.join(', ')}.`;
}

/** Why it is not along; null where it is. */
function withheld({ attachment, others }: CopiedPaper, decisions: readonly CopyDecision[]): string | null {
  const decision = decisions.findLast((one) => one.field === paperField && one.entry === (attachment as string));
  if (decision === undefined) return ofOthers(others) ? undecided : null;
  return decision.give ? null : `${heldBack}: ${decision.reason}`;
}

export function papersAlong(papers: readonly CopiedPaper[], decisions: readonly CopyDecision[]): readonly CopiedPaper[] {
  return papers.filter((paper) => withheld(paper, decisions) === null);
}

/** That there are papers which are not along, and why. */
export function paperSection(papers: readonly CopiedPaper[], decisions: readonly CopyDecision[]): readonly CopySection[] {
  const fields = papers.flatMap((paper) => {
    const why = withheld(paper, decisions);
    return why === null ? [] : [{ id: paperField, label: paper.title, values: [], text: '', earlier: [], earlierTexts: [], withheld: why }];
  });
  return fields.length === 0 ? [] : [{ title: section, fields, entries: [] }];
}
