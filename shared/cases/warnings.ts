/** What everybody who opens the file must see first, worded so that the young person may read along. */
import { displayAnswer } from '../catalogue/display.ts';
import { isSpecial } from '../domain/answer.ts';
import { ageLimitDay } from '../clock/age-limit.ts';
import { addDays, birthday, germanDay, type IsoDay } from '../domain/day.ts';
import type { CaseWarning } from '../rpc/case.views.ts';
import { readCase, type CaseAnswers } from './answers.ts';
import type { CaseFile } from './case-decision.ts';
import { isShielded, shieldedField } from './case-right.ts';
import { dayOf, endDay } from './case-status.ts';
import { endedWithMajority } from './disclosure.ts';
import { consentField, consentStatus, healthConsentField, healthConsentStatus } from './consent.ts';
import { parentsField, parentsInformed } from './guardians.ts';
import { ofAgeAheadDays, ofAgeDate } from './of-age.ts';

/** How long before the 27th birthday, when the programme ends and the MBE takes over, it is put before the counsellor: twelve weeks. */
const limitAhead = 84;

/** Most urgent first. */
export function warningsOf(file: CaseFile, today: IsoDay): readonly CaseWarning[] {
  const answers = readCase(file.caseState, file.person);
  return [withdrawn(answers), shielded(file), parents(file, today), ...contact(file, answers), ofAge(answers, today), guardiansRelease(answers, today), ageLimit(answers, today), health(answers)].filter(
    (warning) => warning !== null,
  );
}

function withdrawn(answers: CaseAnswers): CaseWarning | null {
  if (consentStatus(answers) !== 'withdrawn') return null;
  return { code: 'withdrawn', text: 'Die Einwilligung ist widerrufen: Die Akte nimmt nichts Persönliches mehr auf, außer zum Schutz vor einer Gefahr. Neu gedruckt wird nichts, weitergegeben nur, was ein Gesetz erlaubt. Gedruckte Pläne öffnen nur noch zuständige Fachkraft, Vertretung und Leitung, für die eigene Kopie des jungen Menschen. Was noch zu tun ist, steht in den Aufgaben.', field: consentField };
}

function shielded({ caseState }: CaseFile): CaseWarning | null {
  if (!isShielded(caseState)) return null;
  return { code: 'shielded', text: 'Geschützte Akte: nur für die zuständige Fachkraft, die Vertretung und die Leitung.', field: shieldedField };
}

const parentsTexts = {
  no: 'Eltern und Personensorgeberechtigte dürfen nichts erfahren (§ 8 Abs. 3 SGB VIII).',
  only_after_consultation: 'Eltern und Personensorgeberechtigte nur nach Rücksprache mit dem jungen Menschen informieren.',
  over: 'Volljährig: Eltern und Vormund erfahren nichts mehr, bis der junge Mensch es selbst wieder erlaubt.',
} as const;

function parents(file: CaseFile, today: IsoDay): CaseWarning | null {
  const informed = parentsInformed(file, today);
  if (informed === 'yes' || informed === 'unsaid') return null;
  const offer = informed === 'no' && !isShielded(file.caseState) ? ' Sollen auch im JMD nur wenige die Akte öffnen: im Menü „Mehr“ steht „Akte schützen“.' : '';
  return { code: 'parents_not_informed', text: parentsTexts[informed] + offer, field: parentsField };
}

function contact({ catalogue }: CaseFile, answers: CaseAnswers): readonly CaseWarning[] {
  const warnings: CaseWarning[] = [];
  if (answers.statements('person.address_secret').includes(true)) {
    warnings.push({ code: 'address_secret', text: 'Die Anschrift ist geheim: niemandem nennen, nichts dorthin schicken, was nicht abgesprochen ist.', field: 'person.address_secret' });
  }
  const said = (id: string): string => {
    const field = catalogue.field(id);
    if (field === undefined) return '';
    // Where two PCs say two things, both are heeded.
    const values = answers.statements(id).filter((value) => value !== null && !isSpecial(value));
    return answers.text(id).trim() || [...new Set(values.map((value) => displayAnswer(catalogue, field, value)))].join(', ');
  };
  const safe = said('person.safe_contact');
  if (safe !== '') warnings.push({ code: 'safe_contact', text: `Sicherer Kontakt: ${safe}`, field: 'person.safe_contact' });
  const limits = said('person.contact_limits');
  if (limits !== '') warnings.push({ code: 'contact_limits', text: `Bitte beachten: ${limits}`, field: 'person.contact_limits' });
  if (answers.statements('person.phone_shared').includes(true)) {
    warnings.push({ code: 'phone_shared', text: 'Das Telefon wird mit anderen geteilt: keine Nachricht hinterlassen, am Telefon nicht sagen, worum es geht.', field: 'person.phone_shared' });
  }
  return warnings;
}

/** Ahead of the day, and after it until her own consent stands, as the list of dates says, and for as long as only the guardians consented. */
function ofAge(answers: CaseAnswers, today: IsoDay): CaseWarning | null {
  const day = birthdayOf(answers, 18);
  if (day === null || today < addDays(day, -ofAgeAheadDays)) return null;
  const alone = answers.value('consent.granted_by') === 'young_person';
  const what = `${alone ? '' : 'eigene Einwilligung nötig, '}Personensorge und Vormundschaft enden, Kontaktdaten dazu prüfen`;
  if (today < day) return { code: 'turns_18', text: `Wird am ${germanDay(day)} 18: ${what}.${estimated(answers)}`, field: 'case.date_of_birth' };
  const guardiansAlone = answers.value('consent.granted_by') === 'legal_guardian' && consentStatus(answers) === 'granted';
  const stillDue = endDay(answers, today) === null && ofAgeDate(answers, today) !== null;
  if (!guardiansAlone && !stillDue) return null;
  return { code: 'turns_18', text: `Seit dem ${germanDay(day)} volljährig: ${what}.${estimated(answers)}`, field: 'consent.granted_by' };
}

function guardiansRelease(answers: CaseAnswers, today: IsoDay): CaseWarning | null {
  const ended = answers.entries('release', null).some((id) => answers.value('release.withdrawn_on', id) === null && endedWithMajority(answers, id, today));
  if (!ended) return null;
  return {
    code: 'release_ended',
    text: `Volljährig: Eine Schweigepflichtentbindung, die nur Personensorgeberechtigte erteilt haben, gilt nicht mehr. Der junge Mensch entscheidet selbst neu.${estimated(answers)}`,
    field: null,
  };
}

function ageLimit(answers: CaseAnswers, today: IsoDay): CaseWarning | null {
  const born = dayOf(answers, 'case.date_of_birth');
  const day = born === null ? null : ageLimitDay(answers, born);
  if (day === null || today < addDays(day, -limitAhead)) return null;
  const when = today < day ? `Wird am ${germanDay(day)} 27` : `Seit dem ${germanDay(day)} 27 Jahre alt`;
  return { code: 'future_age', text: `${when}: den Übergang zur Migrationsberatung (MBE) gemeinsam planen.${estimated(answers)}`, field: 'case.date_of_birth' };
}

function birthdayOf(answers: CaseAnswers, age: number): IsoDay | null {
  const born = dayOf(answers, 'case.date_of_birth');
  return born === null ? null : birthday(born, age);
}

function estimated(answers: CaseAnswers): string {
  const precision = answers.value('case.date_of_birth_precision');
  if (precision === 'estimated') return ' (Geburtsdatum geschätzt)';
  return precision === 'year_only' ? ' (nur das Geburtsjahr bekannt)' : '';
}

function health(answers: CaseAnswers): CaseWarning | null {
  const status = healthConsentStatus(answers);
  if (status !== 'refused' && status !== 'withdrawn') return null;
  const text = status === 'refused' ? 'Keine Einwilligung zu Gesundheitsdaten: Der Abschnitt bleibt leer. Das ist in Ordnung.' : 'Einwilligung zu Gesundheitsdaten widerrufen: Der Abschnitt ist zu, die Angaben sind zu löschen.';
  return { code: 'health_refused', text, field: healthConsentField };
}
