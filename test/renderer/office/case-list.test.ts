import { describe, expect, it, vi } from 'vitest';
import { CaseList } from '../../../renderer/office/cases/case-list.svelte.ts';
import { listTexts } from '../../../renderer/office/cases/texts.ts';
import type { OfficeClient } from '../../../renderer/office/rpc.ts';
import type { CaseRowView } from '../../../shared/rpc/lists.views.ts';

interface Asked {
  readonly offset: number;
  readonly limit: number;
  readonly text: string;
  readonly mine: boolean;
  readonly status: string | null;
  readonly supportForm: string | null;
  readonly gapsOnly: boolean;
}

/** Answers as the core does, with rows that only carry their number. */
function listOf(total: number) {
  const asked: Asked[] = [];
  const list = (input: Asked) => {
    asked.push(input);
    const length = Math.max(0, Math.min(input.limit, total - input.offset));
    const rows = Array.from({ length }, (_, at) => ({ number: `${input.text}${input.offset + at}` }) as CaseRowView);
    return Promise.resolve({ total, rows });
  };
  return { asked, cases: new CaseList({ cases: { list } } as unknown as OfficeClient) };
}

it('loads the first page, then only what is scrolled to', async () => {
  const { asked, cases } = listOf(10_000);
  cases.reload();
  await vi.waitFor(() => expect(cases.total).toBe(10_000));
  cases.see(5_000, 5_030);
  await vi.waitFor(() => expect(cases.rowAt(5_000)?.number).toBe('5000'));
  cases.see(5_010, 5_040);

  expect(asked.map(({ offset }) => offset)).toEqual([0, 5_000]);
  expect(cases.rowAt(2_000)).toBeUndefined();
});

it('loads the rows on the screen again when the list is asked anew', async () => {
  const { asked, cases } = listOf(1_000);
  cases.reload();
  await vi.waitFor(() => expect(cases.total).toBe(1_000));
  cases.see(600, 620);
  await vi.waitFor(() => expect(cases.rowAt(600)).toBeDefined());
  asked.length = 0;
  cases.show(false);
  await vi.waitFor(() => expect(asked.map(({ offset }) => offset)).toEqual([0, 600]));
});

it('asks once for a filter that is typed quickly', async () => {
  const { asked, cases } = listOf(3);
  for (const text of ['a', 'ah', 'ahm']) cases.filter({ text }, true);
  await vi.waitFor(() => expect(cases.rowAt(0)?.number).toBe('ahm0'));

  expect(asked.filter(({ text }) => text !== '')).toHaveLength(1);
});

describe('filters', () => {
  it('go to the core together, and the number of all cases is asked for beside them', async () => {
    const { asked, cases } = listOf(340);
    cases.filter({ status: 'dormant' });
    cases.filter({ supportForm: 'counselling', gapsOnly: true });
    await vi.waitFor(() => expect([cases.total, cases.all]).toEqual([340, 340]));

    expect(asked.at(-1)).toMatchObject({ status: 'dormant', supportForm: 'counselling', gapsOnly: true, mine: true });
    expect(asked.find(({ limit }) => limit === 1)).toMatchObject({ status: null, supportForm: null, gapsOnly: false, text: '', mine: true });
  });

  it('are gone after a reset, and no second number is asked for', async () => {
    const { asked, cases } = listOf(7);
    cases.filter({ text: 'a', status: 'closed', supportForm: 'counselling', gapsOnly: true });
    expect(cases.filtered).toBe(true);
    await vi.waitFor(() => expect(cases.total).toBe(7));
    asked.length = 0;
    cases.reset();
    await vi.waitFor(() => expect(asked).toHaveLength(1));

    expect(cases.filtered).toBe(false);
    expect(asked[0]).toMatchObject({ text: '', status: null, supportForm: null, gapsOnly: false });
  });

  it('stay while one looks at a case, and so does the place in the list', async () => {
    const { cases } = listOf(1_000);
    cases.filter({ gapsOnly: true });
    await vi.waitFor(() => expect(cases.total).toBe(1_000));
    cases.scrolled = 4_000;
    cases.reload();
    await vi.waitFor(() => expect(cases.rowAt(0)).toBeDefined());

    expect([cases.filters.gapsOnly, cases.scrolled]).toEqual([true, 4_000]);
  });

  it.each([
    [12, 340, '12 von 340 Fällen'],
    [340, 340, '340 Fälle'],
    [1, 1, '1 Fall'],
    [0, 1, '0 von 1 Fall'],
    [5, null, '5 Fälle'],
    [10_000, 12_000, '10.000 von 12.000 Fällen'],
  ])('%s of %s cases is "%s"', (shown, all, words) => {
    expect(listTexts.count(shown, all)).toBe(words);
  });
});

it('a Fachkraft without a case of her own hears how many the JMD has', async () => {
  const list = ({ mine }: Asked) => Promise.resolve({ total: mine ? 0 : 12, rows: [] });
  const cases = new CaseList({ cases: { list } } as unknown as OfficeClient);
  cases.reload();
  await vi.waitFor(() => expect([cases.total, cases.elsewhere]).toEqual([0, 12]));

  expect(listTexts.noneMine(cases.elsewhere)).toBe('Im JMD gibt es 12 Fälle.');
});
