import { codeList } from '../code-list.ts';

export const consentStatus = codeList('consent_status', 'Art. 7 DSGVO, § 8 KDG, § 11 DSG-EKD', [
  ['not_asked', 'noch nicht gefragt'],
  ['pending', 'in Klärung'],
  ['granted', 'erteilt'],
  ['refused', 'nicht erteilt'],
  ['withdrawn', 'widerrufen'],
]);
