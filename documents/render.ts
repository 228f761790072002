/** Typst, in this process: data in, PDF bytes out. Only documents/worker.ts calls it; a panic in native code must not take the store along. */
import { join } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import type { Paper, PrintedPaper } from './contract.ts';
import { loadFonts } from './fonts.ts';
import { planTemplateData } from './plan-data.ts';
import { resourceFolder } from './resources.ts';

const templates = join(resourceFolder(), 'templates');

/**
 * Makes a printer that keeps fonts and compiler warm.
 *
 * The PDF is PDF/UA-1 (tagged), its timestamp is the day of the version: the same paper is the same bytes on every PC.
 * Throws when Typst refuses the document; the message names Typst's complaint, never the content.
 */
export function createPrinter(): (paper: Paper) => PrintedPaper {
  const fonts = loadFonts();
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: [...fonts.blobs] }] });
  return (paper) => {
    const { data, words, replaced } = planTemplateData(paper, fonts.covers);
    compiler.resetShadow();
    compiler.mapShadow(join(templates, 'data.json'), Buffer.from(JSON.stringify(data)));
    compiler.mapShadow(join(templates, 'words.json'), Buffer.from(JSON.stringify(words)));
    const result = compiler.compile({ mainFilePath: join(templates, `${paper.template}.typ`) });
    const document = result.result;
    if (document === null) throw new Error('Typst refused the template data');
    const pdf = compiler.pdf(document, {
      pdfStandard: PdfStandard.UA_1,
      creationTimestamp: Date.parse(`${paper.day}T12:00:00Z`) / 1000,
    });
    compiler.evictCache(10);
    return { pdf: new Uint8Array(pdf), replacedCharacters: replaced };
  };
}
