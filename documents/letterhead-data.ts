/** The letterhead as `templates/parts/letterhead.typ` reads it, and its logos as files of the paper. */
import type { Letterhead } from '../shared/papers/letterhead.ts';
import type { PaperFiles } from './engine/engine.ts';
import type { PaperText } from './paper-text.ts';

export interface LetterheadData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly files: PaperFiles;
}

const endings = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

export function letterheadData(officeName: string, letterhead: Letterhead, text: PaperText): LetterheadData {
  const logos = letterhead.logos.map(({ mime, data, alt }, at) => ({
    file: data === '' ? null : `logo-${String(at + 1)}.${endings[mime]}`,
    alt: text.said(alt),
    bytes: Buffer.from(data, 'base64'),
  }));
  return {
    data: {
      office: text.said(officeName),
      carrier: text.line(letterhead.carrier),
      address: text.print(letterhead.address).split('\n').map((line) => line.trim()).filter((line) => line !== ''),
      phone: text.line(letterhead.phone),
      email: text.line(letterhead.email),
      funder: text.line(letterhead.funder),
      // From the root of the paper's files: the part that draws them lies in a folder.
      // Without a picture its words are printed.
      logos: logos.map(({ file, alt }) => ({ file: file === null ? null : `/${file}`, alt })),
    },
    files: Object.fromEntries(logos.flatMap(({ file, bytes }) => (file === null ? [] : [[file, bytes]]))),
  };
}
