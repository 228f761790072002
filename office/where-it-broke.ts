/** Kind of an error and places in our program, for lines that may stand in a log: no message, which may quote somebody, and no folder names. */

/** `at save (file:///opt/lotse/main.mjs:12:3)` */
const place = /^\s+at .*?([\w.-]+\.[cm]?[jt]s:\d+:\d+)\)?$/;
const mostPlaces = 4;

export function whereItBroke(problem: unknown): string {
  if (!(problem instanceof Error)) return typeof problem;
  const { name, message, stack = '' } = problem;
  // The stack begins with the message, whose lines may look like places.
  const end = stack.indexOf(message);
  const frames = (end < 0 ? '' : stack.slice(end + message.length)).split('\n').slice(1);
  const places = frames.flatMap((line) => place.exec(line)?.[1] ?? []).slice(0, mostPlaces);
  return [/^\w{1,40}$/.test(name) ? name : 'Error', places.join(' < ')].join(' ').trim();
}
