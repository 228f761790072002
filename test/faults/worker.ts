/** Works in an office until it is killed, and says what begins and what is done; started by campaign.ts. */
import fs from 'node:fs';
import readline from 'node:readline';
import { createRandom } from '../../office/training/random.ts';
import { cryptoReady } from '../../shared/crypto/sodium.ts';
import { acts, type Act, type Desk } from './acts.ts';
import type { Facts, Report, Work } from './facts.ts';
import { openOffice } from './office-on-keys.ts';
import { countSteps } from './steps.ts';

/** Of node:fs before steps.ts counts it. */
const writeSync = fs.writeSync;
const pipe = 3;
function say(report: Report): void {
  const bytes = Buffer.from(`${JSON.stringify(report)}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(pipe, bytes, at);
}

/** Rare acts must be met often enough: a run on one of them begins with it. */
function nextAct({ random }: Desk, only: string | null, first: boolean): Act {
  const wanted = acts.find(({ name }) => name === only);
  return wanted !== undefined && (first || random.chance(0.5)) ? wanted : random.weighted(acts.map((act) => [act, act.weight] as const));
}

await cryptoReady();
say({ type: 'ready' });
const lines = readline.createInterface({ input: process.stdin });
const { value } = (await lines[Symbol.asyncIterator]().next()) as { value: string };
const work = JSON.parse(value) as Work;

const steps = countSteps();
steps.onWholeFile((what) => { say({ type: 'near', what }); });
const broken = (what: string): void => { say({ type: 'broken', what }); };
if (work.kill?.within === 'open') steps.killIn(work.kill.step);

/** Steps until the end, over all acts of the kind that is to be met. */
let left = work.kill?.step ?? 0;

const desk: Desk = {
  dir: work.dir,
  office: openOffice(work.dir, work.keys, broken),
  random: createRandom(work.seed),
  passwords: { ...work.passwords },
  reopen: async (between) => {
    await desk.office.core.lock();
    between(work.keys);
    desk.office = openOffice(work.dir, work.keys, broken);
  },
};
if (work.kill?.within === 'open') steps.killIn(0);
say({ type: 'open', steps: steps.count() });

for (let first = true; ; first = false) {
  const act = nextAct(desk, work.only, first);
  const before = steps.count();
  const chosen = work.kill?.within === act.name;
  if (chosen) steps.killIn(left);
  let facts: Facts;
  let will: Facts = {};
  try {
    facts = await act.run(desk, (promise) => {
      will = promise;
      say({ type: 'begins', act: act.name, will });
    });
  } catch (problem) {
    say({ type: 'broken', what: `${act.name}: ${problem instanceof Error ? (problem.stack ?? problem.message) : String(problem)}` });
    break;
  }
  if (chosen) {
    left -= steps.count() - before;
    steps.killIn(0);
  }
  say({ type: 'done', act: act.name, facts: { ...will, ...facts }, steps: steps.count() - before });
}
