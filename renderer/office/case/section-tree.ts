/** The tree of headings and sections as the window shows it; it follows from the dots of the ids. */
import type { Catalogue } from '../../../shared/catalogue/types.ts';
import type { SectionProgress } from '../../../shared/rpc/case.views.ts';

export interface TreeNode {
  readonly id: string;
  readonly title: string;
  /** 0 for `1.`, 1 for `1.1` … */
  readonly depth: number;
  /** null for a heading without a form of its own. */
  readonly progress: SectionProgress | null;
  /** False: a heading only. */
  readonly isSection: boolean;
}

function numbers(id: string): readonly number[] {
  return id.split('.').filter((part) => part !== '').map((part) => (/^\d+$/.test(part) ? Number(part) : Number.MAX_SAFE_INTEGER));
}

/** `2.2` before `2.10`; letters after numbers, in the order of the alphabet. */
export function compareSectionIds(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Headings without any section below them are left out: an empty branch helps nobody. `readable`: what is not for the eyes of whoever asks is
 * not in the tree. Numbers stand in their order, letters behind them in the order of the catalogue.
 */
export function buildTree(
  catalogue: Pick<Catalogue, 'headings' | 'sections'>,
  progress: readonly SectionProgress[],
  readable: readonly string[] = catalogue.sections.map(({ id }) => id),
): readonly TreeNode[] {
  const bare = (id: string): string => id.replace(/\.$/, '');
  const shown = catalogue.sections.filter(({ id }) => readable.includes(id));
  const sections = new Map(shown.map((section) => [bare(section.id), section]));
  const headings = catalogue.headings.filter(
    ({ id }) => !sections.has(bare(id)) && [...sections.keys()].some((section) => section.startsWith(`${bare(id)}.`)),
  );
  const nodes = [
    ...headings.map(({ id, title }): TreeNode => ({ id, title, depth: numbers(id).length - 1, progress: null, isSection: false })),
    ...shown.map(({ id, title }): TreeNode => ({
      id,
      title,
      depth: numbers(id).length - 1,
      progress: progress.find((p) => p.section === id) ?? null,
      isSection: true,
    })),
  ];
  const lettered = ({ id }: TreeNode): boolean => !/^\d/.test(id);
  return nodes.sort((a, b) => (lettered(a) && lettered(b) ? 0 : compareSectionIds(a.id, b.id)));
}

/** Every heading a section stands under, from the outside in: `2.2.5.1` → `2`, `2.2`, `2.2.5`, as far as they are in the tree. */
export function headingsOf(tree: readonly TreeNode[], section: string): readonly string[] {
  return tree.filter((node) => !node.isSection && section.startsWith(`${node.id.replace(/\.$/, '')}.`)).map(({ id }) => id);
}

/** The section `step` places further, the same one at either end. */
export function neighbourSection(tree: readonly TreeNode[], current: string, step: 1 | -1): string {
  const sections = tree.filter((node) => node.isSection);
  const here = sections.findIndex((node) => node.id === current);
  return sections[Math.min(Math.max(here + step, 0), sections.length - 1)]?.id ?? current;
}
