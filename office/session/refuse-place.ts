import { ORPCError } from '@orpc/server';
import { placeProblem, type PlaceProblem } from '../../db/place.ts';
import type { OfficeContext } from '../context.ts';

/**
 * Why no office may lie in this folder; null where it may (R30).
 *
 * An Übungs-JMD may lie where files do not last: nobody's file is lost with it.
 */
export function placeRefusal({ options }: OfficeContext, training: boolean): PlaceProblem | null {
  const problem = (options.placeOf ?? placeProblem)(options.dir);
  return problem === 'PLACE_TEMPORARY' && training ? null : problem;
}

export function refusePlace(context: OfficeContext, training: boolean): void {
  const problem = placeRefusal(context, training);
  if (problem !== null) throw new ORPCError(problem);
}
