import { heading, list, open, rows, type OfficePaper } from './office-facts.ts';

/** Art. 13 DSGVO and the employees' side of the audit. */
export const staffInformation: OfficePaper = {
  title: 'Information für Mitarbeitende: Was Lotse über euch festhält',
  fileName: 'information-mitarbeitende',
  blocks: ({ lawName, paragraphs, authority }) => [
    heading('Was festgehalten wird'),
    list(
      'Name, Anmeldename, Aufgabe und ab wann ihr Zugang habt.',
      'Wer welche Akte angesehen, geändert, gedruckt oder weitergegeben hat, mit Tag und Uhrzeit.',
      'Wer eine Angabe eingetragen hat; das sehen die Kolleginnen und Kollegen im Verlauf der Akte.',
    ),
    heading('Wozu'),
    list(
      'Junge Menschen haben das Recht zu erfahren, wer in ihre Akte gesehen hat. Sie bekommen Aufgabe und Zeit, keine Namen; Namen nur, wenn es ohne sie nicht geht und die Leitung es mit Grund entscheidet.',
      'Missbrauch soll auffallen und Fehler sollen sich klären lassen.',
    ),
    heading('Wozu nicht'),
    list('Nicht zur Kontrolle von Leistung oder Arbeitszeit. Es gibt keine Auswertung nach Personen, keine Stunden je Person und keine Rangliste.', 'Die Leitung liest das Protokoll nach Aufgabe und Tag. Mit Namen und Uhrzeiten öffnet sie es nur mit einem Anlass und zusammen mit einer zweiten Person, die ihr Passwort selbst eingibt; beide stehen danach im Protokoll. Nur wo es keinen zweiten Zugang gibt, geht es allein.', 'Wer in eine einzelne Akte gesehen hat, darf die Leitung allein mit Namen ansehen, wenn es für den jungen Menschen unverzichtbar ist; ihr Grund steht im Protokoll dieser Akte.', 'Die oder der Datenschutzbeauftragte bekommt eine Übersicht nach Aufgabe und Tag, ohne Namen.'),
    heading('Wie lange'),
    list('Das Protokoll einer Akte verliert seinen Inhalt, wenn die Akte anonymisiert wird. Übrig bleibt, dass es Einträge gab.'),
    heading('Eure Rechte'),
    rows(
      ['Recht', lawName],
      ['Auskunft', paragraphs['access'] ?? open],
      ['Berichtigung', paragraphs['rectification'] ?? open],
      ['Beschwerde', `${paragraphs['complaint'] ?? open}; ${authority}`],
      ['Mitarbeitervertretung oder Betriebsrat, Vereinbarung vom', open],
      ['Ansprechperson', open],
    ),
  ],
};
