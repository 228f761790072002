/** One paper of a plan as it would be made now, and where exactly this paper was kept already. */
import { ORPCError } from '@orpc/server';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { decideLeaving } from '../../shared/cases/disclosure.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import type { EntryId, RecordId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { paperKind, type PlanPaperKind } from '../../shared/plan/versions.ts';
import type { PlanWish } from '../../shared/rpc/plan.contract.ts';
import { loadCase } from '../cases/load-case.ts';
import { decidedOrThrow } from '../cases/refusals.ts';
import type { CasesContext } from '../context.ts';
import { refuseUnreviewed } from './language.ts';
import { planOfFile, type PlanOfFile, type PlanPaper } from './plan-of-file.ts';

type Kept = CaseFile['caseState']['documents'][number];

export interface Asked {
  readonly caseId: RecordId;
  readonly paper: PlanPaperKind;
  readonly language: LanguageCode;
  readonly disclosure: EntryId | null;
}

export interface PaperOfPlan {
  readonly file: CaseFile;
  readonly made: PlanOfFile;
  readonly paper: PlanPaper;
  /** The same words again are the same paper: version and day do not count. */
  readonly content: string;
  /** undefined: not kept yet. */
  readonly kept: Kept | undefined;
}

export function askedOf({ caseId, paper, language, recipient }: PlanWish): Asked {
  return { caseId, paper, language, disclosure: recipient.kind === 'third_party' ? recipient.disclosure : null };
}

/** Throws where she does not consent, or where the paper is for somebody else and has no disclosure of today to stand on. */
export function fileToPrint(context: CasesContext, { caseId, disclosure }: Asked): CaseFile {
  const file = loadCase(context, caseId);
  if (!consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  if (disclosure !== null) decidedOrThrow(decideLeaving(file, disclosure, ['print', 'letter'], context.options.today()));
  return file;
}

export function paperOfPlan(context: CasesContext, asked: Asked): PaperOfPlan {
  const { language } = asked;
  const file = fileToPrint(context, asked);
  refuseUnreviewed(context, language);
  const made = planOfFile(context, file, language);
  if (made.plan.goals.length === 0) throw new ORPCError('PLAN_EMPTY');
  const paper = made[asked.paper];
  const content = contentHash(paper);
  const kept = file.caseState.documents.findLast((one) => one.version === made.version && one.language === language && paperKind(one) === asked.paper && one.content === content);
  return { file, made, paper, content, kept };
}

function contentHash({ version: _version, day: _day, ...content }: PlanPaper): string {
  return sha256Hex(canonicalJson(content));
}

export function numberOf(file: CaseFile): string {
  const number = readCase(file.caseState, file.person).value('case.case_number');
  return typeof number === 'string' ? number : '';
}

/** Bytes that the history says there are. */
export function readKept({ cases }: CasesContext, record: RecordId, kept: Kept): Uint8Array {
  const bytes = cases.read((tx) => tx.histories.readBytes(record, kept.attachment));
  if (bytes === undefined) throw new ORPCError('DOCUMENT_FAILED');
  return bytes;
}
