/** A plan from its data to its PDF: through the document process with the Typst of this PC and as WebAssembly, and with Typst alone in this process. */
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { createPrinter } from '../../documents/render.ts';
import type { PlanPaper } from '../../shared/cases/plan-paper.ts';
import { addDays, IsoDay } from '../../shared/domain/day.ts';
import { durations, measured, type Result } from './measure.ts';

const day = IsoDay.parse('2026-02-03');
const budgets: Readonly<Record<number, number>> = { 10: 60, 40: 150 };

/** `turn` changes the words, so that nothing can be taken from an earlier print. */
function planWith(goals: number, turn: number): PlanPaper {
  const areas = ['Deutsch lernen', 'Alltag und Menschen um mich', 'Schule', 'Ausbildung und Arbeit'];
  const goal = (at: number): PlanPaper['areas'][number]['goals'][number] => ({
    text: `Ziel ${String(at + 1)}: Ich will den nächsten Kurs schaffen (${String(turn)}).`,
    until: addDays(day, 30 + at),
    reached: at % 5 === 0,
    subgoals: [{ text: 'Einen Platz finden', done: at % 2 === 0, steps: [{ task: 'Beim Träger anmelden', who: 'Amira', until: addDays(day, 14), done: false }] }],
    steps: [{ task: 'Jeden Dienstag ins Sprachcafé gehen', who: 'Amira', until: addDays(day, 60), done: false }],
  });
  return {
    template: 'plan',
    language: 'de',
    officeName: 'JMD Messstrecke',
    training: true,
    personName: 'Amira Haydari',
    caseworkerName: 'Petra Amsel',
    agreed: true,
    version: 1,
    day,
    areas: areas.map((label, area) => ({ label, goals: Array.from({ length: goals }, (_, at) => at).filter((at) => at % areas.length === area).map(goal) })),
    jmdContribution: 'Wir helfen bei Briefen und Anträgen.',
    nextReview: addDays(day, 90),
  };
}

export async function paperStages(times: number): Promise<readonly Result[]> {
  const { print } = await createPrinter();
  const documents = startDocumentProcess();
  const asWasm = startDocumentProcess({ start: nodeChild(undefined, ['wasm']) });
  try {
    const results: Result[] = [];
    for (const goals of [10, 40]) {
      let turn = 0;
      const next = (): PlanPaper => planWith(goals, (turn += 1));
      const bare = { what: 'Typst allein, im selben Prozess', durations: await durations(times, () => print(next())) };
      const budget = budgets[goals] ?? null;
      results.push(measured(`Plan als PDF, ${String(goals)} Ziele, warm`, budget, await durations(times, () => documents.print(next())), bare));
      results.push(measured(`Plan als PDF, ${String(goals)} Ziele, warm, als WebAssembly`, budget, await durations(times, () => asWasm.print(next())), bare));
    }
    return results;
  } finally {
    await documents.close();
    await asWasm.close();
  }
}
