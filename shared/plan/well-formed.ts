/** Half a surrogate pair, which canonical JSON refuses, becomes the mark for what cannot be printed; in whatever the office or a file says. Of plain data. */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed<unknown>(inner)])) as T;
}
