/**
 * What of a plan a paper in one language may say in it.
 *
 * Translations belong to one language, which the file says. A paper in another language says the German words only. In a file from before it was asked, a
 * translation counts where its letters are those of the paper's language.
 */
import { rightToLeft, type LanguageCode } from '../languages/types.ts';
import type { OwnWords, Plan, PlanStep } from './types.ts';

const scripts = { arabic: /\p{Script=Arabic}/gu, ethiopic: /\p{Script=Ethiopic}/gu, cyrillic: /\p{Script=Cyrillic}/gu, latin: /\p{Script=Latin}/gu } as const;
type Script = keyof typeof scripts;

const cyrillic: readonly LanguageCode[] = ['uk', 'ru', 'bg'];

function scriptOf(language: LanguageCode): Script {
  if (rightToLeft.has(language)) return 'arabic';
  if (language === 'ti') return 'ethiopic';
  return cyrillic.includes(language) ? 'cyrillic' : 'latin';
}

/** Most of its letters are of the language's script. */
export function isWrittenAs(text: string, language: LanguageCode): boolean {
  const count = (script: Script): number => text.match(scripts[script])?.length ?? 0;
  const own = scriptOf(language);
  return (Object.keys(scripts) as readonly Script[]).every((script) => script === own || count(script) <= count(own));
}

/** The plan as a paper in `language` may say it: what is no translation into it is left off. On a German paper none is printed. */
export function planIn(plan: Plan, language: LanguageCode): Plan {
  const { translatedInto } = plan;
  if (language === 'de' || translatedInto === language) return plan;
  const keeps = (text: string): boolean => translatedInto === undefined && isWrittenAs(text, language);
  const said = <Words extends OwnWords>(words: Words): Words => (keeps(words.translation) ? words : { ...words, translation: '' });
  const step = (one: PlanStep): PlanStep => said(one);
  return {
    ...plan,
    sentence: said(plan.sentence),
    jmdContribution: said(plan.jmdContribution),
    goals: plan.goals.map((goal) => ({ ...said(goal), steps: goal.steps.map(step), subgoals: goal.subgoals.map((subgoal) => ({ ...said(subgoal), steps: subgoal.steps.map(step) })) })),
  };
}

export function hasTranslations({ sentence, jmdContribution, goals }: Plan): boolean {
  const all: readonly OwnWords[] = [sentence, jmdContribution, ...goals.flatMap((goal) => [goal, ...goal.steps, ...goal.subgoals.flatMap((subgoal) => [subgoal, ...subgoal.steps])])];
  return all.some(({ translation }) => translation !== '');
}
