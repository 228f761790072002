import { defineErrors } from '../error-text.ts';

export const storeErrors = defineErrors({
  WRONG_PASSWORD: {
    text: 'Das Passwort stimmt nicht.',
    advice:
      'Bitte noch einmal eingeben und auf Groß- und Kleinschreibung achten. Wer es vergessen hat, öffnet mit dem Notfallblatt.',
  },
  WRONG_RECOVERY_CODE: {
    text: 'Dieser Code ist nicht der vom Notfallblatt.',
    advice:
      'Bitte Zeichen für Zeichen vergleichen. Leerzeichen, Striche, Groß- und Kleinschreibung sind gleichgültig. Fehlt auch jedes Passwort, kann niemand die Akten öffnen, auch das Servicebüro nicht. Bitte dann nichts löschen und weiter nach dem Blatt suchen.',
  },
  SLOT_MISSING: {
    text: 'Zu diesem Anmeldenamen gibt es hier keinen Zugang.',
    advice: 'Bitte den Anmeldenamen prüfen und ob der richtige Datenordner gewählt ist. Den Zugang richtet die Leitung ein.',
  },
  SLOT_DAMAGED: {
    text: 'Die Datei mit diesem Zugang ist beschädigt. Die Akten selbst sind davon nicht betroffen.',
    advice:
      'Bitte mit dem Notfallblatt öffnen und ein neues Passwort setzen. Auch wer hier noch entsperren kann und die Leitung hat, kann den Zugang neu einrichten. Geht beides nicht, liegt eine Kopie des Zugangs bei den Sicherungen.',
  },
  RECOVERY_SLOT_MISSING: {
    text: 'Die Datei, die das Notfallblatt öffnet, fehlt oder ist beschädigt. Die Akten selbst sind davon nicht betroffen.',
    advice:
      'Bitte mit einem Passwort öffnen. Dann macht die Leitung unter „Verwaltung“ ein neues Notfallblatt. Kennt niemand ein Passwort: Bitte nichts löschen; eine Kopie dieser Datei liegt bei den Sicherungen, und mit ihr lässt sich eine Sicherung zurückholen.',
  },
  SLOT_LOST: {
    text: 'Im Datenordner fehlt die Datei mit einem Zugang. Entfernt hat ihn niemand.',
    advice: 'Wer nicht mehr entsperren kann, bekommt von der Leitung ein neues Passwort. Eine Kopie des Zugangs liegt bei den Sicherungen.',
  },
  KEY_COPY_DAMAGED: {
    text: 'Bei den Sicherungen fehlt eine Kopie der Schlüssel, oder sie lässt sich nicht lesen.',
    advice: 'Bitte jetzt zweimal sichern: Dabei schreibt Lotse beide Kopien neu. Bleibt es dabei, bitte den Datenträger prüfen lassen.',
  },
  SLOT_TOO_WEAK: {
    text: 'Dieser Zugang ist schwächer geschützt, als Lotse es erlaubt. Er wurde nicht benutzt.',
    advice:
      'So etwas schreibt Lotse nicht: Jemand hat die Datei verändert. Bitte die Leitung informieren und mit dem Notfallblatt öffnen.',
  },
  DATABASE_MISSING: {
    text: 'Im Datenordner fehlt eine Datei der Akten.',
    advice:
      'Bitte prüfen, ob der richtige Ordner gewählt und das Laufwerk verbunden ist. Sonst hilft die letzte Sicherung. Bitte nichts neu anlegen.',
  },
  DATABASE_DAMAGED: {
    text: 'Eine Datei der Akten ist beschädigt. Mit dem Passwort hat das nichts zu tun.',
    advice: 'Bitte nichts löschen oder verschieben, sondern die letzte Sicherung zurückholen. Die jetzigen Dateien legt Lotse dabei selbst beiseite.',
  },
  DATABASE_NEWER: {
    text: 'Diese Akten hat eine neuere Fassung von Lotse geschrieben. Es wurde nichts verändert.',
    advice: 'Bitte Lotse auf diesem PC aktualisieren und dann wieder öffnen.',
  },
  DISK_FULL: {
    text: 'Nicht gespeichert: Der Datenträger ist voll.',
    advice:
      'Der Text bleibt im Formular stehen. Was schon gespeichert war, ist sicher. Bitte Platz schaffen: Papierkorb leeren, große eigene Dateien verschieben; im Datenordner von Lotse bitte nichts löschen. Dann noch einmal versuchen.',
  },
  DISK_ERROR: {
    text: 'Nicht gespeichert: Der Datenträger lässt sich nicht lesen oder beschreiben.',
    advice: 'Bitte prüfen, ob das Laufwerk verbunden ist und Sie dort schreiben dürfen, dann noch einmal versuchen.',
  },
  FOLDER_IN_USE: {
    text: 'Lotse ist mit diesem Datenordner schon geöffnet.',
    advice: 'Bitte das andere Fenster benutzen oder Lotse dort beenden, auch bei anderen Windows-Anmeldungen an diesem PC.',
  },
  FOLDER_NOT_EMPTY: {
    text: 'In diesem Ordner liegt schon etwas. Es wurde nichts verändert.',
    advice: 'Bitte für ein neues JMD einen leeren Ordner wählen.',
  },
  CASES_DOOR_CLOSED: {
    text: 'Mit diesem Zugang lassen sich Fallakten nicht öffnen.',
    advice: 'Bitte eine Fachkraft oder die Leitung fragen.',
  },
  KEY_INVALID: {
    text: 'Der Schlüssel für diese Akten ist unvollständig. Es wurde nichts geöffnet und nichts angelegt.',
    advice: 'Bitte mit dem Notfallblatt öffnen. Bleibt es dabei, hilft das Servicebüro mit diesem Fehlercode.',
  },
  INTENT_REFUSED: {
    text: 'Angaben von einem anderen PC wurden nicht übernommen: Ihre Unterschrift stimmt nicht.',
    advice: 'Hier ist nichts verändert. Bitte prüfen, ob der andere PC zu diesem JMD gehört und angemeldet ist.',
  },
  LOGIN_TAKEN: {
    text: 'Diesen Anmeldenamen hat schon jemand im JMD.',
    advice: 'Bitte einen anderen wählen, zum Beispiel mit einem Anfangsbuchstaben mehr.',
  },
  LAST_HEAD: {
    text: 'Das ist der einzige Zugang mit Leitungsrechten. Er bleibt bestehen.',
    advice: 'Bitte zuerst jemand anderem die Leitung geben, dann diesen Zugang entfernen.',
  },
  UNLOCK_WAIT: {
    text: 'Nach mehreren falschen Versuchen wartet Lotse kurz.',
    advice: 'Gleich geht es weiter. Es wird nichts gelöscht, auch nicht nach vielen Versuchen. Wer das Passwort nicht mehr weiß, öffnet mit dem Notfallblatt.',
  },
  STORE_READ_ONLY: {
    text: 'Die Akten hier sind älter als das, was zuletzt gespeichert wurde. Sie können lesen, aber nichts ändern.',
    advice:
      'Vielleicht wurde eine ältere Kopie zurückgelegt. Bitte die neuere suchen oder eine Sicherung zurückholen. Die Leitung kann auch entscheiden, mit diesem Stand weiterzuarbeiten.',
  },
  RESTORE_UNFINISHED: {
    text: 'Das Zurückholen einer Sicherung wurde unterbrochen.',
    advice: 'Bitte die Sicherung noch einmal zurückholen. Was vorher hier lag, hat Lotse beiseitegelegt; dort bleibt es, bis das nächste Mal eine Akte gelöscht wird.',
  },
  BACKUP_MISSING: {
    text: 'Diese Sicherung gibt es nicht, oder es fehlt eine Datei darin.',
    advice: 'Bitte eine andere Sicherung wählen und prüfen, ob das Laufwerk mit den Sicherungen verbunden ist.',
  },
  BACKUP_DAMAGED: {
    text: 'Diese Sicherung lässt sich nicht lesen. Es wurde nichts verändert.',
    advice: 'Bitte eine andere Sicherung wählen, am besten die nächstältere.',
  },
  BACKUP_FAILED: {
    text: 'Die Sicherung ist nicht gelungen. Die Akten selbst sind davon nicht betroffen.',
    advice: 'Bitte prüfen, ob auf dem Datenträger Platz ist, und die Sicherung noch einmal anstoßen.',
  },
});
