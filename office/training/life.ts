/** The everyday of a made-up case: partners, talks, housing, school and work, competencies, courses. */
import { addDays, addMonths, ageOn, IsoDay, type IsoMonth, monthOf } from '../../shared/domain/day.ts';
import {
  careers,
  conferenceResults,
  followUps,
  institutions,
  needs,
  notes,
  questions,
  releaseScopes,
  replies,
  strengths,
} from './life-words.ts';
import { knowsLittleGerman, type MadeUpPerson } from './person.ts';
import { createRandom, type Random } from './random.ts';
import { concerns } from './shares.ts';
import type { Timeline } from './timeline.ts';
import type { TrainingSheet } from './training-case.ts';

interface Life {
  readonly sheet: TrainingSheet;
  readonly random: Random;
  readonly person: MadeUpPerson;
  readonly timeline: Timeline;
  /** Last day on which something can have happened. */
  readonly last: IsoDay;
  readonly inCm: boolean;
}

/**
 * Draws from numbers of its own, so that who the people are and what they plan stays the same whatever is added here. For files with consent.
 */
export function sayLife(sheet: TrainingSheet, person: MadeUpPerson, timeline: Timeline, index: number): void {
  const days = [timeline.born, timeline.firstInterview].map((day) => Number(day.replaceAll('-', '')));
  const random = createRandom(days.reduce((sum, day) => (sum * 31 + day) % 2 ** 31, index));
  const inCm = timeline.form === 'case_management';
  const life: Life = { sheet, random, person, timeline, last: timeline.ended ?? timeline.until, inCm };
  const partners = sayInstitutions(life);
  sayContacts(life);
  if (inCm || random.chance(0.3)) saySituation(life);
  sayEducation(life);
  if (!inCm) return;
  sayCompetencies(life);
  saySharing(life, partners);
  if (knowsLittleGerman(person)) sayCourse(life, partners);
}

function sayInstitutions({ sheet, random, inCm }: Life): ReadonlyMap<string, string> {
  const chosen = random.some(institutions, inCm ? random.int(1, 3) : Number(random.among({ 0: 5, 1: 5 })));
  return new Map(
    chosen.map(({ type, name, role }) => {
      const entry = sheet.addEntry('institution');
      sheet.say('institution.type', type, entry);
      sheet.say('institution.name', name, entry);
      sheet.say('institution.role', role, entry);
      sheet.say('institution.city', 'Übungsstadt', entry);
      if (random.chance(0.3))
        sheet.say('institution.reference', `ÜB-${String(random.int(1000, 9999))}/${String(random.int(20, 26))}`, entry);
      return [type, entry] as const;
    }),
  );
}

/** One at the first talk; the others spread over the time since. Their minutes follow the shares of Lübeck 2023 (domain.md §2.6). */
function sayContacts({ sheet, random, timeline, last, inCm }: Life): void {
  const { firstInterview, ended } = timeline;
  const more = inCm ? random.int(2, 5) : Number(random.among({ 0: 4, 1: 3, 2: 2 }));
  const days = [firstInterview, ...Array.from({ length: more }, () => random.day(firstInterview, last))].sort();
  for (const [at, day] of days.entries()) {
    const contact = sheet.addEntry('contact');
    sheet.say('contact.date', day, contact);
    const recipient =
      at === 0 ? 'young_person' : random.among({ young_person: 61, parents_guardians: 8, relatives_third_parties: 31 });
    const form = at === 0 ? 'conversation' : random.among({ conversation: 6, correspondence: 3, accompaniment: 1 });
    sheet.say('contact.recipient', recipient, contact);
    sheet.say('contact.form', form, contact);
    sheet.say(
      'contact.channel',
      form === 'correspondence'
        ? random.among({ email: 5, messenger_chat: 4, letter_fax: 1 })
        : random.among({ in_person: 12, phone: 4, video: 1 }),
      contact,
    );
    if (at > 0 && form === 'conversation' && random.chance(0.06)) {
      sheet.say('contact.no_show', true, contact);
      continue;
    }
    sheet.say('contact.duration_min', 5 * random.int(2, form === 'accompaniment' ? 24 : 12), contact);
    sheet.say('contact.topics', [random.weighted(concerns)], contact);
    if (form === 'conversation')
      sheet.say('contact.place', random.among({ jmd_office: 8, school: 1, outreach_site: 1 }), contact);
    if (random.chance(0.35)) sheet.say('contact.note', random.pick(notes), contact);
    if (ended === null && at === days.length - 1 && random.chance(0.3)) {
      const due = addDays(last, random.int(-5, 30));
      sheet.say('contact.follow_up_on', due < day ? day : due, contact);
      sheet.say('contact.follow_up_text', random.pick(followUps), contact);
    }
  }
}

function saySituation({ sheet, random, timeline }: Life): void {
  const grown = ageOn(timeline.born, timeline.firstInterview) >= 18;
  const housing = grown
    ? random.among({
        own_flat: 30,
        shared_flat: 12,
        family_home: 25,
        collective_accommodation: 18,
        decentralised_accommodation: 10,
        friends: 5,
      })
    : random.among({ family_home: 75, residential_care: 15, collective_accommodation: 10 });
  sheet.say('housing.type', housing);
  sheet.say(
    'housing.lives_with',
    housing === 'family_home'
      ? random.among({ both_parents: 6, single_parent: 4 })
      : housing === 'residential_care'
        ? 'care_group'
        : random.among({ alone: 5, flatmates: 4, partner: 2 }),
  );
  sheet.say('housing.security', housing === 'friends' ? 'at_risk' : random.among({ secure: 7, limited_term: 3 }));
  sheet.say('social.peer_network', random.among({ 1: 2, 2: 3, 3: 3, 4: 2 }));
  sheet.say('social.memberships', [random.among({ sport: 5, youth_work: 2, none: 5 })]);
  sheet.say(
    'finance.main_income',
    grown
      ? random.among({ sgb2: 45, own_earnings: 20, asylblg: 15, training_allowance: 10, parents_partner: 10 })
      : random.among({ parents_partner: 8, sgb8: 2 }),
  );
  sheet.say('finance.bank_account', random.chance(0.85));
}

function sayEducation({ sheet, random, person, timeline, inCm }: Life): void {
  const { born, firstInterview, entered } = timeline;
  const age = ageOn(born, firstInterview);
  const atSchool = age < 18;
  const status = atSchool
    ? random.among({ at_school: 7, preparation_class: 3 })
    : random.among({
        language_course: 30,
        unemployed: 25,
        employed_ssi: 12,
        in_dual_training: 8,
        employed_marginal: 8,
        internship_voluntary_service: 6,
        pre_vocational_measure: 6,
        family_care: 5,
      });
  sheet.say('education.status_start', status);
  if (atSchool)
    sheet.say(
      'education.school_type',
      status === 'at_school'
        ? random.among({ lower_secondary_main: 4, comprehensive: 4, gymnasium: 1, vocational_prep_year: 1 })
        : 'preparation_class_general',
    );
  const foreign = entered !== null && age >= 18;
  sheet.say(
    'education.school_certificate',
    atSchool
      ? 'still_at_school'
      : foreign
        ? random.among({
            none: 25,
            foreign_primary: 15,
            foreign_lower_secondary: 25,
            foreign_upper_secondary: 25,
            lower_secondary: 10,
          })
        : random.among({ lower_secondary: 4, intermediate: 4, none: 2 }),
  );
  if (!inCm) return;
  sheet.say('education.compulsory_schooling_done', age >= 18);
  sheet.say(
    'education.vocational_qualification',
    status === 'in_dual_training'
      ? 'in_training'
      : foreign
        ? random.among({ none: 7, semi_skilled: 2, foreign_vocational: 1 })
        : 'none',
  );
  if (random.chance(0.7)) sheet.say('education.career_goal', random.pick(careers));
  sheet.say('education.device_available', random.chance(0.9));
  if (!foreign || person.origin === null || entered === null) return;
  const came = entered;
  const school = sheet.addEntry('biography');
  sheet.say('biography.type', 'school', school);
  sheet.say('biography.organisation', 'Schule im Herkunftsland', school);
  sheet.say('biography.country', person.origin.country, school);
  sheet.say('biography.until', monthOf(addMonths(firstOf(came), -random.int(3, 24))), school);
  sheet.say('biography.result', random.among({ completed: 5, interrupted_by_flight: 3, dropped_out: 2 }), school);
  const course = sheet.addEntry('biography');
  sheet.say('biography.type', 'language_course', course);
  sheet.say('biography.organisation', 'Sprachschule am Übungsplatz', course);
  sheet.say('biography.country', '000', course);
  sheet.say('biography.from', came, course);
}

function sayCompetencies({ sheet, random, timeline, last }: Life): void {
  const { agreed, firstInterview } = timeline;
  const available = random.among({ yes_own: 75, yes_external: 15, planned: 10 });
  sheet.say('competency_assessment.available', available);
  const assessed = random.day(firstInterview, agreed ?? last);
  if (available === 'yes_own') {
    const assessment = sheet.addEntry('competency_assessment');
    sheet.say(
      'competency_assessment.instrument',
      random.among({ biographic_interview: 5, profilpass: 3, work_sample: 2 }),
      assessment,
    );
    sheet.say('competency_assessment.conducted_by', 'jmd_staff', assessment);
    sheet.say('competency_assessment.date', assessed, assessment);
  }
  sheet.say('competency_result.strengths', random.pick(strengths));
  const areas = [...random.some(Object.keys(needs), random.int(1, 3))];
  sheet.say('competency_result.support_needs', areas);
  for (const area of areas) {
    const need = sheet.addEntry('need');
    sheet.say('need.area', area, need);
    sheet.say('need.text', needs[area], need);
  }
  if (available !== 'planned') sheet.say('competency_result.discussed_on', assessed);
}

/** Releases are few and each is for one partner; feedback is asked for, a conference is rare. */
function saySharing({ sheet, random, timeline, last }: Life, partners: ReadonlyMap<string, string>): void {
  const [partner] = partners.values();
  if (partner === undefined) return;
  if (random.chance(0.4)) {
    const given = random.day(timeline.firstInterview, last);
    const release = sheet.addEntry('release');
    sheet.say('release.recipient', partner, release);
    sheet.say('release.scope', random.pick(releaseScopes), release);
    sheet.say('release.form', random.among({ written: 7, oral: 3 }), release);
    sheet.say('release.date', given, release);
    sheet.say('release.valid_until', addMonths(given, 12), release);
  }
  if (random.chance(0.3)) {
    const asked = random.day(timeline.firstInterview, last);
    const feedback = sheet.addEntry('feedback_request');
    sheet.say('feedback_request.from', partner, feedback);
    sheet.say('feedback_request.question', random.pick(questions), feedback);
    sheet.say('feedback_request.asked_on', asked, feedback);
    sheet.say('feedback_request.due_on', addDays(asked, 21), feedback);
    if (addDays(asked, 21) < last) {
      sheet.say('feedback_request.received_on', random.day(asked, addDays(asked, 21)), feedback);
      sheet.say('feedback_request.result', random.pick(replies), feedback);
    }
  }
  if (random.chance(0.15)) {
    const conference = sheet.addEntry('case_conference');
    sheet.say('case_conference.date', random.day(timeline.firstInterview, last), conference);
    sheet.say('case_conference.participants', [...partners.keys()].slice(0, 1), conference);
    sheet.say('case_conference.result', random.pick(conferenceResults), conference);
  }
}

function sayCourse({ sheet, random, timeline, last }: Life, partners: ReadonlyMap<string, string>): void {
  if (random.chance(0.3)) return;
  const start = random.day(timeline.firstInterview, last);
  const over = addDays(start, 200) < last;
  const course = sheet.addEntry('course');
  sheet.say('course.support_phase', over ? 'after' : 'during', course);
  sheet.say('course.type', random.among({ ic_general: 6, ic_youth: 2, ic_literacy: 2 }), course);
  sheet.say('course.entitlement', random.among({ entitled: 6, obliged_sgb2: 4 }), course);
  sheet.say('course.provider', partners.get('language_course_provider'), course);
  sheet.say('course.start', start, course);
  if (over) sheet.say('course.end', addDays(start, 200), course);
  sheet.say('course.status', over ? 'completed' : 'attending', course);
  if (over) sheet.say('course.language_result', random.among({ b1: 5, a2: 4, below_a2: 1 }), course);
}

function firstOf(month: IsoMonth): IsoDay {
  return IsoDay.parse(`${month}-01`);
}
