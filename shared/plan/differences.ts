/** What is different in one goal, sub-goal or step, in German. */
import { germanDay, type IsoDay } from '../domain/day.ts';
import german from '../languages/packs/de.json' with { type: 'json' };
import { isTextKey } from '../languages/german-texts.ts';
import type { Part } from './parts.ts';
import type { OwnWords, PlanChange, Role, Who } from './types.ts';

export interface Difference {
  readonly kind: Exclude<PlanChange['kind'], 'new'>;
  /** null where the kind says it all. */
  readonly detail: string | null;
}

const names = { goal: 'Ziel', subgoal: 'Unterziel', step: 'Schritt' } as const;

/** How a change calls it: by its words, by those it had where it has none any more. */
export function partWords({ what, part }: Part, former?: Part): string {
  return part.text || former?.part.text || names[what];
}

export function differences(older: Part, newer: Part): readonly Difference[] {
  return [...stateDifference(older, newer), ...timeDifferences(older, newer), ...otherDifferences(older, newer).map((detail) => ({ kind: 'otherwise', detail }) as const)];
}

function stateDifference({ part: older }: Part, { part: newer }: Part): readonly Difference[] {
  if (older.state === newer.state) return [];
  switch (newer.state) {
    case 'done':
    case 'reached':
      return [{ kind: 'done', detail: null }];
    case 'partly_reached':
      return older.state === 'reached' ? [{ kind: 'otherwise', detail: 'geht weiter' }] : [{ kind: 'done', detail: 'ein Stück geschafft' }];
    case 'in_progress':
      return [{ kind: 'otherwise', detail: older.state === 'done' ? 'geht weiter' : 'angefangen' }];
    case 'open':
      return [{ kind: 'otherwise', detail: 'geht weiter' }];
  }
}

function timeDifferences(older: Part, newer: Part): readonly Difference[] {
  const details = [
    ...('from' in older.part && 'from' in newer.part ? dayDifference('ab', older.part.from, newer.part.from) : []),
    ...dayDifference('bis', older.part.until, newer.part.until),
    ...(older.what === 'goal' && newer.what === 'goal' && older.part.turn !== newer.part.turn ? [newer.part.turn === 'later' ? 'kommt später' : 'ist jetzt dran'] : []),
  ];
  return details.map((detail) => ({ kind: 'moved', detail }));
}

/** "bis 01.03.2026 statt 01.02.2026" */
export function dayDifference(word: string, older: IsoDay | null, newer: IsoDay | null): readonly string[] {
  if (older === newer) return [];
  if (older === null) return newer === null ? [] : [`${word} ${germanDay(newer)}`];
  return [newer === null ? `ohne Tag statt ${word} ${germanDay(older)}` : `${word} ${germanDay(newer)} statt ${germanDay(older)}`];
}

function otherDifferences(older: Part, newer: Part): readonly string[] {
  return [...wordsDifference(older.part, newer.part), ...placeDifference(older, newer), ...goalDifference(older, newer), ...subgoalDifference(older, newer), ...stepDifference(older, newer)];
}

export function wordsDifference(older: OwnWords, newer: OwnWords): readonly string[] {
  return [
    ...(older.text === newer.text ? [] : [older.text === '' ? 'jetzt mit Worten' : newer.text === '' ? 'ohne Worte' : `vorher: „${older.text}“`]),
    ...(older.translation === newer.translation ? [] : [newer.translation === '' ? 'ohne Übersetzung' : older.translation === '' ? 'mit Übersetzung' : 'neue Übersetzung']),
  ];
}

function placeDifference({ parent: older }: Part, { parent: newer }: Part): readonly string[] {
  return newer === null || older?.key === newer.key ? [] : [`gehört jetzt zu „${partWords(newer)}“`];
}

function goalDifference(older: Part, newer: Part): readonly string[] {
  if (older.what !== 'goal' || newer.what !== 'goal' || older.part.area === newer.part.area) return [];
  const area = (code: string): string => sayGerman(`area.${code}`);
  return [`Bereich: ${area(newer.part.area)} statt ${area(older.part.area)}`];
}

function subgoalDifference(older: Part, newer: Part): readonly string[] {
  if (older.what !== 'subgoal' || newer.what !== 'subgoal' || older.part.role === newer.part.role) return [];
  const who = (role: Role | undefined): string => (role === undefined ? 'noch offen' : sayGerman(`who.${role}`));
  return [`wer: ${who(newer.part.role)} statt ${who(older.part.role)}`];
}

function stepDifference(older: Part, newer: Part): readonly string[] {
  if (older.what !== 'step' || newer.what !== 'step') return [];
  const [before, now] = [whoWords(older.part.who), whoWords(newer.part.who)];
  return [...(before === now ? [] : [`wer: ${now} statt ${before}`]), ...(older.part.pictogram === newer.part.pictogram ? [] : [newer.part.pictogram === null ? 'ohne Bild' : 'mit anderem Bild'])];
}

function whoWords({ role, name, institution }: Who): string {
  const said = [name, institution === null ? '' : sayGerman(`institution.${institution}`), role === null ? '' : sayGerman(`who.${role}`)].filter((word) => word !== '');
  return said.length === 0 ? 'noch offen' : said.join(', ');
}

export function sayGerman(key: string): string {
  return isTextKey(key) ? german.texts[key] : '';
}
