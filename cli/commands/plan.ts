import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { germanDay } from '../../shared/domain/day.ts';
import { languageCodes, type LanguageCode } from '../../shared/languages/types.ts';
import { changedParts, changeKinds } from '../../shared/plan/change-words.ts';
import type { PlanChange } from '../../shared/plan/types.ts';
import type { KeptDocumentView } from '../../shared/rpc/case.views.ts';
import { PlanPaperKind } from '../../shared/rpc/plan.contract.ts';
import { argument, asJson, optional, UsageError, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

function paperOf(word: string | null): PlanPaperKind {
  const paper = PlanPaperKind.safeParse(word ?? 'agreement');
  if (!paper.success) throw new UsageError(`--paper: ${PlanPaperKind.options.join(' oder ')}`);
  return paper.data;
}

function languageOf(word: string | null): LanguageCode {
  const language = languageCodes.find((code) => code === (word ?? 'de'));
  if (language === undefined) throw new UsageError(`--language: eines von ${languageCodes.join(', ')}`);
  return language;
}

export const planPdf: Command = {
  name: ['plan', 'pdf'],
  usage: 'FALL [--paper agreement|wall] [--language CODE] [--out DATEI]',
  summary: 'Druckt den Plan oder das Wandblatt als PDF und hält die Fassung fest.',
  options: { paper: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } },
  run: ({ values, positionals }) => {
    const [paper, language] = [paperOf(optional(values, 'paper')), languageOf(optional(values, 'language'))];
    return withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const printed = await client.plan.print({ caseId, paper, language });
      const bytes = new Uint8Array(await printed.pdf.arrayBuffer());
      const file = resolve(process.cwd(), optional(values, 'out') ?? join('.', printed.fileName));
      await writeFile(file, bytes);
      return {
        file,
        paper,
        language,
        version: printed.version,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        replacedCharacters: [...printed.replacedCharacters],
      };
    });
  },
};

/** One paper of each of the last two versions whose words were kept; the older first. */
function lastTwo(documents: readonly KeptDocumentView[]): readonly KeptDocumentView[] {
  const byVersion = new Map(documents.filter(({ comparable }) => comparable).map((document) => [`${String(document.version)}/${String(document.content)}`, document]));
  return [...byVersion.values()].sort((a, b) => a.version - b.version || a.content - b.content).slice(-2);
}

interface Compared {
  readonly from: { readonly version: number; readonly day: KeptDocumentView['day'] } | null;
  readonly to: { readonly version: number; readonly day: KeptDocumentView['day'] } | null;
  readonly changes: readonly PlanChange[];
}

const oneLine = (words: string): string => words.replaceAll('\n', ' ');

/** "neu: Schritt „Lebenslauf schreiben“" */
function changeLine({ kind, what, text, details }: PlanChange): string {
  const part = changedParts[what];
  const named = text === part ? part : `${part} „${oneLine(text)}“`;
  return `  ${changeKinds[kind]}: ${named}${details.length === 0 ? '' : ` (${oneLine(details.join('; '))})`}`;
}

export const planChanges: Command = {
  name: ['plan', 'changes'],
  usage: 'FALL',
  summary: 'Sagt, was sich zwischen den letzten zwei Fassungen des Plans geändert hat; bei einer Fassung, was sich seitdem geändert hat.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const [older, newer] = lastTwo((await client.cases.open({ caseId })).documents);
      const nothing: Compared = { from: null, to: null, changes: [] };
      if (older === undefined) return asJson(nothing);
      const changes = await client.plan.changes({ caseId, from: older.attachment, to: newer?.attachment ?? null });
      const named = ({ version, day }: KeptDocumentView): Compared['from'] => ({ version, day });
      const compared: Compared = { from: named(older), to: newer === undefined ? null : named(newer), changes };
      return asJson(compared);
    }),
  text: (result) => {
    const { from, to, changes } = result as unknown as Compared;
    if (from === null) return 'Noch ist keine Fassung gedruckt, die sich vergleichen lässt.';
    const version = (one: Compared['to']): string => (one === null ? 'heute' : `Fassung ${String(one.version)} vom ${germanDay(one.day)}`);
    const lines = changes.map(changeLine);
    return [`${version(from)} → ${version(to)}`, ...(lines.length === 0 ? ['  nichts geändert'] : lines)].join('\n');
  },
};
