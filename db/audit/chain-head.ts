/**
 * The last link of a chain and the commit counters of a door, kept outside its databases, so that a cut-off end, a lost WAL or an older
 * copy of a file is noticed (R32).
 *
 * Two small sealed files, written in turn after each commit without waiting for the disk: the one not being written always holds. A
 * head may therefore lag behind the databases, never run ahead of them; lagging is accepted, missing acts before it are not. Whoever
 * puts back one door with its heads is found by the other door's (witness.ts); whoever puts back the whole folder of yesterday puts back
 * all heads: against that only a witness elsewhere helps.
 */
import fs from 'node:fs';
import { z } from 'zod';
import { openBytes, sealBytes } from '../../shared/crypto/sodium.ts';
import { storeCodeOf } from '../errors.ts';

const Head = z.strictObject({
  /** 0: the chain has begun and has no entry yet. */
  sequence: z.int().min(0),
  hash: z.string(),
  /** Commits of the door's database and of its keyring; 0 in a head from before they were counted. */
  commits: z.int().min(0).default(0),
  keyCommits: z.int().min(0).default(0),
  /** The same two numbers of the other door, as last seen (witness.ts); null in a head that saw none. */
  seen: z.tuple([z.int().min(0), z.int().min(0)]).nullable().default(null),
});
export type Head = z.infer<typeof Head>;

/** Characters of a head before sealing, so that each overwrites the last one exactly. */
const headLength = 192;
const context = 'chain head';

export interface ChainHead {
  /** null when no head can be read. */
  read(): Head | null;
  save(head: Head): void;
  /** Waits for the disk. */
  flush(): void;
  /** Flushes what was saved and closes the files. */
  close(): void;
}

const files = (file: string): readonly string[] => [0, 1].map((turn) => `${file}-${String(turn)}`);

/** The newest head there is, and no file touched; null when none can be read. `file`: without the `-0` or `-1` at its end. */
export function readHead(file: string, key: Uint8Array): Head | null {
  const heads = files(file).map((name) => (fs.existsSync(name) ? openHead(fs.readFileSync(name), key) : null));
  return newest(heads);
}

/** No file is made before the first save. */
export function chainHead(file: string, key: Uint8Array): ChainHead {
  let handles: readonly number[] = [];
  const opened = (): readonly number[] => {
    if (handles.length === 0) {
      handles = files(file).map((name) => fs.openSync(name, fs.constants.O_RDWR | fs.constants.O_CREAT, 0o600));
    }
    return handles;
  };
  /** What a head is about is committed: a head that cannot be written now lags, and comes with the next one. */
  const tryTo = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      if (storeCodeOf(error) === null) throw error;
    }
  };
  const flush = (): void => {
    for (const handle of handles) tryTo(() => { fs.fsyncSync(handle); });
  };
  return {
    read: () => readHead(file, key),
    save: (head) => {
      const plain = new TextEncoder().encode(JSON.stringify(head).padEnd(headLength));
      tryTo(() => fs.writeSync(opened()[head.commits % 2] ?? -1, sealBytes(key, plain, context), 0, undefined, 0));
    },
    flush,
    close: () => {
      flush();
      for (const handle of handles) fs.closeSync(handle);
      handles = [];
    },
  };
}

function openHead(sealed: Uint8Array, key: Uint8Array): Head | null {
  const plain = openBytes(key, sealed, context);
  return plain === null ? null : Head.parse(JSON.parse(new TextDecoder().decode(plain)));
}

function newest(heads: readonly (Head | null)[]): Head | null {
  const readable = heads.filter((head) => head !== null);
  return readable.sort((a, b) => b.commits - a.commits || b.sequence - a.sequence)[0] ?? null;
}
