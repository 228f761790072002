/** A plan and its wall sheet, German and Arabic, from data to PDF: through the document process with the Typst of this PC and as WebAssembly, and with Typst alone in this process. */
import type { Paper } from '../../documents/contract.ts';
import { nodeChild } from '../../documents/node-child.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { createPrinter } from '../../documents/render.ts';
import { addDays, IsoDay } from '../../shared/domain/day.ts';
import { EntryId } from '../../shared/domain/ids.ts';
import { noLetterhead } from '../../shared/papers/letterhead.ts';
import type { AgreementPaper, WallPaper } from '../../shared/plan/papers.ts';
import { turnsOf } from '../../shared/plan/turns.ts';
import { activeGoals, planAreas, type Plan, type PlanGoal, type PlanStep } from '../../shared/plan/types.ts';
import { durations, measured, type Result } from './measure.ts';

const day = IsoDay.parse('2026-02-03');

const noWho = { role: 'young_person', name: '', institution: null } as const;
const id = (number: number): EntryId => EntryId.parse(number.toString(16).padStart(32, '0'));

const frame = {
  language: 'ar',
  address: 'du',
  officeName: 'JMD Messstrecke',
  letterhead: { ...noLetterhead, address: 'Lindenstraße 4\n12345 Nordheide', phone: '05555 123-456' },
  training: true,
  day,
} as const;

/**
 * As the file of somebody with so many goals prints: three are worked on and have a step each for every goal of the plan, every fifth is reached, the rest is for later.
 * `turn` changes the words, so that nothing can be taken from an earlier print.
 */
function agreementWith(goals: number, turn: number): AgreementPaper {
  const states = Array.from({ length: goals }, (_, at): PlanGoal['state'] => (at % 5 === 0 ? 'reached' : 'open'));
  const turns = turnsOf(states.map((state) => ({ state, chosen: null })));
  const step = (at: number): PlanStep => ({ id: id(at), text: `Jeden Dienstag ins Sprachcafé gehen (${String(turn)}/${String(at)})`, translation: `أذهب كل ثلاثاء إلى مقهى اللغة (${String(turn)}/${String(at)})`, who: noWho, from: null, until: addDays(day, 60 + (at % 300)), state: 'open', pictogram: 'speech' });
  const stepsFrom = (from: number, count: number): readonly PlanStep[] => Array.from({ length: count }, (_, at) => step(from + at));
  const goal = (state: PlanGoal['state'], at: number): PlanGoal => {
    const [own, below] = state === 'reached' ? [0, 0] : [Math.ceil(goals / activeGoals / 2), Math.floor(goals / activeGoals / 2)];
    return {
      id: id(1000 + at),
      text: `Ziel ${String(at + 1)}: Ich will den nächsten Kurs schaffen (${String(turn)}).`,
      translation: `أريد أن أنجح في الدورة القادمة (${String(turn)}/${String(at)}).`,
      area: planAreas[at % planAreas.length] ?? 'other',
      until: addDays(day, 30 + at),
      state,
      turn: turns[at] ?? 'later',
      subgoals: [{ id: id(2000 + at), text: 'Einen Platz finden', translation: 'إيجاد مكان', from: null, until: addDays(day, 14), state, steps: stepsFrom(10_000 + at * 100, below) }],
      steps: stepsFrom(20_000 + at * 100, own),
    };
  };
  const plan: Plan = {
    sentence: { text: 'Ich werde Elektrikerin.', translation: 'سأصبح كهربائية.' },
    goals: states.map(goal),
    jmdContribution: { text: 'Wir helfen bei Briefen und Anträgen.', translation: '' },
    otherPlans: [],
    nextReview: addDays(day, 90),
    agreement: { state: 'agreed', on: day, signed: true, readTogetherOn: null },
  };
  return { ...frame, template: 'agreement', personName: 'Amira Haydari', caseworkerName: 'Petra Amsel', version: 1, plan };
}

function wallWith(turn: number): WallPaper {
  const { goals } = agreementWith(10, turn).plan;
  const steps = goals.filter(({ turn: when, state }) => when === 'now' && state === 'open').flatMap((goal) => goal.steps).slice(0, 5);
  const achieved = goals.filter(({ state }) => state === 'reached');
  const appointment = { day: addDays(day, 9), time: '14:30', place: 'jmd_office' };
  return { ...frame, template: 'wall', firstName: 'Amira', sentence: goals[1] ?? { text: '', translation: '' }, achieved, steps, moreSteps: 2, appointment, counsellor: 'Petra', phone: '05555 123-457', version: 1 };
}

const papers: readonly (readonly [name: string, budget: number, make: (turn: number) => Paper])[] = [
  ['Plan als PDF, 10 Ziele, warm', 60, (turn) => agreementWith(10, turn)],
  ['Plan als PDF, 40 Ziele, warm', 150, (turn) => agreementWith(40, turn)],
  ['Wandblatt als PDF, warm', 60, wallWith],
];

export async function paperStages(times: number): Promise<readonly Result[]> {
  const { print } = await createPrinter();
  const documents = startDocumentProcess();
  const asWasm = startDocumentProcess({ start: nodeChild(undefined, ['wasm']) });
  try {
    const results: Result[] = [];
    for (const [name, budget, make] of papers) {
      let turn = 0;
      const next = (): Paper => make((turn += 1));
      const bare = { what: 'Typst allein, im selben Prozess', durations: await durations(times, () => print(next())) };
      results.push(measured(name, budget, await durations(times, () => documents.print(next())), bare));
      results.push(measured(`${name}, als WebAssembly`, budget, await durations(times, () => asWasm.print(next())), bare));
    }
    return results;
  } finally {
    await documents.close();
    await asWasm.close();
  }
}
