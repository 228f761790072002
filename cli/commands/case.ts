/** Cases from the command line: the same procedures, gates and audit as in the window. */
import { readFile } from 'node:fs/promises';
import { loadCatalogue } from '../../shared/catalogue/load-catalogue.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { EntryId, RecordId } from '../../shared/domain/ids.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import type { CoreClient } from '../../office/core.ts';
import { caseContent } from '../case-content.ts';
import { argument, asJson, optional, Refused, required, UsageError, wholeNumber, type Command, type Json } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { typedValue } from '../typed-value.ts';

/** A case by id, or by its number. */
export async function caseOf(client: CoreClient, word: string): Promise<RecordId> {
  const id = RecordId.safeParse(word);
  if (id.success) return id.data;
  const { rows } = await client.cases.list({ mine: false, text: word, sort: 'number', descending: false, offset: 0, limit: 50 });
  const found = rows.find((row) => row.number === word);
  if (found === undefined) throw new Refused('CASE_NOT_FOUND');
  return found.id;
}

function entryOf(values: Readonly<Record<string, string | boolean | undefined>>): EntryId | null {
  const word = optional(values, 'entry');
  if (word === null) return null;
  const entry = EntryId.safeParse(word);
  if (!entry.success) throw new Refused('ENTRY_UNKNOWN');
  return entry.data;
}

export function summary({ row, gaps, remarks }: CaseView): Record<string, Json> {
  return { ...row, gapList: gaps.map(asJson), remarks: remarks.map(asJson) };
}

export const caseList: Command = {
  name: ['case', 'list'],
  usage: '[--text SUCHE] [--mine] [--limit 100]',
  summary: 'Listet Fälle.',
  options: { text: { type: 'string' }, mine: { type: 'boolean' }, limit: { type: 'string', default: '100' }, offset: { type: 'string', default: '0' } },
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const limit = wholeNumber(required(values, 'limit'), '--limit', 1, 500);
      const offset = wholeNumber(required(values, 'offset'), '--offset', 0, 10_000_000);
      const mine = values['mine'] === true;
      const { total, rows } = await client.cases.list({ mine, text: optional(values, 'text') ?? '', sort: 'number', descending: false, offset, limit });
      return { total, rows: rows.map(asJson) };
    }),
};

export const caseShow: Command = {
  name: ['case', 'show'],
  usage: 'FALL',
  summary: 'Zeigt eine Akte: Kopf, Lücken und alles, was darin steht.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const view = await client.cases.open({ caseId });
      return { ...summary(view), content: caseContent(loadCatalogue(await client.catalogue.current()), view) };
    }),
};

export const caseNew: Command = {
  name: ['case', 'new'],
  usage: '',
  summary: 'Legt einen Fall an, noch ohne Namen.',
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const view = await client.cases.create();
      return { id: view.row.id, number: view.row.number };
    }),
};

export const caseAnswer: Command = {
  name: ['case', 'answer'],
  usage: 'FALL FELD WERT [--entry EINTRAG] [--value-file DATEI]',
  summary: 'Trägt eine Angabe ein. WERT: Code, Tag wie 2026-02-28, Zahl, ja/nein, Codes mit Komma, :unknown, :empty.',
  options: { entry: { type: 'string' }, 'value-file': { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const fieldId = argument(positionals, 1, 'FELD');
      const file = optional(values, 'value-file');
      const word = file === null ? argument(positionals, 2, 'WERT') : await readFile(file, 'utf8');
      const entry = entryOf(values);
      const field = loadCatalogue(await client.catalogue.current()).field(fieldId);
      if (field === undefined) throw new Refused('FIELD_UNKNOWN');
      const before = await client.cases.open({ caseId });
      const key = entry ?? '';
      const view =
        field.type === 'longtext'
          ? await client.cases.editText({ caseId, entry, field: fieldId, text: word === ':empty' ? '' : word, base: [...(before.texts[key]?.[fieldId]?.base ?? [])] })
          : await client.cases.answer({ caseId, entry, field: fieldId, value: typedValue(field, word), base: [...(before.answers[key]?.[fieldId]?.base ?? [])] });
      return { saved: true, ...summary(view) };
    }),
};

export const caseAdd: Command = {
  name: ['case', 'add'],
  usage: 'FALL GRUPPE [--parent EINTRAG]',
  summary: 'Fügt einen Eintrag hinzu: goal, subgoal, action_step …',
  options: { parent: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const parent = entryOf({ entry: values['parent'] });
      const { entry } = await client.cases.addEntry({ caseId, group: argument(positionals, 1, 'GRUPPE'), parent });
      return { entry };
    }),
};

export const caseEnter: Command = {
  name: ['case', 'enter'],
  usage: 'FALL GRUPPE FELD=WERT … [--parent EINTRAG]',
  summary: 'Fügt einen Eintrag mit allem hinzu, was darin steht; eine Weitergabe nur so, mit ihrer Grundlage. WERT wie bei case answer.',
  options: { parent: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const catalogue = loadCatalogue(await client.catalogue.current());
      const said = positionals.slice(2).map((word) => {
        const [id = '', ...rest] = word.split('=');
        const field = catalogue.field(id);
        if (field === undefined) throw new Refused('FIELD_UNKNOWN');
        return { field, word: rest.join('=') };
      });
      const texts = Object.fromEntries(said.filter(({ field }) => field.type === 'longtext').map(({ field, word }) => [field.id, word]));
      const answers = Object.fromEntries(said.filter(({ field }) => field.type !== 'longtext').map(({ field, word }) => [field.id, typedValue(field, word)]));
      const { entry } = await client.cases.enter({ caseId, group: argument(positionals, 1, 'GRUPPE'), parent: entryOf({ entry: values['parent'] }), answers, texts });
      return { entry };
    }),
};

const withdrawals = ['data_processing', 'health_data', 'case_management', 'release'] as const;

export const caseWithdraw: Command = {
  name: ['case', 'withdraw'],
  usage: 'FALL data_processing·health_data·case_management·release [--entry EINTRAG] [--day TAG]',
  summary: 'Hält einen Widerruf fest, sofort wirksam. --entry: die Schweigepflichtentbindung.',
  options: { entry: { type: 'string' }, day: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const word = argument(positionals, 1, 'WAS');
      const what = withdrawals.find((one) => one === word);
      if (what === undefined) throw new UsageError(`WAS: ${withdrawals.join(', ')}`);
      const day = IsoDay.safeParse(optional(values, 'day') ?? today);
      if (!day.success) throw new UsageError('--day: ein Tag wie 2026-02-28');
      return { withdrawn: what, ...summary(await client.cases.withdraw({ caseId, what, entry: entryOf(values), day: day.data })) };
    }),
};

export const caseShield: Command = {
  name: ['case', 'shield'],
  usage: 'FALL [--open]',
  summary: 'Schützt eine Akte: nur zuständige Fachkraft, Vertretung und Leitung öffnen sie noch. --open hebt das auf.',
  options: { open: { type: 'boolean' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const shielded = values['open'] !== true;
      return { shielded, ...summary(await client.cases.shield({ caseId, shielded })) };
    }),
};
