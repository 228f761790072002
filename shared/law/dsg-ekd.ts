/** Protestant carriers (Art. 91 GDPR). */
import { IsoDay } from '../domain/day.ts';
import { everyAge, type LawEdition, read, unread } from './edition.ts';

const authority = 'Der Beauftragte für den Datenschutz der EKD';
const ageHints = [...everyAge, 'Im Haus hilft die oder der örtlich Beauftragte für den Datenschutz.'];

export const dsgEkd2018: LawEdition = {
  law: 'dsg_ekd',
  name: 'EKD-Datenschutzgesetz (DSG-EKD)',
  since: IsoDay.parse('2018-05-24'),
  source: 'domain.md §4; Paragrafen von der Fassung 2025 her, in dieser nicht nachgelesen',
  authority,
  paragraphs: {
    consent: unread('§ 11 DSG-EKD'),
    minors: unread('§ 12 DSG-EKD'),
    information: unread('§ 17 DSG-EKD'),
    access: unread('§ 19 DSG-EKD'),
    rectification: unread('§ 20 DSG-EKD'),
    erasure: unread('§ 21 DSG-EKD'),
    notify_recipients: unread('§ 23 DSG-EKD'),
    restriction: unread('§ 22 DSG-EKD'),
    portability: unread('§ 24 DSG-EKD'),
    objection: unread('§ 25 DSG-EKD'),
    special_categories: unread('§ 13 DSG-EKD'),
    processor: unread('§ 30 DSG-EKD'),
    complaint: unread('§ 46 DSG-EKD'),
  },
  ageHints,
  unreviewed: true,
};

export const dsgEkd2025: LawEdition = {
  ...dsgEkd2018,
  name: 'EKD-Datenschutzgesetz (DSG-EKD), Fassung vom 1. Mai 2025',
  since: IsoDay.parse('2025-05-01'),
  source: 'Inhaltsverzeichnis der Fassung vom 1. Mai 2025; domain.md §4',
  paragraphs: {
    consent: read('§ 11 DSG-EKD'),
    minors: read('§ 12 DSG-EKD'),
    information: read('§ 17 DSG-EKD'),
    access: read('§ 19 DSG-EKD'),
    rectification: read('§ 20 DSG-EKD'),
    erasure: read('§ 21 DSG-EKD'),
    notify_recipients: unread('§ 23 DSG-EKD'),
    restriction: read('§ 22 DSG-EKD'),
    portability: read('§ 24 DSG-EKD'),
    objection: read('§ 25 DSG-EKD'),
    special_categories: read('§ 13 DSG-EKD'),
    processor: read('§ 30 DSG-EKD'),
    complaint: unread('§ 46 DSG-EKD'),
  },
};
