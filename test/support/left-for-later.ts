/** Says which window specs a run of `npm test` leaves to `npm run test:e2e`, and what shows the same here. */
import { leftForLater } from './spec-shells.ts';

export function setup(): void {
  if (process.env['LOTSE_E2E'] === 'npm test') for (const line of leftForLater()) console.log(`later: ${line}`);
}
