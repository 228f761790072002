import type { DocumentService } from '../documents/contract.ts';
import { startDocumentProcess } from '../documents/process.ts';

/** The document process of this office, started with the first paper: most days begin without one. */
export function documentsOfOffice(): DocumentService {
  return startDocumentProcess();
}
