/** The desktop shell: files that are opened, saved and printed, addresses outside. */
import { defineErrors } from '../error-text.ts';

export const shellErrors = defineErrors({
  FILE_UNKNOWN: {
    text: 'Diese Datei kann Lotse nicht lesen.',
    advice:
      'Vielleicht stammt sie aus einer neueren Fassung von Lotse, wurde nicht vollständig kopiert oder gehört zu einem anderen Programm. Lassen Sie sich die Datei noch einmal geben, oder aktualisieren Sie Lotse.',
  },
  FILE_CHANGED: {
    text: 'Diese Datei wurde nach dem Unterschreiben verändert.',
    advice: 'Verwenden Sie sie nicht. Im Versandprotokoll können Sie die Meldung noch einmal als Datei speichern.',
  },
  FILE_TOO_LARGE: {
    text: 'Diese Datei ist zu groß für eine Datei von Lotse.',
    advice: 'Prüfen Sie bitte, ob es die richtige ist.',
  },
  FILE_UNREADABLE: {
    text: 'Diese Datei lässt sich gerade nicht öffnen.',
    advice: 'Steckt der Stick noch? Kopieren Sie die Datei auf diesen PC und öffnen Sie sie dort.',
  },
  PRINTER_UNKNOWN: {
    text: 'Diesen Drucker findet der PC nicht mehr.',
    advice: 'Schalten Sie ihn ein, oder wählen Sie einen anderen.',
  },
  PRINT_FAILED: {
    text: 'Der Drucker hat das Papier nicht angenommen.',
    advice: 'Sehen Sie bitte am Drucker nach, ob schon etwas gedruckt ist, bevor Sie es noch einmal versuchen.',
  },
  SAVED_FILE_UNKNOWN: {
    text: 'Die Datei liegt nicht mehr dort, wo sie gespeichert wurde.',
    advice: 'Vielleicht wurde sie schon gelöscht oder verschoben. Sehen Sie bitte in dem Ordner nach.',
  },
  ADDRESS_NOT_ALLOWED: {
    text: 'Diese Adresse öffnet Lotse nicht.',
    advice: 'Wenn Sie ihr vertrauen, geben Sie sie selbst in Ihrem Browser ein.',
  },
});
