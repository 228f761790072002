/** Turns a wall sheet into what its template reads. */
import { germanDay } from '../shared/domain/day.ts';
import type { WallPaper } from '../shared/plan/papers.ts';
import type { OwnWords, PlanStep } from '../shared/plan/types.ts';
import { appointmentData } from './appointment-data.ts';
import { inVoices } from './own-words.ts';
import { paperText, type PaperText } from './paper-text.ts';
import { readPictogram } from './resources.ts';
import type { TemplateData } from './template-data.ts';
import { dayWithWeekday, previewMark, versionLine, voicesOf, weekdayKey, type Said, type Voices } from './voices.ts';

/** What one page can hold at all, in letters; how much of it fits is measured by the template. */
const most = { step: 240, sentence: 240, achieved: 160, name: 60, phone: 40 };
const mostSteps = 5;
const mostAchieved = 3;

const shorter = (text: string, letters: number): string => {
  const all = [...text];
  return all.length <= letters ? text : `${all.slice(0, letters - 1).join('').trimEnd()}…`;
};
const shortened = ({ text, translation }: OwnWords, letters: number): OwnWords => ({ text: shorter(text, letters), translation: shorter(translation, letters) });

/** By when, with the weekday; where only a beginning is known, from when: the weekday before it, so that no language bends it. */
function dayOf({ from, until }: PlanStep, voices: Voices): Said | null {
  if (until !== null) return voices.say('until_when').map((label, at) => `${label}: ${dayWithWeekday(until, voices)[at] ?? ''}`);
  if (from === null) return null;
  const weekday = voices.say(weekdayKey(from));
  return voices.say('from_day', { numbers: { day: germanDay(from) } }).map((said, at) => `${weekday[at] ?? ''} · ${said}`);
}

function stepData(step: PlanStep, text: PaperText, voices: Voices): Readonly<Record<string, unknown>> {
  const { role } = step.who;
  return {
    text: inVoices(shortened(step, most.step), text.own, voices),
    day: dayOf(step, voices),
    // The heading says that it is hers.
    who: role === null || role === 'young_person' ? null : voices.say(`who.${role}`),
    begun: step.state === 'in_progress' ? voices.say('in_progress') : null,
    pictogram: step.pictogram === null ? null : `/pictogram-${step.pictogram}.svg`,
  };
}

export function wallTemplateData(paper: WallPaper, covers: (codePoint: number) => boolean): TemplateData {
  const text = paperText(covers);
  const voices = voicesOf(paper.language, paper.address);
  const { say } = voices;
  const steps = paper.steps.slice(0, mostSteps);
  const more = paper.moreSteps + paper.steps.length - steps.length;
  const appointment = appointmentData(paper, text, voices);
  const firstName = text.line(shorter(paper.firstName, most.name));
  const pictograms = steps.flatMap(({ pictogram }) => (pictogram === null ? [] : [pictogram]));
  const [year, month, day] = paper.day.split('-').map(Number);
  const canCall = text.line(paper.phone) !== '';
  const data = {
    voices: voices.all.map(({ lang, dir }, at) => ({ lang, dir, first: at === 0 })),
    language: voices.all[0]?.lang,
    date: { year, month, day },
    training: paper.training ? say('training') : null,
    title: say('title'),
    for: firstName === '' ? null : say('for', { names: { name: firstName } }),
    sentence: paper.sentence.text.trim() === '' ? null : inVoices(shortened(paper.sentence, most.sentence), text.own, voices),
    reached: say('reached'),
    achieved: paper.achieved.slice(0, mostAchieved).map((one) => inVoices(shortened(one, most.achieved), text.own, voices)),
    next: say('next'),
    steps: steps.map((step) => stepData(step, text, voices)),
    more: more > 0 ? say('more_steps', { numbers: { count: String(more) } }) : null,
    'appointment-title': say('my_appointment'),
    blank: say('appointment_blank'),
    appointment: appointment?.data ?? null,
    scan: say('scan'),
    // Nobody is asked to call without a number.
    questions: canCall ? say('questions') : null,
    'cannot-come': canCall ? say('cannot_come') : null,
    counsellor: text.line(shorter(paper.counsellor, most.name)),
    phone: text.line(shorter(paper.phone, most.phone)),
    // Of a preview it is not said, but takes the room it will take.
    version: versionLine({ ...paper, version: paper.version ?? 1 }, voices),
    preview: paper.version === null ? previewMark : null,
    note: voices.note,
  };
  const files = Object.fromEntries(pictograms.map((one) => [`pictogram-${one}.svg`, readPictogram(one)]));
  return { data, replaced: text.replaced(), files: { ...files, ...appointment?.files } };
}
