import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EntryId } from '../../shared/domain/ids.ts';
import { languageCodes, type LanguageCode } from '../../shared/languages/types.ts';
import { formKinds, type FormKind } from '../../shared/papers/forms.ts';
import { argument, optional, Refused, UsageError, type Command, type Values } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

function formOf(word: string): FormKind {
  const form = formKinds.find((kind) => kind === word);
  if (form === undefined) throw new UsageError(`FORMULAR: eines von ${formKinds.join(', ')}`);
  return form;
}

function languageOf(values: Values): LanguageCode {
  const word = optional(values, 'language') ?? 'de';
  const language = languageCodes.find((code) => code === word);
  if (language === undefined) throw new UsageError(`--language: eines von ${languageCodes.join(', ')}`);
  return language;
}

function entryOf(values: Values): EntryId | null {
  const word = optional(values, 'entry');
  if (word === null) return null;
  const entry = EntryId.safeParse(word);
  if (!entry.success) throw new Refused('ENTRY_UNKNOWN');
  return entry.data;
}

export const documentPdf: Command = {
  name: ['document', 'pdf'],
  usage: 'FORMULAR [--case FALL] [--entry ID] [--bring TEXT] [--language CODE] [--out DATEI]',
  summary: 'Druckt ein Formular als PDF: leer, mit --case ausgefüllt.',
  options: { case: { type: 'string' }, entry: { type: 'string' }, bring: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } },
  run: ({ values, positionals }) => {
    const form = formOf(argument(positionals, 0, 'FORMULAR'));
    const [language, entry, word] = [languageOf(values), entryOf(values), optional(values, 'case')];
    if (form === 'notfallblatt' && word !== null) throw new UsageError('Das Notfallblatt gehört zu keinem Fall.');
    return withOffice(values, async ({ client }) => {
      const filled = form !== 'notfallblatt' && word !== null;
      const printed = filled
        ? await client.papers.fill({ caseId: await caseOf(client, word), form, entry, bring: optional(values, 'bring') ?? '', language })
        : await client.papers.blank({ form, language });
      const bytes = new Uint8Array(await printed.pdf.arrayBuffer());
      const file = resolve(process.cwd(), optional(values, 'out') ?? printed.fileName);
      await writeFile(file, bytes);
      return { file, form, filled, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), replacedCharacters: [...printed.replacedCharacters] };
    });
  },
};
