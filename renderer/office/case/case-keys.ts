/** Keys of the case file. Inside a text Ctrl with arrows belongs to the text. */

export type CaseKey = 'next' | 'previous' | 'gaps' | 'print' | 'support';

const typing = 'textarea, select, input:not([type=radio], [type=checkbox], [type=button])';

export function caseKey(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>): CaseKey | null {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (shiftKey) return null;
  if (altKey && !ctrlKey && key === 'PageDown') return 'next';
  if (altKey && !ctrlKey && key === 'PageUp') return 'previous';
  if (altKey && !ctrlKey && !metaKey && code === 'KeyB') return 'support';
  if ((!ctrlKey && !metaKey) || altKey) return null;
  if (key === 'g' || key === 'G') return 'gaps';
  if (key === 'p' || key === 'P') return 'print';
  const inText = event.target !== null && 'matches' in event.target && (event.target as Element).matches(typing);
  if (inText) return null;
  if (key === 'ArrowDown') return 'next';
  return key === 'ArrowUp' ? 'previous' : null;
}
