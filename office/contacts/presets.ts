import { readCase } from '../../shared/cases/answers.ts';
import { contactPresets } from '../../shared/cases/contact-presets.ts';
import { inCases } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';

export const presets = inCases.contacts.presets.handler(({ input, context }) => {
  const { caseState, person } = loadCase(context, input.caseId);
  return { answers: contactPresets(readCase(caseState, person), context.options.today()) };
});
