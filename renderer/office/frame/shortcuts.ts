/** Keys that work everywhere in the open office. */
import type { WindowCommand } from '../../../shared/rpc/shell.contract.ts';

export type Shortcut = Extract<
  WindowCommand,
  'search' | 'lock' | 'new_contact' | 'start' | 'cases' | 'open_hour' | 'appointments' | 'worklist' | 'clock' | 'monitoring' | 'administration' | 'shortcuts'
>;

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

const withAlt: Readonly<Record<string, Shortcut>> = {
  Digit1: 'start',
  Digit2: 'cases',
  Digit3: 'open_hour',
  Digit4: 'appointments',
  Digit5: 'worklist',
  Digit6: 'clock',
  Digit7: 'monitoring',
  Digit8: 'administration',
  KeyK: 'new_contact',
};

/** Ctrl+K, Ctrl+L (Cmd on a Mac), Alt+1 to Alt+8, Alt+K, F1. Anything with further keys held is not ours. */
export function shortcutOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Keys): Shortcut | null {
  if (shiftKey) return null;
  if ((ctrlKey || metaKey) && !altKey) {
    if (key.toLowerCase() === 'k') return 'search';
    return key.toLowerCase() === 'l' ? 'lock' : null;
  }
  if (key === 'F1' && !ctrlKey && !metaKey && !altKey) return 'shortcuts';
  if (!altKey || ctrlKey || metaKey) return null;
  return withAlt[code] ?? null;
}

/** True where a single letter is text, not a command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null;
}
