/** The log from the command line: checking it, reading it by role, and with names by two people; same rights as the window. */
import { IsoDay } from '../../shared/domain/day.ts';
import { asJson, optional, Refused, required, UsageError, wholeNumber, type Command, type Values } from '../command.ts';
import { secondPasswordOf, withOffice } from '../office-session.ts';

export const auditVerify: Command = {
  name: ['audit', 'verify'],
  usage: '',
  summary: 'Prüft die Protokolle dieses PCs: keine Zeile geändert, entfernt oder dazwischengeschoben. Ob eine leere Zeile zu einer vergessenen Akte gehört oder von Hand geleert wurde, sagt die Prüfung nicht.',
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const { doors } = await client.audit.verify();
      if (doors.some((door) => door.brokenAt !== null)) throw new Refused('AUDIT_BROKEN');
      return { intact: true, doors: doors.map(asJson) };
    }),
};

function dayOf(values: Values, name: string, otherwise: IsoDay): IsoDay {
  const text = optional(values, name);
  if (text === null) return otherwise;
  const day = IsoDay.safeParse(text);
  if (!day.success) throw new UsageError(`--${name}: ein Tag wie 2026-02-28`);
  return day.data;
}

export const auditShow: Command = {
  name: ['audit', 'show'],
  usage: '[--from TAG] [--until TAG] [--limit 500] [--names --reason TEXT [--second ANMELDENAME --second-password-file DATEI]]',
  summary: 'Zeigt der Leitung das Protokoll nach Aufgabe und Tag. --names: mit Namen und Zeiten, nur mit Grund und einer zweiten Person, die ihr Passwort eingibt.',
  options: {
    from: { type: 'string' },
    until: { type: 'string' },
    limit: { type: 'string', default: '500' },
    names: { type: 'boolean' },
    reason: { type: 'string' },
    second: { type: 'string' },
    'second-password-file': { type: 'string' },
  },
  run: ({ values }) => {
    const reason = values['names'] === true ? required(values, 'reason') : '';
    const login = optional(values, 'second');
    const second = login === null ? null : { login, password: secondPasswordOf(values) };
    return withOffice(values, async ({ client, today }) => {
      const from = dayOf(values, 'from', today);
      const period = { from, until: dayOf(values, 'until', today), limit: wholeNumber(optional(values, 'limit') ?? '', '--limit', 1, 5_000) };
      return asJson(values['names'] === true ? await client.audit.readNames({ ...period, reason, second }) : await client.audit.read(period));
    });
  },
};
