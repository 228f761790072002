import { anonymisedWhen, endedWhen, followedWhich } from './deadlines.ts';
import { heading, list, open, rows, type OfficePaper } from './office-facts.ts';

/** Art. 30 Abs. 1 DSGVO, § 31 KDG, § 31 DSG-EKD. */
export const processingRecord: OfficePaper = {
  title: 'Verzeichnis von Verarbeitungstätigkeiten: Beratung und Begleitung',
  fileName: 'verzeichnis-verarbeitung',
  blocks: ({ officeName, officeId, carrier, land, lawName, authority, clock, carrierName, address }) => [
    heading('Verantwortlich'),
    rows(
      ['Stelle', `${officeName} (Kennung ${officeId}), ${land}`],
      ['Trägergruppe', carrier],
      ['Träger', carrierName || open],
      ['Anschrift', address.replaceAll('\n', ', ') || open],
      ['Vertretung', open],
      ['Datenschutzbeauftragte oder Datenschutzbeauftragter', open],
      ['Anwendbares Recht', lawName],
      ['Aufsicht', authority],
    ),
    heading('Wozu und auf welcher Grundlage'),
    rows(
      ['Zweck', 'Beratung und Case Management für junge Menschen von 12 bis 26 Jahren mit Migrationsgeschichte; Nachweis der geförderten Arbeit in Zahlen ohne Personenbezug.'],
      ['Grundlage', 'Einwilligung des jungen Menschen, für Gesundheitsangaben eine eigene; für den Kinderschutz die gesetzlichen Vorschriften (§ 8a SGB VIII, § 4 KKG).'],
    ),
    heading('Wessen Daten und welche'),
    list(
      'Junge Menschen: Name, Kontakt, Alter, Aufenthalt, Sprache, Familie, Wohnen, Schule und Beruf, Ziele und Vereinbarungen, Gespräche; Gesundheit nur mit eigener Einwilligung.',
      'Personensorgeberechtigte, Vertrauenspersonen, Ansprechpersonen anderer Stellen: Name und Erreichbarkeit.',
      'Mitarbeitende: Name, Anmeldename, Aufgabe, Zugriffe im Protokoll.',
    ),
    heading('Wer etwas bekommt'),
    list(
      'Andere Stellen nur mit Entbindung von der Schweigepflicht, mit Einverständnis im Gespräch oder wo ein Gesetz es erlaubt; jede Weitergabe steht in der Akte.',
      'Zentraler Auswertungsserver: nur Zahlen in Tabellen, zum Schutz leicht verändert. Keine Namen, keine Akten.',
      'Keine Übermittlung in Länder außerhalb der EU.',
    ),
    heading('Wann gelöscht wird'),
    rows(
      ['Akte', `Anonymisiert ${anonymisedWhen(clock)}, spätestens nach drei Monaten; beendet ${endedWhen(clock)}, spätestens nach neun (Rahmenkonzept Nr. 1, 3.3). ${followedWhich(clock)}`],
      ['Sicherungen', 'Höchstens 28 Tage.'],
      ['Vormerkung', 'Nach vier Wochen.'],
      ['Persönliche Arbeitsnotiz', 'Nach 30 Tagen, spätestens mit der Beendigung.'],
    ),
    heading('Wie geschützt wird'),
    list('Siehe das Blatt „Technische und organisatorische Maßnahmen“.'),
  ],
};
