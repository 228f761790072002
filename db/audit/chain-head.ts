/**
 * The last link of a chain, kept outside its database, so that a cut-off end or an older copy of the file is noticed (R32).
 *
 * Two small sealed files, written in turn after each commit without waiting for the disk: the one not being written always holds. A
 * head may therefore lag behind the chain, never run ahead of it; lagging is accepted, missing links before it are not. A head that
 * the chain does not hold stays, so that what was found is not forgotten with the next entry. Whoever puts back the whole folder of
 * yesterday puts back the heads as well: against that only a witness elsewhere helps.
 */
import fs from 'node:fs';
import { z } from 'zod';
import { openBytes, sealBytes } from '../../shared/crypto/sodium.ts';
import { storeCodeOf } from '../errors.ts';

/** Sequence 0: the chain has begun and has no entry yet. */
const Head = z.strictObject({ sequence: z.int().min(0), hash: z.string() });
export type Head = z.infer<typeof Head>;

/** Characters of a head before sealing, so that each overwrites the last one exactly. */
const headLength = 128;
const context = 'chain head';

export interface ChainHead {
  /** null when no head can be read. */
  read(): Head | null;
  save(head: Head): void;
  /** Flushes what was saved and closes the files. */
  close(): void;
}

/** `file`: without the `-0` or `-1` at its end. */
export function chainHead(file: string, key: Uint8Array): ChainHead {
  const handles = [0, 1].map((turn) => fs.openSync(`${file}-${String(turn)}`, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600));

  const readOne = (handle: number): Head | null => {
    const sealed = Buffer.alloc(fs.fstatSync(handle).size);
    fs.readSync(handle, sealed, 0, sealed.length, 0);
    const plain = openBytes(key, sealed, context);
    return plain === null ? null : Head.parse(JSON.parse(new TextDecoder().decode(plain)));
  };
  /** What a head is about is committed: a head that cannot be written now lags, and comes with the next one. */
  const tryTo = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (storeCodeOf(error) === null) throw error;
    }
  };
  return {
    read: () => {
      const heads = handles.map(readOne).filter((head) => head !== null);
      return heads.sort((a, b) => b.sequence - a.sequence)[0] ?? null;
    },
    save: (head) => {
      const plain = new TextEncoder().encode(JSON.stringify(head).padEnd(headLength));
      const handle = handles[head.sequence % 2];
      if (handle !== undefined) tryTo(() => fs.writeSync(handle, sealBytes(key, plain, context), 0, undefined, 0));
    },
    close: () => {
      for (const handle of handles) {
        tryTo(() => {
          fs.fsyncSync(handle);
        });
        fs.closeSync(handle);
      }
    },
  };
}
