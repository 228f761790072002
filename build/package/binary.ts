/** For which platform a native library was built, by its own header. */

/** Machine numbers of ELF and PE, processor numbers of Mach-O. */
const machines: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  linux: { 0x3e: 'x64', 0xb7: 'arm64' },
  win32: { 0x8664: 'x64', 0xaa64: 'arm64' },
  darwin: { 0x01000007: 'x64', 0x0100000c: 'arm64' },
};

/** `linux-x64` and so on; null for what is no native library of a kind we know. */
export function platformOfBinary(bytes: Buffer): string | null {
  const [system, machine] = headerOf(bytes);
  const name = machines[system]?.[machine];
  return name === undefined ? null : `${system}-${name}`;
}

function headerOf(bytes: Buffer): readonly [string, number] {
  if (bytes.length < 64) return ['', 0];
  if (bytes.toString('latin1', 0, 4) === '\x7fELF') return ['linux', bytes.readUInt16LE(18)];
  if (bytes.readUInt32LE(0) === 0xfeedfacf) return ['darwin', bytes.readUInt32LE(4)];
  const pe = bytes.readUInt32LE(60);
  if (bytes.toString('latin1', 0, 2) === 'MZ' && pe + 6 <= bytes.length && bytes.toString('latin1', pe, pe + 4) === 'PE\0\0') return ['win32', bytes.readUInt16LE(pe + 4)];
  return ['', 0];
}
