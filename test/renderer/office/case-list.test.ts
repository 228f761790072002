import { expect, it, vi } from 'vitest';
import { CaseList } from '../../../renderer/office/cases/case-list.svelte.ts';
import type { OfficeClient } from '../../../renderer/office/rpc.ts';
import type { CaseRowView } from '../../../shared/rpc/views.ts';

interface Asked {
  readonly offset: number;
  readonly limit: number;
  readonly text: string;
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
  for (const text of ['a', 'ah', 'ahm']) cases.filter(text);
  await vi.waitFor(() => expect(cases.rowAt(0)?.number).toBe('ahm0'));

  expect(asked).toHaveLength(1);
});
