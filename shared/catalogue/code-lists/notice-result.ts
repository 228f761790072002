import { codeList } from '../code-list.ts';

export const noticeResult = codeList('notice_result', 'Art. 19 DSGVO', [
  ['told', 'mitgeteilt'],
  ['not_possible', 'nicht möglich'],
  ['disproportionate', 'unverhältnismäßiger Aufwand'],
]);
