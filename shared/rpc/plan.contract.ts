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

/** Which paper, and for whom. */
const PlanWish = CaseRef.extend({ paper: PlanPaperKind.default('agreement'), language: z.enum(languageCodes).default('de'), recipient: Recipient.default({ kind: 'young_person' }) });
export type PlanWish = z.infer<typeof PlanWish>;

export interface PlanPreview {
  readonly pdf: Blob;
  /** Without a name of a person. */
  readonly fileName: string;
  /** Of the paper that was kept word for word; null: it is no version, and says so in its foot. */
  readonly version: number | null;
  /** SHA-256 of what it says; told to `print`, so that nobody gets another paper than was looked at. */
  readonly content: string;
  /** `U+XXXX`, printed as a visible mark; see shared/papers/replaced.ts. */
  readonly replacedCharacters: readonly string[];
}

export interface PrintedPlan {
  readonly pdf: Blob;
  /** Without a name of a person. */
  readonly fileName: string;
  readonly version: number;
  readonly attachment: AttachmentId;
  /** `U+XXXX`, printed as a visible mark; see shared/papers/replaced.ts. */
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
  /** Which language the translations in this file are in; null where there are none, or nobody said. */
  readonly translatedInto: LanguageCode | null;
  /** Neither the counsellor nor the office has a phone number for papers: nobody is asked to call. */
  readonly withoutPhone: boolean;
  /** In order of need. */
  readonly all: readonly PlanLanguage[];
  /** What this file's papers are printed in: chosen in it, else what her first language and script suggest and the office may use; `de` else. */
  readonly preset: LanguageCode;
  /** Why {@link preset} is what it is, a German sentence. */
  readonly why: string;
}

export const planContract = {
  /** The paper of the plan as it stands, to be looked at: nothing is kept. */
  preview: inCase
    .input(PlanWish)
    .output(type<PlanPreview>())
    .errors({ CONSENT_MISSING: {}, DOCUMENT_FAILED: {}, PLAN_EMPTY: {}, DISCLOSURE_WITHOUT_BASIS: {}, LANGUAGE_NOT_REVIEWED: {} }),
  /**
   * The paper on its way out of the house: printed, saved, handed over. Kept as a version; the same paper again returns the bytes that were kept, a changed plan is
   * the next version. `shown`: `content` of the preview. PLAN_OTHER_THAN_SHOWN: it would not say that any more.
   */
  print: inCase
    .input(PlanWish.extend({ shown: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null) }))
    .output(type<PrintedPlan>())
    .errors({ CONSENT_MISSING: {}, DOCUMENT_FAILED: {}, PLAN_EMPTY: {}, DISCLOSURE_WITHOUT_BASIS: {}, LANGUAGE_NOT_REVIEWED: {}, PLAN_OTHER_THAN_SHOWN: {} }),
  /** A kept paper. `print`: to be printed or saved, which a withdrawn consent ends and which, for somebody else, needs its disclosure of today; `read`: to be looked at. Both are logged as what they are. */
  kept: inCase
    .input(CaseRef.extend({ attachment: AttachmentId, purpose: z.enum(['read', 'print']).default('read'), recipient: Recipient.default({ kind: 'young_person' }) }))
    .output(type<Pick<PrintedPlan, 'pdf' | 'fileName' | 'replacedCharacters'>>())
    .errors({ ATTACHMENT_NOT_FOUND: {}, CONSENT_MISSING: {}, DISCLOSURE_WITHOUT_BASIS: {} }),
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

