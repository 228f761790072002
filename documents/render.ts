/** Typst, in this process: data in, PDF bytes out. Only the document process calls it; a panic there must not take the store along. */
import { agreementTemplateData } from './agreement-data.ts';
import type { Paper, PrintedPaper } from './contract.ts';
import { chooseEngine } from './engine/choose.ts';
import { Refusal, type EngineName } from './engine/engine.ts';
import { loadFonts } from './fonts.ts';
import { readTemplate } from './resources.ts';
import { sheetTemplateData } from './sheet-data.ts';
import { slipTemplateData } from './slip-data.ts';
import type { TemplateData } from './template-data.ts';
import { wallTemplateData } from './wall-data.ts';

/** Data and pictures of a paper, as its template reads them. */
export function templateData(paper: Paper, covers: (codePoint: number) => boolean): TemplateData {
  switch (paper.template) {
    case 'agreement':
      return agreementTemplateData(paper, covers);
    case 'wall':
      return wallTemplateData(paper, covers);
    case 'slip':
      return slipTemplateData(paper, covers);
    case 'sheet':
      return sheetTemplateData(paper, covers);
  }
}

function hasLogos({ letterhead }: Paper): boolean {
  return letterhead !== undefined && letterhead.logos.length > 0;
}

function withoutLogos(paper: Paper): Paper {
  const { letterhead } = paper;
  return letterhead === undefined ? paper : { ...paper, letterhead: { ...letterhead, logos: letterhead.logos.map((logo) => ({ ...logo, data: '' })) } };
}

export interface Printer {
  readonly print: (paper: Paper) => PrintedPaper;
  /** Of the engine. */
  readonly isFull: () => boolean;
}

/**
 * Makes a printer that keeps fonts and compiler warm, with the engine of this PC or with `engine`.
 *
 * The PDF is tagged and dated with the day of the version: the same paper is the same bytes on every PC with the same engine.
 * Throws as `Engine.compile` does; no message names content.
 */
export async function createPrinter(engine?: EngineName): Promise<Printer> {
  const fonts = loadFonts();
  const typst = await chooseEngine(fonts.blobs, engine);
  const compile = (paper: Paper): PrintedPaper => {
    const { data, words = {}, replaced, files: pictures } = templateData(paper, fonts.covers);
    const files = {
      ...readTemplate(paper.template),
      ...pictures,
      'data.json': Buffer.from(JSON.stringify(data)),
      'words.json': Buffer.from(JSON.stringify(words)),
    };
    return { pdf: typst.compile(`${paper.template}.typ`, files, paper.day), replacedCharacters: replaced };
  };
  const print: Printer['print'] = (paper) => {
    try {
      return compile(paper);
    } catch (problem) {
      // A logo may be a broken picture, and Typst does not say why it refuses: better the paper with the words for it than no paper.
      if (!(problem instanceof Refusal) || !hasLogos(paper)) throw problem;
      return compile(withoutLogos(paper));
    }
  };
  return { print, isFull: typst.isFull };
}
