import { family, friend, jmd, me, office, type GoalSuggestion } from './suggestion.ts';

/** Alltag und Menschen um mich. */
export const socialGoals: readonly GoalSuggestion[] = [
  {
    text: 'Ich will hier neue Menschen kennenlernen.',
    steps: [
      jmd('Zusammen schauen, welche Gruppen es in der Nähe gibt', 'people'),
      me('Eine Gruppe besuchen und schauen, ob sie mir gefällt', 'people'),
      me('Dreimal hingehen', 'calendar'),
    ],
  },
  {
    text: 'Ich will in einem Verein mitmachen.',
    steps: [
      jmd('Beim Verein nach einem Probetraining fragen', 'phone'),
      me('Zum Probetraining gehen', 'sport'),
      jmd('Klären, was der Verein kostet und wer dabei hilft', 'paper'),
      me('Mich anmelden', 'paper'),
    ],
  },
  {
    text: 'Ich will eine eigene Wohnung finden.',
    steps: [
      me('Alle Papiere für die Wohnungssuche sammeln', 'paper'),
      jmd('Ein Schreiben für Vermietungen zusammen machen', 'letter'),
      me('Jede Woche zwei Wohnungen anfragen', 'computer'),
      office('Den Wohnberechtigungsschein ausstellen', 'building'),
      me('Wohnungen ansehen', 'home'),
    ],
  },
  {
    text: 'Ich will meine Briefe und Papiere im Griff haben.',
    steps: [
      me('Eine Mappe anlegen', 'paper'),
      jmd('Einmal im Monat alles zusammen durchgehen', 'letter'),
      me('Jeden Brief noch am selben Tag öffnen', 'letter'),
    ],
  },
  {
    text: 'Ich will Termine beim Amt allein schaffen.',
    steps: [
      jmd('Den nächsten Termin zusammen vorbereiten', 'paper'),
      friend('Beim ersten Mal mitkommen', 'people'),
      me('Zum Termin gehen und Fragen stellen', 'building'),
    ],
  },
  {
    text: 'Ich will Zeit für Sport und meine Hobbys haben.',
    steps: [
      me('Aufschreiben, was mir früher Freude gemacht hat', 'star'),
      jmd('Ein Angebot in der Nähe suchen', 'computer'),
      me('Jede Woche einen festen Tag dafür haben', 'sport'),
      family('An diesem Tag bei den Aufgaben zu Hause helfen', 'home'),
    ],
  },
  {
    text: 'Ich will gut mit meinem Geld auskommen.',
    steps: [
      me('Einen Monat lang alle Ausgaben aufschreiben', 'paper'),
      jmd('Einen Plan für mein Geld machen', 'calendar'),
      me('Ein eigenes Konto eröffnen', 'building'),
    ],
  },
  {
    text: 'Ich will mich in meiner Stadt auskennen.',
    steps: [
      jmd('Zusammen einen Stadtplan mit wichtigen Orten machen', 'building'),
      me('Bibliothek, Jugendzentrum und Ämter einmal besuchen', 'bus'),
      friend('Mir die Lieblingsorte zeigen', 'people'),
    ],
  },
  {
    text: 'Ich will anderen helfen und mich einbringen.',
    steps: [
      jmd('Fragen, wo Hilfe gebraucht wird', 'phone'),
      me('Einen Nachmittag mitmachen', 'people'),
      me('Entscheiden, ob ich weitermache', 'star'),
    ],
  },
];
