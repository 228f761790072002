/** Why the central server does not start, or an operator's command does not work. German, for the person at the terminal. */
import { defineErrors } from '../shared/messages/error-text.ts';

export const collectorErrors = defineErrors({
  SCHEMA_NEWER: {
    text: 'Diese Datenbank wurde von einer neueren Fassung von Lotse angelegt.',
    advice: 'Bitte Lotse aktualisieren. Es wurde nichts verändert.',
  },
  FOLDER_IN_USE: {
    text: 'In diesem Ordner läuft schon ein zentraler Auswertungsserver.',
    advice: 'Bitte den laufenden Server benutzen oder ihn zuerst beenden.',
  },
  AUTHORITY_KEY_MISSING: {
    text: 'Der Schlüssel des Servers (authority.key) fehlt, die Datenbank gehört aber schon zu einem.',
    advice: 'Bitte die Datei aus der Sicherung zurücklegen. Ein neuer Schlüssel würde alle Zertifikate wertlos machen.',
  },
  AUTHORITY_KEY_INVALID: {
    text: 'Die Datei authority.key ist beschädigt.',
    advice: 'Bitte die Datei aus der Sicherung zurücklegen.',
  },
  AUTHORITY_KEY_OTHER: {
    text: 'Der Schlüssel des Servers (authority.key) gehört zu einer anderen Datenbank.',
    advice: 'Bitte Ordner und Datenbank zusammen angeben, die zusammengehören.',
  },
  TRAINING_KEPT_APART: {
    text: 'Diese Datenbank und diese Betriebsart gehören nicht zusammen: Übungsbetrieb und echter Betrieb bleiben getrennt.',
    advice: 'Bitte für den echten Betrieb eine eigene Datenbank und einen eigenen Ordner anlegen.',
  },
  PORT_IN_USE: {
    text: 'Der Port ist schon belegt.',
    advice: 'Bitte mit --port einen anderen wählen.',
  },
  SERVER_NOT_RUNNING: {
    text: 'Der zentrale Auswertungsserver läuft nicht.',
    advice: 'Bitte zuerst „lotse collector serve“ mit demselben Ordner starten.',
  },
  OFFICE_UNKNOWN: {
    text: 'Zu dieser Kennung gibt es keine offene Anmeldung.',
    advice: 'Bitte die Liste der Anmeldungen ansehen.',
  },
  OFFICE_HAS_KEY: {
    text: 'Dieses JMD ist schon mit einem anderen Schlüssel angemeldet, und dessen Zertifikat gilt noch.',
    advice: 'Bitte zuerst mit dem JMD klären, welcher PC meldet, dann das alte Zertifikat sperren und die Anmeldung noch einmal freigeben.',
  },
  REQUEST_REFUSED: {
    text: 'Der Server hat die Anfrage abgelehnt.',
    advice: 'Bitte die Angaben prüfen.',
  },
});
export type CollectorErrorCode = keyof typeof collectorErrors;

export class CollectorError extends Error {
  readonly code: CollectorErrorCode;
  /** The server's own code behind `REQUEST_REFUSED`; else null. */
  readonly problem: string | null;

  constructor(code: CollectorErrorCode, text?: string, problem: string | null = null) {
    super(text ?? collectorErrors[code].text);
    this.name = 'CollectorError';
    this.code = code;
    this.problem = problem;
  }
}
