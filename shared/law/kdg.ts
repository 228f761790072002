/** Catholic carriers, Caritas associations included (Art. 91 GDPR). */
import { IsoDay } from '../domain/day.ts';
import { everyAge, type LawEdition, read, unread } from './edition.ts';

const authority = 'Diözesandatenschutzbeauftragte oder Diözesandatenschutzbeauftragter des zuständigen (Erz-)Bistums';
const ageHints = [...everyAge, 'Im Haus hilft die oder der betriebliche Datenschutzbeauftragte.'];

export const kdg2018: LawEdition = {
  law: 'kdg',
  name: 'Gesetz über den Kirchlichen Datenschutz (KDG)',
  since: IsoDay.parse('2018-05-24'),
  source: 'Inhaltsverzeichnis des KDG von 2018; domain.md §4',
  authority,
  paragraphs: {
    consent: read('§ 8 KDG'),
    minors: unread('§ 8 KDG'),
    information: read('§ 15 KDG'),
    access: read('§ 17 KDG'),
    rectification: read('§ 18 KDG'),
    erasure: read('§ 19 KDG'),
    notify_recipients: unread('§ 21 KDG'),
    restriction: read('§ 20 KDG'),
    portability: read('§ 22 KDG'),
    objection: read('§ 23 KDG'),
    special_categories: read('§ 11 KDG'),
    processor: unread('§ 29 KDG'),
    complaint: unread('§ 48 KDG'),
  },
  ageHints,
  unreviewed: true,
};

/** Revised; the numbers are those of 2018 until somebody has read the new text. */
export const kdg2026: LawEdition = {
  ...kdg2018,
  name: 'Gesetz über den Kirchlichen Datenschutz (KDG), Fassung vom 1. März 2026',
  since: IsoDay.parse('2026-03-01'),
  source: 'corrections.md 23: Neufassung zum 1. März 2026; Paragrafen noch aus der Fassung von 2018 übernommen',
  paragraphs: {
    consent: unread('§ 8 KDG'),
    minors: unread('§ 8 KDG'),
    information: unread('§ 15 KDG'),
    access: unread('§ 17 KDG'),
    rectification: unread('§ 18 KDG'),
    erasure: unread('§ 19 KDG'),
    notify_recipients: unread('§ 21 KDG'),
    restriction: unread('§ 20 KDG'),
    portability: unread('§ 22 KDG'),
    objection: unread('§ 23 KDG'),
    special_categories: unread('§ 11 KDG'),
    processor: unread('§ 29 KDG'),
    complaint: unread('§ 48 KDG'),
  },
};
