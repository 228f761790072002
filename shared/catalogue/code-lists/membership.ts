import { codeList } from '../code-list.ts';

export const membership = codeList('membership', 'domain.md §5 Nr. 85', [
  ['sport', 'Sport'],
  ['culture', 'Kultur, Musik'],
  ['religious', 'Religionsgemeinschaft'],
  ['migrant_org', 'Migrantenorganisation'],
  ['youth_work', 'Jugendzentrum, Jugendverband'],
  ['none', 'keine'],
  ['other', 'andere'],
]);
