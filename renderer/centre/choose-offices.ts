/** Which offices the list of deliveries shows, and in which order. Sorted by what was asked for, never by how good anyone is. */
import { landNames } from '../../shared/domain/programme.ts';
import type { CarrierGroupId } from '../../shared/domain/programme.ts';
import type { DeliveryStateRow } from '../../shared/envelopes/reports-api.ts';

export type OfficeColumn = 'office' | 'group' | 'land' | 'lastPeriod' | 'received' | 'certificate';

export interface OfficeChoice {
  /** All of them must occur in name, Kennung or Land. */
  readonly words: string;
  readonly group: CarrierGroupId | null;
  readonly sorting: { readonly column: OfficeColumn; readonly descending: boolean };
}

const keys: Record<OfficeColumn, (row: DeliveryStateRow) => string> = {
  office: (row) => row.officeName,
  group: (row) => row.carrierGroup,
  land: (row) => landNames[row.land] ?? row.land,
  lastPeriod: (row) => row.lastPeriod ?? '',
  received: (row) => row.receivedAt ?? '',
  certificate: (row) => row.certificateUntil ?? '',
};

const german = new Intl.Collator('de', { numeric: true });

export function chooseOffices(
  rows: readonly DeliveryStateRow[],
  { words, group, sorting }: OfficeChoice,
): readonly DeliveryStateRow[] {
  const wanted = words.toLocaleLowerCase('de').split(/\s+/).filter(Boolean);
  const key = keys[sorting.column];
  const direction = sorting.descending ? -1 : 1;
  return rows
    .filter((row) => group === null || row.carrierGroup === group)
    .filter((row) => {
      const text = `${row.officeName} ${row.office} ${landNames[row.land] ?? ''}`.toLocaleLowerCase('de');
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((a, b) => direction * german.compare(key(a), key(b)) || german.compare(a.officeName, b.officeName));
}
