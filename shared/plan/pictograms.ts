/** Small drawings of our own beside the steps of the wall sheet, for who reads pictures before words. Each is `documents/pictograms/CODE.svg`, black on white. */
export const pictograms = [
  ['book', 'Buch: lernen'],
  ['speech', 'Sprechblasen: sprechen, Sprachkurs'],
  ['school', 'Schulhaus'],
  ['letter', 'Brief: schreiben, abschicken'],
  ['paper', 'Blatt: Unterlagen, Formular'],
  ['phone', 'Telefon: anrufen'],
  ['computer', 'Computer: im Internet suchen, bewerben'],
  ['building', 'Amt: hingehen'],
  ['tools', 'Werkzeug: Praktikum, Ausbildung, Arbeit'],
  ['people', 'Menschen: treffen, mitmachen'],
  ['sport', 'Ball: Sport, Freizeit'],
  ['home', 'Haus: Wohnen'],
  ['calendar', 'Kalender: Termin machen'],
  ['certificate', 'Zeugnis: Abschluss, Prüfung'],
  ['bus', 'Bus: hinkommen'],
  ['star', 'Stern: etwas anderes'],
] as const satisfies readonly (readonly [code: string, label: string])[];

export type Pictogram = (typeof pictograms)[number][0];
