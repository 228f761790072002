import { codeList } from '../code-list.ts';

export const contactLimit = codeList('contact_limit', '§ 8 Abs. 3 SGB VIII; Schutz vor Gefährdung', [
  ['no_calls', 'nie anrufen'],
  ['no_post', 'keine Post'],
  ['no_email', 'keine E-Mail'],
  ['no_messenger', 'keine Nachrichten'],
  ['no_voicemail', 'nichts auf die Mailbox sprechen'],
  ['only_trusted', 'nur über die Vertrauensperson'],
]);
