/** Which rows of a long list are drawn. Pure arithmetic; pixels in, row numbers out. */
export interface VirtualWindow {
  /** First drawn row. */
  readonly from: number;
  /** One past the last drawn row. */
  readonly to: number;
  /** Empty space above and below the drawn rows, in pixels. */
  readonly above: number;
  readonly below: number;
}

/** Rows drawn beyond each edge, so that a short scroll shows no gap. */
const overscan = 12;

/** `scrolled` and `height` of the visible part and `rowHeight` in pixels. All rows have one height. */
export function virtualWindow(total: number, scrolled: number, height: number, rowHeight: number): VirtualWindow {
  const first = Math.floor(Math.max(0, scrolled) / rowHeight);
  const from = Math.max(0, Math.min(first, total) - overscan);
  const to = Math.min(total, first + Math.ceil(height / rowHeight) + overscan);
  return { from, to: Math.max(from, to), above: from * rowHeight, below: Math.max(0, total - Math.max(from, to)) * rowHeight };
}
