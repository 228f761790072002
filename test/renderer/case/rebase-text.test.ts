import { describe, expect, it } from 'vitest';
import { rebaseText } from '../../../renderer/office/case/rebase-text.ts';

const examples = [
  { name: 'nothing came back but what was sent', sent: 'Ich will', typed: 'Ich will lernen', returned: 'Ich will', result: 'Ich will lernen' },
  { name: 'nothing was typed meanwhile', sent: 'a', typed: 'a', returned: 'a b', result: 'a b' },
  { name: 'somebody else wrote before', sent: 'Mitte', typed: 'Mitte Ende', returned: 'Anfang Mitte', result: 'Anfang Mitte Ende' },
  { name: 'somebody else wrote behind', sent: 'Mitte', typed: 'Anfang Mitte', returned: 'Mitte Ende', result: 'Anfang Mitte Ende' },
  { name: 'both wrote at the end: both are kept', sent: 'abc', typed: 'abcX', returned: 'abcY', result: 'abcXY' },
  { name: 'both changed one word: neither is lost', sent: 'der rote Ball', typed: 'der blaue Ball', returned: 'der grüne Ball', result: 'der grünblaue Ball' },
  { name: 'a deletion is carried over', sent: 'eins zwei drei', typed: 'eins drei', returned: 'null eins zwei drei', result: 'null eins drei' },
] as const;

describe('words typed while a save is on its way', () => {
  it.each(examples)('$name', ({ sent, typed, returned, result }) => {
    expect(rebaseText(sent, typed, returned)).toBe(result);
  });
});
