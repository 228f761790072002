/** Reads back what a PDF says, tags and text, with a reader that is not the writer. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A run of text where it stands, in points from the lower left corner of its page. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Of the letters. */
  readonly size: number;
}

export interface PlacedPage {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly PlacedText[];
}

export interface ReadPdf {
  readonly pages: number;
  /** Where its texts stand, page by page. */
  readonly placed: readonly PlacedPage[];
  readonly text: string;
  readonly title: string;
  readonly language: string | null;
  readonly tagged: boolean;
  /** Languages that parts of it are marked with. */
  readonly languages: readonly string[];
  /** Roles of the structure tree in reading order: `H1`, `P`, `Table` … */
  readonly roles: readonly string[];
  /** The XMP packet says which standard the file claims. */
  readonly metadata: string;
}

/** A node of the structure tree; one without a role is a piece of the page's content. */
export interface StructureNode {
  readonly role?: string;
  readonly lang?: string;
  readonly alt?: string;
  /** Of a piece of content. */
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** A node and all below it, in reading order. */
export function nodesOf(node: StructureNode | null): readonly StructureNode[] {
  return node === null ? [] : [node, ...(node.children ?? []).flatMap(nodesOf)];
}

function placedText(item: object): readonly PlacedText[] {
  const { str = '', transform = [], width = 0 } = item as { readonly str?: string; readonly transform?: readonly number[]; readonly width?: number };
  const [, , , size = 0, x = 0, y = 0] = transform;
  return str.trim() === '' ? [] : [{ text: str, x, y, width, size }];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 });
  const pdf = await task.promise;
  const info = (await pdf.getMetadata()).info as { Title?: string; Language?: string };
  // Declared as an object, handed out as a Map by this version.
  const mark = (await pdf.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
  const texts: string[] = [];
  const nodes: StructureNode[] = [];
  const placed: PlacedPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
    placed.push({ width: right - left, height: top - bottom, texts: items.flatMap(placedText) });
    texts.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    nodes.push(...nodesOf(await page.getStructTree()));
  }
  const result = {
    pages: pdf.numPages,
    placed,
    text: texts.join('\n'),
    title: info.Title ?? '',
    language: info.Language ?? null,
    tagged: mark?.get('Marked') === true,
    roles: nodes.flatMap(({ role }) => role ?? []),
    languages: [...new Set(nodes.flatMap(({ lang }) => lang ?? []))],
    metadata: Buffer.from(bytes).toString('latin1'),
  };
  await task.destroy();
  return result;
}
