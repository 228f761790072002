/** What office and collector may ask of the document process. Data in, PDF bytes out; nothing of the store is in there. */
import type { AgreementPaper, SlipPaper, WallPaper } from '../shared/plan/papers.ts';
import type { SheetPaper } from '../shared/papers/sheet-paper.ts';

export type Paper = AgreementPaper | WallPaper | SlipPaper | SheetPaper;

export interface PrintedPaper {
  readonly pdf: Uint8Array;
  /** Characters no shipped font has, each as `U+XXXX`; printed as a visible mark. */
  readonly replacedCharacters: readonly string[];
}

/** A process of its own with a time limit; a crash there costs one document, never the store. */
export interface DocumentService {
  /** Throws DocumentError with code DOCUMENT_FAILED (also after the time limit; the process is started anew). */
  print(paper: Paper): Promise<PrintedPaper>;
  close(): Promise<void>;
}
