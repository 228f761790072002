/**
 * The form of a case as data: what every section, field and code list says. Forms, validation, completeness, projection, facts,
 * anonymisation, print and export read this and nothing else (DESIGN §8).
 */

/** What happens to the answer when the case is anonymised (domain.md §5, letters L B M J G T). */
export type AnonymisationRule = 'delete' | 'keep' | 'month' | 'year' | 'generalise' | 'type_only';

/** A file is two records: `case` behind the cases door, `person` (the card) behind the desk door. */
export type CaseRecord = 'case' | 'person';

export type FieldType =
  | 'text'
  | 'longtext'
  | 'date'
  | 'year_month'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'choice'
  | 'multichoice'
  /** A member of staff, by user id. */
  | 'staff'
  /** An entry of another group of the same file, by its id. */
  | 'reference'
  /** Computed by the core, shown, never typed. */
  | 'automatic';

/**
 * A condition on other answers of the same record or entry, as data. Three outcomes: holds, does not hold, unknown (nobody
 * answered yet). `field` may name a field of the entry itself, of the case or of the person card.
 */
export type Condition =
  | { readonly field: string; readonly is: string | boolean }
  | { readonly field: string; readonly in: readonly string[] }
  | { readonly answered: string }
  /** Answered with a value of its own: „unbekannt“ and the like fail. Never unknown. */
  | { readonly stated: string }
  | { readonly ageBelow: number }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What a date asks for: words and filters of the worklist stand in the window. */
export type DueKind =
  | 'review'
  | 'step'
  | 'goal'
  | 'appointment'
  | 'follow_up'
  | 'feedback'
  | 'conference'
  | 'residence'
  | 'release'
  | 'task'
  | 'request'
  /** What was granted and is still to be done (shared/rights/owed.ts). */
  | 'granted'
  | 'of_age'
  /** Of the legal clock (shared/clock/dues.ts). */
  | 'inactive'
  | 'anonymise'
  | 'management_data'
  | 'age_limit'
  | 'hold';

/** `text` names fields whose words say what is due, the first with words counts; without it the label says it. */
export interface DueRule {
  readonly kind: DueKind;
  readonly text?: string | readonly string[];
  readonly openWhen?: Condition;
}

export interface Field {
  readonly id: string;
  /** Running number in the field catalogue, for talks with the service bureau. */
  readonly number?: number;
  readonly label: string;
  /** One or two sentences in plain German below the field. */
  readonly help?: string;
  readonly type: FieldType;
  /** Where the answer is kept: `person` = card (desk door), `case` = case file (cases door). */
  readonly record: CaseRecord;
  /** Repeating group the field belongs to; absent for fields of the record itself. */
  readonly group?: string;
  /** For choice and multichoice. */
  readonly codeList?: string;
  /** For integer and decimal: inclusive limits; unit for the label, such as "Minuten". */
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  /** For text: longest input; default 500. */
  readonly maxLength?: number;
  /** For text: what the whole input must match, and what to say when it does not. */
  readonly pattern?: { readonly source: string; readonly hint: string };
  /** The field is on the form only while this holds (unknown counts as not shown). */
  readonly shownWhen?: Condition;
  /** Pflichtfeld: a visible gap while unanswered, never a blocker. `true` = always. */
  readonly required?: true | Condition;
  /** For reference: groups whose entries may be named. */
  readonly refersTo?: readonly string[];
  /** Takes input, and is shown, only while the young person agrees that health data are kept (2.2.4). */
  readonly needs?: 'health_consent';
  /** Read by responsible Fachkraft, deputy and head only; in no print, no search, no export, no count. */
  readonly readers?: 'child_protection';
  /** Says something of somebody else than her: in a copy for her only by a decision (shared/rights). */
  readonly about?: 'others';
  /** Ids the field had in earlier editions: what was answered under them is its answer. */
  readonly formerly?: readonly string[];
  /** Left the form with this edition; what was answered is still shown, nothing is asked any more. */
  readonly retired?: true;
  /** Accepts input before consent to data processing is recorded. Default false. */
  readonly beforeConsent?: boolean;
  /** `unbekannt`, `keine Angabe` … are answers of every field unless this says false. */
  readonly special?: boolean;
  /** A date that may not lie in the future. */
  readonly notInFuture?: boolean;
  /** Goes into the search index; `identity` says who the person is (name, number, phone), a hit is then shown without a field. */
  readonly searched?: boolean | 'identity';
  /** A date on which somebody worked with or for the young person: what "Letzte Aktivität" is made of. A condition: only while it holds. */
  readonly activity?: true | Condition;
  /** A date that is put before the counsellor while `openWhen` does not fail. */
  readonly due?: DueRule;
  /** Counted in the federal monitoring (the facts say how). */
  readonly monitoring: boolean;
  readonly anonymisation: AnonymisationRule;
}

export interface Group {
  readonly id: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Group inside whose entries these entries stand. Either or. */
  readonly parents?: readonly string[];
  /** Field that names an entry where another refers to it or a list shows it. */
  readonly namedBy?: string;
  /** Day said beside that name: „Begleitung beendet am 12.03.2026“. */
  readonly datedBy?: string;
}

export interface Section {
  /** `2.2.5.1`; the tree of sections follows from the dots. */
  readonly id: string;
  readonly title: string;
  readonly help?: string;
  readonly groups?: readonly Group[];
  readonly fields: readonly Field[];
}

/** Headings of the tree that have no fields of their own, such as `2. Anamnese`. */
export interface Heading {
  readonly id: string;
  readonly title: string;
}

export interface Code {
  readonly code: string;
  readonly label: string;
  /** Codes that mean the same in earlier editions. */
  readonly formerly?: readonly string[];
  /** Offered no more; what was answered is still shown by its label. */
  readonly retired?: true;
}

export interface CodeList {
  readonly id: string;
  /** Where the values come from. */
  readonly source: string;
  readonly codes: readonly Code[];
}

/** What holds between two answers; a broken one is a remark at the field, never a blocker. */
export interface PlausibilityRule {
  readonly id: string;
  readonly source: string;
  readonly blames: string;
  readonly text: string;
  readonly kind: 'not_before' | 'at_most' | 'age_between';
  /** not_before: `blames` must not be earlier than this day or month. at_most: nor larger than this number. age_between: age at this day. */
  readonly other: string;
  readonly min?: number;
  readonly max?: number;
}

export interface Catalogue {
  /** `2026.1` */
  readonly edition: string;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly codeLists: readonly CodeList[];
  readonly rules: readonly PlausibilityRule[];
}
