import { codeList } from '../code-list.ts';

export const requestExtension = codeList('request_extension', 'Art. 12 Abs. 3 DSGVO: Gründe für eine längere Frist', [
  ['complex', 'Der Antrag ist aufwendig'],
  ['many', 'Es liegen viele Anträge vor'],
]);
