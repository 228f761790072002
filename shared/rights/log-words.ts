/** What a line of the log says was done, in German and without a word of what a file says. */

/** By how its name begins; the longest beginning counts. */
const actWords: readonly (readonly [string, string])[] = [
  ['absence.', 'Vertretung geändert'],
  ['absence.day', 'Tag einer Vertretung angesehen'],
  ['appointment', 'Termin bearbeitet'],
  ['appointments.slip', 'Terminzettel erstellt'],
  ['attachment', 'Datei bearbeitet'],
  ['attachment.open', 'Datei geöffnet'],
  ['attachments.open', 'Datei geöffnet'],
  ['audit.', 'Protokoll gelesen'],
  ['audit.readNames', 'Protokoll mit Namen gelesen'],
  ['backup.', 'Sicherungen verwaltet'],
  ['backup.restore', 'Sicherung zurückgeholt'],
  ['case.', 'Akte bearbeitet'],
  ['case.create', 'Akte angelegt'],
  ['case.export', 'Akte als Datei ausgegeben'],
  ['case.history', 'Verlauf eines Feldes angesehen'],
  ['case.open', 'Akte angesehen'],
  ['case.shield', 'Schutz der Akte geändert'],
  ['case.withdraw', 'Widerruf festgehalten'],
  ['cases.', 'Akte angesehen'],
  ['clock', 'Fristen geprüft'],
  ['clock.except_device', 'PC von den Fristen ausgenommen'],
  ['clock.settings', 'Fristen eingestellt'],
  ['clock.trust_day', 'Datum des PCs bestätigt'],
  ['contact', 'Kontakt festgehalten'],
  ['deletion.', 'Löschung bearbeitet'],
  ['delivery.', 'Monitoring-Meldung bearbeitet'],
  ['files.', 'Akte angesehen'],
  ['incident.', 'Datenpanne festgehalten'],
  ['incident.print', 'Datenpanne gedruckt'],
  ['monitoring.', 'Berichtsjahr abgeschlossen'],
  ['note.', 'persönliche Arbeitsnotiz'],
  ['office.', 'JMD eingerichtet'],
  ['paper.fill', 'Formular erstellt'],
  ['paper.handOver', 'Übergabe eines Formulars oder Briefs festgehalten'],
  ['paper.settings', 'Papiere des JMD eingestellt'],
  ['plan.', 'Plan angesehen'],
  ['plan.handOver', 'Übergabe des Plans festgehalten'],
  ['plan.print', 'Plan gedruckt'],
  ['plan.show', 'Plan gemeinsam angesehen'],
  ['people.', 'ähnliche Namen geklärt'],
  ['preregistration', 'Vormerkung bearbeitet'],
  ['record.', 'Akte vergessen'],
  ['recovery.', 'Notfallblatt erneuert'],
  ['recovery.confirm', 'Notfallblatt bestätigt'],
  ['rights.', 'Antrag oder Recht bearbeitet'],
  ['rights.copiedFile', 'Datei zur Kopie der eigenen Daten ausgegeben'],
  ['rights.copy', 'Kopie der eigenen Daten erstellt'],
  ['rights.copyDecision', 'über eine Angabe in der Kopie entschieden'],
  ['rights.copyPreview', 'Kopie der eigenen Daten vorbereitet, noch nicht erstellt'],
  ['rights.lift', 'Einschränkung aufgehoben'],
  ['rights.ofCase', 'Anträge angesehen'],
  ['rights.officerExtract', 'Übersicht für den Datenschutz erstellt'],
  ['rights.restrict', 'Verarbeitung eingeschränkt'],
  ['rights.whoLooked', 'Zugriffe angesehen'],
  ['safety.', 'Sicherheit eingestellt'],
  ['server.', 'Verbindung zum Auswertungsserver'],
  ['session.lock', 'gesperrt'],
  ['session.unlock', 'entsperrt'],
  ['session.recover', 'mit dem Notfallblatt entsperrt'],
  ['staff.add', 'Zugang angelegt'],
  ['staff.password', 'Passwort neu gesetzt'],
  ['staff.remove', 'Zugang entfernt'],
  ['store.', 'mit älteren Daten weitergearbeitet'],
  ['tally', 'Sprechstunde bearbeitet'],
  ['workNotes.', 'persönliche Arbeitsnotiz'],
];

export function logWords(action: string): string {
  const fitting = actWords.filter(([begin]) => action.startsWith(begin));
  return fitting.reduce<readonly [string, string]>((best, one) => (one[0].length > best[0].length ? one : best), ['', 'verarbeitet'])[1];
}

/** Told by nobody's work but by when somebody comes and goes: only where two people open the log. */
export function tellsOfPresence(action: string): boolean {
  return action.startsWith('session.') || action.startsWith('absence.');
}

const roleWords: Readonly<Record<string, string>> = { head: 'Leitung', caseworker: 'Fachkraft', admin_office: 'Verwaltung' };

/** null: nobody of the office, or nobody at all. */
export function roleWord(role: string | null): string {
  return role === null ? 'Lotse' : (roleWords[role] ?? 'unser JMD');
}
