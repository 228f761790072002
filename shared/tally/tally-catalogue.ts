/**
 * The form of a Kurzberatung without a file, as data: one line, codes only. No name, no free text, and every answer but the day may stay open.
 *
 * A catalogue of its own, because none of it belongs to a file.
 */
import { nothingBound } from '../catalogue/bound-names.ts';
import { channel } from '../catalogue/code-lists/channel.ts';
import { contactPlace } from '../catalogue/code-lists/contact-place.ts';
import { counsellingTopic } from '../catalogue/code-lists/counselling-topic.ts';
import { gender } from '../catalogue/code-lists/gender.ts';
import { loadCatalogue, type LoadedCatalogue } from '../catalogue/load-catalogue.ts';
import type { CodeList, Field } from '../catalogue/types.ts';
import { tallyAgeGroup, tallyOutcome } from './tally-lists.ts';
import { tallyDay, tallyGroup, tallyMoved, tallyMovedTo } from './tally-of.ts';

/** Nobody is asked for a consent: nothing in it says who it was. */
const coded = { record: 'case', group: tallyGroup, beforeConsent: true, monitoring: true, anonymisation: 'keep' } as const;

const fields: readonly Field[] = [
  { ...coded, id: tallyDay, label: 'Tag', type: 'date', required: true, notInFuture: true, special: false, anonymisation: 'year' },
  { ...coded, id: 'tally.gender', label: 'Geschlecht', type: 'choice', codeList: gender.id },
  { ...coded, id: 'tally.age_group', label: 'Alter', type: 'choice', codeList: tallyAgeGroup.id },
  { ...coded, id: 'tally.topics', label: 'Themen', type: 'multichoice', codeList: counsellingTopic.id },
  { ...coded, id: 'tally.minutes', label: 'Dauer', type: 'integer', min: 5, max: 480, unit: 'Minuten' },
  { ...coded, id: 'tally.channel', label: 'Kanal', type: 'choice', codeList: channel.id },
  { ...coded, id: 'tally.place', label: 'Ort', type: 'choice', codeList: contactPlace.id },
  { ...coded, id: 'tally.interpreter', label: 'Mit Sprachmittlung', type: 'boolean' },
  { ...coded, id: 'tally.outcome', label: 'Wie es ausging', type: 'choice', codeList: tallyOutcome.id },
  {
    ...coded,
    id: tallyMoved,
    label: 'Zu einer Akte genommen',
    help: 'Zählt dort als Kontakt und hier nicht mehr.',
    type: 'automatic',
    monitoring: false,
  },
  { ...coded, id: tallyMovedTo, label: 'Kontakt, der daraus wurde', type: 'automatic', monitoring: false, anonymisation: 'delete' },
];

const own = [gender, tallyAgeGroup, counsellingTopic, channel, contactPlace, tallyOutcome];

function formWith(edition: string, codeLists: readonly CodeList[]): LoadedCatalogue {
  const group = { id: tallyGroup, label: 'Kurzberatung', labelPlural: 'Kurzberatungen', namedBy: tallyDay };
  const section = { id: 'KB', title: 'Kurzberatung', groups: [group], fields };
  return loadCatalogue({ edition, headings: [], sections: [section], codeLists, rules: [] }, nothingBound);
}

/** With the code lists this program ships. */
export const tallyCatalogue: LoadedCatalogue = formWith('2026.2', own);

const forms = new WeakMap<LoadedCatalogue, LoadedCatalogue>();

/** With the lists of an edition: topics, channels and places of a Kurzberatung are those of the contact it may become. */
export function tallyFormIn(catalogue: LoadedCatalogue): LoadedCatalogue {
  const known = forms.get(catalogue);
  if (known !== undefined) return known;
  const lists = catalogue.definition.codeLists;
  const form = formWith(catalogue.edition, own.map((list) => lists.find(({ id }) => id === list.id) ?? list));
  forms.set(catalogue, form);
  return form;
}
