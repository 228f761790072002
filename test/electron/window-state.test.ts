import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fittingState, nextZoom, readWindowState, zoomSteps, type Bounds } from '../../electron/window-state.ts';

const office: Bounds = { x: 0, y: 0, width: 1920, height: 1040 };
const laptop: Bounds = { x: 0, y: 0, width: 1366, height: 728 };
const left: Bounds = { x: -1920, y: 0, width: 1920, height: 1040 };

function at(bounds: Bounds, areas: readonly Bounds[]): Bounds {
  return fittingState({ bounds, maximised: false, zoom: 1 }, areas).bounds;
}

describe('the place of the window', () => {
  it('is the middle of the screen on the first day', () => {
    expect(fittingState(null, [office])).toEqual({ bounds: { x: 320, y: 90, width: 1280, height: 860 }, maximised: false, zoom: 1 });
    expect(fittingState(null, [laptop]).bounds).toEqual({ x: 43, y: 0, width: 1280, height: 728 });
  });

  it('is where it was, also on a second screen to the left', () => {
    expect(at({ x: 100, y: 50, width: 1200, height: 800 }, [office])).toEqual({ x: 100, y: 50, width: 1200, height: 800 });
    expect(at({ x: -1800, y: 40, width: 1000, height: 700 }, [office, left])).toEqual({ x: -1800, y: 40, width: 1000, height: 700 });
  });

  it.each<[string, Bounds]>([
    ['on a screen that is gone', { x: -1800, y: 40, width: 1000, height: 700 }],
    ['below the screen', { x: 100, y: 1039, width: 1000, height: 700 }],
    ['above it, where nobody can take hold of it', { x: 100, y: -690, width: 1000, height: 700 }],
    ['far to the right', { x: 1900, y: 100, width: 1000, height: 700 }],
    ['nowhere a screen ever was', { x: 90_000, y: 90_000, width: 1000, height: 700 }],
  ])('is the middle of the first screen when it was %s', (_, bounds) => {
    expect(at(bounds, [office])).toEqual({ x: 460, y: 170, width: 1000, height: 700 });
  });

  it('is no larger than the screen and never too small to work in', () => {
    expect(at({ x: 0, y: 0, width: 5000, height: 4000 }, [laptop])).toEqual({ x: 0, y: 0, width: 1366, height: 728 });
    expect(at({ x: 10, y: 10, width: 1, height: -5 }, [office])).toMatchObject({ width: 800, height: 560 });
  });

  it('is somewhere without any screen at all', () => {
    expect(fittingState(null, []).bounds).toEqual({ x: 0, y: 0, width: 1280, height: 860 });
  });
});

describe('the size of the text', () => {
  it('goes from half to threefold in steps that lead back to where they began', () => {
    expect([zoomSteps[0], zoomSteps.at(-1)]).toEqual([0.5, 3]);
    let zoom = 1;
    for (let step = 0; step < 20; step += 1) zoom = nextZoom(zoom, 'in');
    expect(zoom).toBe(3);
    for (let step = 0; step < 20; step += 1) zoom = nextZoom(zoom, 'out');
    expect(zoom).toBe(0.5);
    expect(nextZoom(nextZoom(1, 'in'), 'out')).toBe(1);
    expect([nextZoom(1.37, 'in'), nextZoom(1.37, 'out')]).toEqual([1.5, 1.25]);
  });
});

describe('what was kept of the window', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lotse-window-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    '', '{', 'null', '[]', '{}', '{"bounds":{"x":0,"y":0,"width":900,"height":700},"maximised":false,"zoom":9}', '{"bounds":{"x":0,"y":0,"width":900,"height":700},"maximised":"no","zoom":1}',
    '{"bounds":{"x":1e99,"y":0,"width":900,"height":700},"maximised":false,"zoom":1}', '{"bounds":{"x":0,"y":0,"width":900,"height":700},"maximised":false,"zoom":1,"more":1}',
  ])('is nothing when the file says %j', (text) => {
    const file = join(folder, 'window.json');
    writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
  });

  it('is nothing when there is no file', () => {
    expect(readWindowState(join(folder, 'nowhere.json'))).toBeNull();
  });
});
