import { codeList } from '../code-list.ts';

export const housingType = codeList('housing_type', 'KJH-Statistik „Aufenthaltsort“, ergänzt um Unterkünfte (domain.md §3.5)', [
  ['family_home', 'Haushalt der Eltern oder Personensorgeberechtigten'],
  ['relatives', 'bei Verwandten'],
  ['foster_family', 'Pflegefamilie'],
  ['residential_care', 'stationäre Jugendhilfe, betreute Wohnform'],
  ['own_flat', 'eigene Wohnung'],
  ['shared_flat', 'Wohngemeinschaft'],
  ['student_or_trainee_residence', 'Wohnheim für Studium oder Ausbildung'],
  ['reception_centre', 'Erstaufnahme'],
  ['collective_accommodation', 'Gemeinschaftsunterkunft'],
  ['decentralised_accommodation', 'dezentrale Unterbringung'],
  ['shelter', 'Notunterkunft'],
  ['friends', 'bei Bekannten'],
  ['no_fixed_abode', 'ohne festen Wohnsitz'],
  ['detention', 'Justizvollzugsanstalt'],
  ['other', 'andere Wohnform'],
]);
