/** Names of the carrier groups and the Länder, as people read them. */

/** The four carrier groups of the programme (Trägergruppen). */
export const carrierGroupNames = {
  bag_ejsa: 'BAG EJSA',
  bag_kjs: 'BAG KJS',
  awo: 'AWO',
  free_group: 'Freie Trägergruppe',
} as const;
export type CarrierGroupId = keyof typeof carrierGroupNames;

/** By official key (first two digits of the municipality key). */
export const landNames: Readonly<Record<string, string>> = {
  '01': 'Schleswig-Holstein',
  '02': 'Hamburg',
  '03': 'Niedersachsen',
  '04': 'Bremen',
  '05': 'Nordrhein-Westfalen',
  '06': 'Hessen',
  '07': 'Rheinland-Pfalz',
  '08': 'Baden-Württemberg',
  '09': 'Bayern',
  '10': 'Saarland',
  '11': 'Berlin',
  '12': 'Brandenburg',
  '13': 'Mecklenburg-Vorpommern',
  '14': 'Sachsen',
  '15': 'Sachsen-Anhalt',
  '16': 'Thüringen',
};
