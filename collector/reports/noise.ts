/** How far the protection leaves a sum from the truth. */
import { unitsPerWhole } from '../../shared/monitoring/decimal.ts';
import type { Ptable } from '../../shared/monitoring/ptable.ts';

/** Variance of the noise of large counts: the last class of the table. */
export function noiseVariance(ptable: Ptable): number {
  let lower = 0;
  let variance = 0;
  for (const { noise, upper } of ptable.classes.at(-1) ?? []) {
    variance += ((upper - lower) / unitsPerWhole) * noise * noise;
    lower = upper;
  }
  return variance;
}

/**
 * Half width of the 95 % range around a sum of `offices` protected cells, rounded up; never more than every office erring fully.
 *
 * Cells that are truly empty carry no noise, but a published zero may hide a one or two: every office counts (anonymisation.md §3.4).
 */
export function plusMinus(ptable: Ptable, offices: number): number {
  return Math.min(offices * ptable.maxNoise, Math.ceil(1.96 * Math.sqrt(offices * noiseVariance(ptable))));
}
