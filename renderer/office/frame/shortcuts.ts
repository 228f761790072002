/** Keys that work everywhere in the open office. */

export type Shortcut = 'search' | 'lock' | 'start' | 'cases' | 'monitoring' | 'administration' | 'shortcuts';

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Ctrl+K, Ctrl+L (Cmd on a Mac), Alt+1 to Alt+4, F1. Anything with further keys held is not ours. */
export function shortcutOf({ key, code, ctrlKey, metaKey, altKey, shiftKey }: Keys): Shortcut | null {
  if (shiftKey) return null;
  if ((ctrlKey || metaKey) && !altKey) {
    if (key.toLowerCase() === 'k') return 'search';
    return key.toLowerCase() === 'l' ? 'lock' : null;
  }
  if (key === 'F1' && !ctrlKey && !metaKey && !altKey) return 'shortcuts';
  if (!altKey || ctrlKey || metaKey) return null;
  const pages: Readonly<Record<string, Shortcut>> = { Digit1: 'start', Digit2: 'cases', Digit3: 'monitoring', Digit4: 'administration' };
  return pages[code] ?? null;
}

/** True where a single letter is text, not a command. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog[open]') !== null;
}
