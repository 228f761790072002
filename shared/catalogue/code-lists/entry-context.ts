import { codeList } from '../code-list.ts';

export const entryContext = codeList('entry_context', 'Jahresberichte der JMD (domain.md §5 Nr. 62)', [
  ['with_family', 'mit der Familie'],
  ['unaccompanied_minor', 'unbegleitet, minderjährig'],
  ['alone_adult', 'allein, volljährig'],
  ['family_reunification', 'im Familiennachzug'],
  ['other', 'Sonstiges'],
]);
