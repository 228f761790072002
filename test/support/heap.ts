/** What the memory of a page holds: every string V8 can reach after a collection, and every byte of its buffers. */
import type { CDPSession, Page } from 'playwright-core';

interface Snapshot {
  readonly strings: readonly string[];
}

/** Strings in a snapshot are cut after 1,024 characters: a canary belongs at the beginning of its text. */
export interface Heap {
  /** Which of the words stand in a string the page still holds. */
  found(words: readonly string[]): readonly string[];
  /** Which of the byte sequences stand in a buffer the page still holds. */
  foundBytes(sequences: readonly Uint8Array[]): readonly string[];
}

export async function heapOf(page: Page): Promise<Heap> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.enable');
    // Weak references and finalizers let go in turns.
    for (let turn = 0; turn < 3; turn += 1) await session.send('HeapProfiler.collectGarbage');
    const buffers = await buffersOf(session);
    const { strings } = await snapshotOf(session);
    return {
      found: (words) => words.filter((word) => strings.some((text) => text.includes(word))),
      foundBytes: (sequences) => sequences.map((bytes) => Buffer.from(bytes)).filter((bytes) => buffers.some((buffer) => buffer.includes(bytes))).map((bytes) => bytes.toString('hex')),
    };
  } finally {
    await session.detach();
  }
}

async function snapshotOf(session: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false, captureNumericValue: false });
  return JSON.parse(chunks.join('')) as Snapshot;
}

/** Bytes are no strings: buffers are asked for one by one. */
async function buffersOf(session: CDPSession): Promise<readonly Buffer[]> {
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'ArrayBuffer.prototype' });
  if (prototype.objectId === undefined) throw new Error('no ArrayBuffer.prototype');
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId });
  if (objects.objectId === undefined) throw new Error('no list of buffers');
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId,
    functionDeclaration: "function () { return this.map((one) => one.byteLength === 0 ? '' : Array.from(new Uint8Array(one), (byte) => byte.toString(16).padStart(2, '0')).join('')); }",
    returnByValue: true,
  });
  return (result.value as readonly string[]).map((hex) => Buffer.from(hex, 'hex'));
}
