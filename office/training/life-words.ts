/** What made-up talks, partners and stations are called. Nobody of this exists. */

export interface MadeUpInstitution {
  readonly type: string;
  readonly name: string;
  readonly role: string;
}

/** The town of all made-up people has these; who needs which is drawn. */
export const institutions: readonly MadeUpInstitution[] = [
  { type: 'jobcenter', name: 'Jobcenter Übungsstadt', role: 'authority' },
  { type: 'language_course_provider', name: 'Sprachschule am Übungsplatz', role: 'service_provider' },
  { type: 'vocational_school', name: 'Berufsschule Übungsstadt', role: 'service_provider' },
  { type: 'foreigners_authority', name: 'Ausländerbehörde Übungsstadt', role: 'authority' },
  { type: 'employment_agency', name: 'Agentur für Arbeit Übungsstadt', role: 'authority' },
  { type: 'youth_office', name: 'Jugendamt Übungsstadt', role: 'authority' },
  { type: 'employer', name: 'Bäckerei Übungskorn', role: 'service_provider' },
  { type: 'accommodation', name: 'Wohngruppe Übungsweg', role: 'service_provider' },
  { type: 'youth_work', name: 'Jugendzentrum Übung', role: 'service_provider' },
];

export const notes: readonly string[] = [
  'Erzählt von der ersten Woche im Kurs. Die Gruppe ist nett, das Tempo hoch.',
  'Bewerbung zusammen gelesen und zwei Sätze geändert. Schickt sie heute noch ab.',
  'Brief vom Jobcenter übersetzt und besprochen, was bis wann gebraucht wird.',
  'Wünscht sich jemanden zum Deutschsprechen. Wir fragen beim Tandem nach.',
  'Praktikum in der Bäckerei macht Freude. Früh aufstehen fällt leicht.',
  'Möchte den Schulabschluss nachholen und fragt, welche Wege es gibt.',
  'Wohnung: zwei Anzeigen angesehen, Anruf zusammen gemacht.',
  'Kindergeldantrag ausgefüllt. Es fehlt noch die Schulbescheinigung.',
  'War stolz auf das Zeugnis und hat es mitgebracht.',
  'Termin bei der Berufsberatung vorbereitet: Fragen aufgeschrieben.',
];

export const followUps: readonly string[] = ['nach der Antwort fragen', 'Unterlagen zusammen durchsehen', 'anrufen, wie es lief'];

export const releaseScopes: readonly string[] = [
  'Absprache zum Kursplatz: Kursart, Beginn, Wartezeit. Nichts zur Familie.',
  'Antrag und fehlende Unterlagen. Nichts zur Gesundheit.',
  'Praktikum und Ausbildungsplatz: Interessen, Zeugnisse, Zeiten.',
];

export const strengths: readonly string[] = [
  'Lernt schnell durch Zusehen, ist pünktlich und hilft anderen im Kurs.',
  'Spricht drei Sprachen und bringt Menschen zusammen.',
  'Bleibt dran, auch wenn es dauert. Rechnet gern im Kopf.',
  'Kann gut mit Kindern umgehen und erklärt geduldig.',
  'Handwerklich geschickt, repariert Fahrräder für die Nachbarschaft.',
];

export const needs: Readonly<Record<string, string>> = {
  language: 'Deutsch für Alltag und Ausbildung',
  social: 'Menschen kennenlernen, mit denen man Deutsch spricht',
  school: 'Weg zum Schulabschluss',
  vocational: 'Berufe kennenlernen und sich bewerben',
};

export const careers: readonly string[] = [
  'Elektrikerin oder Elektriker',
  'Pflege',
  'etwas mit Computern',
  'Köchin oder Koch',
  'Erzieherin oder Erzieher',
  'Kfz-Werkstatt',
];

export const conferenceResults: readonly string[] = [
  'Alle wissen jetzt, wer was macht. Die Schule meldet sich bis Monatsende.',
  'Kursplatz ist sicher, der Antrag wird diese Woche gestellt.',
];

export const questions: readonly string[] = [
  'Wie läuft es im Kurs?',
  'Ist der Antrag vollständig?',
  'Gibt es einen Praktikumsplatz?',
];
export const replies: readonly string[] = [
  'Läuft gut, kommt regelmäßig.',
  'Es fehlt noch ein Nachweis.',
  'Ja, ab nächstem Monat.',
];
