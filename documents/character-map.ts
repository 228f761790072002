/**
 * Which characters a TrueType font has glyphs for.
 *
 * Reads the `cmap` table, subtables of format 4 and 12 (OpenType specification, "cmap"): all our fonts have one of them, and a font library
 * would bring shaping and drawing we have no use for. A font without either is a packaging mistake and throws.
 */
export function coveredCharacters(font: Buffer): ReadonlySet<number> {
  const cmap = tableOffset(font, 'cmap');
  const covered = new Set<number>();
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + i * 8 + 4);
    const format = font.readUInt16BE(subtable);
    if (format === 4) readFormat4(font, subtable, covered);
    if (format === 12) readFormat12(font, subtable, covered);
  }
  if (covered.size === 0) throw new Error('font has no character map of format 4 or 12');
  return covered;
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4);
  for (let i = 0; i < count; i += 1) {
    const record = 12 + i * 16;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`font has no table ${tag}`);
}

function readFormat4(font: Buffer, at: number, covered: Set<number>): void {
  const segments = font.readUInt16BE(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let s = 0; s < segments; s += 1) {
    const start = font.readUInt16BE(starts + s * 2);
    const end = font.readUInt16BE(ends + s * 2);
    const delta = font.readUInt16BE(deltas + s * 2);
    const range = font.readUInt16BE(ranges + s * 2);
    for (let c = start; c <= end && c !== 0xffff; c += 1) {
      const direct = (c + delta) & 0xffff;
      const glyph = range === 0 ? direct : font.readUInt16BE(ranges + s * 2 + range + (c - start) * 2);
      if (glyph !== 0) covered.add(c);
    }
  }
}

function readFormat12(font: Buffer, at: number, covered: Set<number>): void {
  const groups = font.readUInt32BE(at + 12);
  for (let g = 0; g < groups; g += 1) {
    const group = at + 16 + g * 12;
    for (let c = font.readUInt32BE(group); c <= font.readUInt32BE(group + 4); c += 1) covered.add(c);
  }
}
