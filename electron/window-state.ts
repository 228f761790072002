/** Where the window stands and how large its text is, from one start to the next. Knows nothing of what is in it. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const pixel = z.int().min(-100_000).max(100_000);

const WindowState = z.strictObject({
  bounds: z.strictObject({ x: pixel, y: pixel, width: pixel, height: pixel }),
  maximised: z.boolean(),
  zoom: z.number().min(0.5).max(3),
});
export type WindowState = z.infer<typeof WindowState>;

/** Smallest window in which every page can be used, px. */
export const smallest = { width: 800, height: 560 } as const;
const usual = { width: 1280, height: 860 } as const;
/** So much of a window must be seen for it to be found and moved, px. */
const visible = { width: 200, height: 80 } as const;

/** Sizes of text, as factors. */
export const zoomSteps: readonly number[] = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** The next step; the last one stays. */
export function nextZoom(zoom: number, direction: 'in' | 'out'): number {
  const near = 0.001;
  const found = direction === 'in' ? zoomSteps.find((step) => step > zoom + near) : zoomSteps.findLast((step) => step < zoom - near);
  return found ?? (direction === 'in' ? 3 : 0.5);
}

function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  return Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);
}

function canBeSeen(bounds: Bounds, area: Bounds): boolean {
  // Its upper edge, by which one takes hold of it.
  const top = shared(bounds.y, visible.height, area.y, area.height);
  return shared(bounds.x, bounds.width, area.x, area.width) >= visible.width && top >= visible.height / 2;
}

/**
 * The state a window begins with: as it was left, where a screen of today shows it; else in the middle of the first screen. Never larger than
 * the screen, never too small to work in.
 */
export function fittingState(kept: WindowState | null, areas: readonly Bounds[]): WindowState {
  const [first = { x: 0, y: 0, ...usual }] = areas;
  const home = kept === null ? undefined : areas.find((area) => canBeSeen(kept.bounds, area));
  const area = home ?? first;
  const { width, height } = kept?.bounds ?? usual;
  const size = {
    width: Math.min(Math.max(width, smallest.width), area.width),
    height: Math.min(Math.max(height, smallest.height), area.height),
  };
  const place = kept !== null && home !== undefined ? kept.bounds : { x: area.x + Math.round((area.width - size.width) / 2), y: area.y + Math.round((area.height - size.height) / 2) };
  return { bounds: { x: place.x, y: place.y, ...size }, maximised: kept?.maximised ?? false, zoom: kept?.zoom ?? 1 };
}

/** null: there is none, or it cannot be understood; then the window begins as on the first day. */
export function readWindowState(file: string): WindowState | null {
  try {
    return WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // Written by another version, cut off, or never: nothing is lost by beginning anew.
    return null;
  }
}
