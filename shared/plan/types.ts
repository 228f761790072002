/**
 * The plan as a paper needs it: her goals and steps as codes, days and her own words; no label, no person but her and whom the counsellor named for the paper.
 *
 * [Note: what is not in it] Residence, birth date, citizenship, address, file number, health, debts, ratings, religion, other people and partners' file numbers have no
 * place in these types (corrections.md, "Papers"). Nothing here can say "nicht erreicht": a goal or a step is done, begun, or still ahead. What is no longer wanted is left off.
 */
import type { IsoDay } from '../domain/day.ts';
import type { EntryId } from '../domain/ids.ts';
import type { LanguageCode } from '../languages/types.ts';
import type { Pictogram } from './pictograms.ts';

/** The four areas of the Rahmenkonzept (2.3); `other` where nobody said one. In the order of the paper. */
export const planAreas = ['language', 'social', 'school', 'vocational', 'other'] as const;
export type PlanArea = (typeof planAreas)[number];

/** At most so many goals are worked on at a time; the others are "später". */
export const activeGoals = 3;

/** Words as they were written, and in her language where somebody wrote them. '' where nobody did. */
export interface OwnWords {
  readonly text: string;
  readonly translation: string;
}

/** Code of `responsible`; null where nobody said. */
export type Role = 'young_person' | 'jmd_staff' | 'family' | 'institution' | 'volunteer' | 'other';

/** Who takes a step on. */
export interface Who {
  readonly role: Role | null;
  /** Written by the counsellor for the paper, see field `action_step.responsible_name`; '' else. */
  readonly name: string;
  /** Code of `institution_type`, where naming it tells nothing of residence, health, religion, benefits or offences; null else (discreet.ts). */
  readonly institution: string | null;
}

export interface PlanStep extends OwnWords {
  readonly id: EntryId;
  readonly who: Who;
  readonly from: IsoDay | null;
  readonly until: IsoDay | null;
  readonly state: 'open' | 'in_progress' | 'done';
  readonly pictogram: Pictogram | null;
}

export interface PlanSubgoal extends OwnWords {
  readonly id: EntryId;
  readonly from: IsoDay | null;
  readonly until: IsoDay | null;
  readonly state: 'open' | 'partly_reached' | 'reached';
  /** Who takes it on; not there where nobody said. */
  readonly role?: Role | undefined;
  readonly steps: readonly PlanStep[];
}

export interface PlanGoal extends OwnWords {
  readonly id: EntryId;
  readonly area: PlanArea;
  readonly until: IsoDay | null;
  readonly state: 'open' | 'partly_reached' | 'reached';
  /** `later`: chosen so, or more than {@link activeGoals} are open and this comes after them. A reached goal is always `now`. */
  readonly turn: 'now' | 'later';
  readonly subgoals: readonly PlanSubgoal[];
  /** Steps of the goal itself, and of sub-goals nobody worded. */
  readonly steps: readonly PlanStep[];
}

export interface OtherPlan {
  /** Code of `other_plan_kind`; `participation` becomes `other`, it would tell of a disability. */
  readonly kind: string;
  /** Code of `plan_lead`; null where nobody said. */
  readonly lead: string | null;
}

/** How far the two of them are with it. A declined plan prints as a draft that nobody signs. */
export interface Agreement {
  readonly state: 'draft' | 'agreed' | 'declined';
  /** Agreed on; null where nobody said. */
  readonly on: IsoDay | null;
  /** False: said yes, and did not want to sign. */
  readonly signed: boolean | null;
  readonly readTogetherOn: IsoDay | null;
}

export interface Plan {
  /** Her sentence for the wall; where she wrote none, her first goal that is still ahead. */
  readonly sentence: OwnWords;
  /** Which language all translations are in; not there where nobody said (translations.ts). */
  readonly translatedInto?: LanguageCode | undefined;
  /** In the order of the areas, then as ranked. */
  readonly goals: readonly PlanGoal[];
  readonly jmdContribution: OwnWords;
  readonly otherPlans: readonly OtherPlan[];
  readonly nextReview: IsoDay | null;
  readonly agreement: Agreement;
}

/** One thing that is different between two versions, in the order of the newer plan; failure has no word (issue: "geschafft, verschoben, neu, anders gelöst"). */
export interface PlanChange {
  readonly kind: 'done' | 'moved' | 'new' | 'otherwise';
  /** What of the plan. */
  readonly what: 'goal' | 'subgoal' | 'step' | 'sentence' | 'translations' | 'jmd' | 'other_plan' | 'review' | 'agreement';
  /** Its words in the newer plan; in the older where it is gone. */
  readonly text: string;
  /** What exactly, as German lines ("bis 01.03.2026 statt 01.02.2026"); [] where the kind says it all. */
  readonly details: readonly string[];
}
