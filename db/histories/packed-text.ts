/**
 * Long texts take little room (R53): the kept state of a text (base64) deflated. Half of what Yjs keeps of a text that was written in many
 * small steps are numbers in a row.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Shorter ones are kept as they are: most texts, and not worth the time. */
const worthIt = 2_000;
/** No base64 has it. */
const packed = '~';
/** A row of ours is never larger; stops a damaged one from filling the memory. */
const maxBytes = 64_000_000;

export function packText(base64: string): string {
  if (base64.length < worthIt) return base64;
  return packed + deflateRawSync(Buffer.from(base64, 'base64')).toString('base64');
}

export function unpackText(kept: string): string {
  if (!kept.startsWith(packed)) return kept;
  return inflateRawSync(Buffer.from(kept.slice(packed.length), 'base64'), { maxOutputLength: maxBytes }).toString('base64');
}
