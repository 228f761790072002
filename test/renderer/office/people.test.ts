import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ContactDraft, contacts } from '../../../renderer/office/contacts/contact-draft.svelte.ts';
import { Alike, type TypedPerson } from '../../../renderer/office/people/alike.svelte.ts';
import { Finder } from '../../../renderer/office/people/finder.svelte.ts';
import { RecordId, UserId } from '../../../shared/domain/ids.ts';
import type { AlikeView } from '../../../shared/rpc/desk.views.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const hers = RecordId.parse('a'.repeat(32));
const other = RecordId.parse('b'.repeat(32));

describe('finding a person', () => {
  it('asks once typing pauses, and Enter takes the marked one', async () => {
    const asked: string[] = [];
    const picked: string[] = [];
    const finder = new Finder<string>(
      async (text) => {
        asked.push(text);
        return ['Amira', 'Samira'];
      },
      (found) => void picked.push(found),
    );
    finder.type('Am');
    finder.type('Ami ');
    await vi.runAllTimersAsync();
    expect(asked).toEqual(['Ami']);
    expect(finder.key('ArrowDown')).toBe(true);
    expect(finder.key('Enter')).toBe(true);
    expect(picked).toEqual(['Samira']);
    expect([finder.text, finder.found]).toEqual(['', null]);
  });

  it('an older answer never replaces a newer one', async () => {
    const answers = new Map<string, (found: readonly string[]) => void>();
    const finder = new Finder<string>((text) => new Promise((resolve) => void answers.set(text, resolve)), () => undefined);
    finder.type('a');
    await vi.runAllTimersAsync();
    finder.type('ab');
    await vi.runAllTimersAsync();
    answers.get('ab')?.(['neu']);
    answers.get('a')?.(['alt']);
    await vi.runAllTimersAsync();
    expect(finder.found).toEqual(['neu']);
  });

  it('Escape and Enter are left to the dialog where nothing is typed', () => {
    const finder = new Finder<string>(async () => [], () => undefined);
    expect(finder.key('Escape')).toBe(false);
    expect(finder.key('Enter')).toBe(false);
  });
});

describe('somebody who looks known', () => {
  const hit: AlikeView = { grade: 'same', record: other, number: '1', name: 'Samira Haidari', born: null, status: 'counselling', caseworkerName: null, reasons: ['gleiche Telefonnummer'] };
  const nobody: TypedPerson = { firstName: '', lastName: '', born: null, phone: null };

  function core() {
    const asked: unknown[] = [];
    const told: unknown[] = [];
    const people = {
      find: async () => [],
      alike: async (input: unknown) => {
        asked.push(input);
        return [hit];
      },
      notSame: async (input: unknown) => {
        told.push(input);
        return null;
      },
    };
    return { asked, told, client: { people } as never };
  }

  it('is asked for when there is something to know her by, and not before', async () => {
    const { asked, client } = core();
    const alike = new Alike(client);
    alike.look(nobody, hers);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([]);
    alike.look({ ...nobody, lastName: 'Hai' }, hers);
    alike.look({ ...nobody, lastName: 'Haidari' }, hers);
    await vi.runAllTimersAsync();
    expect(asked).toEqual([{ ...nobody, lastName: 'Haidari', besides: hers }]);
    expect(alike.hits).toEqual([hit]);
    alike.look(nobody, hers);
    expect(alike.hits).toEqual([]);
  });

  it('„andere Person“ is told to the core and goes from the page', async () => {
    const { told, client } = core();
    const alike = new Alike(client);
    alike.look({ ...nobody, lastName: 'Haidari' }, hers);
    await vi.runAllTimersAsync();
    expect(await alike.notSame(other)).toBe(true);
    expect(told).toEqual([{ a: hers, b: other }]);
    expect(alike.hits).toEqual([]);
  });
});

describe('a contact that is being entered', () => {
  const petra = UserId.parse('1'.repeat(32));
  const selin = UserId.parse('2'.repeat(32));

  it('sends what was typed over what Lotse offers, and nothing that was left open', () => {
    const draft = new ContactDraft([hers]);
    draft.presets = { 'contact.channel': 'phone', 'contact.duration_min': 30, 'contact.place': null };
    expect(draft.unsaved).toBe(false);
    draft.answer('contact.duration_min', 45);
    expect(draft.unsaved).toBe(true);
    expect(draft.sent()).toEqual({ 'contact.channel': 'phone', 'contact.duration_min': 45 });
  });

  it('is in front again after a lock, of its author alone, until it is stored or given up', () => {
    contacts.begin(petra, [hers]);
    if (contacts.draft === null) throw new Error('begun');
    contacts.draft.note = 'Beide waren da und';
    contacts.leave();
    expect(contacts.draft).toBeNull();
    contacts.take(selin);
    expect(contacts.draft).toBeNull();
    contacts.take(petra);
    expect(contacts.draft?.note).toBe('Beide waren da und');
    contacts.end(petra);
    contacts.take(petra);
    expect(contacts.draft).toBeNull();
  });

  it('one already begun is not replaced by another', () => {
    contacts.begin(petra, [hers]);
    contacts.begin(petra, [other]);
    expect(contacts.draft?.caseIds).toEqual([hers]);
    contacts.end(petra);
  });
});
