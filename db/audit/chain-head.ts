/**
 * The last link of a chain, kept outside its database, so that a cut-off end or an older copy of the file is noticed (R32).
 *
 * Two small sealed files, written in turn after each commit without waiting for the disk: the one not being written always holds. A
 * head may therefore lag behind the chain, never run ahead of it; lagging is accepted, missing links before it are not. Whoever
 * puts back the whole folder of yesterday puts back the heads as well: against that only a witness elsewhere helps.
 */
import fs from 'node:fs';
import { z } from 'zod';
import { openBytes, sealBytes } from '../../shared/crypto/sodium.ts';
import { writeFileAtomically } from '../atomic-file.ts';
import { storeCodeOf } from '../errors.ts';

const Head = z.strictObject({ sequence: z.int().positive(), hash: z.string() });
export type Head = z.infer<typeof Head>;

export interface ChainHead {
  /** null when no head can be read. */
  read(): Head | null;
  save(head: Head): void;
  /** Makes the last saved head durable. */
  flush(): void;
}

/** `file` without the `-0` or `-1` at its end. */
export function chainHead(file: string, key: Uint8Array): ChainHead {
  let last: Head | null = null;
  let turn = 0;

  const readOne = (path: string): Head | null => {
    if (!fs.existsSync(path)) return null;
    const plain = openBytes(key, fs.readFileSync(path), 'chain head');
    return plain === null ? null : Head.parse(JSON.parse(new TextDecoder().decode(plain)));
  };
  const write = (head: Head, durable: boolean): void => {
    turn = 1 - turn;
    const plain = new TextEncoder().encode(JSON.stringify(head));
    writeFileAtomically(`${file}-${String(turn)}`, sealBytes(key, plain, 'chain head'), { durable });
  };
  /** The entry itself is committed: a head that cannot be written now lags, and comes with the next one. */
  const tryWrite = (head: Head, durable: boolean): void => {
    try {
      write(head, durable);
    } catch (error) {
      if (storeCodeOf(error) === null) throw error;
    }
  };
  return {
    read: () => {
      const heads = [readOne(`${file}-0`), readOne(`${file}-1`)].filter((head) => head !== null);
      return heads.sort((a, b) => b.sequence - a.sequence)[0] ?? null;
    },
    save: (head) => {
      last = head;
      tryWrite(head, false);
    },
    flush: () => {
      if (last !== null) tryWrite(last, true);
    },
  };
}
