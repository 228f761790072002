/** `npm run test:faults -- [--runs N] [--seed S] [--only "ACT"]`: the campaign by itself, 1,000 kills by default. */
import { parseArgs } from 'node:util';
import { campaign } from './campaign.ts';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } });
const runs = Number(values.runs ?? 1_000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const started = Date.now();
console.log(`${String(runs)} runs, seed ${String(seed)}`);
const result = await campaign({ runs, seed, only: values.only ?? null, say: (line) => { console.log(line); } });
for (const [where, times] of Object.entries(result.interrupted).sort(([, a], [, b]) => b - a)) console.log(`  killed in ${where}: ${String(times)}`);
const minutes = ((Date.now() - started) / 60_000).toFixed(1);
console.log(`${String(result.runs)} kills, ${String(result.acknowledged)} acts acknowledged, ${String(result.failures.length)} failures, ${minutes} minutes, seed ${String(seed)}`);
process.exitCode = result.failures.length === 0 ? 0 : 1;
