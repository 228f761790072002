/** Reads back what a PDF says, tags and text, with a reader that is not the writer. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadPdf {
  readonly pages: number;
  readonly text: string;
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** Roles of the structure tree in reading order: `H1`, `P`, `Table` … */
  readonly roles: readonly string[];
  /** The XMP packet says which standard the file claims. */
  readonly metadata: string;
}

interface StructureNode {
  readonly role?: string;
  readonly children?: readonly StructureNode[];
}

function rolesOf(node: StructureNode | null): string[] {
  if (node === null) return [];
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(rolesOf)];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string };
  // Declared as an object, handed out as a Map by this version.
  const mark = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const texts: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    texts.push(content.items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    roles.push(...rolesOf((await page.getStructTree()) as StructureNode | null));
  }
  const result = {
    pages: pdf.numPages,
    text: texts.join('\n'),
    title: info.Title ?? '',
    language: info.Language ?? null,
    tagged: mark?.get('Marked') === true,
    roles,
    metadata: Buffer.from(bytes).toString('latin1'),
  };
  await task.destroy();
  return result;
}
