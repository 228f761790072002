/** What can be withdrawn in a file just now, in the words of the dialog. */
import { germanDay, IsoDay } from '../../../../shared/domain/day.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { managementConsentField, release } from '../case-ids.ts';
import type { Withdrawal } from './case-ask.ts';

export interface Withdrawable {
  readonly what: Withdrawal;
  readonly entry: EntryId | null;
  readonly label: string;
  /** What happens at once. */
  readonly effect: string;
}

type Source = Pick<CaseFile, 'entries' | 'entryName' | 'stored' | 'view'>;

function dated(file: Source, entry: EntryId): string {
  const day = IsoDay.safeParse(file.stored(entry, release.date));
  return day.success ? ` vom ${germanDay(day.data)}` : '';
}

export function withdrawable(file: Source): readonly Withdrawable[] {
  const list: Withdrawable[] = [];
  if (file.view.consentGiven) {
    list.push({
      what: 'data_processing',
      entry: null,
      label: 'Einwilligung in die Datenverarbeitung',
      effect: 'Ab sofort nimmt die Akte nichts mehr auf, das einer Einwilligung bedarf. Die Begleitung kann ohne Akte weitergehen.',
    });
  }
  if (file.view.healthConsentGiven) {
    list.push({
      what: 'health_data',
      entry: null,
      label: 'Einwilligung zu Gesundheitsdaten',
      effect: 'Ab sofort zeigt Lotse Abschnitt 2.2.4 niemandem mehr und nimmt dort nichts auf.',
    });
  }
  if (file.stored('', managementConsentField) === true) {
    list.push({
      what: 'case_management',
      entry: null,
      label: 'Zustimmung zum Case Management',
      effect: 'Die Zusage „Ich bin dabei!“ gilt nicht mehr. Beratung bleibt möglich.',
    });
  }
  for (const entry of file.entries(release.group, '').filter(({ id }) => file.stored(id, release.withdrawnOn) === null)) {
    list.push({
      what: 'release',
      entry: entry.id,
      label: `Schweigepflichtentbindung: ${file.entryName(entry)}${dated(file, entry.id)}`,
      effect: 'An diese Stelle wird ab sofort nichts mehr weitergegeben.',
    });
  }
  return list;
}
