import { friend, jmd, me, type GoalSuggestion } from './suggestion.ts';

/** Deutsch lernen. */
export const languageGoals: readonly GoalSuggestion[] = [
  {
    text: 'Ich will einen Deutschkurs finden, der zu mir passt.',
    steps: [
      jmd('Zusammen schauen, welcher Kurs der richtige ist', 'computer'),
      me('Mich bei der Sprachschule anmelden', 'paper'),
      me('Zum Einstufungstest gehen', 'school'),
      jmd('Klären, wie ich zum Kurs komme und was die Fahrt kostet', 'bus'),
    ],
  },
  {
    text: 'Ich will die Prüfung B1 schaffen.',
    steps: [
      me('Jeden Tag in den Kurs gehen', 'school'),
      me('Jede Woche eine Probeprüfung machen', 'paper'),
      friend('Einmal in der Woche zusammen Deutsch sprechen', 'speech'),
      me('Mich zur Prüfung anmelden', 'calendar'),
    ],
  },
  {
    text: 'Ich will die Prüfung B2 schaffen und dann eine Ausbildung machen.',
    steps: [
      jmd('Einen B2-Kurs suchen, der zu meinen Zeiten passt', 'computer'),
      me('Jeden Abend 20 Minuten Wörter lernen', 'book'),
      me('Zwei Briefe in der Woche schreiben und zeigen', 'letter'),
      me('Die Prüfung machen', 'certificate'),
    ],
  },
  {
    text: 'Ich will im Alltag alles selbst sagen können.',
    steps: [
      me('Beim Einkaufen und im Bus Deutsch sprechen', 'speech'),
      jmd('Gespräche üben: beim Amt, in der Schule, am Telefon', 'phone'),
      me('Einmal allein einen Termin am Telefon machen', 'calendar'),
    ],
  },
  {
    text: 'Ich will besser lesen und schreiben lernen.',
    steps: [
      jmd('Einen Kurs zum Lesen und Schreiben suchen', 'school'),
      me('Jeden Tag 15 Minuten mit der Lern-App üben', 'computer'),
      friend('Zusammen ein leichtes Buch lesen', 'book'),
    ],
  },
  {
    text: 'Ich will mich trauen, mit anderen Deutsch zu sprechen.',
    steps: [
      me('Zum Sprachcafé gehen', 'speech'),
      friend('Beim ersten Mal mitkommen', 'people'),
      me('Jede Woche mit einer neuen Person sprechen', 'people'),
    ],
  },
  {
    text: 'Ich will meine Post auf Deutsch verstehen.',
    steps: [
      me('Jeden Brief in meine Mappe legen', 'letter'),
      jmd('Die Briefe zusammen lesen und schwere Wörter erklären', 'book'),
      me('Wichtige Wörter aufschreiben und lernen', 'paper'),
    ],
  },
  {
    text: 'Ich will die Wörter für meinen Beruf lernen.',
    steps: [
      jmd('Einen Sprachkurs für den Beruf suchen', 'computer'),
      me('Zehn Wörter aus dem Beruf in der Woche lernen', 'book'),
      me('Im Betrieb zuhören und nachfragen', 'tools'),
    ],
  },
  {
    text: 'Ich will neben der Schule besser Deutsch lernen.',
    steps: [
      jmd('Nach Deutschhilfe am Nachmittag fragen', 'school'),
      me('Zweimal in der Woche zur Deutschhilfe gehen', 'book'),
      me('Eine Serie auf Deutsch sehen', 'computer'),
    ],
  },
];
