import { codeList } from '../code-list.ts';

export const consentForm = codeList('consent_form', 'Art. 7 DSGVO, § 8 KDG, § 11 DSG-EKD: Form der Erklärung', [
  ['paper', 'auf Papier'],
  ['electronic', 'elektronisch'],
  ['oral', 'mündlich'],
]);
