/** German words of the case file that more than one place says, or that change with numbers. */
export const caseTexts = {
  noName: 'Ohne Namen',
  takeBack: 'Angabe zurücknehmen',
  history: 'Wer hat das geändert?',
  fieldMenu: (label: string) => `Mehr zu „${label}“`,
  consentFirst: (section: string) => `Erst die Einwilligung erfassen (${section}), dann lassen sich diese Angaben eintragen.`,
  consentClosed: {
    withdrawn: (section: string) => `Die Einwilligung ist widerrufen: Hier wird nichts mehr eingetragen. Was zu tun bleibt, steht in ${section}.`,
    refused: (section: string) => `Die Einwilligung ist nicht erteilt: Hier wird nichts eingetragen. Was zu tun bleibt, steht in ${section}.`,
  },
  closedHere: 'Ohne Einwilligung lassen sich nur noch die Angaben machen, die hier offen stehen.',
  someLater: 'Manche Angaben auf dieser Seite lassen sich erst eintragen, wenn die Einwilligung erteilt ist.',
  goneHidden: 'Danach fragt Lotse nach den übrigen Angaben nicht mehr. Die Eingabe lässt sich nur noch verwerfen.',
  goneEntry: 'Der Eintrag wurde entfernt. Die Eingabe lässt sich nur noch verwerfen.',
  goneUnknown: 'Dieses Feld kennt Lotse nicht mehr. Die Eingabe lässt sich nur noch verwerfen.',
  moreUnsettled: (count: number) => (count === 1 ? 'und 1 weitere Eingabe' : `und ${count} weitere Eingaben`),
  restUnknown: 'Rest unbekannt',
  gaps: (count: number) => (count === 0 ? 'Keine fehlenden Angaben' : count === 1 ? '1 fehlende Angabe' : `${count} fehlende Angaben`),
  gapsHold: (count: number) => (count === 1 ? 'Sie hält nichts auf.' : 'Sie halten nichts auf.'),
  formOpen: 'Form noch offen',
  ageUnknown: 'Alter unbekannt',
  count: (count: number, { label, labelPlural }: { readonly label: string; readonly labelPlural: string }) =>
    count === 0 ? `noch kein ${label}` : count === 1 ? `1 ${label}` : `${count} ${labelPlural}`,
  filledByLotse: 'füllt Lotse aus',
  age: (years: number) => (years === 1 ? '1 Jahr' : `${years} Jahre`),
  add: (label: string) => `${label} hinzufügen`,
  addEntry: 'Eintrag hinzufügen',
  /** `Ziel 2`; labels of groups may begin small. */
  numbered: (label: string, number: number) => `${label.charAt(0).toUpperCase()}${label.slice(1)} ${number}`,
  takenAway: (name: string) => `„${name}“ entfernt.`,
  showTakenAway: (count: number) => (count === 1 ? '1 entfernten Eintrag zeigen' : `${count} entfernte Einträge zeigen`),
  version: (version: number, day: string) => `Fassung ${version} vom ${day}`,
} as const;
