/** How procedures name the files they work with. What is not meant so is not checked here: the contract refuses it. */
import { z } from 'zod';
import { RecordId } from '../shared/domain/ids.ts';

const Named = z.object({
  caseId: RecordId.optional().catch(undefined),
  record: RecordId.optional().catch(undefined),
  to: RecordId.optional().catch(undefined),
  caseIds: z.array(RecordId).max(500).optional().catch(undefined),
});

/** Every file the input of a call names, once. */
export function filesIn(input: unknown): readonly RecordId[] {
  const { success, data } = Named.safeParse(input);
  if (!success) return [];
  return [...new Set([data.caseId, data.record, data.to, ...(data.caseIds ?? [])].filter((id) => id !== undefined))];
}
