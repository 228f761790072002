/** Ids of one act of a window, the same however often it is asked for; see [Note: act] in shared/rpc. */
import type { IntentIdOf } from '../db/contract/histories.ts';
import { randomId, sha256Hex } from '../shared/crypto/sodium.ts';
import { type ActId, IntentId } from '../shared/domain/ids.ts';
import type { RecordKind } from '../shared/history/intent.ts';

export interface ActIds {
  readonly idsFor: (record: RecordKind) => IntentIdOf;
  /** 32 hex digits; `what` names its use in the act. */
  readonly idOf: (what: string) => string;
}

/** What is asked goes into the ids too: another wish under the name of an earlier one is never taken for it. */
export function actIds(procedure: string, asked: { readonly act?: ActId | undefined }): ActIds {
  const name = sha256Hex(JSON.stringify([asked.act ?? randomId(), procedure, asked]));
  const idOf = (what: string): string => sha256Hex(`${name}/${what}`).slice(0, 32);
  return { idOf, idsFor: (record) => (index) => IntentId.parse(idOf(`${record}/${String(index)}`)) };
}
