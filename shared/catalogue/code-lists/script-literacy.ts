import { codeList } from '../code-list.ts';

export const scriptLiteracy = codeList('script_literacy', 'IntV (Alphabetisierung, Zweitschrift)', [
  ['latin', 'lateinische Schrift'],
  ['other_script_only', 'nur andere Schrift'],
  ['not_literate', 'noch nicht alphabetisiert'],
]);
