import { anonymisedWhen, endedWhen, followedWhich } from './deadlines.ts';
import { heading, list, open, rows, type OfficePaper } from './office-facts.ts';

/** Art. 35 DSGVO: sensitive data of young people, kept over years. */
export const impactAssessment: OfficePaper = {
  title: 'Datenschutz-Folgenabschätzung',
  fileName: 'folgenabschaetzung',
  blocks: ({ officeName, clock }) => [
    heading('Was verarbeitet wird und warum es eine Abschätzung braucht'),
    list(
      `${officeName} führt Akten junger, oft schutzbedürftiger Menschen. Manche Angaben können ihnen sehr schaden, wenn sie in falsche Hände kommen: Aufenthalt, Gesundheit, Gewalt, Anschrift.`,
      'Die Beratung braucht diese Angaben, um zu helfen. Was nicht gebraucht wird, wird nicht gefragt; „bewusst nicht erhoben“ ist eine Antwort.',
    ),
    heading('Ist es nötig, und geht es mit weniger?'),
    list(
      'Es gibt keine zentrale Datenbank mit Namen: Akten bleiben im JMD.',
      'Vor der Einwilligung nimmt Lotse keinen freien Text auf. Widerruf und Einschränkung wirken sofort.',
      `Akten werden ${anonymisedWhen(clock)} anonymisiert, spätestens nach drei Monaten. Danach bleiben Zahlen. Beendet werden sie ${endedWhen(clock)}. ${followedWhich(clock)}`,
      'Eine Überwachung von Mitarbeitenden ist nicht vorgesehen: Auswertungen nach Personen gibt es nicht. Das Protokoll des ganzen JMD mit Namen öffnen nur zwei Personen gemeinsam, mit Anlass; nur wo es keinen zweiten Zugang gibt, geht es allein. Wer in eine einzelne Akte gesehen hat, sieht die Leitung auch allein mit Namen, wenn es für den jungen Menschen ohne sie nicht geht; ihr Grund steht im Protokoll der Akte.',
    ),
    heading('Risiken'),
    {
      kind: 'table',
      head: ['Was passieren kann', 'Was es verhindert oder mildert', 'Was bleibt'],
      rows: [
        ['Ein PC wird gestohlen', 'Alles ist verschlüsselt; das Passwort liegt nicht auf dem PC', 'Ein schwaches oder notiertes Passwort'],
        ['Jemand im JMD liest, was sie oder ihn nichts angeht', 'Schutz einzelner Akten, Protokoll nach Aufgabe und Zeit', 'Kolleginnen und Kollegen öffnen ungeschützte Akten'],
        ['Eltern oder andere erfahren etwas', 'Warnungen zu Anschrift, Kontaktweg und Eltern; keine Kopie ohne Entscheidung', 'Ein Gespräch im Flur'],
        ['Aus Zahlen wird auf eine Person geschlossen', 'Zahlen werden leicht verändert, keine Eins und keine Zwei', 'Gesamtzahlen des JMD sind genau'],
        ['Daten gehen verloren', 'Geprüfte Sicherungen, Notfallblatt', 'Sicherung und PC am selben Ort'],
        ['Es wird zu spät gelöscht', 'Fristen mit Vorschau, Überfälliges ist nicht zu übersehen', 'PCs, die lange aus sind'],
      ],
    },
    heading('Eigene Bewertung'),
    rows(['Besonderheiten unseres JMD', open], ['Weitere Maßnahmen', open], ['Sicht junger Menschen (gefragt am, wie)', open], ['Ergebnis', open]),
    { kind: 'lines', labels: ['Datum und Unterschrift der Leitung', 'Datum und Stellungnahme der oder des Datenschutzbeauftragten'] },
  ],
};
