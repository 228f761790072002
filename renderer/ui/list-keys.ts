/** Arrow keys in lists of any kind: the index to go to, or null when the key means nothing here. Wraps around. */
export function listKey(key: string, at: number, count: number, direction: 'row' | 'column'): number | null {
  if (count === 0) return null;
  const [forward, backward] = direction === 'row' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowDown', 'ArrowUp'];
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (Math.max(at, 0) - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
