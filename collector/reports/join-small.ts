/**
 * Carrier group × Land without rows that stand for one or two JMD.
 *
 * Länder of a group with fewer than three JMD are joined into one row of that group; where even that stays below three, the next smallest
 * Land joins it. Joined, not withheld: the rows of a group still add up to the group. This keeps a reader from taking two offices for "the
 * Land"; the people are protected before, cell by cell in the office.
 */
import { fewOffices } from '../../shared/envelopes/reports-api.ts';

export interface LandCount {
  readonly land: string;
  readonly offices: number;
}

export interface JoinedLands {
  /** Lands of one row, ascending. More than one: joined. */
  readonly lands: readonly string[];
  readonly offices: number;
}

/** For the Länder of one carrier group. Single rows first by key, the joined row last. */
export function joinSmallLands(counts: readonly LandCount[]): readonly JoinedLands[] {
  const bySize = counts.toSorted((a, b) => a.offices - b.offices || a.land.localeCompare(b.land));
  const joined = bySize.filter(({ offices }) => offices < fewOffices);
  const single = bySize.slice(joined.length);
  while (joined.length > 0 && sum(joined) < fewOffices) {
    const next = single.shift();
    if (next === undefined) break;
    joined.push(next);
  }
  const rows = single.toSorted((a, b) => a.land.localeCompare(b.land)).map(({ land, offices }) => ({ lands: [land], offices }));
  return joined.length === 0 ? rows : [...rows, { lands: joined.map(({ land }) => land).sort(), offices: sum(joined) }];
}

function sum(counts: readonly LandCount[]): number {
  return counts.reduce((all, { offices }) => all + offices, 0);
}
