import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { EntryId } from '../../shared/domain/ids.ts';
import { languageCodes, type LanguageCode } from '../../shared/languages/types.ts';
import { formKinds, type FormKind } from '../../shared/papers/forms.ts';
import { isLetterKind, letterKinds, type LetterKind } from '../../shared/papers/letters.ts';
import type { CoreClient } from '../../office/core.ts';
import { argument, optional, Refused, UsageError, type Command, type Values } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

function formOf(word: string): FormKind | LetterKind {
  const form = [...formKinds, ...letterKinds].find((kind) => kind === word);
  if (form === undefined) throw new UsageError(`FORMULAR: eines von ${[...formKinds, ...letterKinds].join(', ')}`);
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

interface Wish {
  readonly language: LanguageCode;
  readonly entry: EntryId | null;
  readonly bring: string;
}

/** Blank, or filled from the case of `word`. */
function printing(form: FormKind | LetterKind, word: string | null, { language, entry, bring }: Wish): (client: CoreClient) => ReturnType<CoreClient['papers']['blank']> {
  if (word === null) {
    if (isLetterKind(form)) throw new UsageError('Ein Brief gehört zu einem Fall: --case fehlt.');
    return (client) => client.papers.blank({ form, language });
  }
  if (form === 'notfallblatt') throw new UsageError('Das Notfallblatt gehört zu keinem Fall.');
  return async (client) => client.papers.fill({ caseId: await caseOf(client, word), form, entry, bring, language });
}

export const documentPdf: Command = {
  name: ['document', 'pdf'],
  usage: 'FORMULAR [--case FALL] [--entry ID] [--bring TEXT] [--language CODE] [--out DATEI]',
  summary: 'Druckt ein Formular als PDF: leer, mit --case ausgefüllt. Mit --case auch einen Brief vor einer Frist: long_silent, copy_offer.',
  options: { case: { type: 'string' }, entry: { type: 'string' }, bring: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } },
  run: ({ values, positionals }) => {
    const form = formOf(argument(positionals, 0, 'FORMULAR'));
    const word = optional(values, 'case');
    const print = printing(form, word, { language: languageOf(values), entry: entryOf(values), bring: optional(values, 'bring') ?? '' });
    return withOffice(values, async ({ client }) => {
      const printed = await print(client);
      const bytes = new Uint8Array(await printed.pdf.arrayBuffer());
      const file = resolve(process.cwd(), optional(values, 'out') ?? printed.fileName);
      await writeFile(file, bytes);
      return { file, form, filled: word !== null, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), replacedCharacters: [...printed.replacedCharacters] };
    });
  },
};
