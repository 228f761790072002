/** Where the rules of the clock stand, as people read it. Not confirmed by a lawyer; data, so that a word can be changed in one place. */
export const sources = {
  end: 'Rahmenkonzept Nr. 1, 3.3',
  inactiveHint: 'Erinnerung von Lotse, drei Monate vor der Grenze in Rahmenkonzept Nr. 1, 3.3',
  managementData: 'Rahmenkonzept Nr. 1, 3.3, für die Daten des Case Managements',
  average: 'Rahmenkonzept Nr. 1: durchschnittlich 24 Monate',
  counsellingOver: 'Rahmenkonzept Nr. 1, 3.3, gilt für das Case Management; Einstellung dieses JMD für Beratungen',
  withdrawal: 'Art. 7 Abs. 3 und Art. 17 Abs. 1 DSGVO und die entsprechenden kirchlichen Regelungen',
  ofAge: '§ 2 BGB',
  ageLimit: 'Grundsätze des Förderprogramms: 12 bis 26 Jahre',
  review: 'Rahmenkonzept Nr. 1, 2.4; vereinbart im Plan',
  residence: 'Angabe in der Akte',
  release: 'Rahmenkonzept Nr. 1, 3.4; vereinbart in der Entbindung',
  request: 'Art. 12 Abs. 3 DSGVO und die entsprechenden kirchlichen Regelungen',
  hold: 'Rahmenkonzept Nr. 1, 3.3; Art. 17 Abs. 3 und Art. 18 DSGVO',
  backups: 'Rahmenkonzept Nr. 1, 3.3; Sicherungen bleiben höchstens 28 Tage',
  preRegistration: 'Regel von Lotse: Eine Vormerkung löscht sich nach vier Wochen',
  workNote: 'Regel von Lotse: Eine persönliche Arbeitsnotiz löscht sich nach 30 Tagen oder mit dem Ende der Begleitung',
} as const;
