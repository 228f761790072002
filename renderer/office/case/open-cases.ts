/** Which cases are on screen, so that locking or closing the window can save first. */
import type { RecordId } from '../../../shared/domain/ids.ts';
import type { CaseWriter } from './case-writer.svelte.ts';
import { hasDrafts } from './drafts.ts';
import { hasUnreadable } from './unreadable.ts';

/** Writers of the open cases. */
const open = new Set<CaseWriter>();
const closing = new Map<RecordId, Promise<void>>();

/** Registers an open case; the returned function sends what is typed and takes the case off the list. */
export function holdOpen(caseId: RecordId, writer: CaseWriter): () => void {
  open.add(writer);
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
  await Promise.all([...[...open].map((writer) => writer.flush()), ...closing.values()]);
}

/** Something typed is not known to be saved, on whichever page it was typed: ask before the window closes. */
export function hasUnsaved(): boolean {
  return hasDrafts() || hasUnreadable();
}
