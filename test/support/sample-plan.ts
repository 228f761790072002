import { IsoDay } from '../../shared/domain/day.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import { noLetterhead, type Letterhead } from '../../shared/papers/letterhead.ts';
import type { AgreementPaper, PaperFrame, SlipPaper, WallPaper } from '../../shared/plan/papers.ts';
import type { OwnWords, Plan, PlanStep } from '../../shared/plan/types.ts';

const day = (text: string) => IsoDay.parse(text);

const id = (number: number) => EntryId.parse(number.toString(16).padStart(32, '0'));
const german = (text: string): OwnWords => ({ text, translation: '' });

const courseTalk: PlanStep = {
  id: id(0x20),
  text: 'Jeden Dienstag ins Sprachcafé gehen',
  translation: 'Every Tuesday: go to the language café',
  who: { role: 'young_person', name: '', institution: null },
  from: day('2026-02-10'),
  until: day('2026-06-30'),
  state: 'in_progress',
  pictogram: 'speech',
};
const ticket: PlanStep = {
  id: id(0x21),
  ...german('Fahrkarte klären'),
  who: { role: 'jmd_staff', name: '', institution: null },
  from: null,
  until: day('2026-02-27'),
  state: 'open',
  pictogram: 'bus',
};
const internship: PlanStep = {
  id: id(0x22),
  ...german('Drei Betriebe anrufen und nach einem Praktikum fragen'),
  who: { role: 'young_person', name: '', institution: null },
  from: null,
  until: day('2026-03-13'),
  state: 'open',
  pictogram: 'phone',
};
const reference: PlanStep = {
  id: id(0x23),
  ...german('Das Zeugnis anerkennen lassen'),
  who: { role: 'institution', name: '', institution: 'chamber' },
  from: day('2026-02-16'),
  until: day('2026-04-30'),
  state: 'open',
  pictogram: 'certificate',
};
const registered: PlanStep = {
  id: id(0x24),
  ...german('Bei der Sprachschule anmelden'),
  who: { role: 'young_person', name: '', institution: null },
  from: null,
  until: day('2026-02-20'),
  state: 'done',
  pictogram: 'paper',
};

/** A made-up plan: every state a goal, a sub-goal and a step can have, with and without days, names and translations. */
export const samplePlanContent: Plan = {
  sentence: { text: 'Ich werde Elektrikerin.', translation: 'I am going to be an electrician.' },
  goals: [
    {
      id: id(0x10),
      text: 'Ich will den B2-Kurs schaffen.',
      translation: 'I want to pass the B2 course.',
      area: 'language',
      until: day('2026-08-01'),
      state: 'partly_reached',
      turn: 'now',
      subgoals: [
        { id: id(0x30), ...german('Einen Platz im Kurs finden'), from: null, until: day('2026-02-20'), state: 'reached', steps: [registered] },
      ],
      steps: [courseTalk, ticket],
    },
    {
      id: id(0x11),
      ...german('Ich will im Verein Fußball spielen.'),
      area: 'social',
      until: null,
      state: 'reached',
      turn: 'now',
      subgoals: [],
      steps: [],
    },
    {
      id: id(0x12),
      ...german('Ich will Elektrikerin werden.'),
      area: 'vocational',
      until: day('2027-09-01'),
      state: 'open',
      turn: 'now',
      subgoals: [{ id: id(0x31), ...german('Ein Praktikum finden'), from: day('2026-03-01'), until: day('2026-05-31'), state: 'open', steps: [internship] }],
      steps: [
        reference,
        { ...courseTalk, id: id(0x25), ...german('Bewerbung zusammen lesen'), who: { role: 'volunteer', name: 'Frau Petersen', institution: null }, pictogram: 'letter', state: 'open' },
      ],
    },
    {
      id: id(0x13),
      ...german('Ich will den Führerschein machen.'),
      area: 'other',
      until: null,
      state: 'open',
      turn: 'later',
      subgoals: [],
      steps: [],
    },
  ],
  jmdContribution: german('Wir helfen bei Briefen und Anträgen.\nWir kommen zum ersten Gespräch im Betrieb mit.'),
  otherPlans: [
    { kind: 'jobcenter', lead: 'jmd' },
    { kind: 'school', lead: null },
  ],
  nextReview: day('2026-05-04'),
  agreement: { state: 'agreed', on: day('2026-02-03'), signed: true, readTogetherOn: day('2026-02-03') },
};

export const sampleLetterhead: Letterhead = {
  ...noLetterhead,
  carrier: 'Sozialwerk Nordheide e. V.',
  address: 'Lindenstraße 4\n12345 Nordheide',
  phone: '05555 123-456',
  email: 'jmd@nordheide.example',
  funder: 'Gefördert vom Bundesministerium',
};

const frame: PaperFrame = {
  language: 'de',
  address: 'du',
  officeName: 'JMD Nordheide',
  letterhead: sampleLetterhead,
  training: true,
  day: day('2026-02-03'),
};

export const sampleAgreement: AgreementPaper = {
  ...frame,
  template: 'agreement',
  personName: 'Amira Haydari',
  caseworkerName: 'Jonas Brandt',
  version: 2,
  plan: samplePlanContent,
};

const nameless = (step: PlanStep): PlanStep => ({ ...step, who: { role: step.who.role, name: '', institution: null } });

export const sampleWall: WallPaper = {
  ...frame,
  template: 'wall',
  firstName: 'Amira',
  sentence: samplePlanContent.sentence,
  achieved: [german('Ich will im Verein Fußball spielen.'), german('Bei der Sprachschule anmelden')],
  steps: [ticket, internship, reference, courseTalk].map(nameless),
  moreSteps: 1,
  appointment: { day: day('2026-02-12'), time: '14:30', place: 'jmd_office' },
  counsellor: 'Jonas',
  phone: '05555 123-457',
  version: 2,
};

export const sampleSlip: SlipPaper = {
  ...frame,
  template: 'slip',
  firstName: 'Amira',
  appointment: { day: day('2026-02-12'), time: '14:30', place: 'jmd_office' },
  counsellor: 'Jonas',
  phone: '05555 123-457',
  bring: 'Zeugnisse und Lebenslauf',
};
