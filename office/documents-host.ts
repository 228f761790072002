import type { StartChild } from '../documents/child.ts';
import type { DocumentService } from '../documents/contract.ts';
import { startDocumentProcess } from '../documents/process.ts';

/** The document process of this office, started with the first paper: most days begin without one. `start`: where it is no child of ours. */
export function documentsOfOffice(start?: StartChild): DocumentService {
  return startDocumentProcess(start === undefined ? {} : { start });
}
