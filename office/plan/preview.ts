import { logReading } from '../audit/log-reading.ts';
import { inCases, stillOpen } from '../base.ts';
import type { PlanPreview } from '../../shared/rpc/plan.contract.ts';
import { pdfBlob, planFileName } from './file-name.ts';
import { askedOf, fileToPrint, numberOf, paperOfPlan, readKept } from './paper-of-plan.ts';

/**
 * The paper to look at. Nothing is kept, however often somebody looks while the words are being found: it says itself that it is none yet. One that
 * was kept word for word comes as it was kept.
 */
export const preview = inCases.plan.preview.handler(async ({ input, context }): Promise<PlanPreview> => {
  const asked = askedOf(input);
  const { caseId, paper: kind, language } = asked;
  const { file, paper, content, kept } = paperOfPlan(context, asked);
  const version = kept?.version ?? null;
  const { pdf, replacedCharacters } =
    kept === undefined ? await context.options.documents.print({ ...paper, version }) : { pdf: readKept(context, caseId, kept), replacedCharacters: kept.replaced ?? [] };
  stillOpen(context);
  // Taken back, shielded or restricted while Typst was at work: then nothing of it is shown.
  const { right } = fileToPrint(context, asked);
  logReading(context, { action: 'plan.preview', record: caseId, details: { paper: kind, language, right } });
  return { pdf: pdfBlob(pdf), fileName: planFileName(kind, numberOf(file), version), version, content, replacedCharacters };
});
