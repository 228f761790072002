/** The plan: its papers, their kept versions, what changed between two, and the view that is turned to the young person. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { AttachmentId } from '../domain/ids.ts';
import type { LanguageCode, Review, SecondLanguage } from '../languages/types.ts';
import { languageCodes } from '../languages/types.ts';
import type { WallPaper } from '../plan/papers.ts';
import type { PlanChange } from '../plan/types.ts';
import { CaseAct, CaseRef, inCase, writeCase } from './case-parts.ts';
import type { CaseView } from './case.views.ts';
import { Recipient } from './parts.ts';

export const PlanPaperKind = z.enum(['agreement', 'wall']);
export type PlanPaperKind = z.infer<typeof PlanPaperKind>;

export interface PrintedPlan {
  readonly pdf: Blob;
  /** Without a name of a person. */
  readonly fileName: string;
  readonly version: number;
  readonly attachment: AttachmentId;
  /** `U+XXXX`, printed as a visible mark. */
  readonly replacedCharacters: readonly string[];
}

export interface PlanLanguage {
  readonly code: SecondLanguage;
  /** What it calls itself. */
  readonly name: string;
  readonly german: string;
  readonly review: Review;
  /** Reviewed, or switched on by the office all the same. */
  readonly usable: boolean;
}

export interface PlanLanguages {
  /** In order of need. */
  readonly all: readonly PlanLanguage[];
  /** What this file's papers are printed in: chosen in it, else what her first language and script suggest and the office may use; `de` else. */
  readonly preset: LanguageCode;
  /** Why {@link preset} is what it is, a German sentence. */
  readonly why: string;
}

export const planContract = {
  /** Makes the paper of the plan as it stands and keeps it; the same paper again returns the bytes that were kept. A changed plan is the next version. */
  print: inCase
    .input(CaseRef.extend({ paper: PlanPaperKind.default('agreement'), language: z.enum(languageCodes).default('de'), recipient: Recipient.default({ kind: 'young_person' }) }))
    .output(type<PrintedPlan>())
    .errors({ CONSENT_MISSING: {}, DOCUMENT_FAILED: {}, PLAN_EMPTY: {}, DISCLOSURE_WITHOUT_BASIS: {}, LANGUAGE_NOT_REVIEWED: {} }),
  /** A kept paper. `print`: to be printed or saved, which a withdrawn consent ends; `read`: to be looked at. Both are logged as what they are. */
  kept: inCase
    .input(CaseRef.extend({ attachment: AttachmentId, purpose: z.enum(['read', 'print']).default('read') }))
    .output(type<Pick<PrintedPlan, 'pdf' | 'fileName' | 'replacedCharacters'>>())
    .errors({ ATTACHMENT_NOT_FOUND: {}, CONSENT_MISSING: {} }),
  languages: inCase.input(CaseRef).output(type<PlanLanguages>()),
  /** What is different in `to` (null: the plan as it stands now) from the kept version `from`. PLAN_VERSION_WITHOUT_DATA: printed before versions kept their words. */
  changes: inCase
    .input(CaseRef.extend({ from: AttachmentId, to: AttachmentId.nullable() }))
    .output(type<readonly PlanChange[]>())
    .errors({ ATTACHMENT_NOT_FOUND: {}, CONSENT_MISSING: {}, PLAN_VERSION_WITHOUT_DATA: {} }),
  /** What the wall sheet would say now, for a screen turned to the young person. Logged as shown to her. */
  show: inCase
    .input(CaseRef.extend({ language: z.enum(languageCodes) }))
    .output(type<WallPaper>())
    .errors({ CONSENT_MISSING: {}, PLAN_EMPTY: {}, LANGUAGE_NOT_REVIEWED: {} }),
  /** She has it in her hands (or did not want it): answers `integration_plan.handover`, and the log says which paper of which version. */
  handedOver: writeCase
    .input(CaseAct.extend({ attachment: AttachmentId, outcome: z.enum(['handed_over', 'declined']) }))
    .output(type<CaseView>())
    .errors({ ATTACHMENT_NOT_FOUND: {} }),
};

