/** The settings of papers are saved part by part: a second save that begins before the first is done loses nothing of it. */
import { expect, it } from 'vitest';
import type { PaperSettingsInput } from '../../../shared/papers/forms.ts';
import { noLetterhead } from '../../../shared/papers/letterhead.ts';
import type { PaperSettingsView } from '../../../shared/rpc/papers.contract.ts';
import { PaperSetting } from '../../../renderer/office/papers/paper-setting.svelte.ts';

it('a letterhead whose logo is still being tried and a phone number saved meanwhile are both kept', async () => {
  let stored: PaperSettingsInput = { letterhead: noLetterhead, phones: [], unreviewedLanguages: [] };
  const view = (): PaperSettingsView => ({ settings: stored, wordings: [], inForce: [], standard: [], languages: [] });
  let tried: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => { tried = resolve; });
  const papers = {
    settings: async () => view(),
    saveSettings: async (wish: PaperSettingsInput) => {
      if (wish.phones.length === 0) await slow;
      stored = wish;
      return view();
    },
  };
  const setting = new PaperSetting({ papers } as unknown as ConstructorParameters<typeof PaperSetting>[0]);
  await setting.load();
  const both = [setting.save('letterhead', { ...noLetterhead, carrier: 'Sozialwerk' }), setting.save('phones', [{ user: 'a', phone: '05555' }])];
  tried();
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(stored).toMatchObject({ letterhead: { carrier: 'Sozialwerk' }, phones: [{ phone: '05555' }] });
});
