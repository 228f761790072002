/** Whether a monitoring plan may be used at all. */
import { cellsOfFullCross } from './tabulate.ts';
import type { Dimension } from './dimensions/dimension.ts';
import { dimensions as knownDimensions } from './dimensions/all.ts';
import { total, type MonitoringPlan } from './types.ts';

export interface PlanFault {
  readonly type:
    | 'IdTwice'
    | 'CodeTwice'
    | 'CodeReserved'
    | 'CodesDiffer'
    | 'DimensionUnknown'
    | 'DimensionForbidden'
    | 'DimensionCount'
    | 'PopulationUnknown'
    | 'TableTooLarge';
  /** Id of the table or dimension. */
  readonly at: string;
}

/** Fields that never enter, whatever a plan says; a plan may add more in `neverCounted`. A trailing dot means the whole group. */
const alwaysForbidden = ['person.residence_', 'person.asylum_procedure', 'person.work_permit', 'health.'];
const forbiddenDimension = /residence|asylum|health|disabilit|religion|free_text|note/;
/** Codes must fit what a delivery can carry (shared/envelopes/types.ts). */
const maxTableCells = 5000;

/** All faults, in the order of the plan; empty when the plan may be used. `known`: what this edition of Lotse can count. */
export function checkPlan(plan: MonitoringPlan, known: readonly Dimension[] = knownDimensions): readonly PlanFault[] {
  const faults: PlanFault[] = [];
  const fault = (type: PlanFault['type'], at: string) => faults.push({ type, at });
  const forbidden = [...alwaysForbidden, ...(plan.neverCounted ?? [])];

  for (const [index, { id, codes }] of plan.dimensions.entries()) {
    if (plan.dimensions.findIndex((other) => other.id === id) < index) fault('IdTwice', id);
    if (new Set(codes.map(({ code }) => code)).size < codes.length) fault('CodeTwice', id);
    if (codes.some(({ code }) => code === total)) fault('CodeReserved', id);
    const dimension = known.find((other) => other.id === id);
    if (forbiddenDimension.test(id) || dimension?.reads.some((field) => forbidden.some((start) => field.startsWith(start)))) {
      fault('DimensionForbidden', id);
    } else if (dimension === undefined) {
      fault('DimensionUnknown', id);
    } else if (dimension.codes.some(({ code }) => !codes.some((own) => own.code === code))) {
      fault('CodesDiffer', id);
    }
  }

  for (const [index, { id, dimensions, population }] of plan.tables.entries()) {
    if (plan.tables.findIndex((other) => other.id === id) < index) fault('IdTwice', id);
    if (dimensions.length < 1 || dimensions.length > 2 || new Set(dimensions).size < dimensions.length)
      fault('DimensionCount', id);
    const found = dimensions.map((name) => plan.dimensions.find((other) => other.id === name));
    if (found.includes(undefined)) fault('DimensionUnknown', id);
    if (cellsOfFullCross(found.map((dimension) => dimension?.codes.map(({ code }) => code) ?? [])) > maxTableCells) {
      fault('TableTooLarge', id);
    }
    if (population === null) continue;
    const counted = plan.dimensions.find((other) => other.id === population.dimension);
    if (population.in.length === 0 || population.in.some((code) => !counted?.codes.some((own) => own.code === code))) {
      fault('PopulationUnknown', id);
    }
  }
  return faults;
}
