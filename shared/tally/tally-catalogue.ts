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
import type { Field } from '../catalogue/types.ts';
import { tallyAgeGroup, tallyOutcome } from './tally-lists.ts';
import { tallyDay, tallyGroup, tallyMoved } from './tally-of.ts';

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
];

export const tallyCatalogue: LoadedCatalogue = loadCatalogue({
  edition: '2026.2',
  headings: [],
  sections: [
    {
      id: 'KB',
      title: 'Kurzberatung',
      groups: [{ id: tallyGroup, label: 'Kurzberatung', labelPlural: 'Kurzberatungen', namedBy: tallyDay }],
      fields,
    },
  ],
  codeLists: [gender, tallyAgeGroup, counsellingTopic, channel, contactPlace, tallyOutcome],
  rules: [],
}, nothingBound);
