/** How often what occurs among made-up cases, each with its source. Shares in percent unless said otherwise. */

type Shares<T> = readonly (readonly [T, number])[];

/** 51,316 of 118,592 in 2019 (domain.md §2.5). Probability. */
export const caseManagementShare = 0.433;

/** 54 % within two years after entry, almost 90 % immigrated themselves (domain.md §2.5); the rest estimated. */
export const sinceEntry: Shares<'under_2' | '2_to_5' | 'over_5' | 'born_here'> = [
  ['under_2', 54],
  ['2_to_5', 24],
  ['over_5', 12],
  ['born_here', 10],
];

/** Age on 31 December: 1.9 / 12.4 / 85.7 of Lübeck 2023 (domain.md §2.6), early twenties most of all; a few turned 27 in the year. */
export const ages: Shares<number> = [
  ...spread(1.9, [12, 1], [13, 1], [14, 2]),
  ...spread(12.4, [15, 2], [16, 3], [17, 4], [18, 5]),
  ...spread(84.7, [19, 11], [20, 13], [21, 14], [22, 14], [23, 13], [24, 12], [25, 10], [26, 9]),
  [27, 1],
];

function spread(share: number, ...weights: readonly (readonly [number, number])[]): Shares<number> {
  const sum = weights.reduce((so, [, weight]) => so + weight, 0);
  return weights.map(([age, weight]) => [age, (share * weight) / sum] as const);
}

/** "Typical: male" (domain.md §2.5); the shares are estimated. */
export const genders: Shares<'w' | 'm' | 'd'> = [
  ['m', 57.5],
  ['w', 42],
  ['d', 0.5],
];

/** Word of mouth first of all (Diakonie RWL in domain.md §3.2); shares estimated. */
export const accessPaths: Shares<string> = [
  ['word_of_mouth', 26],
  ['language_course_provider', 13],
  ['self', 12],
  ['jobcenter', 11],
  ['school', 10],
  ['family', 6],
  ['accommodation', 5],
  ['youth_office', 4],
  ['foreigners_authority', 3],
  ['mbe', 3],
  ['volunteer', 2],
  ['online', 2],
  ['other_counselling', 1.5],
  ['group_offer', 1],
  ['other', 0.5],
];

/** Topics of the JMD annual reviews (domain.md §3.5); shares estimated. */
export const concerns: Shares<string> = [
  ['language', 20],
  ['vocational_training', 16],
  ['forms_authorities', 14],
  ['work', 10],
  ['school', 10],
  ['residence', 7],
  ['housing', 7],
  ['application_support', 6],
  ['recognition', 4],
  ['finances_benefits', 4],
  ['transition', 3],
  ['family_conflict', 1.5],
  ['orientation_everyday', 1.5],
];

export const germanLevels: Shares<string> = [
  ['none', 8],
  ['pre_a1', 14],
  ['A1', 26],
  ['A2', 24],
  ['B1', 17],
  ['B2', 8],
  ['C1', 3],
];

/** Course of a CM within its reporting year; the mean of 24 months is a guide value (domain.md §2.8). */
export const cmCourses: Shares<'running' | 'new' | 'ended' | 'new_and_ended'> = [
  ['running', 40],
  ['new', 32],
  ['ended', 20],
  ['new_and_ended', 8],
];

/** 59 % in work, school or training after leaving, JUGEND STÄRKEN im Quartier (domain.md §2.7). */
export const destinations: Shares<string> = [
  ['dual_training', 18],
  ['school_based_training', 6],
  ['general_school', 7],
  ['preparation_class', 5],
  ['employment_ssi', 16],
  ['employment_marginal', 4],
  ['higher_education', 3],
  ['language_course', 14],
  ['pre_vocational', 5],
  ['entry_qualification', 3],
  ['internship_voluntary', 3],
  ['sgb_measure', 4],
  ['unemployed', 6],
  ['family_care', 3],
  ['relocated', 3],
];

export const endReasons: Shares<string> = [
  ['goals_reached', 50],
  ['ended_by_young_person', 14],
  ['inactivity', 12],
  ['relocation', 12],
  ['transfer_other_service', 6],
  ['age_limit', 6],
];

/** Probability that a Pflichtfeld was left open, and that it says "unbekannt". */
export const gapChance = 0.03;
export const unknownChance = 0.01;
/** Probability that there is no consent (yet): the file has no name and no free text. */
export const noConsentChance = 0.04;
