/** One record: whether its history is whole and genuine, and what is kept of it says the same. */
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { DeviceId, RecordId } from '../../shared/domain/ids.ts';
import { foldRecord } from '../../shared/history/extend-fold.ts';
import type { Intent } from '../../shared/history/intent.ts';
import type { DoorName } from '../contract/actor.ts';
import { storeCodeOf } from '../errors.ts';
import { openGenuineIntent } from '../histories/open-intent.ts';
import type { RecordStates } from '../histories/record-states.ts';
import type { Sqlite } from '../open-database.ts';

export interface RecordLook {
  readonly door: DoorName;
  readonly db: Sqlite;
  readonly record: RecordId;
  /** The record's file key. */
  readonly key: Uint8Array;
  readonly findPublicKey: (device: DeviceId) => Uint8Array | undefined;
  /** null: nothing is kept that could be compared. */
  readonly states: RecordStates | null;
}

export interface RecordAnswer {
  readonly history: boolean;
  /** null: was not looked at. */
  readonly state: boolean | null;
}

/** All of it out of one moment: what somebody saves meanwhile is in both or in neither. */
export function checkRecord(look: RecordLook): RecordAnswer {
  return look.db.transaction(() => lookAt(look))();
}

function lookAt(look: RecordLook): RecordAnswer {
  const history = damageIsNull(() => readHistory(look));
  if (history === null) return { history: false, state: null };
  const { states, record } = look;
  if (states === null) return { history: true, state: null };
  const kept = damageIsNull(() => canonicalJson(states.find(record) ?? null));
  return { history: true, state: kept === canonicalJson(foldRecord(history).state) };
}

/** null: some intent is not genuine. */
function readHistory({ door, db, record, key, findPublicKey }: RecordLook): readonly Intent[] | null {
  const rows = db.prepare<[string], { id: string; sealed: Buffer }>('SELECT id, sealed FROM intents WHERE record = ? ORDER BY position').all(record);
  const history: Intent[] = [];
  for (const { id, sealed } of rows) {
    const intent = openGenuineIntent(door, key, { id, record, sealed }, findPublicKey);
    if (intent === null) return null;
    history.push(intent);
  }
  return history;
}

function damageIsNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (storeCodeOf(error) !== 'DATABASE_DAMAGED') throw error;
    return null;
  }
}
