/** Where somebody wants to be in a file she is about to open from another page: addresses hold ids only, so it waits here, once. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { CaseFile } from './case-file.svelte.ts';

export interface Aim {
  readonly caseId: RecordId;
  /** The field to stand at, or any of a group whose section is to be shown. */
  readonly field: string | null;
  /** What she is asked at once. */
  readonly ask: 'resume' | 'clock' | null;
}

let waiting: Aim | null = null;

export function aimAt(aim: Aim): void {
  waiting = aim;
}

/** Leads there, when this is the file that was meant; it is forgotten either way. */
export function followAim(file: CaseFile): void {
  const aim = waiting;
  waiting = null;
  if (aim === null || aim.caseId !== file.caseId) return;
  const field = aim.field === null ? undefined : file.catalogue.field(aim.field);
  const section = field === undefined ? undefined : file.catalogue.sectionOf(field.id);
  if (field !== undefined && section !== undefined) {
    if (field.group === undefined) file.jumpTo(field.id, '');
    else file.show(section.id);
  }
  if (aim.ask !== null) file.asking = { kind: aim.ask };
}
