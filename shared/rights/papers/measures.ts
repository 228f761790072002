import { heading, list, open, rows, type OfficePaper } from './office-facts.ts';

/** Art. 32 DSGVO. What Lotse does is stated, what the office does is asked for. */
export const measures: OfficePaper = {
  title: 'Technische und organisatorische Maßnahmen',
  fileName: 'technische-organisatorische-massnahmen',
  blocks: ({ officeName, lockAfterMinutes }) => [
    heading('Das macht Lotse'),
    list(
      'Alles liegt verschlüsselt auf den PCs des JMD. Ohne Passwort oder Notfallblatt sind die Dateien unlesbar, auch auf einem gestohlenen PC.',
      'Zwei Bereiche mit eigenen Schlüsseln: Karten und Termine für alle, Akten nur für Fachkräfte und Leitung. Wer die PCs verwaltet, öffnet keinen von beiden.',
      'Einzelne Akten lassen sich schützen; Angaben zum Kinderschutz sehen nur zuständige Fachkraft, Vertretung und Leitung.',
      `Lotse schließt sich nach ${String(lockAfterMinutes)} Minuten ohne Eingabe.`,
      'Jedes Ansehen, Ändern, Drucken und Weitergeben steht in einem Protokoll. Eine Prüfung zeigt, wenn eine Zeile geändert, entfernt oder eingefügt wurde. Was eine Zeile über eine Akte sagt, geht mit der Akte; dass jemand mit den Schlüsseln des JMD eine Zeile von Hand leert, zeigt die Prüfung nicht.',
      'Sicherungen sind ebenfalls verschlüsselt, werden geprüft und nach höchstens 28 Tagen gelöscht.',
      'Gelöschtes ist gelöscht: Der Schlüssel der Akte wird vernichtet, die Dateien werden neu geschrieben.',
      'Nach außen gehen nur Zahlen, signiert und zum Schutz leicht verändert.',
    ),
    heading('Das macht unser JMD'),
    rows(
      ['Räume: Wer hat Schlüssel, wie stehen Bildschirme?', open],
      ['PCs: Wer spielt Aktualisierungen ein, ist die Festplatte verschlüsselt?', open],
      ['Notfallblatt: Wo liegt es, wer kommt heran?', open],
      ['Zweiter Ort für Sicherungen', open],
      ['Drucker: Wo steht er, wer holt Ausdrucke ab?', open],
      ['Handakten: Wo liegen sie, wie werden sie vernichtet?', open],
      ['Unterweisung: zuletzt am, von wem', open],
    ),
    heading('Geprüft'),
    { kind: 'lines', labels: [`Datum und Unterschrift der Leitung, ${officeName}`, 'Datum und Unterschrift der oder des Datenschutzbeauftragten'] },
  ],
};
