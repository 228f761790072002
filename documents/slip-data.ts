/** Turns an appointment slip into what its template reads. */
import { appointmentData } from './appointment-data.ts';
import { inVoices } from './own-words.ts';
import { letterheadData } from './letterhead-data.ts';
import { paperText } from './paper-text.ts';
import type { TemplateData } from './template-data.ts';
import { voicesOf } from './voices.ts';
import type { SlipPaper } from '../shared/plan/papers.ts';

export function slipTemplateData(paper: SlipPaper, covers: (codePoint: number) => boolean): TemplateData {
  const text = paperText(covers);
  const voices = voicesOf(paper.language, paper.address);
  const { say } = voices;
  const firstName = text.line(paper.firstName);
  const counsellor = text.line(paper.counsellor);
  const appointment = appointmentData(paper, text, voices);
  const letterhead = letterheadData(paper.officeName, paper.letterhead, text);
  const [year, month, day] = paper.day.split('-').map(Number);
  const data = {
    voices: voices.all.map(({ lang, dir }, at) => ({ lang, dir, first: at === 0 })),
    language: voices.all[0]?.lang,
    date: { year, month, day },
    letterhead: { ...letterhead.data, logos: [] },
    training: paper.training ? say('training') : null,
    title: say('slip_title'),
    for: firstName === '' ? null : say('for', { names: { name: firstName } }),
    appointment: appointment?.data ?? null,
    with: counsellor === '' ? null : say('slip_with', { names: { name: counsellor } }),
    place: say('slip_place'),
    bring: text.line(paper.bring) === '' ? null : { title: say('slip_bring'), text: inVoices({ text: paper.bring, translation: '' }, text.own, voices)[0] ?? null },
    scan: say('scan'),
    questions: say('questions'),
    'cannot-come': say('cannot_come'),
    phone: text.line(paper.phone),
    note: voices.note,
  };
  return { data, replaced: text.replaced(), files: { ...appointment?.files } };
}
