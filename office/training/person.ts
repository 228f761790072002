/** Who a made-up person is. */
import { germanLevels, genders } from './shares.ts';
import { names, trainingMark, type Names } from './names.ts';
import { germany, origins, type Origin } from './origins.ts';
import type { Random } from './random.ts';
import { ageOn } from '../../shared/domain/day.ts';
import type { Timeline } from './timeline.ts';
import type { TrainingSheet } from './training-case.ts';

export interface MadeUpPerson {
  readonly gender: 'w' | 'm' | 'd';
  readonly firstName: string;
  readonly lastName: string;
  readonly background: 'own_migration' | 'parent_migration' | 'foreign_born_here' | 'none';
  /** null without any migration background. */
  readonly origin: Origin | null;
  readonly citizenship: string;
  /** Code of the catalogue list `cefr` at the beginning. */
  readonly german: string;
}

/** Below A2. */
export function knowsLittleGerman({ german }: MadeUpPerson): boolean {
  return german === 'none' || german === 'pre_a1' || german === 'A1';
}

/** Nearly 5 % German citizens (domain.md §2.5): half of the young people whose parents came, all without background, few others. */
export function makePerson(random: Random, { sinceEntry }: Timeline): MadeUpPerson {
  const gender = random.weighted(genders);
  const background =
    sinceEntry === 'born_here' ? random.among({ parent_migration: 50, foreign_born_here: 35, none: 15 }) : 'own_migration';
  const origin = background === 'none' ? null : random.weighted(origins.map((one) => [one, one.weight] as const));
  const germanShare = background === 'parent_migration' ? 0.5 : background === 'own_migration' ? 0.01 : 0;
  const citizenship = origin === null || random.chance(germanShare) ? germany : origin.country;
  return {
    gender,
    ...nameOf(random, origin?.names ?? names.german, gender),
    background,
    origin,
    citizenship,
    german: sinceEntry === 'born_here' ? 'native' : random.weighted(germanLevels),
  };
}

function nameOf(random: Random, of: Names, gender: MadeUpPerson['gender']): { firstName: string; lastName: string } {
  const form = gender === 'd' ? random.pick(['w', 'm'] as const) : gender;
  const last = random.pick(of.last);
  return {
    firstName: random.pick(of[form]),
    lastName: `${typeof last === 'string' ? last : last[form === 'w' ? 0 : 1]} ${trainingMark}`,
  };
}

export function sayPerson(sheet: TrainingSheet, random: Random, person: MadeUpPerson, timeline: Timeline, index: number): void {
  const { gender, origin, background, citizenship } = person;
  const { born, entered, firstInterview, form } = timeline;
  const age = ageOn(born, firstInterview);
  // "Keine Angabe" is an answer too.
  sheet.say('case.gender', random.chance(0.005) ? { special: 'not_stated' } : gender);
  sheet.say('case.date_of_birth', random.chance(0.02) ? undefined : born);
  sheet.say('case.migration_background', background);
  sheet.say('case.migration_background_detail', detail(random, person));

  sheet.say('person.last_name', person.lastName);
  sheet.say('person.first_name', person.firstName);
  sheet.say('person.address_form', random.chance(0.7) ? 'du' : 'sie');
  sheet.say('person.street', random.chance(0.8) ? `Übungsweg ${(index % 180) + 1}` : undefined);
  sheet.say('person.city', 'Übungsstadt');
  // 030 23125 is a block of numbers kept free for films and examples by the Bundesnetzagentur.
  sheet.say('person.phone', random.chance(0.9) ? `030 23125 ${String(index % 1000).padStart(3, '0')}` : undefined);
  sheet.say('person.email', random.chance(0.4) ? `uebung${index}@example.org` : undefined);
  sheet.say('person.preferred_channel', random.among({ messenger_chat: 5, phone: 3, in_person: 2, email: 1 }));

  sheet.say('person.marital_status', age < 18 ? 'LD' : random.among({ LD: 88, VH: 11, GS: 1 }));
  sheet.say('person.children_count', age < 18 ? 0 : Number(random.among({ 0: 90, 1: 7, 2: 3 })));
  sheet.say('person.country_of_birth', background === 'own_migration' && origin !== null ? origin.country : germany);
  sheet.say('person.citizenship_1', citizenship);
  sheet.say('person.entry_year_month', entered ?? undefined);
  if (entered !== null) sheet.say('person.entry_context', entryContext(random, age));
  if (origin !== null && citizenship !== germany) {
    sheet.say('person.residence_status', random.chance(0.4) ? random.pick(origin.residence) : undefined);
  }
  sheet.say(
    'person.first_languages',
    origin === null ? ['deu'] : [origin.languages[random.chance(0.75) ? 0 : origin.languages.length - 1] ?? 'deu'],
  );
  if (entered === null) return;
  const level = person.german;
  const weak = knowsLittleGerman(person);
  sheet.say('person.german_level_start', form === 'case_management' || random.chance(0.5) ? level : undefined);
  sheet.say(
    'person.script_literacy',
    level === 'pre_a1' && random.chance(0.3) ? 'not_literate' : weak ? origin?.script : 'latin',
  );
  sheet.say('person.interpreter_needed', weak ? random.among({ sometimes: 5, always: 3, no: 2 }) : 'no');
}

function detail(random: Random, { background, origin }: MadeUpPerson): string[] | undefined {
  if (origin === null || random.chance(0.2)) return undefined;
  return background === 'own_migration' ? [origin.detail] : ['second_generation'];
}

function entryContext(random: Random, age: number): string {
  return age < 18
    ? random.among({ with_family: 6, unaccompanied_minor: 3, family_reunification: 3 })
    : random.among({ alone_adult: 5, with_family: 3, unaccompanied_minor: 2, family_reunification: 2 });
}
