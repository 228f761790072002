/** What is to be thought of before a paper leaves the house. */
import { expect, it } from 'vitest';
import { paperCautions } from '../../../renderer/office/case/paper-cautions.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';

type Said = Pick<CaseView, 'warnings' | 'answers'>;
const warnings: Said['warnings'] = [{ code: 'contact_limits', text: 'Bitte beachten: nie anrufen, keine Post', field: 'person.contact_limits' }];

function said(...values: readonly (readonly string[])[]): Said {
  const heads = values.map((value) => ({ value }));
  return { warnings, answers: { '': { 'person.contact_limits': { heads } } } } as unknown as Said;
}

it.each([
  ['no post', said(['no_post']), 1],
  ['nothing about post', said(['no_calls']), 0],
  ['two PCs that disagree: the stricter counts', said(['no_calls'], ['no_post']), 1],
  ['the other way round', said(['no_post'], ['no_calls']), 1],
] as const)('%s', (_name, view, count) => {
  expect(paperCautions(view)).toHaveLength(count);
});
