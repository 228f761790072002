/** The legal clock from the command line: what is due, the run, the Löschprotokoll; same rights and guards as the window. */
import { IsoDay } from '../../shared/domain/day.ts';
import { previewDays } from '../../shared/clock/types.ts';
import type { ClockLine, ClockOverview, ClockRunView } from '../../shared/rpc/clock.views.ts';
import type { CoreClient } from '../../office/core.ts';
import { argument, asJson, optional, Refused, wholeNumber, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

/** The clock is asked, not left to itself: what a command does is what its line says. */
const asked = { background: false } as const;

const states: Readonly<Record<ClockLine['state'], string>> = { ahead: 'kommt', due: 'fällig', held: 'wartet' };
const acts: Readonly<Record<ClockLine['act'], string>> = { end: 'beenden', anonymise: 'anonymisieren' };

function lineText({ day, state, act, number, overdue, text, hindrances, damaged }: ClockLine): string {
  const why = hindrances.map((one) => `\n    ${one.text}`).join('');
  return `${day}  ${overdue ? 'überfällig' : states[state]}, ${acts[act]}  ${number}  ${text}${why}${damaged === null ? '' : unreadable(damaged)}`;
}

function unreadable({ from, now }: NonNullable<ClockLine['damaged']>): string {
  const when = now ? ', oder die Leitung anonymisiert sie mit case anonymise' : from === null ? '' : `, oder die Leitung anonymisiert sie ab dem ${from}, wenn nichts dagegen spricht`;
  return `\n    Nicht lesbar: bitte zuerst aus einer Sicherung zurückholen${when}.`;
}

export const retentionDue: Command = {
  name: ['retention', 'due'],
  usage: '[--days 30]',
  summary: 'Zeigt, welche Akten überfällig, fällig oder in den nächsten Tagen zu beenden oder zu anonymisieren sind, und was sie aufhält.',
  options: { days: { type: 'string', default: String(previewDays) } },
  run: ({ values }) =>
    withOffice(values, async ({ client, today }) => {
      const days = wholeNumber(optional(values, 'days') ?? '', '--days', 0, previewDays);
      const { lines, ...rest } = await client.clock.overview({ limit: 1_000 });
      const until = Date.parse(today) + days * 86_400_000;
      return asJson({ ...rest, lines: lines.filter(({ day }) => Date.parse(day) <= until) });
    }, asked),
  text: (result) => {
    const { dueNow, held, overdue, ahead, dayProblem, restsUntil, lines } = result as unknown as ClockOverview;
    const notes = [dayProblem, restsUntil === null ? null : `Nach der Übernahme ruhen die Fristen bis ${restsUntil}.`].filter((note) => note !== null);
    const sums = `${String(dueNow)} fällig, ${String(held)} warten, ${String(overdue)} überfällig, ${String(ahead)} in den nächsten 30 Tagen`;
    return [...notes, sums, ...lines.map(lineText)].join('\n');
  },
};

/** Waits until the run is over; tells a person at a terminal how far it is. */
async function finished(client: CoreClient, progress: (text: string) => void): Promise<ClockRunView> {
  for (let said = -1; ; ) {
    const view = await client.clock.progress();
    if (view === null) throw new Refused('INTERNAL');
    if (view.state !== 'running') return view;
    if (view.done !== said) progress(`${String(view.done)} von ${String(view.total)} Akten`);
    said = view.done;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const retentionRun: Command = {
  name: ['retention', 'run'],
  usage: '[--confirm ZAHL]',
  summary: 'Beendet und anonymisiert, was fällig ist und was nichts aufhält. Mehr als eine Handvoll: die Leitung, mit der Zahl aus retention due.',
  options: { confirm: { type: 'string' } },
  run: ({ values, progress }) =>
    withOffice(values, async ({ client }) => {
      const confirmed = optional(values, 'confirm');
      const expected = confirmed === null ? null : wholeNumber(confirmed, '--confirm', 0, 1_000_000);
      const stop = (): void => { void client.clock.cancel(); };
      process.once('SIGINT', stop);
      try {
        await client.clock.run({ expected });
        const view = await finished(client, progress);
        if (view.state === 'stopped') throw new Refused(view.problem ?? 'INTERNAL');
        return asJson(view);
      } finally {
        process.removeListener('SIGINT', stop);
      }
    }, asked),
  text: (result) => {
    const { state, ended, anonymised, refused, damaged } = result as unknown as ClockRunView;
    return `${state === 'cancelled' ? 'Abgebrochen, der Rest ist weiter fällig: ' : ''}${String(ended)} beendet, ${String(anonymised)} anonymisiert, ${String(refused - damaged)} im letzten Augenblick zurückgestellt, ${String(damaged)} nicht lesbar`;
  },
};

export const retentionTrust: Command = {
  name: ['retention', 'trust'],
  usage: 'TAG',
  summary: 'Die Leitung bestätigt, dass heute dieser Tag ist; bis dahin geschieht nach einem Sprung des Datums nichts.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const day = IsoDay.safeParse(argument(positionals, 0, 'TAG'));
      if (!day.success) throw new Refused('CLOCK_DAY_CHANGED');
      const { dayTrusted, today } = await client.clock.trustDay({ day: day.data });
      return { dayTrusted, today };
    }, asked),
};

export const retentionFreeze: Command = {
  name: ['retention', 'freeze'],
  usage: 'JAHR',
  summary: 'Schließt ein Berichtsjahr ab, dessen letzte Meldung bestätigt ist: Alle Zeilen und Zählschlüssel gehen, die gelieferten Tabellen bleiben. Nur die Leitung; es gibt kein Zurück.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const year = wholeNumber(argument(positionals, 0, 'JAHR'), 'JAHR', 2000, 2199);
      return asJson(await client.clock.freeze({ year }));
    }, asked),
};

export const retentionProtocol: Command = {
  name: ['retention', 'protocol'],
  usage: '[--limit 200]',
  summary: 'Das Löschprotokoll, neueste Nummer zuerst: wann, warum, was; nie wessen.',
  options: { limit: { type: 'string', default: '200' } },
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const limit = wholeNumber(optional(values, 'limit') ?? '', '--limit', 1, 1_000);
      return { lines: (await client.clock.protocol({ limit })).map(asJson) };
    }, asked),
};

export const caseAnonymise: Command = {
  name: ['case', 'anonymise'],
  usage: 'FALL',
  summary: 'Anonymisiert eine beendete Akte vor ihrem Tag. Nur die Leitung, nur wenn nichts dagegen spricht; es gibt kein Zurück.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return { anonymised: true, ...(await client.clock.anonymiseNow({ caseId })) };
    }, asked),
};
