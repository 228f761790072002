/** What is different in the plan beside its goals: her sentence, what the JMD does, other plans, the next review, the agreement. */
import { germanDay, type IsoDay } from '../domain/day.ts';
import { dayDifference, sayGerman, wordsDifference } from './differences.ts';
import { packs } from '../languages/packs.ts';
import type { LanguageCode } from '../languages/types.ts';
import { leadKey } from './discreet.ts';
import { goalAsSentence } from './read-plan.ts';
import type { Agreement, OtherPlan, OwnWords, Plan, PlanChange } from './types.ts';

export function wordsChanges(what: 'sentence' | 'jmd', older: OwnWords, newer: OwnWords): readonly PlanChange[] {
  const details = wordsDifference(older, newer);
  if (details.length === 0) return [];
  const isNew = older.text === '' && newer.text !== '';
  return [{ kind: isNew ? 'new' : 'otherwise', what, text: newer.text || older.text || (what === 'jmd' ? sayGerman('jmd_does') : 'Satz für das Wandblatt'), details: isNew ? [] : details }];
}

/** Where nobody wrote a sentence, a goal stands in its place; what is different in it is told with the goal. */
export function sentenceChanges(older: Plan, newer: Plan): readonly PlanChange[] {
  const isGoal = ({ sentence, goals }: Plan): boolean => {
    const { text, translation } = goalAsSentence(goals);
    return sentence.text === text && sentence.translation === translation;
  };
  if (isGoal(older) && isGoal(newer)) return [];
  const written = (plan: Plan): OwnWords => (isGoal(plan) ? { text: '', translation: '' } : plan.sentence);
  const told = wordsChanges('sentence', written(older), written(newer));
  return told.length > 0 ? told : wordsChanges('sentence', older.sentence, newer.sentence);
}

export function languageChanges(older: LanguageCode | undefined, newer: LanguageCode | undefined): readonly PlanChange[] {
  if (older === newer) return [];
  const into = (code: LanguageCode | undefined): string => (code === undefined ? 'ohne Angabe der Sprache' : `auf ${packs[code].language.german}`);
  return [{ kind: older === undefined ? 'new' : 'otherwise', what: 'translations', text: 'Sprache der Übersetzungen', details: [older === undefined ? into(newer) : `${into(newer)} statt ${into(older)}`] }];
}

export function otherPlanChanges(older: readonly OtherPlan[], newer: readonly OtherPlan[]): readonly PlanChange[] {
  const added = without(newer, older);
  const gone = without(older, newer);
  const changes = added.map((plan): PlanChange => {
    const at = gone.findIndex(({ kind }) => kind === plan.kind);
    const [former] = at < 0 ? [] : gone.splice(at, 1);
    return { kind: former === undefined ? 'new' : 'otherwise', what: 'other_plan', text: sayGerman(`plan.${plan.kind}`), details: [leadWords(plan)] };
  });
  const left = gone.map(({ kind }): PlanChange => ({ kind: 'otherwise', what: 'other_plan', text: sayGerman(`plan.${kind}`), details: ['steht nicht mehr im Plan'] }));
  if (changes.length > 0 || left.length > 0 || older.every((plan, at) => same(plan, newer[at]))) return [...changes, ...left];
  return [{ kind: 'otherwise', what: 'other_plan', text: sayGerman('other_plans'), details: ['in anderer Reihenfolge'] }];
}

/** Those of `all` that have none of their kind in `others`, each as often as it is there. */
function without(all: readonly OtherPlan[], others: readonly OtherPlan[]): OtherPlan[] {
  const left = [...others];
  return all.filter((plan) => {
    const at = left.findIndex((one) => same(plan, one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

function same(a: OtherPlan, b: OtherPlan | undefined): boolean {
  return a.kind === b?.kind && a.lead === b.lead;
}

function leadWords({ lead }: OtherPlan): string {
  return lead === null ? 'wer sich darum kümmert, ist noch offen' : `darum kümmert sich: ${sayGerman(leadKey(lead))}`;
}

export function reviewChanges(older: IsoDay | null, newer: IsoDay | null): readonly PlanChange[] {
  const details = dayDifference('am', older, newer);
  return details.length === 0 ? [] : [{ kind: older === null ? 'new' : 'moved', what: 'review', text: 'Gemeinsam auf den Plan schauen', details }];
}

const signing = (signed: boolean | null): string => (signed === null ? 'die Unterschrift ist offen' : signed ? 'mit Unterschrift' : 'mündlich vereinbart, ohne Unterschrift');

const agreeing: Readonly<Record<Agreement['state'], string>> = { draft: 'wird noch besprochen', agreed: 'jetzt vereinbart', declined: 'so nicht vereinbart' };

export function agreementChanges(older: Agreement, newer: Agreement): readonly PlanChange[] {
  const turned = older.state !== newer.state;
  const agreed = turned && newer.state === 'agreed';
  // Neither a day nor a signature is to be told of what was declined.
  const signed = turned && newer.state === 'declined' ? [] : [...dayDifference('vereinbart am', older.on, newer.on), ...(older.signed === newer.signed ? [] : [signing(newer.signed)])];
  const details = [
    ...(turned ? [agreeing[newer.state]] : []),
    ...signed,
    ...(older.readTogetherOn === newer.readTogetherOn ? [] : [newer.readTogetherOn === null ? 'ohne Tag, an dem beide gelesen haben' : `gemeinsam gelesen am ${germanDay(newer.readTogetherOn)}`]),
  ];
  return details.length === 0 ? [] : [{ kind: agreed ? 'new' : 'otherwise', what: 'agreement', text: 'Vereinbarung', details }];
}
