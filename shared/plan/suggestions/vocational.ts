import { jmd, me, office, type GoalSuggestion } from './suggestion.ts';

/** Ausbildung und Arbeit. */
export const vocationalGoals: readonly GoalSuggestion[] = [
  {
    text: 'Ich will herausfinden, welcher Beruf zu mir passt.',
    steps: [
      me('Den Berufetest am Computer machen', 'computer'),
      jmd('Das Ergebnis zusammen ansehen', 'speech'),
      me('Drei Berufe aufschreiben, die ich kennenlernen will', 'paper'),
      me('Einen Tag in einem Betrieb mitgehen', 'tools'),
    ],
  },
  {
    text: 'Ich will ein Praktikum machen.',
    steps: [
      jmd('Eine Liste von Betrieben in der Nähe machen', 'computer'),
      me('Fünf Betriebe anrufen', 'phone'),
      me('Zum Vorstellungsgespräch gehen', 'speech'),
      me('Das Praktikum machen und davon erzählen', 'tools'),
    ],
  },
  {
    text: 'Ich will einen Ausbildungsplatz finden.',
    steps: [
      me('Meinen Lebenslauf schreiben', 'paper'),
      jmd('Die Bewerbung zusammen durchsehen', 'letter'),
      me('Jede Woche zwei Bewerbungen abschicken', 'computer'),
      office('Zur Ausbildung beraten', 'building'),
      me('Zur Ausbildungsmesse gehen', 'people'),
    ],
  },
  {
    text: 'Ich will gute Bewerbungen schreiben.',
    steps: [
      me('Alle Zeugnisse sammeln', 'certificate'),
      me('Einen Lebenslauf schreiben', 'paper'),
      jmd('Fotos und Mappe zusammen machen', 'letter'),
      jmd('Ein Vorstellungsgespräch üben', 'speech'),
    ],
  },
  {
    text: 'Ich will eine Ausbildung in der Pflege anfangen.',
    steps: [
      me('Zwei Wochen Praktikum in einem Pflegeheim machen', 'tools'),
      jmd('Pflegeschulen in der Nähe suchen', 'school'),
      me('Mich bei zwei Schulen bewerben', 'letter'),
    ],
  },
  {
    text: 'Ich will einen Beruf im Handwerk lernen.',
    steps: [
      me('In zwei Werkstätten zuschauen', 'tools'),
      jmd('Bei der Kammer nach freien Plätzen fragen', 'phone'),
      me('Nach einem Probetag fragen', 'speech'),
      me('Die Bewerbung abschicken', 'letter'),
    ],
  },
  {
    text: 'Ich will meine Ausbildung schaffen.',
    steps: [
      me('Jeden Tag pünktlich im Betrieb sein', 'tools'),
      jmd('Hilfe für die Berufsschule suchen', 'book'),
      me('Einmal im Monat erzählen, wie es läuft', 'speech'),
      me('Für die Zwischenprüfung lernen', 'certificate'),
    ],
  },
  {
    text: 'Ich will neben der Schule arbeiten und Geld verdienen.',
    steps: [
      jmd('Erklären, was beim Arbeiten erlaubt ist', 'paper'),
      me('Meinen Lebenslauf bei drei Läden abgeben', 'letter'),
      me('Den Vertrag vor der Unterschrift zeigen', 'paper'),
    ],
  },
  {
    text: 'Ich will, dass mein Beruf von früher hier zählt.',
    steps: [
      me('Papiere über meine Arbeit und Ausbildung sammeln', 'certificate'),
      jmd('Eine Beratung zur Anerkennung suchen', 'building'),
      jmd('Den Antrag zusammen ausfüllen', 'paper'),
      me('Mich auf das Gespräch vorbereiten', 'speech'),
    ],
  },
  {
    text: 'Ich will den Führerschein machen.',
    steps: [
      me('Preise von zwei Fahrschulen vergleichen', 'phone'),
      me('Den Erste-Hilfe-Kurs machen', 'school'),
      me('Jeden Tag 20 Minuten Theorie lernen', 'book'),
      jmd('Zusammen einen Sparplan machen', 'calendar'),
    ],
  },
];
