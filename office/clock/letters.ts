/** Letters that go before an act of the clock, as plain text for the letterhead of the JMD; she reads them, perhaps with somebody's help. */
import type { CaseAnswers } from '../../shared/cases/answers.ts';
import { spokenName } from '../../shared/cases/case-status.ts';
import type { ClockDate } from '../../shared/clock/types.ts';
import { germanDay, type IsoDay } from '../../shared/domain/day.ts';
import type { LetterView } from '../../shared/rpc/clock.views.ts';

export type Letter = Omit<LetterView, 'cautions'>;

/** A day that has gone by, because something holds the file, is announced in no letter. From six months without activity on the one; from the end on the other. Neither for a file with nothing ahead. */
export function lettersOf(dates: readonly ClockDate[], answers: CaseAnswers, office: string, today: IsoDay): readonly Letter[] {
  const dayOf = (kind: ClockDate['kind']): IsoDay | undefined => dates.find((date) => date.kind === kind)?.day;
  const [silentSince, endsOn, goneOn] = [dayOf('inactive'), dayOf('inactive_end'), dayOf('anonymise')];
  const greeting = `Guten Tag${spokenName(answers) === '' ? '' : ` ${spokenName(answers)}`},`;
  const letters: Letter[] = [];
  if (silentSince !== undefined && silentSince <= today && endsOn !== undefined) {
    letters.push({ kind: 'long_silent', title: 'Wir haben lange nichts gehört', text: longSilent(greeting, office, endsOn > today ? endsOn : null) });
  }
  if (goneOn !== undefined && goneOn >= today) letters.push({ kind: 'copy_offer', title: 'Ihre Akte und eine Kopie davon', text: copyOffer(greeting, office, goneOn) });
  return letters;
}

/** `endsOn` null: nobody can say on which day. */
function longSilent(greeting: string, office: string, endsOn: IsoDay | null): string {
  const end = endsOn === null ? 'beenden wir unsere Begleitung' : `beenden wir unsere Begleitung am ${germanDay(endsOn)}`;
  return [
    greeting,
    '',
    'wir haben lange nichts voneinander gehört. Wie geht es Ihnen? Brauchen Sie noch Hilfe von uns?',
    '',
    'Sie können uns einfach anrufen, schreiben oder vorbeikommen. Auch wenn etwas nicht geklappt hat: Sie sind willkommen.',
    '',
    `Wenn wir nichts von Ihnen hören, ${end}. Danach löschen wir nach einiger Zeit, was wir über Sie aufgeschrieben haben. ` +
      'Bis dahin können Sie jederzeit wiederkommen, und wir machen dort weiter, wo wir waren. Auch später können Sie immer neu anfangen.',
    '',
    'Viele Grüße',
    office,
  ].join('\n');
}

function copyOffer(greeting: string, office: string, goneOn: IsoDay): string {
  return [
    greeting,
    '',
    `unsere Begleitung ist zu Ende. Am ${germanDay(goneOn)} löschen wir, was wir über Sie aufgeschrieben haben. Es bleiben nur Zahlen, die niemandem sagen, dass es um Sie geht.`,
    '',
    `Möchten Sie vorher eine Kopie? Dann sagen Sie uns bitte bis zum ${germanDay(goneOn)} Bescheid. Die Kopie kostet nichts, und Sie müssen keinen Grund nennen.`,
    '',
    'Möchten Sie noch einmal mit uns sprechen oder weitermachen? Auch das geht: Rufen Sie an, schreiben Sie uns oder kommen Sie vorbei.',
    '',
    'Viele Grüße',
    office,
  ].join('\n');
}
