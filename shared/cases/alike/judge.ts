/**
 * Whether two people may be one: `same` ("wahrscheinlich dieselbe Person") or `similar` ("ähnlich, bitte prüfen"), and why.
 *
 * [Note: alike] A guess for a person to look at, never a decision. `same` asks for the same given name: twins and siblings share birth date,
 * surname, phone and address, but not that. A 1 January is no birth date but a year. The grade is what a counsellor would say who sees the two cards side by side; what is rare says
 * more than what is common, so a weak `same` is taken back where many bear the name ({@link gradeTogether}).
 */
import { foldWords } from '../fold-words.ts';
import { leavesVowelsOut } from '../scripts/in-latin.ts';
import type { AlikePerson } from './alike-person.ts';
import { compareBirths, type BirthLikeness } from './compare-births.ts';
import type { NameComparer, NameLikeness, NameMatch, WrittenName } from './compare-names.ts';

export interface Judgement {
  readonly grade: 'same' | 'similar';
  /** German, each a reason of its own. */
  readonly reasons: readonly string[];
  /** Higher is likelier; for the order only. */
  readonly score: number;
  /** `same` by a birth date that many have, or that was not written alike. */
  readonly weak: boolean;
  /** Bears the name and is somebody else, by the birth date. */
  readonly namesake: boolean;
  /** Fits by name and birth date, not only by what a family shares. */
  readonly fits: boolean;
}

interface Evidence {
  readonly names: readonly [WrittenName, WrittenName];
  readonly name: NameMatch;
  readonly birth: BirthLikeness;
  readonly samePhone: boolean;
  /** Both have one, and no one in common. */
  readonly otherPhone: boolean;
}

/** null: nothing worth a look. */
export function judge(a: AlikePerson, b: AlikePerson, names: NameComparer): Judgement | null {
  const birth = compareBirths({ day: a.born, rough: a.bornRough }, { day: b.born, rough: b.bornRough });
  const samePhone = a.phones.some((phone) => b.phones.includes(phone));
  const otherPhone = !samePhone && a.phones.length > 0 && b.phones.length > 0;
  const about = { birth, samePhone, otherPhone };
  // A person of whom only the phone is known is compared by it.
  const [ofA, ofB] = [a, b].map(({ names: known }) => (known.length === 0 ? [nobody] : known)) as [readonly WrittenName[], readonly WrittenName[]];
  const judged = ofA.flatMap((one) => ofB.map((other) => judgeEvidence({ ...about, names: [one, other], name: names.compare(one, other) })));
  return judged.reduce<Judgement | null>((best, one) => (one !== null && one.score > (best?.score ?? 0) ? one : best), null);
}

/** A name so many others bear here, whose birth dates say that they are others, makes a weak `same` a `similar`. */
const commonName = 3;

/** The grades of all who are shown together; `others`: how many bear the name and are somebody else. */
export function gradeTogether(judgement: Judgement, others: number): Judgement {
  return judgement.grade === 'same' && judgement.weak && others >= commonName ? { ...judgement, grade: 'similar', score: judgement.score - sameScore } : judgement;
}

const nobody: WrittenName = { given: '', family: '' };
const sameScore = 1_000;

function judgeEvidence(evidence: Evidence): Judgement | null {
  const strength = isSame(evidence);
  if (strength === null && !isSimilar(evidence)) return null;
  const score = (strength === null ? 0 : sameScore) + scoreOf(evidence);
  const { name: { given, family }, birth } = evidence;
  return {
    grade: strength === null ? 'similar' : 'same',
    weak: strength === 'weak',
    reasons: reasonsOf(evidence),
    score,
    namesake: soundsEqual(given) && soundsEqual(family) && birth === 'other',
    fits: isLike(given) && isLike(family) && birth !== 'other',
  };
}

function isSame({ name: { given, family, swapped }, birth, samePhone }: Evidence): 'strong' | 'weak' | null {
  // Lena and Lina, Maria and Anna Maria: day, surname and phone are what twins share, so the given name has to be the same by itself.
  const all = given === 'equal' && family === 'equal';
  // Turned round, nobody can tell which of the two is the given name: then both have to be the same.
  const most = all || (!swapped && given === 'equal' && isLike(family));
  if (birth === 'equal' && most) return all ? 'strong' : 'weak';
  if ((birth === 'swapped' || birth === 'year_off') && all) return samePhone ? 'strong' : 'weak';
  // A made-up day says no more than the year, which many of one name share: the phone has to say it.
  const oneNameOnly = given === 'equal' && family === 'missing';
  if (samePhone && (most || oneNameOnly) && (birth === 'equal' || birth === 'equal_rough')) return 'strong';
  return samePhone && all && (birth === 'unknown' || birth === 'year_rough') ? 'strong' : null;
}

function isSimilar({ names, name: { given, family }, birth, samePhone }: Evidence): boolean {
  if (samePhone) return true;
  if (soundsEqual(given) && soundsEqual(family)) return true;
  const birthFits = birth !== 'other';
  if (isLike(given) && isLike(family)) return birthFits;
  if (birth === 'equal') return isLike(given) || isLike(family);
  // Siblings who came without papers; a single name and the day it was given.
  if (birth === 'equal_rough' && soundsEqual(family)) return true;
  // أحمد, Ahmad: across scripts, without its vowels, one name cannot be more than close.
  const sounds = (likeness: NameLikeness): boolean => soundsEqual(likeness) || (likeness === 'close' && onlyOneLeavesVowelsOut(names));
  const oneName = (sounds(given) && family === 'missing') || (sounds(family) && given === 'missing');
  return oneName && birthFits && birth !== 'unknown';
}

function onlyOneLeavesVowelsOut([one, other]: Evidence['names']): boolean {
  const leaves = ({ given, family }: WrittenName): boolean => leavesVowelsOut(`${given} ${family}`);
  return leaves(one) !== leaves(other);
}

function soundsEqual(likeness: NameLikeness): boolean {
  return likeness === 'equal' || likeness === 'heard';
}

function isLike(likeness: NameLikeness): boolean {
  return soundsEqual(likeness) || likeness === 'part' || likeness === 'close';
}

const nameWorth: Readonly<Record<NameLikeness, number>> = { equal: 30, heard: 27, part: 24, close: 18, missing: 5, other: 0 };
const birthWorth: Readonly<Record<BirthLikeness, number>> = { equal: 40, equal_rough: 25, swapped: 25, year_off: 20, year_rough: 12, unknown: 8, other: 0 };

function scoreOf({ name, birth, samePhone, otherPhone }: Evidence): number {
  return nameWorth[name.given] + nameWorth[name.family] + birthWorth[birth] + (samePhone ? 35 : otherPhone ? -3 : 0) + 1;
}

const birthReasons: Readonly<Record<BirthLikeness, readonly string[]>> = {
  equal: ['gleiches Geburtsdatum'],
  equal_rough: ['gleiches Geburtsdatum', 'Geburtsdatum vielleicht geschätzt'],
  swapped: ['Tag und Monat der Geburt vertauscht'],
  year_off: ['gleicher Geburtstag, ein Jahr auseinander'],
  year_rough: ['Geburtsjahr passt, Tag vielleicht geschätzt'],
  unknown: ['Geburtsdatum fehlt'],
  other: ['anderes Geburtsdatum'],
};

const givenReasons: Readonly<Record<NameLikeness, string>> = {
  equal: 'gleicher Vorname',
  heard: 'Vorname klingt ähnlich',
  part: 'Vorname teilweise gleich',
  close: 'ähnlicher Vorname',
  missing: 'Vorname fehlt',
  other: 'anderer Vorname',
};

const familyReasons: Readonly<Record<NameLikeness, string>> = {
  equal: 'gleicher Nachname',
  heard: 'Nachname klingt ähnlich',
  part: 'Nachname teilweise gleich',
  close: 'ähnlicher Nachname',
  missing: 'Nachname fehlt',
  other: 'anderer Nachname',
};

function reasonsOf({ names: [one, other], name, birth, samePhone }: Evidence): readonly string[] {
  const both = name.given === 'equal' && name.family === 'equal' && !name.swapped;
  const spelled = foldWords(`${one.given}\n${one.family}`) === foldWords(`${other.given}\n${other.family}`) ? 'gleicher Name' : 'gleicher Name, anders geschrieben';
  const names = both ? [spelled] : [familyReasons[name.family], givenReasons[name.given], ...(name.swapped ? ['Vor- und Nachname vertauscht'] : [])];
  const phone = samePhone ? ['gleiche Telefonnummer'] : [];
  // What speaks for it comes first.
  const [fits, doubts] = [[...birthReasons[birth].slice(0, 1), ...phone, ...names], birthReasons[birth].slice(1)];
  const speaksFor = (reason: string): boolean => !/^ander|fehlt$/.test(reason);
  return [...fits.filter(speaksFor), ...doubts, ...fits.filter((reason) => !speaksFor(reason))];
}
