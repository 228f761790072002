/** The settings of papers are saved part by part: a second save that begins before the first is done loses nothing of it. */
import { expect, it } from 'vitest';
import type { PaperSettingsInput } from '../../../shared/papers/forms.ts';
import { noLetterhead } from '../../../shared/papers/letterhead.ts';
import type { PaperSettingsView } from '../../../shared/rpc/papers.contract.ts';
import { dismissAll, toasts } from '../../../renderer/ui/toast.svelte.ts';
import { PaperSetting } from '../../../renderer/office/papers/paper-setting.svelte.ts';

it('a letterhead whose logo is still being tried and a phone number saved meanwhile are both kept', async () => {
  let stored: PaperSettingsInput = { letterhead: noLetterhead, phones: [], unreviewedLanguages: [] };
  const view = (): PaperSettingsView => ({ settings: stored, wordings: [], inForce: [], standard: [], languages: [], replaced: [] });
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

it('says which characters of a letterhead do not print, and of one that prints nothing', async () => {
  dismissAll();
  let replaced: readonly string[] = ['U+1F600'];
  const view = (): PaperSettingsView => ({ settings: { letterhead: noLetterhead, phones: [], unreviewedLanguages: [] }, wordings: [], inForce: [], standard: [], languages: [], replaced });
  const papers = { settings: async () => ({ ...view(), replaced: [] }), saveSettings: async () => view(), saveWording: async () => view() };
  const setting = new PaperSetting({ papers } as unknown as ConstructorParameters<typeof PaperSetting>[0]);
  const warned = () => toasts.list.filter(({ kind, text }) => kind === 'danger' && text.includes('U+1F600')).length;
  await setting.load();
  expect(warned()).toBe(0);
  await setting.save('letterhead', noLetterhead);
  expect(warned()).toBe(1);
  dismissAll();
  await setting.saveWording('consent', 'Ja 😀');
  expect(warned()).toBe(1);
  dismissAll();
  replaced = [];
  await setting.save('letterhead', noLetterhead);
  expect(warned()).toBe(0);
});
