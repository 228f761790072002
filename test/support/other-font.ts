/** The same font, name and glyphs, with every letter wider: what a PC could have under the name of one of ours. */
export function widened(font: Buffer): Buffer {
  const wide = Buffer.from(font);
  const tables = new Map(
    Array.from({ length: wide.readUInt16BE(4) }, (_, at) => 12 + at * 16).map((at) => [wide.toString('latin1', at, at + 4), wide.readUInt32BE(at + 8)]),
  );
  const metrics = tables.get('hmtx') ?? 0;
  const count = wide.readUInt16BE((tables.get('hhea') ?? 0) + 34);
  for (let at = metrics; at < metrics + count * 4; at += 4) wide.writeUInt16BE(wide.readUInt16BE(at) + 200, at);
  return wide;
}
