import { codeList } from '../code-list.ts';

export const channel = codeList('channel', 'EBKuS; Blended Counselling (digital-hub)', [
  ['in_person', 'persönlich'],
  ['phone', 'Telefon'],
  ['video', 'Video'],
  ['email', 'E-Mail'],
  ['letter_fax', 'Brief oder Fax'],
  ['messenger_chat', 'Messenger, Chat'],
  ['jmd4you', 'jmd4you'],
  ['social_media', 'Social Media'],
  ['digital_streetwork', 'digitales Streetwork'],
  ['app_hub', 'digital-hub'],
]);
