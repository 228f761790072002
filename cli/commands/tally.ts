/** Kurzberatungen without a file, from the command line. */
import { IsoDay } from '../../shared/domain/day.ts';
import { tallyCatalogue } from '../../shared/tally/tally-catalogue.ts';
import { asJson, optional, Refused, UsageError, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { typedValue } from '../typed-value.ts';

export const tallyAdd: Command = {
  name: ['tally', 'add'],
  usage: '[FELD=WERT …]',
  summary: 'Trägt eine Kurzberatung ohne Akte ein; jede Angabe darf offen bleiben. FELD: tally.gender, tally.minutes … WERT wie bei case answer.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const answers = Object.fromEntries(
        positionals.map((word) => {
          const [id = '', ...rest] = word.split('=');
          const field = tallyCatalogue.field(id);
          if (field === undefined) throw new Refused('FIELD_UNKNOWN');
          return [id, typedValue(field, rest.join('='))];
        }),
      );
      return { rows: (await client.tally.enter({ rows: [answers] })).map(asJson) };
    }),
};

export const tallyList: Command = {
  name: ['tally', 'list'],
  usage: '[--from TAG] [--to TAG]',
  summary: 'Zählt die Kurzberatungen des Jahres und listet sie, die neuesten zuerst. Ohne Tage: dieses Jahr.',
  options: { from: { type: 'string' }, to: { type: 'string' } },
  run: ({ values }) =>
    withOffice(values, async ({ client, today }) => {
      const [year = ''] = today.split('-');
      const from = IsoDay.safeParse(optional(values, 'from') ?? `${year}-01-01`);
      const to = IsoDay.safeParse(optional(values, 'to') ?? `${year}-12-31`);
      if (!from.success || !to.success) throw new UsageError('--from, --to: ein Tag wie 2026-02-28');
      const { count, minutes, moved } = await client.tally.summary({ year: Number(year) });
      return { year: Number(year), count, minutes, moved, rows: (await client.tally.list({ from: from.data, to: to.data })).map(asJson) };
    }),
};
