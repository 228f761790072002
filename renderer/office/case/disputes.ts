/** „Richtigkeit bestritten“: what the young person says is not right, kept beside the statement until it is settled. */
import type { Field } from '../../../shared/catalogue/types.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import { dispute } from './case-ids.ts';
import type { CaseFile } from './case-file.svelte.ts';

type Source = Pick<CaseFile, 'entries' | 'stored'>;

/** The newest open dispute about a field. `entry` '' for a field of the record itself. */
export function openDispute(file: Source, entry: string, field: string): EntryView | undefined {
  return file
    .entries(dispute.group, '')
    .findLast(
      ({ id }) => file.stored(id, dispute.field) === field && (file.stored(id, dispute.entry) ?? '') === entry && file.stored(id, dispute.settledOn) === null,
    );
}

/** There must be something to dispute, and nobody disputes a dispute. */
export function mayDispute(file: Pick<CaseFile, 'catalogue' | 'entries' | 'stored' | 'readOnly' | 'view'>, entry: string, field: Field): boolean {
  if (file.readOnly || !file.view.consentGiven || field.group === dispute.group || file.catalogue.group(dispute.group) === undefined) return false;
  return file.stored(entry, field.id) !== null && openDispute(file, entry, field.id) === undefined;
}
