/** Talks and their length in a year, with a file or without: what a JMD writes into its annual report. Nothing says who had them, nor whose they were. */
import { setImmediate } from 'node:timers/promises';
import { readCase } from '../../shared/cases/answers.ts';
import { asDay } from '../../shared/cases/as-day.ts';
import { contactHours, onlineChannel, onlineHours } from '../../shared/cases/contact-hours.ts';
import { IsoDay, yearOf } from '../../shared/domain/day.ts';
import type { OwnHours, OwnTalks } from '../../shared/rpc/monitoring.views.ts';
import { stillOpen } from '../base.ts';
import type { CasesContext } from '../context.ts';
import { asTheyCount } from '../tally/moved.ts';

/** Files looked through at a time: whoever saves meanwhile waits for so many. */
const batch = 50;

class Sum {
  count = 0;
  minutes = 0;

  add(count: number, minutes: number): void {
    this.count += count;
    this.minutes += minutes;
  }

  /** Shares of talks add up to whole ones, up to what binary fractions leave. */
  whole(): OwnHours {
    return { count: Math.round(this.count), minutes: Math.round(this.minutes) };
  }
}

export async function ownTalks(context: CasesContext, year: number): Promise<OwnTalks> {
  const { cases } = context;
  const [shortCounselling, contacts, online] = [new Sum(), new Sum(), new Map<string, Sum>()];
  const inMonth = (month: string): Sum => {
    const sum = online.get(month) ?? new Sum();
    online.set(month, sum);
    return sum;
  };
  cases.read((tx) => {
    for (const { codes } of tx.facts.tallies(year)) shortCounselling.add(1, minutesOf(codes));
    const rows = asTheyCount(context.store, tx, tx.tallies.list(IsoDay.parse(`${String(year)}-01-01`), IsoDay.parse(`${String(year)}-12-31`)));
    for (const { day, retired, moved, answers } of rows) {
      if (!retired && !moved && answers['tally.channel'] === onlineChannel) inMonth(day.slice(0, 7)).add(1, minutesOf(answers));
    }
  });
  const records = cases.read((tx) => tx.histories.ids('case'));
  for (let at = 0; at < records.length; at += batch) {
    await setImmediate();
    stillOpen(context);
    cases.read((tx) => {
      for (const record of records.slice(at, at + batch)) {
        const caseState = tx.histories.find(record);
        if (caseState === undefined) continue;
        const answers = readCase(caseState, undefined);
        const all = contactHours(answers, (contact) => {
          const day = asDay(answers.value('contact.date', contact));
          return day !== null && yearOf(day) === year;
        });
        contacts.add(all.talks, all.minutes);
        for (const [month, { talks, minutes }] of onlineHours(answers, year)) inMonth(month).add(talks, minutes);
      }
    });
  }
  return {
    shortCounselling: shortCounselling.whole(),
    contacts: contacts.whole(),
    online: [...online].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, sum]) => ({ month, ...sum.whole() })),
  };
}

function minutesOf(answers: Readonly<Record<string, unknown>>): number {
  const minutes = answers['tally.minutes'];
  return typeof minutes === 'number' ? minutes : 0;
}
