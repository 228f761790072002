import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import { readCase } from '../../shared/cases/answers.ts';
import { contactPresets } from '../../shared/cases/contact-presets.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';

export const presets = inCases.contacts.presets.handler(({ input, context }) => {
  const { caseState, person } = loadCase(context, input.caseId);
  const { catalogue, today } = context.options;
  const usual = contactPresets(readCase(caseState, person), today());
  return { answers: Object.fromEntries(Object.entries(usual).filter(([field, value]) => isOffered(catalogue, field, value))) };
});

/** What was usual last time may be a code that is offered no more. */
function isOffered(catalogue: LoadedCatalogue, field: string, value: AnswerValue): boolean {
  const codes = catalogue.codes(catalogue.field(field)?.codeList ?? '');
  return !codes.some(({ code, retired }) => code === value && retired === true);
}
