/**
 * What a person typed must not steer a terminal: colours, titles, a cleared screen, lines that read backwards (control characters, DEL, C1,
 * direction marks).
 */
const steering = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The same JSON value, written without any character that steers. Line ends of an indented value stay. */
export function safeJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(steering, escaped);
}

/** Lines for people: what steers is shown as `\\u202e`. */
export function safeLines(text: string): string {
  return text.replace(steering, escaped);
}
