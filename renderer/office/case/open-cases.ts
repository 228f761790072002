/** Which cases are on screen, so that locking or closing the window can save first. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { CaseWriter } from './case-writer.svelte.ts';

/** Writers of the open cases; each says whether the case holds words that are not saved. */
const open = new Map<CaseWriter, () => boolean>();
const closing = new Map<RecordId, Promise<void>>();

/** Registers an open case; `unsaved` tells of words beside the writer's own; the returned function sends what is typed and takes the case off the list. */
export function holdOpen(caseId: RecordId, writer: CaseWriter, unsaved: () => boolean): () => void {
  open.set(writer, unsaved);
  return () => {
    open.delete(writer);
    const done = writer.close().finally(() => {
      if (closing.get(caseId) === done) closing.delete(caseId);
    });
    closing.set(caseId, done);
  };
}

/** Ends when an earlier sitting at the case has sent its last words: two writers at once would answer twice. */
export async function untilClosed(caseId: RecordId): Promise<void> {
  await closing.get(caseId);
}

/** Sends everything typed in every open case; call before locking. Ends also when it cannot be saved: the words are kept. */
export async function flushOpenCases(): Promise<void> {
  await Promise.all([...[...open.keys()].map((writer) => writer.flush()), ...closing.values()]);
}

/** Something typed is not known to be saved: ask before the window closes. */
export function hasUnsaved(): boolean {
  return [...open].some(([writer, unsaved]) => writer.unsaved.length > 0 || unsaved());
}
