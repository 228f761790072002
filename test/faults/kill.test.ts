import { describe, expect, test } from 'vitest';
import { deriveInFull } from '../support/full-argon2.ts';
import { campaign } from './campaign.ts';

// The folders of older schemas were made at full cost.
deriveInFull();

describe('kill -9 in the middle of the work', () => {
  // The same campaign runs a thousand times with `npm run test:faults`.
  test('in 20 runs loses nothing that was acknowledged, leaves nothing by halves, and what is derived fits', async () => {
    const lines: string[] = [];
    const result = await campaign({ runs: 20, seed: 2026, say: (line) => lines.push(line) });
    expect(result.failures, lines.join('\n')).toEqual([]);
    // How many depends on the machine; without any the campaign would prove nothing.
    expect(result.acknowledged).toBeGreaterThan(0);
  }, 600_000);
});
