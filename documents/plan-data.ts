/** Turns a plan into what its template reads: printable text, dates in words, nothing else. */
import { germanDay, type IsoDay } from '../shared/domain/day.ts';
import type { PlanGoal, PlanPaper, PlanStep } from '../shared/cases/plan-paper.ts';
import { makePrintable } from './printable.ts';
import type { TemplateData } from './template-data.ts';
import { words } from './words.ts';

function dayText(day: IsoDay | null): string {
  return day === null ? '' : germanDay(day);
}

export function planTemplateData(paper: PlanPaper, covers: (codePoint: number) => boolean): TemplateData {
  const replaced = new Set<string>();
  const print = (text: string): string => {
    const printable = makePrintable(text, covers);
    for (const character of printable.replaced) replaced.add(character);
    return printable.text;
  };
  /** One line, never empty: PDF/UA wants a heading to say something. */
  const line = (text: string): string => print(text).replaceAll('\n', ' ').trim() || '–';
  const step = (s: PlanStep) => ({ task: line(s.task), who: line(s.who), until: dayText(s.until), done: s.done });
  const goal = (g: PlanGoal) => ({
    text: line(g.text),
    until: dayText(g.until),
    reached: g.reached,
    steps: g.steps.map(step),
    subgoals: g.subgoals.map((s) => ({ text: line(s.text), done: s.done, steps: s.steps.map(step) })),
  });
  const fixed = words[paper.language];
  const [year, month, day] = paper.day.split('-').map(Number);
  const data = {
    title: fixed.title,
    language: paper.language,
    officeName: line(paper.officeName),
    training: paper.training,
    personName: line(paper.personName),
    caseworkerName: line(paper.caseworkerName),
    agreed: paper.agreed,
    version: paper.version,
    day: dayText(paper.day),
    date: { year, month, day },
    footer: `${line(paper.officeName)} · ${fixed.version} ${String(paper.version)}`,
    areas: paper.areas.map((area) => ({ label: line(area.label), goals: area.goals.map(goal) })),
    jmdContribution: print(paper.jmdContribution).trim(),
    nextReview: dayText(paper.nextReview),
  };
  return { data, words: fixed, replaced: [...replaced] };
}
