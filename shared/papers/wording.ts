/**
 * The words of a form as plain text that a carrier can write, too.
 *
 * Paragraphs are divided by an empty line. A line that begins with "# " is a heading, with "- " an item of a list, with "[ ] " a box to tick, with "_ " a line
 * to sign or write on, several beside each other divided by " / ". "{dein|Ihr}" is said as this young person is spoken to.
 */
import type { SheetBlock } from './sheet-paper.ts';

export type Address = 'du' | 'sie';

/** Ready for one young person. Braces that hold no such pair stay what they are. */
export function addressed(text: string, address: Address): string {
  return text.replaceAll(/\{([^{}|]*)\|([^{}|]*)\}/g, (_whole, du: string, sie: string) => (address === 'du' ? du : sie));
}

interface Kind {
  readonly mark: string;
  readonly block: (lines: readonly string[]) => readonly SheetBlock[];
}

const kinds: readonly Kind[] = [
  { mark: '# ', block: (lines) => lines.map((text) => ({ kind: 'heading', level: 2, text })) },
  { mark: '- ', block: (items) => [{ kind: 'list', items }] },
  { mark: '[ ] ', block: (items) => [{ kind: 'boxes', items }] },
  { mark: '_ ', block: (lines) => lines.map((line) => ({ kind: 'signatures', labels: line.split(' / ').map((label) => label.trim()) })) },
];

const plain: Kind = { mark: '', block: (lines) => [{ kind: 'text', text: lines.join(' ') }] };

/** A carrier may leave a line empty or not between two kinds: a change of kind ends a block as an empty line does. */
export function wordingBlocks(text: string, address: Address): readonly SheetBlock[] {
  const blocks: SheetBlock[] = [];
  let kind = plain;
  let lines: string[] = [];
  const end = (): void => {
    if (lines.length > 0) blocks.push(...kind.block(lines));
    lines = [];
  };
  for (const line of addressed(text, address).replaceAll('\r\n', '\n').split('\n').map((one) => one.trim())) {
    const own = kinds.find(({ mark }) => line.startsWith(mark)) ?? plain;
    if (line === '' || own !== kind) end();
    kind = own;
    if (line !== '') lines.push(line.slice(own.mark.length).trim());
  }
  end();
  return blocks;
}

/** A form without a place to sign is none: who wrote words of their own may have left it to us. */
export function isSigned(blocks: readonly SheetBlock[]): boolean {
  return blocks.some(({ kind }) => kind === 'signatures');
}
