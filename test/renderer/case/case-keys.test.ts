import { describe, expect, it } from 'vitest';
import { caseKey } from '../../../renderer/office/case/case-keys.ts';

const none = { key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null };
const inText = { matches: (selector: string) => selector.startsWith('textarea') } as unknown as EventTarget;

describe('keys of the case file', () => {
  it.each([
    [{ key: 'PageDown', altKey: true }, 'next'],
    [{ key: 'PageUp', altKey: true }, 'previous'],
    [{ key: 'ArrowDown', ctrlKey: true }, 'next'],
    [{ key: 'ArrowUp', ctrlKey: true }, 'previous'],
    [{ key: 'g', ctrlKey: true }, 'gaps'],
    [{ key: 'p', ctrlKey: true }, 'print'],
    [{ key: 'p', metaKey: true }, 'print'],
    [{ key: 'b', code: 'KeyB', altKey: true }, 'support'],
    [{ key: 'b', code: 'KeyB', altKey: true, ctrlKey: true }, null],
    [{ key: 'p' }, null],
    [{ key: 'ArrowDown', altKey: true }, null],
    [{ key: 'P', ctrlKey: true, shiftKey: true }, null],
  ] as const)('%o is %s', (event, act) => {
    expect(caseKey({ ...none, ...event })).toBe(act);
  });

  it('Ctrl with an arrow belongs to the text somebody is in; Alt with a page key still leads on', () => {
    expect(caseKey({ ...none, key: 'ArrowDown', ctrlKey: true, target: inText })).toBeNull();
    expect(caseKey({ ...none, key: 'PageDown', altKey: true, target: inText })).toBe('next');
  });
});
