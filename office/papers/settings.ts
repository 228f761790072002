/** How the papers of this office look, behind the desk door: letterhead, phones, languages, and the carrier's own words with every version they ever had. */
import { z } from 'zod';
import type { DeskTx } from '../../db/contract/store.ts';
import { CarrierWording, PaperSettingsInput } from '../../shared/papers/forms.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';

const Wordings = z.object({ versions: z.array(CarrierWording) });

type Tx = Pick<DeskTx, 'settings'>;

const nothingSet: PaperSettingsInput = { letterhead: noLetterhead, phones: [], unreviewedLanguages: [] };

export function paperSettings(tx: Tx): PaperSettingsInput {
  const value = tx.settings.read('papers');
  return value === undefined || value === null ? nothingSet : PaperSettingsInput.parse(value);
}

export function writePaperSettings(tx: Tx, settings: PaperSettingsInput): void {
  tx.settings.write('papers', { ...settings });
}

/** Oldest first. */
export function carrierWordings(tx: Tx): readonly CarrierWording[] {
  const value = tx.settings.read('paper_wordings');
  return value === undefined || value === null ? [] : Wordings.parse(value).versions;
}

export function addCarrierWording(tx: Tx, wording: CarrierWording): void {
  tx.settings.write('paper_wordings', { versions: [...carrierWordings(tx), wording] });
}
