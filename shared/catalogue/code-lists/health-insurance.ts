import { codeList } from '../code-list.ts';

export const healthInsurance = codeList('health_insurance', 'domain.md §5 Nr. 101', [
  ['statutory', 'gesetzlich'],
  ['family_insured', 'familienversichert'],
  ['asylblg_limited', 'eingeschränkt nach AsylbLG'],
  ['private', 'privat'],
  ['none', 'keine'],
]);
