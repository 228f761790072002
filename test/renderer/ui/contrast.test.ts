import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// Reads the tokens as they are shipped: a colour changed by hand cannot fall below WCAG AA unseen.
const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');

function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries([...body.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const light = block(':root');
const dark = { ...light, ...block(":root[data-scheme='dark']") };
const training = block(":root[data-training='true']");
const schemes = {
  light,
  dark,
  'light training': { ...light, ...training },
  'dark training': { ...dark, ...training, ...block(":root[data-training='true'][data-scheme='dark']") },
};

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const text: readonly (readonly [string, string])[] = [
  ...['paper', 'surface', 'sunken', 'hover'].flatMap((back) => ['ink', 'ink-soft', 'link', 'signal', 'danger', 'good'].map((ink) => [ink, back] as const)),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ['ink', 'accent-soft'],
  ['ink-soft', 'accent-soft'],
  ['ink', 'signal-soft'],
  ['signal', 'signal-soft'],
  ['ink', 'danger-soft'],
  ['danger', 'danger-soft'],
  ['ink', 'good-soft'],
  ['good', 'good-soft'],
  ['on-nav', 'nav'],
  ['on-nav', 'nav-active'],
  ['on-nav-soft', 'nav'],
];

const shapes = [
  ['line-control', 'surface'],
  ['line-control', 'paper'],
  ['accent', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
  ['flag', 'nav'],
] as const;

describe.each(Object.entries(schemes))('the %s scheme', (_name, colours) => {
  it.each(text)('%s on %s is readable as text', (ink, back) => {
    expect(contrast(colours[ink] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('%s on %s is visible as a shape', (shape, back) => {
    expect(contrast(colours[shape] ?? '', colours[back] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
