/** The papers of an office beside the plan, and how they look: letterhead, logos, funder, own words, languages. */
import { type } from '@orpc/contract';
import { z } from 'zod';
import { EntryId, RecordId } from '../domain/ids.ts';
import { formKinds, ownWordedForms, PaperSettingsInput, type CarrierWording } from '../papers/forms.ts';
import type { Review } from '../languages/types.ts';
import { inCase } from './case-parts.ts';
import { open } from './parts.ts';

export interface PaperSettingsView {
  readonly settings: PaperSettingsInput;
  /** Newest version of each form first. */
  readonly wordings: readonly CarrierWording[];
  /** Our own words of each form in today's edition of the law, in the notation of {@link CarrierWording.text}. */
  readonly standard: readonly { readonly form: CarrierWording['form']; readonly version: string; readonly text: string }[];
  /** Every language with its review, in order of need. */
  readonly languages: readonly { readonly code: string; readonly name: string; readonly german: string; readonly review: Review }[];
}

export const papersContract = {
  settings: open.output(type<PaperSettingsView>()),
  /** Head only. */
  saveSettings: open.input(PaperSettingsInput).output(type<PaperSettingsView>()).errors({ STORE_READ_ONLY: {}, ROLE_NOT_ALLOWED: {}, LOGO_UNREADABLE: {} }),
  /** Head only. '' goes back to our own words, as a version of its own. */
  saveWording: open
    .input(z.strictObject({ form: z.enum(ownWordedForms), text: z.string().max(40_000) }))
    .output(type<PaperSettingsView>())
    .errors({ STORE_READ_ONLY: {}, ROLE_NOT_ALLOWED: {} }),
  /** For a pen: no person in it, nothing is logged. */
  blank: open
    .input(z.strictObject({ form: z.enum(formKinds) }))
    .output(type<{ pdf: Blob; fileName: string }>())
    .errors({ DOCUMENT_FAILED: {} }),
  /**
   * Filled from a file. `entry`: the release of `release`, the appointment of `slip`; null else. Consent and information sheet may be filled before there is a consent
   * (her name stands on the card); the others need one. Logged as paper.fill.
   */
  fill: inCase
    .input(z.strictObject({ caseId: RecordId, form: z.enum(['consent', 'information', 'case_management', 'release', 'slip']), entry: EntryId.nullable(), bring: z.string().trim().max(200).default('') }))
    .output(type<{ pdf: Blob; fileName: string }>())
    .errors({ DOCUMENT_FAILED: {}, CONSENT_MISSING: {}, ENTRY_UNKNOWN: {}, STORE_READ_ONLY: {} }),
};
