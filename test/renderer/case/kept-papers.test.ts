/** Looking keeps nothing; what leaves is kept, once, and it is what was looked at. A kept version says again what was said when it was printed. */
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../renderer/office/problem.ts';
import { Papers } from '../../../renderer/office/case/papers.svelte.ts';
import type { KeptDocumentView } from '../../../shared/rpc/case.views.ts';

type Source = ConstructorParameters<typeof Papers>[0];
type Saved = ConstructorParameters<typeof Papers>[1];

const pdf = (words: string): Blob => new Blob([`%PDF- ${words}`]);

/** A core that knows one plan; `content` is what it says now. */
function officeWith(plan: { content: string }): { readonly papers: Papers; readonly calls: string[]; readonly saved: string[] } {
  const calls: string[] = [];
  const saved: string[] = [];
  const client = {
    plan: {
      preview: async () => {
        calls.push('preview');
        return { pdf: pdf('Vorschau'), fileName: 'Wandblatt-Vorschau.pdf', version: null, content: plan.content, replacedCharacters: [] };
      },
      print: async ({ shown }: { readonly shown: string }) => {
        calls.push(`print ${shown}`);
        if (shown !== plan.content) throw new ORPCError('PLAN_OTHER_THAN_SHOWN');
        return { pdf: pdf('Fassung 1'), fileName: 'Wandblatt-Fassung-1.pdf', version: 1, attachment: 'b', replacedCharacters: [] };
      },
      kept: async ({ purpose = 'read', recipient }: { readonly purpose?: string; readonly recipient: { readonly disclosure?: string } }) => {
        calls.push(`kept ${purpose} ${recipient.disclosure ?? 'for her'}`);
        return { pdf: pdf('Fassung 1'), fileName: 'Wandblatt-Fassung-1.pdf', replacedCharacters: ['U+1F600'] };
      },
    },
    cases: { open: async () => ({ documents: [] }) },
  };
  const file = {
    client,
    caseId: 'a',
    view: { documents: [] },
    writer: { flush: async () => undefined, saveState: { state: 'idle' } },
    refusal: async (error: unknown) => problemOf(error),
    act: async (name: string) => {
      calls.push(name);
      return true;
    },
  };
  const keeper = { savePaperAndTell: async (blob: Blob, name: string) => void saved.push(`${name} ${await blob.text()}`) };
  return { papers: new Papers(file as unknown as Source, keeper as unknown as Saved), calls, saved };
}

describe('a paper of the plan', () => {
  it('that is only looked at is kept nowhere', async () => {
    const { papers, calls } = officeWith({ content: 'x' });
    await papers.make();
    expect([papers.paper?.version, papers.paper?.attachment, calls]).toEqual([null, null, ['preview']]);
    papers.close();
  });

  it('saved, it is a version: what was saved is what was kept, and now stands on the screen', async () => {
    const { papers, calls, saved } = officeWith({ content: 'x' });
    await papers.make();
    const before = papers.paper?.url;
    await papers.save();
    expect([calls, saved]).toEqual([['preview', 'print x'], ['Wandblatt-Fassung-1.pdf %PDF- Fassung 1']]);
    expect([papers.paper?.version, papers.paper?.attachment, papers.paper?.url === before]).toEqual([1, 'b', false]);
    const { url } = papers.paper ?? {};
    await papers.save();
    expect([calls.length, papers.paper?.url === url]).toEqual([3, true]);
    papers.close();
  });

  it('handed over without a print by Lotse, it is a version as well', async () => {
    const { papers, calls } = officeWith({ content: 'x' });
    await papers.make();
    await papers.handedOver('handed_over');
    expect([calls, papers.outcome]).toEqual([['preview', 'print x', 'hand over b handed_over'], 'handed_over']);
    papers.close();
  });

  it('of a plan that changed since is not printed: the new preview comes instead', async () => {
    const plan = { content: 'x' };
    const { papers, calls, saved } = officeWith(plan);
    await papers.make();
    plan.content = 'y';
    await papers.save();
    expect([calls, saved, papers.paper?.version]).toEqual([['preview', 'print x', 'preview'], [], null]);
    await papers.save();
    expect(saved).toEqual(['Wandblatt-Fassung-1.pdf %PDF- Fassung 1']);
    papers.close();
  });

  it('asked for twice at once leaves once', async () => {
    const { papers, saved } = officeWith({ content: 'x' });
    await papers.make();
    await Promise.all([papers.save(), papers.save()]);
    expect(saved).toHaveLength(1);
    papers.close();
  });
});

it('a kept version names the characters it could not print', async () => {
  const { papers } = officeWith({ content: 'x' });
  await papers.showKept({ attachment: 'b', version: 1, paper: 'wall', language: 'de' } as unknown as KeptDocumentView);
  expect([papers.problem, papers.paper?.wish, papers.paper?.replaced]).toEqual([null, null, ['U+1F600']]);
  papers.close();
});

it('a kept version that somebody else gets is asked for with what that rests on, to be looked at and to leave', async () => {
  const { papers, calls } = officeWith({ content: 'x' });
  const version = { attachment: 'b', version: 1, paper: 'wall', language: 'de' } as unknown as KeptDocumentView;
  Object.assign(papers.file.view, { documents: [version] });
  await papers.showKept(version);
  expect(papers.forOthers).toBe(false);
  papers.keptForOthers();
  const { asking } = papers.file;
  if (asking?.kind !== 'recipient') throw new Error('nobody asked who gets it');
  asking.then({ kind: 'third_party', disclosure: 'd' as never });
  await expect.poll(() => papers.paper?.recipient.kind).toBe('third_party');
  await papers.save();
  expect([calls, papers.forOthers]).toEqual([['kept read for her', 'kept read d', 'kept print d'], true]);
  papers.close();
});
