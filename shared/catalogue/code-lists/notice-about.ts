import { codeList } from '../code-list.ts';

export const noticeAbout = codeList('notice_about', 'Art. 19 DSGVO', [
  ['rectification', 'Berichtigung mitteilen'],
  ['erasure', 'Löschung mitteilen'],
  ['restriction', 'Einschränkung der Verarbeitung mitteilen'],
  ['withdrawal', 'Widerruf mitteilen'],
]);
