import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { announce, dismiss, dismissAll, toasts, turnPage } from '../../../renderer/ui/toast.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // Another file of this process may have said something.
  dismissAll();
});
afterEach(() => {
  dismissAll();
  vi.useRealTimers();
});

const shown = (): readonly string[] => toasts.list.map(({ text }) => text);

it('a message said again stands there once, as the newest', () => {
  announce('Ihr Zugang öffnet keine Fallakten.');
  announce('Gespeichert.', 'good');
  announce('Ihr Zugang öffnet keine Fallakten.');
  expect(shown()).toEqual(['Gespeichert.', 'Ihr Zugang öffnet keine Fallakten.']);
});

it('said again it stays its full time', () => {
  announce('Gespeichert.', 'good');
  vi.advanceTimersByTime(5_000);
  announce('Gespeichert.', 'good');
  vi.advanceTimersByTime(5_000);
  expect(shown()).toEqual(['Gespeichert.']);
  vi.advanceTimersByTime(1_000);
  expect(shown()).toEqual([]);
});

it('what went well goes with its page; what went wrong stays until somebody dismisses it', () => {
  announce('Gespeichert.', 'good');
  announce('Der Server war nicht zu erreichen.', 'danger');
  announce('Die Anmeldung ist noch offen.');
  turnPage();
  expect(shown()).toEqual(['Der Server war nicht zu erreichen.']);
  dismiss(toasts.list[0]?.id ?? 0);
  expect(shown()).toEqual([]);
});
