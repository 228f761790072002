/**
 * Goals in the words of young people, plain German (B1), with sub-goals and steps as a Fachkraft writes them down.
 *
 * They hang on a wall: none of them tells of residence, health, benefits, religion or debts (corrections, "Papers"). Real people write real words; those of a
 * demonstration show how it is meant.
 */

export interface StepWords {
  readonly task: string;
  /** Code of the catalogue list `responsible`. */
  readonly by: 'young_person' | 'jmd_staff' | 'family' | 'institution' | 'volunteer';
  /** Code of `institution_type`, for steps of an institution. */
  readonly institution?: string;
}

export interface SubgoalWords {
  readonly text: string;
  readonly steps: readonly StepWords[];
}

export interface GoalWords {
  /** Code of the catalogue list `goal_area`. */
  readonly area: 'language' | 'social' | 'school' | 'vocational';
  readonly text: string;
  /** Only for those who know little German, or only for those who know some; absent: for everyone. */
  readonly german?: 'little' | 'some';
  readonly subgoals: readonly SubgoalWords[];
  /** Steps right below the goal. */
  readonly steps: readonly StepWords[];
}

const me = (task: string): StepWords => ({ task, by: 'young_person' });
const jmd = (task: string): StepWords => ({ task, by: 'jmd_staff' });
const institution = (task: string, type: string): StepWords => ({ task, by: 'institution', institution: type });
const volunteer = (task: string): StepWords => ({ task, by: 'volunteer' });
const family = (task: string): StepWords => ({ task, by: 'family' });

export const goalWords: readonly GoalWords[] = [
  {
    area: 'language',
    text: 'Ich möchte so gut Deutsch sprechen, dass ich im Laden und auf dem Amt alles allein sagen kann.',
    german: 'little',
    subgoals: [
      {
        text: 'Ich gehe regelmäßig in den Integrationskurs.',
        steps: [me('Jeden Tag in den Kurs gehen, sonst vorher anrufen'), jmd('Mit der Kursleitung sprechen, wie es läuft')],
      },
      {
        text: 'Ich bestehe die Prüfung B1.',
        steps: [me('Zwei Probeprüfungen machen'), volunteer('Jeden Dienstag eine Stunde sprechen üben')],
      },
    ],
    steps: [jmd('Beim Antrag auf den Kurs helfen')],
  },
  {
    area: 'language',
    text: 'Ich will die Sprachprüfung B2 schaffen, weil ich sie für die Ausbildung brauche.',
    german: 'some',
    subgoals: [
      {
        text: 'Ich finde einen Kurs, der zu meinen Zeiten passt.',
        steps: [jmd('Liste der B2-Kurse besorgen'), me('Zwei Kursträger anrufen')],
      },
    ],
    steps: [institution('Über die Berechtigung für den Berufssprachkurs entscheiden', 'employment_agency')],
  },
  {
    area: 'language',
    text: 'Ich möchte besser lesen und schreiben lernen.',
    german: 'little',
    subgoals: [],
    steps: [jmd('Platz im Alphabetisierungskurs suchen'), me('Jeden Tag 15 Minuten mit der Lern-App üben')],
  },
  {
    area: 'language',
    text: 'Ich traue mich, mit Kollegen Deutsch zu reden.',
    subgoals: [],
    steps: [me('Zum Sprachcafé am Donnerstag gehen'), volunteer('Beim ersten Mal mitkommen')],
  },
  {
    area: 'social',
    text: 'Ich möchte hier Freunde finden.',
    subgoals: [
      {
        text: 'Ich mache in einem Verein mit.',
        steps: [jmd('Beim Fußballverein nach einem Probetraining fragen'), me('Zum Probetraining gehen')],
      },
    ],
    steps: [me('Zur offenen Gruppe im JMD kommen')],
  },
  {
    area: 'social',
    text: 'Ich will eine eigene Wohnung haben.',
    subgoals: [
      {
        text: 'Ich habe alle Papiere für die Wohnungssuche zusammen.',
        steps: [me('Gehaltszettel und Meldebescheinigung kopieren'), jmd('Bewerbungsmappe für Vermieter machen')],
      },
    ],
    steps: [me('Jede Woche zwei Wohnungen anfragen'), institution('Wohnberechtigungsschein ausstellen', 'housing_office')],
  },
  {
    area: 'social',
    text: 'Ich verstehe meine Briefe und weiß, was ich tun muss.',
    subgoals: [],
    steps: [me('Jeden Brief in den roten Ordner legen'), jmd('Einmal im Monat die Briefe zusammen durchgehen')],
  },
  {
    area: 'social',
    text: 'Ich habe wieder Zeit für mich und mache Sport.',
    subgoals: [],
    steps: [me('Schwimmkurs anfragen'), family('An zwei Abenden auf die kleinen Geschwister aufpassen')],
  },
  {
    area: 'school',
    text: 'Ich möchte den Mittleren Schulabschluss machen.',
    german: 'some',
    subgoals: [
      {
        text: 'Ich werde in Mathe und Englisch sicherer.',
        steps: [me('Zweimal in der Woche zur Nachhilfe gehen'), jmd('Platz in der Nachhilfe suchen')],
      },
    ],
    steps: [institution('Sagen, welche Noten noch fehlen', 'school')],
  },
  {
    area: 'school',
    text: 'Mein Zeugnis aus der Heimat soll hier gelten.',
    subgoals: [],
    steps: [
      me('Zeugnis übersetzen lassen'),
      jmd('Antrag auf Anerkennung zusammen ausfüllen'),
      institution('Über die Anerkennung entscheiden', 'school'),
    ],
  },
  {
    area: 'school',
    text: 'Ich will nicht mehr fehlen und die Klasse schaffen.',
    subgoals: [],
    steps: [
      me('Jeden Morgen um halb sieben aufstehen'),
      jmd('Gespräch mit der Klassenlehrerin führen'),
      family('Beim Elternabend dabei sein'),
    ],
  },
  {
    area: 'school',
    text: 'Ich möchte studieren und weiß, was ich dafür brauche.',
    german: 'some',
    subgoals: [],
    steps: [jmd('Termin bei der Studienberatung machen'), me('Fragen für den Termin aufschreiben')],
  },
  {
    area: 'vocational',
    text: 'Ich möchte eine Ausbildung in der Pflege anfangen.',
    subgoals: [
      {
        text: 'Ich weiß, ob der Beruf zu mir passt.',
        steps: [me('Zwei Wochen Praktikum im Pflegeheim machen'), jmd('Praktikumsplatz mit anfragen')],
      },
      { text: 'Ich habe eine gute Bewerbung.', steps: [me('Lebenslauf schreiben'), jmd('Bewerbung zusammen durchsehen')] },
    ],
    steps: [institution('Beratung zur Ausbildung geben', 'employment_agency')],
  },
  {
    area: 'vocational',
    text: 'Ich will Elektroniker werden.',
    subgoals: [
      {
        text: 'Ich finde einen Betrieb für eine Einstiegsqualifizierung.',
        steps: [me('Fünf Betriebe anrufen'), jmd('Anrufe vorher üben')],
      },
    ],
    steps: [me('Zur Ausbildungsmesse gehen')],
  },
  {
    area: 'vocational',
    text: 'Ich möchte neben dem Kurs arbeiten und eigenes Geld verdienen.',
    subgoals: [],
    steps: [me('Lebenslauf bei drei Läden abgeben'), institution('Auskunft zum Nebenjob geben', 'foreigners_authority')],
  },
  {
    area: 'vocational',
    text: 'Ich will herausfinden, welche Berufe es für mich gibt.',
    subgoals: [],
    steps: [me('Den Berufetest am Computer machen'), jmd('Ergebnisse zusammen ansehen'), me('Einen Tag im Betrieb mitgehen')],
  },
];

/** What the JMD does, as it is printed on the agreement. */
export const contributions: readonly string[] = [
  'Wir treffen uns alle zwei Wochen. Wir üben Bewerbungen und gehen mit zu wichtigen Terminen.',
  'Wir sprechen mit Schule und Jobcenter, wenn du das möchtest, und helfen bei Anträgen.',
  'Wir sind für dich da, wenn etwas nicht klappt. Anrufen oder schreiben geht immer.',
];

export const feedbacks: readonly string[] = [
  'Es hat mir geholfen, dass immer jemand Zeit hatte.',
  'Ich habe jetzt einen Plan und weniger Angst vor Briefen.',
  'Manchmal war es schwer, aber ich habe viel gelernt.',
];

export const outlooks: readonly string[] = [
  'Die Prüfung B2 ist noch offen. Der Kurs läuft weiter.',
  'Die Wohnungssuche geht weiter, Termine bei Bedarf in der offenen Sprechstunde.',
  'Beginnt im Herbst die Ausbildung und meldet sich, wenn Fragen kommen.',
];
