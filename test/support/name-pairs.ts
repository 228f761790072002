/** The made-up pairs of test/vectors/names/pairs.csv. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IsoDay } from '../../shared/domain/day.ts';

export interface NamedPerson {
  readonly first: string;
  readonly last: string;
  readonly born: IsoDay | null;
}

export interface NamePair {
  readonly id: number;
  readonly a: NamedPerson;
  readonly b: NamedPerson;
  readonly same: boolean;
  readonly kind: string;
}

function person(first = '', last = '', born = ''): NamedPerson {
  return { first, last, born: born === '' ? null : IsoDay.parse(born) };
}

export const namePairs: readonly NamePair[] = readFileSync(join(import.meta.dirname, '..', 'vectors', 'names', 'pairs.csv'), 'utf8')
  .split(/\r?\n/)
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const cells = [...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map(([, cell = '']) => cell.replaceAll('"', ''));
    const [id, aFirst, aLast, aBorn, bFirst, bLast, bBorn, same, kind = ''] = cells;
    return { id: Number(id), a: person(aFirst, aLast, aBorn), b: person(bFirst, bLast, bBorn), same: same === '1', kind };
  });
