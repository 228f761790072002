/** Random numbers that are the same on every PC for the same seed. For made-up people only, never for keys. */
import { addDays, daysBetween, type IsoDay } from '../../shared/domain/day.ts';

export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(from: number, to: number): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Weights need not add up to anything. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
  /** The same for a few codes: `among({ yes: 9, no: 1 })`. */
  among<Code extends string | number>(weights: Readonly<Record<Code, number>>): `${Code}`;
  /** `count` different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): readonly T[];
  /** Both ends included; `from` when `to` lies before it. */
  day(from: IsoDay, to: IsoDay): IsoDay;
}

/** Seed of every Übungs-JMD whose maker names no other: the same 250 people in every hand-out. */
export const defaultTrainingSeed = 2026;

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, period 2^32, quick and good enough to look real. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from');
    return list[int(0, list.length - 1)] as T;
  };
  const weighted = <T>(choices: readonly (readonly [T, number])[]): T => {
    let rest = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [choice, weight] of choices) {
      rest -= weight;
      if (rest < 0) return choice;
    }
    return pick(choices)[0];
  };
  return {
    next,
    int,
    pick,
    weighted,
    chance: (probability) => next() < probability,
    among: <Code extends string | number>(weights: Readonly<Record<Code, number>>) =>
      // Object.entries knows only strings; the keys are exactly the codes.
      weighted(Object.entries<number>(weights)) as `${Code}`,
    some: (list, count) => {
      const left = [...list];
      while (left.length > Math.max(0, count)) left.splice(int(0, left.length - 1), 1);
      return left;
    },
    day: (from, to) => (to <= from ? from : addDays(from, int(0, daysBetween(from, to)))),
  };
}
