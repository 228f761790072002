import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argument, optional, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';

export const planPdf: Command = {
  name: ['plan', 'pdf'],
  usage: 'FALL [--out DATEI]',
  summary: 'Druckt den Plan als PDF und hält die Fassung fest.',
  options: { out: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const printed = await client.plan.print({ caseId, language: 'de' });
      const bytes = new Uint8Array(await printed.pdf.arrayBuffer());
      const file = resolve(process.cwd(), optional(values, 'out') ?? join('.', printed.fileName));
      await writeFile(file, bytes);
      return {
        file,
        version: printed.version,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        replacedCharacters: [...printed.replacedCharacters],
      };
    }),
};
