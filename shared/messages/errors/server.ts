/** What people read when the zentraler Auswertungsserver says no, or does not answer. Nothing that was freigegeben is ever lost by it. */
import type { Refusal } from '../../envelopes/collector-api.ts';
import { defineErrors } from '../error-text.ts';

/** What can go wrong on our side of the line. */
export type ConnectionErrorCode = 'SERVER_UNREACHABLE' | 'SERVER_TRAINING_MISMATCH' | 'SERVER_ERROR' | 'RECEIPT_INVALID' | 'NOT_CONNECTED';

const kept = 'Die Meldung bleibt unverändert im Versandprotokoll liegen.';
const askedServer =
  'Lotse hat beim Server nachgefragt und schließt jetzt richtig an. Erstellen Sie die Meldung neu und geben Sie sie noch einmal frei.';
const askServicebuero = 'Bitte wenden Sie sich an das Servicebüro und nennen Sie die Kennung dieses Fehlers.';

export const serverErrors = defineErrors<Refusal | ConnectionErrorCode>({
  NOT_CONNECTED: {
    text: 'Ihr JMD ist noch nicht beim zentralen Auswertungsserver angemeldet.',
    advice: 'Melden Sie Ihr JMD unter „Monitoring“ an. Die Adresse und den Anmeldecode bekommen Sie vom Servicebüro.',
  },
  SERVER_UNREACHABLE: {
    text: 'Der zentrale Auswertungsserver ist gerade nicht erreichbar.',
    advice: `${kept} Lotse versucht es von selbst wieder. Prüfen Sie die Internetverbindung, wenn es länger dauert.`,
  },
  SERVER_ERROR: {
    text: 'Beim zentralen Auswertungsserver ist ein Fehler aufgetreten.',
    advice: `${kept} Lotse versucht es von selbst wieder. Bleibt der Fehler bis morgen, sagen Sie bitte dem Servicebüro Bescheid.`,
  },
  RATE_LIMITED: {
    text: 'Der zentrale Auswertungsserver hat gerade zu viele Anfragen bekommen.',
    advice: 'Sie müssen nichts tun: Lotse wartet einen Moment und versucht es von selbst wieder.',
  },
  RECEIPT_INVALID: {
    text: 'Die Antwort des Servers passt nicht zu der Meldung, die gesendet wurde.',
    advice: `Der Eingang gilt deshalb nicht als bestätigt. ${kept} ${askServicebuero}`,
  },
  SERVER_TRAINING_MISMATCH: {
    text: 'Übung und echter Betrieb lassen sich nicht verbinden.',
    advice: 'Ein Übungs-JMD spricht nur mit einem Übungsserver, ein echtes JMD nur mit dem echten. Prüfen Sie die Adresse des Servers.',
  },
  TRAINING_MISMATCH: {
    text: 'Der Server hat abgelehnt, weil Übung und echter Betrieb vermischt würden.',
    advice: 'Ein Übungs-JMD spricht nur mit einem Übungsserver, ein echtes JMD nur mit dem echten. Prüfen Sie die Adresse des Servers.',
  },
  ENROLMENT_CODE_INVALID: {
    text: 'Dieser Anmeldecode gilt nicht oder wurde schon benutzt.',
    advice: 'Prüfen Sie, ob Sie sich vertippt haben. Einen neuen Code bekommen Sie vom Servicebüro.',
  },
  ENROLMENT_NOT_FOUND: {
    text: 'Der Server kennt diese Anmeldung nicht.',
    advice: 'Melden Sie Ihr JMD mit einem neuen Code vom Servicebüro noch einmal an.',
  },
  KEY_UNKNOWN: {
    text: 'Der Server kennt diesen PC nicht.',
    advice: `${kept} Melden Sie Ihr JMD auf diesem PC beim Server an; den Code dafür bekommen Sie vom Servicebüro.`,
  },
  KEY_REVOKED: {
    text: 'Das Servicebüro hat die Anmeldung dieses PCs zurückgenommen.',
    advice: `${kept} Fragen Sie beim Servicebüro nach dem Grund und nach einem neuen Anmeldecode.`,
  },
  CERTIFICATE_EXPIRED: {
    text: 'Die Anmeldung Ihres JMD beim Server ist abgelaufen.',
    advice: `${kept} Melden Sie Ihr JMD mit einem neuen Code vom Servicebüro an. Prüfen Sie auch, ob das Datum dieses PCs stimmt.`,
  },
  SIGNATURE_INVALID: {
    text: 'Die Unterschrift der Meldung stimmt nicht: Sie wurde unterwegs verändert oder auf einem anderen PC unterschrieben.',
    advice: `${kept} Senden Sie sie noch einmal. ${askServicebuero}`,
  },
  OFFICE_MISMATCH: {
    text: 'Die Meldung trägt die Kennung eines anderen JMD als die Anmeldung dieses PCs.',
    advice: 'Prüfen Sie die JMD-Kennung in den Einstellungen. Nach einer Umbenennung braucht Ihr JMD eine neue Anmeldung vom Servicebüro.',
  },
  AUTHORITY_MISMATCH: {
    text: 'Die Meldung ist für einen anderen Server bestimmt.',
    advice: 'Prüfen Sie die Adresse des Servers. Nach einem Wechsel des Servers melden Sie Ihr JMD dort neu an.',
  },
  SEQUENCE_REPLAYED: {
    text: 'Unter dieser laufenden Nummer hat der Server schon eine andere Meldung Ihres JMD.',
    advice: `Das kommt vor, wenn eine ältere Sicherung zurückgespielt wurde. ${askedServer}`,
  },
  SEQUENCE_GAP: {
    text: 'Dem Server fehlt eine frühere Meldung Ihres JMD.',
    advice: askedServer,
  },
  CHAIN_BROKEN: {
    text: 'Die Meldung schließt nicht an die letzte an, die der Server von Ihrem JMD hat.',
    advice: `Das kommt vor, wenn eine ältere Sicherung zurückgespielt wurde. ${askedServer}`,
  },
  PLAN_UNKNOWN: {
    text: 'Der Server kennt die Auswertung nicht, nach der diese Meldung gezählt wurde.',
    advice: 'Wahrscheinlich ist Lotse auf diesem PC nicht aktuell. Aktualisieren Sie Lotse und erstellen Sie die Meldung neu.',
  },
  TABLE_SHAPE_WRONG: {
    text: 'Eine Tabelle der Meldung hat andere Zeilen oder Spalten, als der Server erwartet.',
    advice: 'Aktualisieren Sie Lotse und erstellen Sie die Meldung neu. Hilft das nicht, wenden Sie sich an das Servicebüro.',
  },
  VALUE_FORBIDDEN: {
    text: 'Die Meldung enthält eine Zahl, die es in einer geschützten Tabelle nicht geben darf, etwa eine 1 oder 2.',
    advice: `Der Server hat sie zum Schutz der jungen Menschen nicht angenommen. ${askServicebuero}`,
  },
  TABLE_IMPLAUSIBLE: {
    text: 'Die Zahlen der Meldung passen nicht zueinander, etwa eine Summe nicht zu ihren Teilen.',
    advice: `Sehen Sie sich die Vorschau noch einmal an. ${askServicebuero}`,
  },
  BODY_TOO_LARGE: {
    text: 'Die Meldung ist größer, als der Server annimmt.',
    advice: `${kept} ${askServicebuero}`,
  },
  JSON_MALFORMED: {
    text: 'Der Server konnte die Meldung nicht lesen.',
    advice: `${kept} Senden Sie sie noch einmal; vielleicht ist sie unterwegs beschädigt worden. ${askServicebuero}`,
  },
  JSON_DUPLICATE_KEY: {
    text: 'In der Meldung steht eine Angabe doppelt. So etwas nimmt der Server nicht an.',
    advice: `${kept} ${askServicebuero}`,
  },
  JSON_NOT_CANONICAL: {
    text: 'Die Meldung hat nicht die vereinbarte Schreibweise.',
    advice: `${kept} Aktualisieren Sie Lotse. ${askServicebuero}`,
  },
  ENVELOPE_INVALID: {
    text: 'Der Umschlag der Meldung hat nicht die vereinbarte Form.',
    advice: `${kept} Aktualisieren Sie Lotse. ${askServicebuero}`,
  },
  FIELD_UNKNOWN_IN_MESSAGE: {
    text: 'Die Meldung enthält eine Angabe, die der Server nicht kennt. Er nimmt nur an, was vereinbart ist.',
    advice: 'Wahrscheinlich haben Lotse und Server verschiedene Stände. Aktualisieren Sie Lotse oder fragen Sie beim Servicebüro nach.',
  },
  MESSAGE_INVALID: {
    text: 'Eine Angabe der Meldung hat nicht die vereinbarte Form.',
    advice: `${kept} Aktualisieren Sie Lotse. ${askServicebuero}`,
  },
});
