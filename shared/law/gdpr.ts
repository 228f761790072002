import { IsoDay } from '../domain/day.ts';
import { everyAge, type LawEdition, read } from './edition.ts';

export const gdpr2018: LawEdition = {
  law: 'gdpr',
  name: 'Datenschutz-Grundverordnung (DSGVO)',
  since: IsoDay.parse('2018-05-25'),
  source: 'Verordnung (EU) 2016/679; domain.md §4',
  authority: 'Landesbeauftragte oder Landesbeauftragter für den Datenschutz ({land})',
  paragraphs: {
    consent: read('Art. 7 DSGVO'),
    minors: read('Art. 8 DSGVO'),
    information: read('Art. 13 DSGVO'),
    access: read('Art. 15 DSGVO'),
    rectification: read('Art. 16 DSGVO'),
    erasure: read('Art. 17 DSGVO'),
    notify_recipients: read('Art. 19 DSGVO'),
    restriction: read('Art. 18 DSGVO'),
    portability: read('Art. 20 DSGVO'),
    objection: read('Art. 21 DSGVO'),
    special_categories: read('Art. 9 DSGVO'),
    processor: read('Art. 28 DSGVO'),
    complaint: read('Art. 77 DSGVO'),
  },
  ageHints: everyAge,
  unreviewed: true,
};
