/** Refusals of the command line. */
import { defineErrors } from '../error-text.ts';

export const cliErrors = defineErrors({
  OFFICE_MISSING: {
    text: 'In diesem Ordner ist noch kein JMD eingerichtet.',
    advice: 'Bitte den richtigen Ordner mit --dir angeben oder mit „lotse office init“ ein JMD einrichten.',
  },
  AUDIT_BROKEN: {
    text: 'Das Protokoll dieses PCs ist nicht vollständig: Ein Eintrag wurde geändert oder entfernt.',
    advice: 'Bitte nichts löschen, den Datenordner sichern und die Leitung und das Servicebüro informieren.',
  },
  WRONG_USE: {
    text: 'So lässt sich dieser Befehl nicht aufrufen.',
    advice: 'Bitte die Angaben prüfen; „--help“ hinter dem Befehl zeigt, was er versteht.',
  },
  FILE_NOT_USABLE: {
    text: 'Diese Datei lässt sich nicht lesen oder schreiben.',
    advice: 'Bitte Pfad und Rechte prüfen. Es wurde nichts verändert.',
  },
  RELEASE_KEY_INVALID: {
    text: 'Diese Datei ist kein Schlüssel zum Unterschreiben von Aktualisierungen.',
    advice: 'Bitte die Datei angeben, die „lotse release key“ geschrieben hat.',
  },
  DATABASE_UNREACHABLE: {
    text: 'Die Datenbank des zentralen Auswertungsservers ist nicht zu erreichen.',
    advice: 'Bitte Adresse, Name und Zugang der Datenbank prüfen und ob PostgreSQL läuft.',
  },
  CKM_INPUT_INVALID: {
    text: 'Diese Datei lässt sich nicht auswerten.',
    advice: 'Bitte die Spalten und Werte prüfen; der Grund nennt Datei und Zeile.',
  },
});
