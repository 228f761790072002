import { family, friend, jmd, me, office, type GoalSuggestion } from './suggestion.ts';

/** Schule. */
export const schoolGoals: readonly GoalSuggestion[] = [
  {
    text: 'Ich will einen Platz an einer Schule haben.',
    steps: [
      jmd('Zusammen schauen, welche Schule passt', 'school'),
      me('Meine Zeugnisse mitbringen', 'certificate'),
      jmd('Die Anmeldung zusammen ausfüllen', 'paper'),
      me('Zum Gespräch in die Schule gehen', 'speech'),
    ],
  },
  {
    text: 'Ich will den Hauptschulabschluss machen.',
    steps: [
      jmd('Wege zum Abschluss erklären und aufschreiben', 'paper'),
      me('Jeden Tag zur Schule gehen', 'school'),
      me('Zweimal in der Woche zur Lernhilfe gehen', 'book'),
      me('Die Prüfung machen', 'certificate'),
    ],
  },
  {
    text: 'Ich will den Mittleren Schulabschluss machen.',
    steps: [
      office('Sagen, welche Noten ich noch brauche', 'school'),
      jmd('Hilfe in Mathe und Englisch suchen', 'book'),
      me('Einen Lernplan für jede Woche schreiben', 'calendar'),
      me('Alte Prüfungen üben', 'paper'),
    ],
  },
  {
    text: 'Ich will, dass mein Zeugnis hier gilt.',
    steps: [
      me('Mein Zeugnis suchen und mitbringen', 'certificate'),
      jmd('Eine Übersetzung des Zeugnisses bestellen', 'letter'),
      jmd('Den Antrag auf Anerkennung zusammen ausfüllen', 'paper'),
      office('Über die Anerkennung entscheiden', 'building'),
    ],
  },
  {
    text: 'Ich will bessere Noten in Mathe.',
    steps: [
      me('Zu Hause aufschreiben, was ich nicht verstehe', 'paper'),
      friend('Einmal in der Woche zusammen rechnen', 'book'),
      me('In der Stunde nachfragen', 'speech'),
    ],
  },
  {
    text: 'Ich will jeden Tag gern und pünktlich zur Schule gehen.',
    steps: [
      jmd('Zusammen herausfinden, was mir hilft', 'speech'),
      me('Abends alles für den nächsten Tag packen', 'book'),
      jmd('Mit der Klassenleitung sprechen, wenn ich das möchte', 'school'),
      family('Morgens Zeit und Ruhe geben', 'home'),
    ],
  },
  {
    text: 'Ich will in Ruhe lernen können.',
    steps: [
      jmd('Einen ruhigen Platz zum Lernen suchen', 'building'),
      me('Zwei feste Lernzeiten in der Woche haben', 'calendar'),
      me('In der Bibliothek lernen', 'book'),
    ],
  },
  {
    text: 'Ich will das Abitur machen oder studieren.',
    steps: [
      jmd('Einen Termin bei der Bildungsberatung machen', 'calendar'),
      me('Meine Fragen für den Termin aufschreiben', 'paper'),
      me('Eine Schule oder Hochschule besuchen', 'school'),
      jmd('Zusammen schauen, wie ich das bezahlen kann', 'paper'),
    ],
  },
  {
    text: 'Ich will mit der Schule gut im Gespräch sein.',
    steps: [
      jmd('Ein Gespräch mit der Klassenleitung machen', 'speech'),
      family('Beim Elternabend dabei sein', 'people'),
      me('Briefe der Schule gleich zeigen', 'letter'),
    ],
  },
];
