import { heading, list, open, rows, type OfficePaper } from './office-facts.ts';

/** Commitment to confidentiality: staff, volunteers, interpreters. */
export const staffCommitment: OfficePaper = {
  title: 'Verpflichtung auf Vertraulichkeit',
  fileName: 'verpflichtung-vertraulichkeit',
  blocks: ({ officeName, lawName }) => [
    rows(['Name', open], ['Aufgabe', open], ['Stelle', officeName]),
    heading('Ich verpflichte mich'),
    list(
      'Was ich hier über junge Menschen und ihre Familien erfahre, behalte ich für mich. Das gilt auch nach dem Ende meiner Arbeit.',
      'Ich sehe nur in Akten, die ich für meine Aufgabe brauche. Ich weiß, dass Zugriffe festgehalten werden.',
      'Ich gebe nur etwas weiter, wenn der junge Mensch es erlaubt hat oder ein Gesetz es erlaubt, und halte es fest.',
      'Mein Passwort gehört mir allein. Ausdrucke lasse ich nicht liegen.',
      'Wenn etwas schiefgeht, sage ich es sofort der Leitung.',
    ),
    heading('Ich weiß'),
    list(
      `Es gilt: ${lawName}; für viele Berufe auch die Schweigepflicht nach § 203 StGB, für die Jugendhilfe §§ 61 bis 65 SGB VIII.`,
      'Verstöße können Folgen für die Arbeit haben und strafbar sein.',
      'Bei Gefahr für ein Kind oder einen jungen Menschen gibt es klare Wege (§ 4 KKG, § 8a SGB VIII). Ich kenne die Ansprechperson.',
    ),
    { kind: 'lines', labels: ['Ort, Datum und Unterschrift der verpflichteten Person', 'Unterwiesen von, Datum und Unterschrift'] },
  ],
};
