/** Unlocking, roles, the window and its connection. */
import { defineErrors } from '../error-text.ts';

export const sessionErrors = defineErrors({
  LOCKED: {
    text: 'Lotse ist gesperrt.',
    advice: 'Bitte entsperren Sie mit Ihrem Passwort. Was Sie gerade geschrieben haben, bleibt im Formular stehen.',
  },
  RECOVERY_NOT_CONFIRMED: {
    text: 'Das Notfallblatt ist noch nicht bestätigt.',
    advice: 'Drucken Sie das Notfallblatt und tippen Sie den Code daraus einmal ab. Erst dann können Sie Akten anlegen.',
  },
  RECOVERY_ALREADY_CONFIRMED: {
    text: 'Das Notfallblatt ist schon bestätigt.',
    advice: 'Es gilt weiter. Laden Sie die Seite neu, dann geht es mit der Arbeit los.',
  },
  SETUP_INCOMPLETE: {
    text: 'Die Einrichtung wurde unterbrochen, bevor etwas gespeichert war.',
    advice: 'Benennen Sie den Datenordner um und richten Sie Ihr JMD noch einmal ein.',
  },
  TODAY_NOT_ALLOWED: {
    text: 'Ein anderes Datum als heute gibt es nur in einem Übungs-JMD.',
    advice: 'Starten Sie Lotse ohne die Angabe eines Datums.',
  },
  NOT_TRAINING: {
    text: 'Das geht nur in einem Übungs-JMD.',
    advice: 'Legen Sie zum Ausprobieren ein Übungs-JMD in einem eigenen Datenordner an.',
  },
  ROLE_NOT_ALLOWED: {
    text: 'Das darf in Ihrem JMD nur die Leitung.',
    advice: 'Bitten Sie Ihre Leitung, diesen Schritt zu übernehmen.',
  },
  AUDIT_NEEDS_SECOND_PERSON: {
    text: 'Das Protokoll mit Namen öffnen nur zwei Personen gemeinsam.',
    advice: 'Bitte eine zweite Person mit eigenem Zugang dazu, die ihren Anmeldenamen und ihr Passwort selbst eingibt.',
  },
  LAUNCH_TOKEN_REUSED: {
    text: 'Ein Startlink wurde ein zweites Mal benutzt. Lotse hat sich vorsichtshalber gesperrt.',
    advice:
      'Öffnen Sie Lotse neu über die Startdatei. Wenn Sie den Link nicht selbst zweimal geöffnet haben, sagen Sie bitte Ihrer Leitung und Ihrer Administration Bescheid.',
  },
  LAUNCH_TOKEN_UNKNOWN: {
    text: 'Dieser Startlink gilt nicht mehr.',
    advice: 'Öffnen Sie Lotse neu über die Startdatei.',
  },
  CONNECTION_LOST: {
    text: 'Das Fenster hat keine Verbindung mehr zu Lotse.',
    advice: 'Wahrscheinlich ist Lotse beendet oder in einem anderen Fenster geöffnet. Öffnen Sie Lotse neu über die Startdatei.',
  },
  CORE_GIVEN_UP: {
    text: 'Lotse musste mehrmals hintereinander neu starten und hört jetzt damit auf.',
    advice:
      'Bitte starten Sie Lotse neu. Was als gespeichert angezeigt wurde, ist da; ein Text, der noch nicht gespeichert war, ist dann weg. Kommt diese Seite wieder, sagen Sie bitte Ihrer Administration Bescheid.',
  },
  BAD_REQUEST: {
    text: 'Diese Eingabe hat Lotse nicht verstanden.',
    advice: 'Prüfen Sie, was Sie eingegeben haben, und versuchen Sie es noch einmal.',
  },
  INTERNAL: {
    text: 'Das hat nicht geklappt, und der Grund liegt bei uns.',
    advice: 'Versuchen Sie es noch einmal. Bleibt es dabei, melden Sie dem Servicebüro, was Sie gerade tun wollten.',
  },
  ACCOUNT_UNKNOWN: {
    text: 'Diesen Zugang gibt es in Ihrem JMD nicht mehr.',
    advice: 'Laden Sie die Liste der Zugänge neu.',
  },
  OWN_ACCOUNT: {
    text: 'Den eigenen Zugang können Sie nicht selbst entfernen.',
    advice: 'Bitten Sie eine zweite Person mit Leitungsrechten darum.',
  },
  NO_REPLACEMENT: {
    text: 'Es wartet kein neues Notfallblatt auf seine Bestätigung. Das bisherige gilt weiter.',
    advice: 'Beginnen Sie noch einmal mit „Neues Notfallblatt“. Nach dem Sperren verfällt ein unbestätigtes.',
  },
  TARGET_UNUSABLE: {
    text: 'Der zweite Ort für Sicherungen ist nicht erreichbar oder nicht beschreibbar.',
    advice:
      'Prüfen Sie bitte: Ist der Pfad vollständig, gibt es den Ordner, liegt er außerhalb des Datenordners, ist das Laufwerk verbunden? Auf diesem PC wird weiter gesichert.',
  },
  SECOND_PLACE_OVERDUE: {
    text: 'Am zweiten Ort liegen noch Sicherungen von Akten, die längst gelöscht sein müssen.',
    advice:
      'Bitte jetzt anschließen, was dort liegt (den Stick, das Laufwerk), und Lotse entsperren: Dann werden die alten Sicherungen dort unlesbar und gelöscht. Gibt es diesen Ort nicht mehr, wählt die Leitung unter „Verwaltung“ einen anderen und vernichtet, was dort noch liegt.',
  },
  ERASURE_OPEN: {
    text: 'Eine Löschung ist noch nicht überall angekommen.',
    advice:
      'Schließen Sie den zweiten Ort für Sicherungen an, sorgen Sie für freien Speicherplatz und lassen Sie jemanden entsperren, der Akten öffnen darf. Lotse löscht dann von selbst weiter.',
  },
  BACKUP_OVERDUE: {
    text: 'Die letzte geprüfte Sicherung ist schon länger her.',
    advice: 'Stoßen Sie unter „Verwaltung“ eine Sicherung an. Gelingt sie nicht, hilft Ihre Administration.',
  },
  DISK_LOW: {
    text: 'Der Datenträger ist fast voll.',
    advice: 'Der Notvorrat an Platz, mit dem Lotse Ihren Text auch dann noch speichert, ist aufgebraucht. Bitte jetzt Platz schaffen: Papierkorb leeren, große eigene Dateien verschieben. Im Datenordner von Lotse bitte nichts löschen.',
  },
  PLACE_NETWORK: {
    text: 'Der Datenordner liegt auf einem Netzlaufwerk. Dort können Akten verloren gehen.',
    advice: 'Bitte einen Ordner auf der Festplatte dieses PCs wählen. Mehrere PCs gleichen sich später über einen Austauschordner ab.',
  },
  PLACE_SYNCED: {
    text: 'Der Datenordner liegt in einem Ordner, der mit einer Cloud abgeglichen wird.',
    advice: 'Bitte einen Ordner außerhalb von OneDrive, Dropbox und ähnlichen Diensten wählen.',
  },
  PLACE_REMOVABLE: {
    text: 'Der Datenordner liegt auf einem Datenträger, den man abziehen kann.',
    advice: 'Bitte einen Ordner auf der Festplatte dieses PCs wählen. Sicherungen dürfen auf einen Stick.',
  },
  PLACE_TEMPORARY: {
    text: 'Dieser Ordner wird beim Abmelden oder Neustart geleert. Ihre Akten wären weg.',
    advice:
      'Ihre Administration kann einen Ordner einrichten, der bleibt. Ist das Windows-Profil vorübergehend, bitte ab- und wieder anmelden.',
  },
});
