/** Made-up cases of an Übungs-JMD whose distributions follow the published figures (domain.md §2.5–2.6). */
import { currentCatalogue } from '../../shared/catalogue/catalogue.ts';
import { addDays, ageOn, type IsoDay } from '../../shared/domain/day.ts';
import type { AnswerValue } from '../../shared/domain/answer.ts';
import { sayEnd } from './end.ts';
import { sayLife } from './life.ts';
import { makePerson, sayPerson } from './person.ts';
import { sayDraft, sayPlan } from './plan.ts';
import type { Random } from './random.ts';
import { accessPaths, concerns, gapChance, noConsentChance, unknownChance } from './shares.ts';
import { makeTimeline, type Timeline, type TrainingYear } from './timeline.ts';
import { startSheet, type TrainingCase, type TrainingSheet } from './training-case.ts';

/** Wording of the consent form that made-up people signed. */
const consentText = 'Übung 1';

/**
 * One made-up case, counted in the reporting year.
 *
 * The same `random`, called in the same order, gives the same cases. `index` tells the cases of one JMD apart (phone, e-mail, house
 * number). About 3 in 100 Pflichtfelder are open, 1 in 100 says "unbekannt", 4 in 100 cases have no consent and therefore no name.
 */
export function makeTrainingCase(random: Random, index: number, when: TrainingYear): TrainingCase {
  const timeline = makeTimeline(random, when);
  const consent = timeline.form === 'case_management' || !random.chance(noConsentChance);
  const sheet = withGaps(startSheet(), random, consent);
  const person = makePerson(random, timeline);

  sayIntake(sheet, random, timeline, consent);
  sayPerson(sheet, random, person, timeline, index);
  if (timeline.agreed !== null) sayPlan(sheet, random, person, timeline, timeline.agreed);
  else if (consent && timeline.ended === null && random.chance(0.05)) sayDraft(sheet, random, person, timeline);
  if (timeline.ended !== null) sayEnd(sheet, random, timeline, timeline.ended);
  if (consent) sayLife(sheet, person, timeline, index);
  return sheet.finish();
}

const firmFields: readonly string[] = ['case.support_form', 'person.last_name', 'person.first_name'];

/** The sheet of a busy office: some Pflichtfelder stay open; without consent only what may be noted then is noted. */
function withGaps(sheet: TrainingSheet, random: Random, consent: boolean): TrainingSheet {
  return {
    ...sheet,
    say(id, value, entry) {
      const field = currentCatalogue.field(id);
      if (!consent && field?.beforeConsent !== true) return;
      // Dates order the case, consent and form decide what may be said at all, a file needs a name: those are never open here.
      const firm = field?.type === 'date' || firmFields.includes(id) || id.startsWith('consent.');
      if (field?.required !== undefined && entry === undefined && !firm) {
        if (random.chance(gapChance)) return;
        if (field.special !== false && random.chance(unknownChance)) return sheet.say(id, { special: 'unknown' });
      }
      sheet.say(id, value, entry);
    },
  };
}

function sayIntake(sheet: TrainingSheet, random: Random, timeline: Timeline, consent: boolean): void {
  const { form, firstInterview, agreed, ended, until } = timeline;
  const inCm = form === 'case_management';
  const soon = (from: IsoDay, days: number) =>
    random.day(from, addDays(from, days) < (ended ?? until) ? addDays(from, days) : (ended ?? until));
  sheet.say('case.support_form', form);
  sheet.say('case.inquiry_date', random.chance(0.6) ? addDays(firstInterview, -random.int(1, 30)) : undefined);
  sheet.say('case.first_interview_date', firstInterview);

  sheet.say('consent.data_processing_status', consent ? 'granted' : random.among({ pending: 5, not_asked: 3, refused: 2 }));
  if (consent) {
    sheet.say('consent.data_processing_date', random.chance(0.8) ? firstInterview : soon(firstInterview, 14));
    sheet.say('consent.text_version', consentText);
    sheet.say('consent.text_language', 'deu');
    const minor = ageOn(timeline.born, firstInterview) < 18;
    sheet.say('consent.granted_by', minor ? random.among({ both: 5, legal_guardian: 2, young_person: 3 }) : 'young_person');
  }
  sheet.say('consent.disclosure_to_third_parties', random.chance(0.6) ? 'yes_per_case' : 'no');
  sheet.say('consent.cooperation_with_third_parties', random.among({ yes: 6, not_yet_discussed: 3, no: 1 }));

  const path = random.weighted(accessPaths);
  sheet.say('case.access_path', path);
  if (path === 'other') sheet.say('case.access_path_other', 'Infostand auf dem Stadtfest (Übung)');
  sheet.say('case.previous_case_management', random.among({ no: 92, yes_same_site: 5, yes_other_site: 3 }));
  sheet.say('case.initial_concern', listOf(random, Number(random.among({ 1: 3, 2: 4, 3: 3 }))));
  sheet.say('case.screening_covered', ['support_need', 'age', 'language_skills']);
  sheet.say('case.screening_result', inCm ? 'cm_indicated' : random.among({ counselling_sufficient: 9, referral: 1 }));

  if (agreed === null) {
    sheet.say('case.counselling_start', soon(firstInterview, 7));
    return;
  }
  // One in four was in Beratung before: it ended the day the plan was agreed.
  if (random.chance(0.25)) {
    sheet.say('case.counselling_start', firstInterview);
    sheet.say('case.counselling_end', agreed);
  }
  sheet.say('consent.case_management_informed_on', firstInterview);
  sheet.say('consent.case_management_agreed', true);
  sheet.say('consent.case_management_agreed_on', random.day(firstInterview, agreed));
  sheet.say('case.cm_admission_check', ['long_term_need', 'able_to_reflect', 'willing', 'consent_signed']);
  sheet.say('case.cm_start', agreed);
}

/** Different topics, in the order of the catalogue. */
function listOf(random: Random, count: number): AnswerValue {
  const drawn = new Set(Array.from({ length: count }, () => random.weighted(concerns)));
  return currentCatalogue.codes('counselling_topic').flatMap(({ code }) => (drawn.has(code) ? [code] : []));
}
