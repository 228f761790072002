/** Rights of the young person from the command line: what is open, the copy of everything, restriction, papers. Same rights as the window. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { argument, asJson, optional, required, UsageError, type Command } from '../command.ts';
import { withOffice } from '../office-session.ts';
import { caseOf } from './case.ts';
import { dayOf } from './day-option.ts';

export const rightsRequests: Command = {
  name: ['rights', 'requests'],
  usage: '[FALL]',
  summary: 'Zeigt offene Anträge und eingeschränkte Akten mit ihren Fristen; mit FALL alles zu einer Akte.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const [word] = positionals;
      if (word !== undefined) return asJson(await client.rights.ofCase({ caseId: await caseOf(client, word) }));
      return asJson({ rows: await client.rights.overview() });
    }),
};

export const rightsCopy: Command = {
  name: ['rights', 'copy'],
  usage: 'FALL --out ORDNER --texts-read',
  summary: 'Legt die Kopie der eigenen Daten als PDF und JSON mit allen Dateien ab. Angaben zu anderen Menschen bleiben weg. --texts-read: Texte und Dateien sind gelesen.',
  options: { out: { type: 'string' }, 'texts-read': { type: 'boolean' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const folder = resolve(process.cwd(), required(values, 'out'));
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const copy = await client.rights.copy({ caseId, decisions: [], textsRead: values['texts-read'] === true, protection: null, names: null });
      await mkdir(folder, { recursive: true });
      const write = async (name: string, blob: Blob): Promise<string> => {
        const file = join(folder, name);
        // Never over another copy: it may be another person's.
        await writeFile(file, new Uint8Array(await blob.arrayBuffer()), { flag: 'wx', mode: 0o600 });
        return file;
      };
      const files = [await write(`${copy.fileName}.pdf`, copy.pdf), await write(`${copy.fileName}.json`, copy.json)];
      for (const { attachment, name } of copy.files) files.push(await write(name, await client.rights.copiedFile({ caseId, attachment })));
      return { files, withheld: copy.withheld, warnings: [...copy.warnings] };
    }),
};

export const rightsRestrict: Command = {
  name: ['rights', 'restrict'],
  usage: 'FALL --ground GRUND [--asked-by young_person]',
  summary: 'Schränkt die Verarbeitung ein: Der Inhalt der Akte ist für alle zu. GRUND: Code der Liste restriction_ground.',
  options: { ground: { type: 'string' }, 'asked-by': { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const ground = required(values, 'ground');
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const { restricted, notices } = await client.rights.restrict({ caseId, ground, askedBy: optional(values, 'asked-by') ?? 'young_person' });
      return { restricted, toTell: notices.filter(({ doneOn }) => doneOn === null).length };
    }),
};

export const rightsLift: Command = {
  name: ['rights', 'lift'],
  usage: 'FALL --ground GRUND [--told TAG]',
  summary: 'Hebt die Einschränkung auf; der junge Mensch ist vorher unterrichtet. GRUND: Code der Liste restriction_lift.',
  options: { ground: { type: 'string' }, told: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, today }) => {
      const ground = required(values, 'ground');
      const caseId = await caseOf(client, argument(positionals, 0, 'FALL'));
      const { restricted } = await client.rights.lift({ caseId, ground, toldOn: dayOf(values, 'told', today) });
      return { restricted };
    }),
};

export const rightsOfficer: Command = {
  name: ['rights', 'officer'],
  usage: '--from TAG --out ORDNER [--until TAG]',
  summary: 'Legt die Übersicht für die oder den Datenschutzbeauftragte(n) als PDF und JSON ab: Anträge, Gründe, Protokoll nach Aufgabe; keine Namen, kein Inhalt. Nur die Leitung.',
  options: { from: { type: 'string' }, until: { type: 'string' }, out: { type: 'string' } },
  run: ({ values }) =>
    withOffice(values, async ({ client, today }) => {
      const folder = resolve(process.cwd(), required(values, 'out'));
      const { pdf, json, fileName, logCut } = await client.rights.officerExtract({ from: dayOf(values, 'from', required(values, 'from')), until: dayOf(values, 'until', today) });
      await mkdir(folder, { recursive: true });
      const files = [join(folder, `${fileName}.pdf`), join(folder, `${fileName}.json`)];
      for (const [at, blob] of [pdf, json].entries()) await writeFile(files[at] ?? '', new Uint8Array(await blob.arrayBuffer()), { mode: 0o600 });
      return { files, logCut };
    }),
};

const papers = ['processing_record', 'measures', 'impact_assessment', 'staff_information', 'staff_commitment'] as const;

export const rightsPaper: Command = {
  name: ['rights', 'paper'],
  usage: `${papers.join('·')} [--out DATEI]`,
  summary: 'Legt ein Papier des JMD als Entwurf ab, gefüllt aus den Einstellungen.',
  options: { out: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => {
      const word = argument(positionals, 0, 'PAPIER');
      const kind = papers.find((one) => one === word);
      if (kind === undefined) throw new UsageError(`PAPIER: ${papers.join(', ')}`);
      const { pdf, fileName } = await client.rights.paper({ kind });
      const file = resolve(process.cwd(), optional(values, 'out') ?? fileName);
      await writeFile(file, new Uint8Array(await pdf.arrayBuffer()));
      return { file };
    }),
};
