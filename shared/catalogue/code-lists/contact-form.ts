import { codeList } from '../code-list.ts';

export const contactForm = codeList('contact_form', 'JMD-Zeitstatistik (domain.md §2.6)', [
  ['conversation', 'Gespräch'],
  ['correspondence', 'Korrespondenz'],
  ['accompaniment', 'Begleitung'],
]);
