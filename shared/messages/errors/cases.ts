import { defineErrors } from '../error-text.ts';

export const caseErrors = defineErrors({
  CASE_NOT_FOUND: {
    text: 'Diese Akte gibt es hier nicht.',
    advice: 'Vielleicht wurde sie auf einem anderen PC anonymisiert oder gelöscht. Bitte die Fallliste neu öffnen.',
  },
  FIELD_UNKNOWN: {
    text: 'Dieses Feld gibt es in der Akte nicht.',
    advice: 'Bitte Lotse neu starten. Bleibt es dabei, dem Servicebüro die Bezeichnung des Feldes nennen.',
  },
  ENTRY_UNKNOWN: {
    text: 'Dieser Eintrag steht nicht mehr in der Akte.',
    advice: 'Bitte die Akte neu öffnen. Der Verlauf zeigt, wer den Eintrag entfernt hat.',
  },
  ANSWER_INVALID: {
    text: 'Diese Angabe passt nicht in das Feld.',
    advice: 'Bitte die Angabe prüfen. „Unbekannt“ und „keine Angabe“ sind immer möglich, wo das Feld sie anbietet.',
  },
  CONSENT_MISSING: {
    text: 'Ohne Einwilligung nimmt die Akte das nicht auf.',
    advice: 'Wurde der junge Mensch noch nicht gefragt, steht die Einwilligung unter 1.1; bis dahin gehen nur Angaben ohne Namen und ohne freien Text. Nach einem Nein oder einem Widerruf bleibt es dabei.',
  },
  HEALTH_CONSENT_MISSING: {
    text: 'Ohne eigene Einwilligung nimmt Lotse keine Angaben zur Gesundheit auf.',
    advice: 'Den jungen Menschen fragen und unter 1.1 „Einwilligung zu Gesundheitsdaten“ festhalten. Ein Nein ist in Ordnung, dann bleibt 2.2.4 leer.',
  },
  CASE_RESTRICTED: {
    text: 'Die Verarbeitung dieser Akte ist eingeschränkt.',
    advice: 'Ihr Inhalt ist für alle zu. Anträge, Gründe und Zugriffe stehen unter „Rechte“; dort heben zuständige Fachkraft oder Leitung die Einschränkung auf.',
  },
  RIGHTS_PARENTS_SHIELD: {
    text: 'Eltern bekommen hier keine Auskunft.',
    advice: 'Der junge Mensch entscheidet selbst oder wird ohne Kenntnis der Eltern beraten (§ 8 Abs. 3 SGB VIII). Bitte die Anfrage ablehnen und nichts aus der Akte nennen, auch nicht, dass es sie gibt.',
  },
  RIGHTS_NOT_YOURS: {
    text: 'Das entscheidet, wer mit der Akte zu tun hat.',
    advice: 'Bitte die zuständige Fachkraft, ihre Vertretung oder die Leitung darum bitten. Einen Antrag festhalten können alle.',
  },
  RIGHTS_TEXTS_UNREAD: {
    text: 'In der Kopie stehen Texte und Dateien, in denen andere Menschen vorkommen können.',
    advice: 'Bitte alle Texte und Dateien lesen, festhalten, was zurückbleibt, und dann bestätigen.',
  },
  INCIDENT_NOT_FOUND: {
    text: 'Diesen Vorfall gibt es hier nicht.',
    advice: 'Bitte die Liste der Vorfälle neu öffnen.',
  },
  CASE_SHIELDED: {
    text: 'Das ist eine geschützte Akte.',
    advice: 'Sie ist nur für die zuständige Fachkraft, ihre Vertretung und die Leitung offen. Bitte die Leitung fragen.',
  },
  CASE_NOT_ENDED: {
    text: 'Diese Akte ist nicht beendet.',
    advice: 'Wiederaufnehmen und vorzeitig anonymisieren lässt sich nur eine beendete Akte; ein geplantes Ende zählt erst von seinem Tag an. Bitte die Akte öffnen und dort nachsehen.',
  },
  DISCLOSURE_WITHOUT_BASIS: {
    text: 'Für diese Weitergabe fehlt die Grundlage.',
    advice: 'Eine Schweigepflichtentbindung für genau diese Stelle festhalten (auch mündlich) oder eine gesetzliche Grundlage wählen.',
  },
  ATTACHMENT_KIND_UNKNOWN: {
    text: 'Diese Datei ist kein PDF und kein Foto.',
    advice: 'Lotse nimmt PDF, JPEG und PNG auf. Andere Dateien bitte vorher als PDF speichern.',
  },
  ATTACHMENT_TOO_LARGE: {
    text: 'Diese Datei ist zu groß für die Akte.',
    advice: 'Bitte mit weniger Auflösung einscannen oder auf mehrere Dateien verteilen. Höchstens 10 MB je Datei.',
  },
  NOTE_NOT_FOUND: {
    text: 'Diese Arbeitsnotiz gibt es nicht mehr.',
    advice: 'Arbeitsnotizen löschen sich nach 30 Tagen selbst. Was in die Akte gehört, bitte dort eintragen.',
  },
  PERSON_NOT_FOUND: {
    text: 'Diese Person steht nicht mehr in der Liste.',
    advice: 'Vormerkungen löschen sich nach vier Wochen selbst. Bitte die Liste neu öffnen.',
  },
});
