import { codeList } from '../code-list.ts';

export const assessmentAvailable = codeList('assessment_available', 'Praxisleitfaden Kompetenzfeststellung 2012', [
  ['yes_own', 'ja, vom JMD'],
  ['yes_external', 'ja, von anderer Stelle'],
  ['planned', 'geplant'],
  ['no', 'nein'],
]);
