import { codeList } from '../code-list.ts';

export const followUpSupport = codeList('follow_up_support', 'Rahmenkonzept Nr. 1, 2.5', [
  ['none', 'keine'],
  ['counselling', 'Beratung'],
  ['group_offer', 'Gruppenangebot'],
  ['other_jmd', 'anderer JMD'],
  ['other_service', 'anderer Dienst'],
]);
