/** The one tabulation: from coded rows to counts and cell keys of the full cross with all margins. */
import { addKey } from './cell-key.ts';
import { total } from './types.ts';

/** Largest full cross tabulated, in cells: more is a mistake in the choice of variables, not a table. */
export const maxCells = 5_000_000;

/** `Total` first, then the codes of the dimension. Full order: the last dimension runs fastest. */
export interface Tabulation {
  readonly dimensions: readonly (readonly string[])[];
  readonly counts: Float64Array;
  /** Cell keys, 0 … 99,999,999; 0 where nobody is. */
  readonly keys: Float64Array;
}

/** Counts rows into a full cross; margins are rolled up once at the end. */
export interface Tabulator {
  /** `codes`: one per dimension. A code the dimension does not have is a bug of the caller and throws. */
  add(codes: readonly string[], key: number): void;
  finish(): Tabulation;
}

export function cellsOfFullCross(dimensions: readonly (readonly string[])[]): number {
  return dimensions.reduce((cells, codes) => cells * (codes.length + 1), 1);
}

/** `dimensions`: the codes of each, without `Total`, in the order the table shall have. */
export function startTabulation(dimensions: readonly (readonly string[])[]): Tabulator {
  const withTotal = dimensions.map((codes) => [total, ...codes]);
  const size = cellsOfFullCross(dimensions);
  if (size > maxCells) throw new RangeError(`${size} cells are more than ${maxCells}`);
  const strides = withTotal.map((_, d) => withTotal.slice(d + 1).reduce((cells, codes) => cells * codes.length, 1));
  const offsets = dimensions.map((codes, d) => new Map(codes.map((code, at) => [code, (at + 1) * (strides[d] ?? 1)])));
  const counts = new Float64Array(size);
  const keys = new Float64Array(size);

  /** Adds every inner cell to the margin of dimension `d`. */
  function rollUp(d: number): void {
    const stride = strides[d] ?? 1;
    const block = stride * (withTotal[d]?.length ?? 1);
    for (let cell = 0; cell < size; cell += 1) {
      if (cell % block < stride) continue;
      const margin = cell - (cell % block) + (cell % stride);
      counts[margin] = (counts[margin] ?? 0) + (counts[cell] ?? 0);
      keys[margin] = addKey(keys[margin] ?? 0, keys[cell] ?? 0);
    }
  }

  return {
    add(codes, key) {
      let cell = 0;
      for (const [d, known] of offsets.entries()) {
        const offset = known.get(codes[d] ?? '');
        if (offset === undefined) throw new RangeError(`dimension ${d + 1} has no such code`);
        cell += offset;
      }
      counts[cell] = (counts[cell] ?? 0) + 1;
      keys[cell] = addKey(keys[cell] ?? 0, key);
    },
    finish() {
      for (const d of dimensions.keys()) rollUp(d);
      return { dimensions: withTotal, counts, keys };
    },
  };
}

/** The codes of every cell in the fixed order, `Total` first in each dimension. */
export function* cellCodes(dimensions: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = dimensions;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const code of first) for (const codes of cellCodes(rest)) yield [code, ...codes];
}
