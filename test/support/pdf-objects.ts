/** A PDF as text: packed objects unpacked, without what only says where in the file things lie or what the file's hash is. */
import { inflateSync } from 'node:zlib';

const stream = /stream\n([\s\S]*?)\nendstream/g;

function unpacked(content: string): string {
  try {
    return inflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  } catch {
    // Not packed: fonts are, the description of the file is not.
    return content;
  }
}

export function pdfObjects(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return text
    .slice(0, text.lastIndexOf('\nxref\n'))
    .replace(stream, (_all, content: string) => `stream\n${unpacked(content)}\nendstream`)
    .replaceAll(/\/Length \d+/g, '/Length')
    .replace(/<xmpMM:InstanceID>[^<]*</, '<xmpMM:InstanceID><');
}
