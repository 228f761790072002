/** Choices of the set-up, as corrections.md and domain.md §2.4 word them. */
import type { Option } from '../../ui/field.ts';

export const carrierGroups = [
  { value: 'bag_ejsa', label: 'BAG Evangelische Jugendsozialarbeit (EJSA)' },
  { value: 'bag_kjs', label: 'BAG Katholische Jugendsozialarbeit (KJS)' },
  { value: 'awo', label: 'Arbeiterwohlfahrt (AWO)' },
  { value: 'free_group', label: 'Freie Trägergruppe' },
] as const satisfies readonly Option[];

/** Order of the official key. */
export const lands = [
  { value: '01', label: 'Schleswig-Holstein' },
  { value: '02', label: 'Hamburg' },
  { value: '03', label: 'Niedersachsen' },
  { value: '04', label: 'Bremen' },
  { value: '05', label: 'Nordrhein-Westfalen' },
  { value: '06', label: 'Hessen' },
  { value: '07', label: 'Rheinland-Pfalz' },
  { value: '08', label: 'Baden-Württemberg' },
  { value: '09', label: 'Bayern' },
  { value: '10', label: 'Saarland' },
  { value: '11', label: 'Berlin' },
  { value: '12', label: 'Brandenburg' },
  { value: '13', label: 'Mecklenburg-Vorpommern' },
  { value: '14', label: 'Sachsen' },
  { value: '15', label: 'Sachsen-Anhalt' },
  { value: '16', label: 'Thüringen' },
] as const satisfies readonly Option[];

export const privacyLaws = [
  { value: 'gdpr', label: 'DSGVO', hint: 'freie und weltliche Träger' },
  { value: 'kdg', label: 'KDG', hint: 'katholische Träger' },
  { value: 'dsg_ekd', label: 'DSG-EKD', hint: 'evangelische und diakonische Träger' },
] as const satisfies readonly Option[];
