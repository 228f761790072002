import { describe, expect, it } from 'vitest';
import { buildTree, compareSectionIds, headingsOf, neighbourSection } from '../../../renderer/office/case/section-tree.ts';

const section = (id: string) => ({ id, title: `Abschnitt ${id}`, fields: [] });
const catalogue = {
  headings: [
    { id: '2.2', title: 'Biographische Daten' },
    { id: '1', title: 'Eingangsdaten' },
    { id: '2', title: 'Anamnese' },
    { id: '5', title: 'Evaluation' },
  ],
  sections: [section('4'), section('2.2.10'), section('2.2.9'), section('1.1'), section('2.1')],
};

describe('the section tree', () => {
  it('stands in the order of the numbers, headings before what they hold', () => {
    const ids = buildTree(catalogue, []).map((node) => `${node.id}@${node.depth}`);
    expect(ids).toEqual(['1@0', '1.1@1', '2@0', '2.1@1', '2.2@1', '2.2.9@2', '2.2.10@2', '4@0']);
  });

  it('leaves out a heading that holds no section', () => {
    expect(buildTree(catalogue, []).some((node) => node.id === '5')).toBe(false);
  });

  it('holds no section that is not for the eyes of whoever asks, nor its heading', () => {
    expect(buildTree(catalogue, [], ['1.1', '2.1']).map(({ id }) => id)).toEqual(['1', '1.1', '2', '2.1']);
  });

  it('has letters behind the numbers, in the order of the catalogue', () => {
    const lettered = { headings: [], sections: [section('T'), section('K'), section('2.1'), section('A')] };
    expect(buildTree(lettered, []).map(({ id }) => id)).toEqual(['2.1', 'T', 'K', 'A']);
  });

  it('knows the headings a section stands under, from the outside in', () => {
    const tree = buildTree(catalogue, []);
    expect(headingsOf(tree, '2.2.10')).toEqual(['2', '2.2']);
    expect(headingsOf(tree, '2.2')).toEqual(['2']);
    expect(headingsOf(tree, '4')).toEqual([]);
  });

  it('shows a section and a heading of the same number once', () => {
    const tree = buildTree({ ...catalogue, headings: [{ id: '4', title: 'Integrationsförderplan' }] }, []);
    expect(tree.filter((node) => node.id === '4')).toMatchObject([{ isSection: true }]);
  });

  it('carries the completeness of each section and none for headings', () => {
    const tree = buildTree(catalogue, [{ section: '1.1', shown: 5, answered: 2, gaps: 1 }]);
    expect(tree.find((node) => node.id === '1.1')?.progress).toEqual({ section: '1.1', shown: 5, answered: 2, gaps: 1 });
    expect(tree.find((node) => node.id === '1')?.progress).toBeNull();
  });

  it.each([
    ['1.1', 1, '2.1'],
    ['2.1', 1, '2.2.9'],
    ['2.1', -1, '1.1'],
    ['1.1', -1, '1.1'],
    ['4', 1, '4'],
  ] as const)('from %s a step of %i leads to %s', (from, step, to) => {
    expect(neighbourSection(buildTree(catalogue, []), from, step)).toBe(to);
  });

  it.each([
    ['2.2', '2.10', -1],
    ['1', '1.1', -1],
    ['5', 'K', -1],
    ['GA', 'K', -1],
    ['4', '4', 0],
  ] as const)('%s against %s is %i', (a, b, order) => {
    expect(Math.sign(compareSectionIds(a, b))).toBe(order);
  });
});
