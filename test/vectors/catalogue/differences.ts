/** Where the form means to differ from the field catalogue of the programme, and why. "Corrections" are the notes on the daily work that win over it. */

export interface Difference {
  readonly row: number;
  readonly field: string;
  /** `codes`: those the row has and the form has not, and the other way round. */
  readonly at: 'number' | 'section' | 'label' | 'required' | 'codes' | 'counted' | 'anonymisation';
  readonly reference: unknown;
  readonly here: unknown;
  readonly because: string;
}

/** One row says several things („Beginn / Ende“), or its identifier became another: its fields, the one with the number of the row first. */
export const fieldsOfRow: Readonly<Record<number, readonly string[] | undefined>> = {
  17: ['consent.text_version', 'consent.text_language'],
  19: ['consent.case_management_agreed', 'consent.case_management_agreed_on'],
  31: ['case.retention_override', 'case.retention_ground', 'case.retention_note'],
  32: ['transfer.direction', 'transfer.site', 'transfer.date', 'transfer.new_consent_date'],
  39: ['institution.street', 'institution.postal_code', 'institution.city'],
  40: ['institution.phone', 'institution.email'],
  43: ['release.recipient', 'release.recipient_name'],
  44: ['release.scope'],
  45: ['release.date', 'release.valid_until', 'release.withdrawn_on'],
  46: ['disclosure.date', 'disclosure.content'],
  60: ['person.mother_country_of_birth', 'person.father_country_of_birth'],
  72: ['person.german_listening_start', 'person.german_reading_start', 'person.german_speaking_start', 'person.german_writing_start'],
  74: ['person.interpreter_needed', 'person.interpreter_language'],
  75: ['guardian.relation', 'guardian.name', 'guardian.phone', 'guardian.email', 'guardian.address'],
  79: ['housing.rooms', 'housing.persons'],
  104: ['consent.health_data', 'consent.health_data_date'],
  120: ['education.digital_skills', 'education.device_available'],
  123: ['biography.from', 'biography.until'],
  132: ['competency_assessment.date', 'competency_assessment.until'],
  144: ['integration_plan.signed_on', 'integration_plan.staff_signed_on'],
  161: ['referral.offer', 'referral.institution_type'],
  163: ['case_conference.date', 'case_conference.participants', 'case_conference.result'],
  166: ['evaluation.final_interview', 'evaluation.final_interview_date'],
  168: ['evaluation.attainment_language', 'evaluation.attainment_social', 'evaluation.attainment_school', 'evaluation.attainment_vocational'],
  194: ['tally.day', 'tally.gender', 'tally.age_group', 'tally.topics', 'tally.minutes'],
  200: ['course.start', 'course.end'],
  201: ['course.hours_granted', 'course.hours_attended'],
};

/** Rows that are no field of a file. */
export const elsewhere: Readonly<Record<number, string | undefined>> = {
  192: 'the Arbeitsnotiz is a record of its own with its own key, see office/work-notes',
  195: 'counted, not typed: number and minutes by month from contacts and Kurzberatungen whose channel is jmd4you, see office/monitoring/own-talks',
};

const special = 'every field takes „unbekannt“, „keine Angabe“ and „nicht gefragt“ as answers of their own, so no list has a code for them';
const part = 'the row counts its first field; this one belongs to it and says when, which or what';
const health = 'corrections 13: health never leaves by office, so it is neither counted nor kept beyond the file';
const talk = 'a contact that did not take place has neither length nor topic';
const word = 'new words of the form: shorter, and the same on screen, paper and in the help';

export const differences: readonly Difference[] = [
  { row: 3, field: 'case.caseworker_id', at: 'label', reference: 'Mitarbeiter/in (Name, Vorname)', here: 'Mitarbeiter/in', because: 'how the name is written is seen in the answer' },
  { row: 7, field: 'case.migration_background', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 12, field: 'case.previous_case_management', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 19, field: 'consent.case_management_agreed_on', at: 'counted', reference: true, here: false, because: part },
  { row: 19, field: 'consent.case_management_agreed_on', at: 'anonymisation', reference: 'B', here: 'L', because: 'the day of the agreement says who she was; that she agreed is counted without it' },
  { row: 32, field: 'transfer.direction', at: 'anonymisation', reference: 'M', here: 'B', because: 'a code has no month; the month stands in transfer.date' },
  { row: 32, field: 'transfer.site', at: 'counted', reference: true, here: false, because: part },
  { row: 32, field: 'transfer.site', at: 'anonymisation', reference: 'M', here: 'L', because: 'the name of another JMD is a free text, nothing of free texts remains' },
  { row: 32, field: 'transfer.new_consent_date', at: 'counted', reference: true, here: false, because: part },
  { row: 32, field: 'transfer.new_consent_date', at: 'anonymisation', reference: 'M', here: 'L', because: 'the row counts transfers; the day of the new consent belongs to the file' },
  { row: 35, field: 'case.cm_admission_check', at: 'codes', reference: [], here: ['to_clarify'], because: 'corrections, words: „noch zu klären“ beside „able to reflect“' },
  { row: 43, field: 'release.recipient', at: 'required', reference: 'always', here: 'sometimes', because: 'who is no institution of the file is written in release.recipient_name; one of the two must be there' },
  { row: 46, field: 'disclosure.content', at: 'counted', reference: true, here: false, because: part },
  { row: 47, field: 'person.last_name', at: 'label', reference: 'Name', here: 'Nachname', because: 'corrections 16: single names, Rufname and other spellings stand beside it; „Name“ alone leaves open which is meant' },
  { row: 54, field: 'person.preferred_channel', at: 'codes', reference: [], here: ['digital_streetwork'], because: 'digital streetwork is a way of its own in the programme, and no social-media channel' },
  { row: 55, field: 'person.marital_status', at: 'codes', reference: ['NB'], here: [], because: special },
  { row: 66, field: 'person.work_permit', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 70, field: 'person.script_literacy', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 74, field: 'person.interpreter_language', at: 'counted', reference: true, here: false, because: part },
  { row: 74, field: 'person.interpreter_language', at: 'anonymisation', reference: 'B', here: 'L', because: 'that a language is needed is kept; which one would single her out' },
  { row: 75, field: 'guardian.relation', at: 'required', reference: 'sometimes', here: 'no', because: 'corrections 6: guardians are optional, „bewusst nicht erhoben“ is an answer of person.guardian_situation' },
  { row: 82, field: 'social.family_situation', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 94, field: 'finance.debts', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 98, field: 'health.limitation', at: 'codes', reference: ['not_asked'], here: [], because: special },
  { row: 98, field: 'health.limitation', at: 'counted', reference: true, here: false, because: health },
  { row: 98, field: 'health.limitation', at: 'anonymisation', reference: 'G', here: 'L', because: health },
  { row: 99, field: 'health.disability', at: 'codes', reference: ['not_stated'], here: [], because: special },
  { row: 99, field: 'health.disability', at: 'counted', reference: true, here: false, because: health },
  { row: 99, field: 'health.disability', at: 'anonymisation', reference: 'G', here: 'L', because: health },
  { row: 100, field: 'health.mental_strain', at: 'codes', reference: ['not_asked'], here: [], because: special },
  { row: 101, field: 'health.insurance', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 104, field: 'consent.health_data', at: 'section', reference: '2.2.4', here: '1.1', because: 'all consents stand together, and 2.2.4 opens with this one' },
  { row: 104, field: 'consent.health_data', at: 'required', reference: 'sometimes', here: 'no', because: 'without it 2.2.4 takes no input, so there is nothing it could be asked for' },
  { row: 107, field: 'education.school_type', at: 'label', reference: 'Schulart (wenn Schüler/in)', here: 'Schulart', because: 'the field is shown to pupils only' },
  { row: 121, field: 'biography.type', at: 'label', reference: 'Station: Art', here: 'Art der Station', because: word },
  { row: 129, field: 'competency_assessment.instrument', at: 'label', reference: 'Verfahren / Instrument', here: 'Verfahren, Instrument', because: word },
  { row: 132, field: 'competency_assessment.until', at: 'counted', reference: true, here: false, because: part },
  { row: 132, field: 'competency_assessment.until', at: 'anonymisation', reference: 'M', here: 'L', because: 'the month in which it began is kept' },
  { row: 133, field: 'competency_assessment.report_reference', at: 'label', reference: 'Bericht vorhanden (Verweis)', here: 'Wo der Bericht liegt', because: word },
  { row: 141, field: 'integration_plan.version', at: 'label', reference: 'IFP: Nummer / Fassung', here: 'Fassung', because: word },
  { row: 142, field: 'integration_plan.created_on', at: 'label', reference: 'IFP: erstellt am', here: 'Plan erstellt am', because: word },
  { row: 143, field: 'integration_plan.status', at: 'required', reference: 'always', here: 'sometimes', because: 'somebody says it, Lotse does not; and a Beratung has no plan' },
  { row: 143, field: 'integration_plan.status', at: 'codes', reference: [], here: ['declined'], because: 'corrections 17: a plan that is refused is a valid outcome' },
  { row: 162, field: 'referral.result', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 163, field: 'case_conference.date', at: 'anonymisation', reference: 'T', here: 'M', because: 'a date has no type; its month is kept as that of every counted act' },
  { row: 163, field: 'case_conference.result', at: 'counted', reference: true, here: false, because: part },
  { row: 163, field: 'case_conference.result', at: 'anonymisation', reference: 'T', here: 'L', because: 'a free text, nothing of free texts remains; the types of who took part do' },
  { row: 166, field: 'evaluation.final_interview_date', at: 'counted', reference: true, here: false, because: part },
  { row: 166, field: 'evaluation.final_interview_date', at: 'anonymisation', reference: 'B', here: 'L', because: 'the month of the end is kept; that the talk took place, too' },
  { row: 169, field: 'evaluation.destination', at: 'codes', reference: ['unknown'], here: [], because: special },
  { row: 175, field: 'evaluation.missing_offers', at: 'codes', reference: ['none'], here: [], because: 'what is missing is something; nothing missing is evaluation.offers_available' },
  { row: 181, field: 'evaluation.follow_up_6m', at: 'codes', reference: ['unknown'], here: ['not_reached'], because: 'the row itself adds „not_reached“; „unbekannt“ is an answer of every field' },
  { row: 185, field: 'contact.channel', at: 'codes', reference: [], here: ['digital_streetwork'], because: 'digital streetwork is a way of its own in the programme, and no social-media channel' },
  { row: 186, field: 'contact.duration_min', at: 'required', reference: 'always', here: 'sometimes', because: talk },
  { row: 187, field: 'contact.topics', at: 'required', reference: 'always', here: 'sometimes', because: talk },
  { row: 189, field: 'contact.language', at: 'codes', reference: [], here: ['relative_interpreter', 'child_interpreter'], because: 'corrections 18: a relative or child interpreting is visible' },
  { row: 194, field: 'tally.day', at: 'section', reference: 'K', here: 'KB', because: 'it belongs to no file, so it has a form of its own' },
  { row: 194, field: 'tally.day', at: 'label', reference: 'Kurzberatung ohne Fallakte (Strichliste)', here: 'Tag', because: 'the row names the whole line, the field its day' },
  { row: 194, field: 'tally.day', at: 'anonymisation', reference: 'B', here: 'J', because: 'nothing of her is in it; of the day only the year is needed for a table' },
  { row: 205, field: 'course.dropout_reason', at: 'counted', reference: true, here: false, because: '„Krankheit“ is one of the reasons, and corrections 13: health never leaves by office' },
  { row: 205, field: 'course.dropout_reason', at: 'anonymisation', reference: 'B', here: 'L', because: '„Krankheit“ is one of the reasons, and corrections 13: health is kept by nobody beyond the file' },
];
