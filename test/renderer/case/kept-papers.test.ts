/** A kept version is looked at again: what was said when it was printed is said then, too. */
import { expect, it } from 'vitest';
import { Papers } from '../../../renderer/office/case/papers.svelte.ts';
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';

it('names the characters it could not print', async () => {
  const client = { plan: { kept: async () => ({ pdf: new Blob(['%PDF-']), fileName: 'Mein-Plan-v1.pdf', replacedCharacters: ['U+1F600'] }) } };
  const papers = new Papers({ client, caseId: 'a' } as unknown as ConstructorParameters<typeof Papers>[0], {} as ConstructorParameters<typeof Papers>[1]);
  await papers.showKept({ attachment: 'b', version: 1, paper: 'wall', language: 'de' } as unknown as KeptDocumentView);
  expect([papers.problem, papers.paper?.again, papers.paper?.replaced]).toEqual([null, true, ['U+1F600']]);
  papers.close();
});
