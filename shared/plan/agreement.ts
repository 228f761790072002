/** The agreement she takes home. */
import type { AgreementPaper, PaperFrame } from './papers.ts';
import type { Plan } from './types.ts';

export interface AgreementParts {
  readonly frame: PaperFrame;
  /** As a plan writes it, with the name she is called by. */
  readonly personName: string;
  readonly caseworkerName: string;
  readonly version: number;
  readonly plan: Plan;
}

export function agreementPaper({ frame, personName, caseworkerName, version, plan }: AgreementParts): AgreementPaper {
  return { ...frame, template: 'agreement', personName, caseworkerName, version, plan };
}
