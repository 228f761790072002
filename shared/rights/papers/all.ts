/** The papers an office owes, as drafts: the words are ours, the judgement is the data protection officer's. */
import type { SheetPaper } from '../../papers/sheet-paper.ts';
import { impactAssessment } from './impact-assessment.ts';
import { measures } from './measures.ts';
import type { OfficeFacts, OfficePaper } from './office-facts.ts';
import { processingRecord } from './processing-record.ts';
import { staffCommitment } from './staff-commitment.ts';
import { staffInformation } from './staff-information.ts';

export const officePapers = {
  processing_record: processingRecord,
  measures,
  impact_assessment: impactAssessment,
  staff_information: staffInformation,
  staff_commitment: staffCommitment,
} as const satisfies Readonly<Record<string, OfficePaper>>;

export type OfficePaperKind = keyof typeof officePapers;

export function officePaper(kind: OfficePaperKind, facts: OfficeFacts): SheetPaper {
  const { title, blocks } = officePapers[kind];
  const { officeName, training, day } = facts;
  return {
    template: 'sheet',
    language: 'de',
    title,
    subtitle: officeName,
    mark: 'Entwurf – von der oder dem Datenschutzbeauftragten zu prüfen',
    officeName,
    training,
    day,
    blocks: blocks(facts),
  };
}
