/** The papers of an office beside the plan, and how they look: letterhead, logos, funder, own words, languages. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { EntryId, RecordId } from '../domain/ids.ts';
import { formKinds, ownWordedForms, PaperSettingsInput, type CarrierWording } from '../papers/forms.ts';
import { languageCodes, type Review } from '../languages/types.ts';
import { letterKinds } from '../papers/letters.ts';
import { inCase } from './case-parts.ts';
import { open } from './parts.ts';

export interface PaperSettingsView {
  readonly settings: PaperSettingsInput;
  /** Newest version of each form first. */
  readonly wordings: readonly CarrierWording[];
  /** What is printed on each form now: whose words, which version. */
  readonly inForce: readonly { readonly form: CarrierWording['form']; readonly version: string; readonly own: boolean }[];
  /** Our own words of each form in today's edition of the law, in the notation of papers/wording.ts. */
  readonly standard: readonly { readonly form: CarrierWording['form']; readonly version: string; readonly text: string }[];
  /** Every language with its review, in order of need. */
  readonly languages: readonly { readonly code: string; readonly name: string; readonly german: string; readonly review: Review }[];
  /** Of what was saved just now: characters no font has, `U+XXXX`, printed as a visible mark. */
  readonly replaced: readonly string[];
}

/** Of the slip alone: what is signed is German until somebody has answered for a translation, and is made so whatever is asked. */
const Language = z.enum(languageCodes).default('de');

const FormOfFile = z.enum(['consent', 'information', 'case_management', 'release', 'slip', ...letterKinds]);

export const papersContract = {
  settings: open.output(type<PaperSettingsView>()),
  /** Head only. */
  saveSettings: open.input(PaperSettingsInput).output(type<PaperSettingsView>()).errors({ STORE_READ_ONLY: {}, ROLE_NOT_ALLOWED: {}, LOGO_UNREADABLE: {}, DOCUMENT_FAILED: {} }),
  /** Head only. '' goes back to our own words, as a version of its own. */
  saveWording: open
    .input(z.strictObject({ form: z.enum(ownWordedForms), text: z.string().max(40_000) }))
    .output(type<PaperSettingsView>())
    .errors({ STORE_READ_ONLY: {}, ROLE_NOT_ALLOWED: {}, DOCUMENT_FAILED: {} }),
  /** For a pen: no person in it, nothing is logged. */
  blank: open
    .input(z.strictObject({ form: z.enum(formKinds), language: Language }))
    .output(type<{ pdf: Blob; fileName: string; replacedCharacters: readonly string[] }>())
    .errors({ DOCUMENT_FAILED: {}, LANGUAGE_NOT_REVIEWED: {} }),
  /**
   * Filled from a file. `entry`: the release of `release`, the appointment of `slip`; null else. Consent and information sheet may be filled before there is a consent
   * (her name stands on the card); the others need one. Logged as paper.fill. PAPER_ENTRY_OVER: a release that ended, an appointment that is over.
   * The letters before an act of the clock need no consent: what they offer is hers by right. LETTER_NOT_NOW: there is nothing to announce today.
   */
  fill: inCase
    .input(
      z.strictObject({
        caseId: RecordId,
        form: FormOfFile,
        entry: EntryId.nullable(),
        bring: z.string().trim().max(200).default(''),
        language: Language,
      }),
    )
    .output(type<{ pdf: Blob; fileName: string; replacedCharacters: readonly string[] }>())
    .errors({ DOCUMENT_FAILED: {}, CONSENT_MISSING: {}, ENTRY_UNKNOWN: {}, PAPER_ENTRY_OVER: {}, LETTER_NOT_NOW: {}, LANGUAGE_NOT_REVIEWED: {} }),
  /** She has it in her hands, or the letter is on its way. Logged as paper.handOver, that is all: also of a form for a pen. */
  handedOver: inCase.input(z.strictObject({ caseId: RecordId, form: FormOfFile })).output(type<null>()).errors({ STORE_READ_ONLY: {} }),
};
