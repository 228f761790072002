import type { Field } from './types.ts';

/** The fields whose words say what is due, first choice first. */
export function dueTexts(field: Field): readonly string[] {
  const text = field.due?.text ?? [];
  return typeof text === 'string' ? [text] : text;
}
