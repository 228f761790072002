/** A request of the young person, or of her parents, from its receipt to its answer: the acts of the window with their guards. */
import { readFile } from 'node:fs/promises';
import { EntryId } from '../../shared/domain/ids.ts';
import type { RequestView, RightsView } from '../../shared/rpc/rights.views.ts';
import { argument, optional, Refused, required, UsageError, type Command, type Json, type Values } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';
import { dayOf } from './day-option.ts';

function requestOf(positionals: readonly string[]): EntryId {
  const entry = EntryId.safeParse(argument(positionals, 1, 'ANTRAG'));
  if (!entry.success) throw new Refused('ENTRY_UNKNOWN');
  return entry.data;
}

function yesOrNo(values: Values, name: string): boolean | null {
  const word = optional(values, name);
  if (word === null) return null;
  if (word !== 'ja' && word !== 'nein') throw new UsageError(`--${name}: ja oder nein`);
  return word === 'ja';
}

/** How the request stands now, and how many earlier recipients are still to be told. */
function stands({ requests, notices }: RightsView, entry: EntryId): Json {
  const request = requests.find((one) => one.entry === entry);
  if (request === undefined) throw new Refused('ENTRY_UNKNOWN');
  const { kindLabel, open, due, text, decisionLabel, groundLabel, steps, owed } = request;
  return { entry, kind: kindLabel, open, due, text, decision: decisionLabel, ground: groundLabel, next: owed?.text ?? null, steps: [...steps], toTell: notices.filter(({ doneOn }) => doneOn === null).length };
}

function standsText(result: Json): string {
  const { kind, text, decision, ground, next, steps, toTell } = result as unknown as Pick<RequestView, 'text' | 'steps'> & { kind: string; next: string | null; decision: string | null; ground: string | null; toTell: number };
  const decided = [decision, ground].filter((part) => part !== null).join(', ');
  const tell = toTell === 0 ? [] : [`Noch zu unterrichten: ${String(toTell)} ${toTell === 1 ? 'Stelle' : 'Stellen'}`];
  return [`${kind}${decided === '' ? '' : `: ${decided}`}`, text, ...(next === null ? [] : [`${next}.`]), ...steps.map((step) => `- ${step}`), ...tell].join('\n');
}

export const rightsEnter: Command = {
  name: ['rights', 'enter'],
  usage: 'FALL ART [--by young_person] [--identity known] [--received TAG]',
  summary: 'Hält einen Antrag fest; der Monat beginnt mit dem Eingang. ART: Code der Liste request_kind.',
  options: { by: { type: 'string' }, identity: { type: 'string' }, received: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const kind = argument(positionals, 1, 'ART');
      const { entry, view } = await client.rights.enter({
        caseId,
        kind,
        by: optional(values, 'by') ?? 'young_person',
        identity: optional(values, 'identity') ?? 'known',
        receivedOn: dayOf(values, 'received', today),
      });
      return { entry, due: view.requests.find((one) => one.entry === entry)?.due ?? null };
    }),
};

export const rightsExtend: Command = {
  name: ['rights', 'extend'],
  usage: 'FALL ANTRAG --ground GRUND --due TAG [--told TAG]',
  summary: 'Verlängert die Frist eines Antrags auf höchstens drei Monate; im ersten Monat mitgeteilt. GRUND: Code der Liste request_extension.',
  options: { ground: { type: 'string' }, due: { type: 'string' }, told: { type: 'string' } },
  text: standsText,
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const entry = requestOf(positionals);
      const wish = { entry, ground: required(values, 'ground'), due: dayOf(values, 'due', required(values, 'due')), toldOn: dayOf(values, 'told', today) };
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return stands(await client.rights.extend({ caseId, ...wish }), entry);
    }),
};

export const rightsDecide: Command = {
  name: ['rights', 'decide'],
  usage: 'FALL ANTRAG ENTSCHEIDUNG [--ground GRUND] [--reason-file DATEI] [--identity W] [--insight E --secret-counselling ja·nein] [--day TAG]',
  summary:
    'Entscheidet einen Antrag. ENTSCHEIDUNG, GRUND, E: Codes der Listen request_decision, request_ground, request_insight. Fragen Eltern, gehören --insight und --secret-counselling dazu.',
  options: {
    ground: { type: 'string' },
    'reason-file': { type: 'string' },
    identity: { type: 'string' },
    insight: { type: 'string' },
    'secret-counselling': { type: 'string' },
    day: { type: 'string' },
  },
  text: standsText,
  run: async ({ values, positionals }) => {
    const entry = requestOf(positionals);
    const [identity, words] = [optional(values, 'identity'), optional(values, 'reason-file')];
    const wish = {
      entry,
      decision: argument(positionals, 2, 'ENTSCHEIDUNG'),
      ground: optional(values, 'ground'),
      insight: optional(values, 'insight'),
      secretCounselling: yesOrNo(values, 'secret-counselling'),
      // Words about somebody stand in a file, not in the history of a shell.
      reason: words === null ? '' : await readFile(words, 'utf8'),
      ...(identity !== null && { identity }),
    };
    return withOffice(values, async ({ client, today }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return stands(await client.rights.decide({ caseId, ...wish, day: dayOf(values, 'day', today) }), entry);
    });
  },
};

export const rightsAnswered: Command = {
  name: ['rights', 'answered'],
  usage: 'FALL ANTRAG [--day TAG]',
  summary: 'Hält fest, dass ein entschiedener Antrag beantwortet ist.',
  options: { day: { type: 'string' } },
  text: standsText,
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const entry = requestOf(positionals);
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      return stands(await client.rights.answered({ caseId, entry, day: dayOf(values, 'day', today) }), entry);
    }),
};
