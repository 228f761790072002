/** Turns an agreement into what its template reads: every text in each language of the paper, steps by who takes them on, days in words. */
import { germanDay, type IsoDay } from '../shared/domain/day.ts';
import { isTextKey } from '../shared/languages/german-texts.ts';
import type { WordKey } from '../shared/languages/words.ts';
import type { AgreementPaper } from '../shared/plan/papers.ts';
import { planAreas, type OtherPlan, type OwnWords, type Plan, type PlanGoal, type PlanStep, type PlanSubgoal, type Who } from '../shared/plan/types.ts';
import { letterheadData } from './letterhead-data.ts';
import { inVoices } from './own-words.ts';
import { paperText, type PaperText } from './paper-text.ts';
import type { TemplateData } from './template-data.ts';
import { spanOf, versionLine, voicesOf, type Said, type Voices } from './voices.ts';

/** Letters of a step; more may stand on two pages. */
const aboutHalfAPage = 1200;

type Data = Readonly<Record<string, unknown>>;

/** Who of the three sides takes a step on; `step` where nobody said. */
const sides = ['i_do', 'jmd_does', 'others_do', 'step'] as const;
type Side = (typeof sides)[number];

function sideOf({ role }: Who): Side {
  if (role === null) return 'step';
  if (role === 'young_person') return 'i_do';
  return role === 'jmd_staff' ? 'jmd_does' : 'others_do';
}

/** A code of the catalogue as a text; one that no pack has words for says what `otherwise` says. */
function coded(kind: 'institution' | 'plan' | 'who', code: string, otherwise: WordKey, { say }: Voices): Said {
  const key = `${kind}.${code}`;
  return say(isTextKey(key) ? (key as WordKey) : otherwise);
}

interface Tools {
  readonly text: PaperText;
  readonly voices: Voices;
}

/** Whom she can ask about a step; of herself nothing, the table says it. */
function whoOf({ role, name, institution }: Who, { text, voices }: Tools): Said | null {
  if (role === null || role === 'young_person') return null;
  const named = text.line(name);
  if (role === 'jmd_staff') return named === '' ? null : voices.same(named);
  const place = institution === null ? null : coded('institution', institution, 'institution.other', voices);
  if (named === '') return place ?? coded('who', role, 'who.other', voices);
  return place === null ? voices.same(named) : place.map((one, at) => `${one}, ${voices.same(named)[at] ?? ''}`);
}

function stateOf(state: PlanStep['state'] | PlanGoal['state'], { say }: Voices): Said | null {
  if (state === 'open') return null;
  return say(state === 'done' || state === 'reached' ? 'reached' : state);
}

function tablesOf(steps: readonly PlanStep[], tools: Tools): readonly Data[] {
  const { text, voices } = tools;
  return sides
    .map((side) => ({ side, rows: steps.filter(({ who }) => sideOf(who) === side) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ side, rows }) => ({
      head: voices.say(side),
      rows: rows.map((step) => ({
        text: inVoices(step, text.own, voices),
        who: whoOf(step.who, tools),
        when: step.state === 'done' ? null : spanOf(step.from, step.until, voices),
        state: stateOf(step.state, voices),
        done: step.state === 'done',
        long: step.text.length + step.translation.length > aboutHalfAPage,
      })),
    }));
}

function subgoalData({ state, from, until, role, steps, ...words }: PlanSubgoal, tools: Tools): Data {
  return {
    text: inVoices(words, tools.text.own, tools.voices),
    state: stateOf(state, tools.voices),
    when: state === 'reached' ? null : spanOf(from, until, tools.voices),
    who: role === undefined ? null : tools.voices.say(role === 'young_person' ? 'i_do' : role === 'jmd_staff' ? 'jmd_does' : `who.${role}`),
    tables: tablesOf(steps, tools),
  };
}

function goalData({ state, until, steps, subgoals, ...words }: PlanGoal, tools: Tools): Data {
  return {
    text: inVoices(words, tools.text.own, tools.voices),
    state: stateOf(state, tools.voices),
    reached: state === 'reached',
    when: state === 'reached' ? null : spanOf(null, until, tools.voices),
    tables: tablesOf(steps, tools),
    subgoals: subgoals.map((one) => subgoalData(one, tools)),
  };
}

function otherPlanData({ kind, lead }: OtherPlan, { voices }: Tools): Data {
  const leader = lead === null ? null : lead === 'jmd' ? voices.say('who.jmd_staff') : coded('institution', lead, 'institution.other', voices);
  return {
    kind: coded('plan', kind, 'plan.other', voices),
    lead: leader === null ? null : voices.say('lead').map((sentence, at) => sentence.replace('{name}', () => leader[at] ?? '')),
  };
}

/** Her sentence stands above all; where it is one of her goals, it is said there. */
function sentenceOf({ sentence, goals }: Plan, { text, voices }: Tools): readonly unknown[] | null {
  if (sentence.text.trim() === '' || goals.some((goal) => goal.text.trim() === sentence.text.trim())) return null;
  return inVoices(sentence, text.own, voices);
}

/** Each line is a paragraph of its own; a line of the translation stands beside the line it translates. */
function linesOf({ text, translation }: OwnWords): readonly OwnWords[] {
  const split = (lines: string): readonly string[] => lines.split(/\r\n|[\r\n]/).map((line) => line.trim()).filter((line) => line !== '');
  const [said, translated] = [split(text), split(translation)];
  if (translated.length !== said.length && translated.length > 0) return [{ text: said.join(' '), translation: translated.join(' ') }];
  return said.map((line, at) => ({ text: line, translation: translated[at] ?? '' }));
}

/** `versionDay`: when it was agreed at the latest, where nobody wrote the day down. */
function agreementPart({ agreement, nextReview }: Plan, versionDay: IsoDay, { voices }: Tools): Data {
  const on = (key: WordKey, day: IsoDay): Said => voices.say(key, { numbers: { day: germanDay(day) } });
  const agreed = agreement.state === 'agreed';
  const unsigned = agreed && agreement.signed === false;
  return {
    review: nextReview === null ? null : { title: voices.say('review'), text: on('review_on', nextReview) },
    agreement: {
      title: agreement.state === 'declined' ? null : voices.say(agreed ? 'agreed' : 'to_agree'),
      // What was declined promises nothing.
      text: agreement.state === 'declined' ? null : voices.say(agreed ? 'agreed_text' : 'to_agree_text'),
      orally: unsigned ? on('agreed_orally', agreement.on ?? versionDay) : null,
      read: agreement.readTogetherOn === null ? null : on('read_together', agreement.readTogetherOn),
      sign: unsigned || agreement.state === 'declined' ? null : voices.say('sign_here'),
    },
  };
}

export function agreementTemplateData(paper: AgreementPaper, covers: (codePoint: number) => boolean): TemplateData {
  const tools: Tools = { text: paperText(covers), voices: voicesOf(paper.language, paper.address) };
  const { text, voices } = tools;
  const { plan } = paper;
  const { say } = voices;
  const [now, later] = [plan.goals.filter(({ turn }) => turn === 'now'), plan.goals.filter(({ turn }) => turn === 'later')];
  const jmd = linesOf(plan.jmdContribution).map((line) => inVoices(line, text.own, voices));
  const letterhead = letterheadData(paper.officeName, paper.letterhead, text);
  const [year, month, day] = paper.day.split('-').map(Number);
  const data = {
    voices: voices.all.map(({ lang, dir }, at) => ({ lang, dir, first: at === 0 })),
    language: voices.all[0]?.lang,
    date: { year, month, day },
    letterhead: letterhead.data,
    training: paper.training ? say('training') : null,
    draft: plan.agreement.state === 'agreed' ? null : say('draft'),
    title: say('title'),
    for: say('for', { names: { name: text.said(paper.personName) } }),
    with: say('with', { names: { name: text.said(paper.caseworkerName) } }),
    version: versionLine(paper, voices),
    page: say('page'),
    sentence: sentenceOf(plan, tools),
    want: say('i_want'),
    'until-when': say('until_when'),
    areas: planAreas
      .map((area) => ({ name: say(`area.${area}`), goals: now.filter((goal) => goal.area === area).map((goal) => goalData(goal, tools)) }))
      .filter(({ goals }) => goals.length > 0),
    later: later.length === 0 ? null : { title: say('later'), text: say('later_text'), goals: later.map((goal) => inVoices(goal, text.own, voices)) },
    jmd: jmd.length === 0 ? null : { title: say('jmd_does'), lines: jmd },
    plans: plan.otherPlans.length === 0 ? null : { title: say('other_plans'), rows: plan.otherPlans.map((one) => otherPlanData(one, tools)) },
    ...agreementPart(plan, paper.day, tools),
    names: [text.said(paper.personName), text.said(paper.caseworkerName)],
    note: voices.note,
  };
  return { data, replaced: text.replaced(), files: letterhead.files };
}
