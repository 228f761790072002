/** Refusals of updates. Whatever is refused is not laid ready, and the version in use goes on. */
import { defineErrors } from '../error-text.ts';

const doNotInstall =
  'Bitte nicht installieren, auch nicht von Hand. Melden Sie das der Stelle, von der Sie Lotse bekommen, und nennen Sie die Kennung dieses Fehlers.';
const keepWorking = 'Mit Ihrer Version können Sie weiterarbeiten.';
const again = `Laden Sie die Aktualisierung bitte noch einmal. ${keepWorking}`;

export const updateErrors = defineErrors({
  UPDATES_NOT_SET_UP: {
    text: 'Für diese Ausgabe von Lotse sind Aktualisierungen auf diesem Weg nicht eingerichtet.',
    advice: 'Neue Versionen bekommen Sie von der Stelle, die Lotse bei Ihnen eingerichtet hat, meist von der Verwaltung Ihres Trägers.',
  },
  UPDATE_UNREACHABLE: {
    text: 'Die Quelle der Aktualisierungen ist gerade nicht erreichbar.',
    advice: `Prüfen Sie die Internetverbindung und versuchen Sie es später noch einmal, oder nehmen Sie einen Stick. ${keepWorking}`,
  },
  UPDATE_TOO_SLOW: {
    text: 'Die Aktualisierung kommt zu langsam an, oder gar nicht mehr.',
    advice: `Versuchen Sie es zu einer anderen Zeit noch einmal, oder nehmen Sie einen Stick. ${keepWorking}`,
  },
  UPDATE_REDIRECTED: {
    text: 'Statt der Aktualisierung hat sich eine andere Adresse gemeldet.',
    advice: `Es wurde nichts geladen. Das kann ein Anmeldefenster des Netzes sein: Melden Sie sich dort an und versuchen Sie es noch einmal. Bleibt es dabei, fragen Sie die Verwaltung Ihrer PCs.`,
  },
  UPDATE_UNSIGNED: {
    text: 'Diese Aktualisierung ist nicht unterschrieben.',
    advice: doNotInstall,
  },
  UPDATE_KEY_UNKNOWN: {
    text: 'Diese Aktualisierung hat jemand unterschrieben, den Ihr Lotse nicht kennt.',
    advice: doNotInstall,
  },
  UPDATE_SIGNATURE_INVALID: {
    text: 'Die Unterschrift dieser Aktualisierung stimmt nicht: Sie wurde verändert oder gefälscht.',
    advice: doNotInstall,
  },
  UPDATE_MANIFEST_INVALID: {
    text: 'Die Beschreibung der Aktualisierung ist unvollständig oder keine von Lotse.',
    advice: `Es wurde nichts geladen. Versuchen Sie es noch einmal; im Netz eines Gasthauses oder Amtes melden Sie sich zuerst dort an. Bleibt es dabei, melden Sie es der Stelle, von der Sie Lotse bekommen.`,
  },
  UPDATE_FORMAT_NEWER: {
    text: 'Diese Aktualisierung ist für ein neueres Lotse beschrieben, als Sie haben.',
    advice: `Die Verwaltung Ihrer PCs muss zuerst eine Version dazwischen installieren. ${keepWorking}`,
  },
  UPDATE_NAME_INVALID: {
    text: 'In der Beschreibung der Aktualisierung stehen Dateinamen, die Lotse so nicht annimmt.',
    advice: doNotInstall,
  },
  UPDATE_CLOCK_WRONG: {
    text: 'Das Datum dieses PCs passt nicht zu der Aktualisierung.',
    advice: 'Bitte Datum und Uhrzeit des PCs prüfen, auch das Jahr, und dann noch einmal suchen. Stimmen sie, melden Sie es der Stelle, von der Sie Lotse bekommen.',
  },
  UPDATE_EXPIRED: {
    text: 'Diese Aktualisierung ist abgelaufen.',
    advice: `Bitte Datum und Uhrzeit des PCs prüfen. Stimmen sie, gibt es eine neuere Beschreibung, die hier nicht ankommt: Melden Sie das der Stelle, von der Sie Lotse bekommen. ${keepWorking}`,
  },
  UPDATE_OLDER: {
    text: 'Diese Version ist älter als eine, die dieser PC schon kennt.',
    advice:
      'Bitte nicht installieren, auch nicht von Hand. Vielleicht hinkt die Quelle nur hinterher, etwa wenn die neuere Version von einem Stick kam: Suchen Sie in ein paar Tagen noch einmal. Bleibt es dabei, melden Sie das der Stelle, von der Sie Lotse bekommen, und nennen Sie die Kennung dieses Fehlers.',
  },
  UPDATE_NOT_NEWER: {
    text: 'Diese Version haben Sie schon.',
    advice: 'Sie müssen nichts weiter tun.',
  },
  UPDATE_TOO_BIG_A_STEP: {
    text: 'Von Ihrer Version führt kein direkter Weg zu dieser.',
    advice: `Die Verwaltung Ihrer PCs muss zuerst eine Version dazwischen installieren. ${keepWorking}`,
  },
  UPDATE_NOT_FOR_THIS_PC: {
    text: 'Für diese Art von PC ist in der Aktualisierung nichts enthalten.',
    advice: `Fragen Sie die Verwaltung Ihrer PCs, wie neue Versionen zu Ihnen kommen. ${keepWorking}`,
  },
  UPDATE_FILE_MISSING: {
    text: 'Die Datei mit dem neuen Lotse ist nicht da, wo sie sein soll.',
    advice: 'Auf einem Stick müssen beide Dateien im selben Ordner liegen: „lotse-update.json“ und die Installationsdatei. Aus dem Internet: Bitte noch einmal nach Aktualisierungen suchen.',
  },
  UPDATE_TRUNCATED: {
    text: 'Die Aktualisierung ist nicht vollständig angekommen.',
    advice: again,
  },
  UPDATE_HASH_MISMATCH: {
    text: 'Die Installationsdatei ist nicht die, die unterschrieben wurde. Lotse hat sie nicht behalten.',
    advice: doNotInstall,
  },
  UPDATE_NOT_STAGED: {
    text: 'Es liegt keine geprüfte Aktualisierung bereit.',
    advice: 'Bitte zuerst nach Aktualisierungen suchen und die neue Version laden.',
  },
  UPDATE_EXCHANGED: {
    text: 'Während Lotse Sie gefragt hat, wurde eine andere Version bereitgelegt. Installiert wurde nichts.',
    advice: `Bitte noch einmal nach Aktualisierungen suchen und die neue Version laden. Kommt das wieder vor, fragen Sie die Verwaltung Ihrer PCs. ${keepWorking}`,
  },
  UPDATE_NOT_ALONE: {
    text: 'Neben der geprüften Datei liegt etwas, das sich gerade nicht entfernen lässt.',
    advice: `Es ist nichts verloren, die geprüfte Datei liegt noch bereit. Schließen Sie offene Ordner und Installationen, oder starten Sie den PC neu, und versuchen Sie es noch einmal. ${keepWorking}`,
  },
  UPDATE_NOT_STARTED: {
    text: 'Die Installation wurde nicht begonnen.',
    advice: `Vielleicht wurde sie abgelehnt, oder es fehlte das Kennwort der Verwaltung dieses PCs. Die geprüfte Datei liegt noch bereit. ${keepWorking}`,
  },
  UPDATE_DISK_FULL: {
    text: 'Für die Aktualisierung ist auf dem Datenträger zu wenig Platz.',
    advice: `Bitte Platz schaffen: Papierkorb leeren, große eigene Dateien verschieben; im Datenordner von Lotse bitte nichts löschen. ${again}`,
  },
  UPDATE_DISK_ERROR: {
    text: 'Die Aktualisierung lässt sich nicht lesen oder ablegen.',
    advice: `Kommt sie von einem Stick, prüfen Sie bitte, ob er noch verbunden ist. Sonst starten Sie den PC neu und versuchen es noch einmal. ${keepWorking}`,
  },
});
