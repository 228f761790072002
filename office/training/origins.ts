/** Where the made-up people come from. */
import { names, type Names } from './names.ts';

export interface Origin {
  /** Key of the catalogue list `country`. */
  readonly country: string;
  /** Out of 100 of those who immigrated themselves. */
  readonly weight: number;
  readonly names: Names;
  /** Codes of the catalogue list `language`, the most likely first. */
  readonly languages: readonly string[];
  /** Code of `migration_detail` that most of them have. */
  readonly detail: 'refugee' | 'eu_mobility' | 'family_reunification' | 'education_or_work';
  /** Codes of `residence_status`, for a look at the form; it never leaves the office. */
  readonly residence: readonly string[];
  readonly script: 'latin' | 'other_script_only';
}

const protection = ['rp_refugee', 'rp_subsidiary', 'rp_deportation_ban', 'settlement_permit'];
const pending = ['asylum_permission', 'rp_deportation_ban', 'rp_opportunity', 'toleration'];
const eu = ['eu_free_movement'];
const family = ['rp_family', 'rp_training_tolerated', 'rp_work'];

/**
 * Top list of the published years (domain.md §2.5: Syrien, Afghanistan, Eritrea, Irak, since 2022 Ukraine, Somalia, Bulgarien, Rumänien)
 * and of one site (§2.6, Lübeck 2023); shares between the two are estimated.
 */
export const origins: readonly Origin[] = [
  {
    country: '475',
    weight: 24,
    names: names.arabic,
    languages: ['ara', 'kmr'],
    detail: 'refugee',
    residence: protection,
    script: 'other_script_only',
  },
  {
    country: '423',
    weight: 18,
    names: names.afghan,
    languages: ['prs', 'pus'],
    detail: 'refugee',
    residence: protection,
    script: 'other_script_only',
  },
  {
    country: '166',
    weight: 12,
    names: names.ukrainian,
    languages: ['ukr', 'rus'],
    detail: 'refugee',
    residence: ['rp_temporary_protection'],
    script: 'other_script_only',
  },
  {
    country: '438',
    weight: 8,
    names: names.arabic,
    languages: ['ara', 'ckb', 'kmr'],
    detail: 'refugee',
    residence: pending,
    script: 'other_script_only',
  },
  {
    country: '224',
    weight: 5,
    names: names.eritrean,
    languages: ['tir'],
    detail: 'refugee',
    residence: protection,
    script: 'other_script_only',
  },
  {
    country: '273',
    weight: 4,
    names: names.somali,
    languages: ['som'],
    detail: 'refugee',
    residence: protection,
    script: 'latin',
  },
  {
    country: '125',
    weight: 4.5,
    names: names.bulgarian,
    languages: ['bul', 'tur'],
    detail: 'eu_mobility',
    residence: eu,
    script: 'other_script_only',
  },
  {
    country: '154',
    weight: 4.5,
    names: names.romanian,
    languages: ['ron', 'rom'],
    detail: 'eu_mobility',
    residence: eu,
    script: 'latin',
  },
  {
    country: '163',
    weight: 4,
    names: names.turkish,
    languages: ['tur', 'kmr'],
    detail: 'family_reunification',
    residence: family,
    script: 'latin',
  },
  {
    country: '439',
    weight: 3.5,
    names: names.iranian,
    languages: ['pes'],
    detail: 'refugee',
    residence: pending,
    script: 'other_script_only',
  },
  {
    country: '261',
    weight: 2,
    names: names.westAfrican,
    languages: ['ful', 'fra'],
    detail: 'refugee',
    residence: pending,
    script: 'latin',
  },
  {
    country: '232',
    weight: 2,
    names: names.westAfrican,
    languages: ['eng', 'yor'],
    detail: 'refugee',
    residence: pending,
    script: 'latin',
  },
  {
    country: '150',
    weight: 2,
    names: names.balkan,
    languages: ['sqi'],
    detail: 'family_reunification',
    residence: family,
    script: 'latin',
  },
  {
    country: '170',
    weight: 2,
    names: names.balkan,
    languages: ['srp', 'rom'],
    detail: 'family_reunification',
    residence: family,
    script: 'latin',
  },
  { country: '152', weight: 2.5, names: names.polish, languages: ['pol'], detail: 'eu_mobility', residence: eu, script: 'latin' },
  {
    country: '432',
    weight: 2,
    names: names.vietnamese,
    languages: ['vie'],
    detail: 'education_or_work',
    residence: family,
    script: 'latin',
  },
];

export const germany = '000';
