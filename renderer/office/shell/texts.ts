/** German words around the desktop shell: print, save, open, update, About. */
export const shellTexts = {
  saved: {
    title: 'Gespeichert',
    titleAll: 'Gespeicherte Dateien',
    menu: (count: number) => `Gespeicherte Dateien (${count})`,
    notEncrypted: 'Die Datei ist nicht verschlüsselt. Wenn Sie sie nicht mehr brauchen, löschen Sie sie bitte wieder.',
    downloaded: 'Als Datei gespeichert, nicht verschlüsselt. Im Browser kann Lotse sie nicht wieder löschen: Bitte tun Sie es selbst, sobald Sie sie nicht mehr brauchen.',
    remove: 'Gespeicherte Datei löschen',
    show: 'Im Ordner zeigen',
    close: 'Schließen',
    removed: (name: string) => `„${name}“ ist gelöscht.`,
    untilLock: 'Lotse merkt sich diese Dateien bis zum Sperren.',
  },

  print: {
    printer: 'Drucker',
    copies: 'Exemplare',
    usual: 'Standarddrucker',
    none: 'Auf diesem PC ist kein Drucker eingerichtet.',
    noneAdvice: 'Speichern Sie das PDF, oder bitten Sie die Verwaltung Ihrer PCs, einen Drucker einzurichten.',
    choose: 'Bitte einen Drucker wählen.',
    copiesMissing: 'Bitte eine Zahl von 1 bis 9 eintragen.',
    comesOut: (where: string) => `Das Papier kommt hier heraus: ${where}.`,
    confidential: 'Vertraulicher Druck: Stellen Sie sich an den Drucker, bevor das Papier herauskommt, oder lassen Sie ihn auf Ihre PIN warten. Nehmen Sie es gleich mit.',
    act: 'Drucken',
    acting: 'Wird gedruckt …',
    sent: (printer: string) => `An den Drucker geschickt: ${printer}.`,
    again: 'Drucker neu suchen',
  },
} as const;

/** Why a place is not for papers with names. */
export const placeWords = {
  PLACE_SYNCED: {
    title: 'Dieser Ordner wird mit einer Cloud abgeglichen.',
    text: 'Die Datei liegt damit auch auf fremden Rechnern. Löschen Sie sie bitte hier und speichern Sie sie in einem Ordner, der nur auf diesem PC liegt.',
  },
  PLACE_NETWORK: {
    title: 'Dieser Ordner liegt im Netz.',
    text: 'Andere können die Datei dort vielleicht öffnen. Ist das nicht gewollt, löschen Sie sie hier und speichern Sie sie auf diesem PC.',
  },
  PLACE_REMOVABLE: {
    title: 'Die Datei liegt auf einem Stick oder einer Karte.',
    text: 'Geht der Datenträger verloren, kann jeder die Datei lesen. Löschen Sie sie, sobald sie nicht mehr gebraucht wird.',
  },
} as const;
