/** The Monitoring-Meldung inside the office; what the server says stands in server.ts. */
import { defineErrors } from '../error-text.ts';

export const monitoringErrors = defineErrors({
  ALREADY_CONNECTED: {
    text: 'Ihr JMD ist schon beim zentralen Auswertungsserver angemeldet.',
    advice: 'Sie müssen nichts weiter tun.',
  },
  SERVER_URL_INSECURE: {
    text: 'Diese Adresse ist nicht verschlüsselt.',
    advice: 'Die Adresse muss mit https:// beginnen. Fragen Sie das Servicebüro nach der richtigen Adresse.',
  },
  ENROLMENT_REFUSED: {
    text: 'Das Servicebüro hat die Anmeldung abgelehnt.',
    advice: 'Fragen Sie beim Servicebüro nach und melden Sie sich mit einem neuen Code an.',
  },
  CERTIFICATE_INVALID: {
    text: 'Die Bestätigung der Anmeldung ist nicht echt oder gilt nicht für Ihr JMD.',
    advice: 'Es wurde nichts übernommen. Fragen Sie beim Servicebüro nach.',
  },
  HALF_YEAR_NOT_SUPPORTED: {
    text: 'Halbjahre lassen sich noch nicht melden.',
    advice: 'Erstellen Sie die Meldung für das ganze Kalenderjahr.',
  },
  YEAR_NOT_OVER: {
    text: 'Dieses Jahr ist noch nicht vorbei.',
    advice: 'Freigeben können Sie die Meldung ab dem 1. Januar des nächsten Jahres. Die Vorschau können Sie jederzeit ansehen.',
  },
  YEAR_NOT_FINAL: {
    text: 'Dieses Jahr ist noch nicht abgeschlossen.',
    advice: 'Abgeschlossen ist ein Jahr, wenn der Eingang der letzten Monitoring-Meldung bestätigt ist und der letzte Tag für Berichtigungen vorbei ist. Bis dahin bleibt alles, wie es ist.',
  },
  CORRECTIONS_CLOSED: {
    text: 'Für dieses Jahr ist schon gemeldet, und die Zeit für Berichtigungen ist vorbei.',
    advice: 'Was Sie jetzt noch nachtragen, zählt nur noch intern. Die Vorschau können Sie jederzeit ansehen.',
  },
  DELIVERY_WITHDRAWN: {
    text: 'Diese Monitoring-Meldung wird nicht mehr gesendet: Eine Akte, die darin mitgezählt war, ist inzwischen gelöscht.',
    advice: 'Bitte die Meldung für diesen Zeitraum neu erstellen und freigeben. Was schon gesendet war, bleibt, wie es ist.',
  },
  DELIVERY_NOT_FOUND: {
    text: 'Diese Monitoring-Meldung gibt es nicht.',
    advice: 'Öffnen Sie das Versandprotokoll neu.',
  },
  DELIVERY_NOT_APPROVED: {
    text: 'Diese Monitoring-Meldung ist noch nicht freigegeben.',
    advice: 'Erst mit der Freigabe durch die Leitung entsteht, was gesendet wird.',
  },
  DELIVERY_ALREADY_APPROVED: {
    text: 'Diese Monitoring-Meldung ist schon freigegeben.',
    advice: 'Im Versandprotokoll sehen Sie, ob ihr Eingang bestätigt ist.',
  },
});
