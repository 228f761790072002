/** The forms an office gives out beside the plan: filled from a file, or blank for a pen. German, until somebody has answered for a translation. */
import { z } from 'zod';
import { IsoDay } from '../domain/day.ts';
import { Letterhead } from './letterhead.ts';

/** `notfallblatt`: the recovery sheet of the office, blank. `slip`: an appointment. */
export const formKinds = ['consent', 'information', 'case_management', 'release', 'slip', 'notfallblatt'] as const;
export type FormKind = (typeof formKinds)[number];

/** Forms whose words a carrier may replace by its own. */
export const ownWordedForms = ['consent', 'information', 'case_management', 'release'] as const satisfies readonly FormKind[];
export type OwnWordedForm = (typeof ownWordedForms)[number];

/** A carrier's own words of a form. A version once saved stays: a consent says which version was signed. */
export const CarrierWording = z.object({
  form: z.enum(ownWordedForms),
  /** 1, 2, … per form. */
  version: z.int().positive(),
  /** The day it was saved on. */
  since: IsoDay,
  /** In the notation of wording.ts; '' where the office went back to our words. */
  text: z.string(),
});
export type CarrierWording = z.infer<typeof CarrierWording>;

export const PaperSettingsInput = z.strictObject({
  letterhead: Letterhead,
  /** Phone numbers for papers, per account; '' for the number of the office. Never a private mobile. */
  phones: z.array(z.strictObject({ user: z.string(), phone: z.string().trim().max(40) })).max(200),
  /** Codes of languages nobody has reviewed that this office uses for the plan all the same. */
  unreviewedLanguages: z.array(z.string().max(12)).max(40),
});
export type PaperSettingsInput = z.infer<typeof PaperSettingsInput>;
