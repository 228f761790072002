/** Histories of signed intents with their state, see DESIGN §5; one of these per door. */
import { randomId, type SigningKeys } from '../../shared/crypto/sodium.ts';
import { IntentId, type DeviceId, type RecordId } from '../../shared/domain/ids.ts';
import { emptyFold, extendFold, foldRecord, type FoldedRecord } from '../../shared/history/extend-fold.ts';
import { Intent, type IntentBody, type RecordKind } from '../../shared/history/intent.ts';
import { signedIntentBytes } from '../../shared/history/sign-intent.ts';
import { recordItself, type RecordState } from '../../shared/history/state.ts';
import type { Actor, DoorName } from '../contract/actor.ts';
import type { Histories, IntentIdOf } from '../contract/histories.ts';
import { storeCodeOf } from '../errors.ts';
import type { IsFrozen } from '../cases/kept-facts.ts';
import type { IsErased } from '../erase/tombstones.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';
import type { StateTables } from '../state-tables.ts';
import { attachments } from './attachments.ts';
import { takeOver } from './merge.ts';
import { recordStates } from './record-states.ts';
import { sealedIntents } from './sealed-intents.ts';

export interface HistoryParts {
  readonly db: Sqlite;
  readonly door: DoorName;
  readonly keyring: Keyring;
  /** This PC and its Ed25519 keys. */
  readonly device: DeviceId;
  readonly keys: SigningKeys;
  findPublicKey(device: DeviceId): Uint8Array | undefined;
  readonly isErased: IsErased;
  readonly isFrozen: IsFrozen;
  /** Kept with every state. */
  readonly beside: StateTables;
}

/** null where the key is lost or an intent is damaged: one record must not keep an office out of all others. */
function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (storeCodeOf(error) !== 'DATABASE_DAMAGED') throw error;
    return null;
  }
}

export function openHistories(parts: HistoryParts): Histories {
  const { db, door, keyring, device, keys } = parts;
  const intents = sealedIntents(db, door, keyring);
  const states = recordStates(db);
  const { drop, ...bytes } = attachments(db, door, keyring);
  const save = (folded: FoldedRecord): void => {
    states.save(folded);
    parts.beside.save(folded.state);
  };

  const foldAnew = (record: RecordId): FoldedRecord => foldRecord(intents.read(record).map((signed) => signed.intent));

  /** Of a history that was folded whole: other PCs and former files may have brought bytes back that went. */
  const saveFolded = (folded: FoldedRecord): void => {
    save(folded);
    drop(folded.state.record, folded.state.droppedFiles ?? []);
  };

  const append = (record: RecordId, kind: RecordKind, bodies: readonly IntentBody[], actor: Actor, idOf?: IntentIdOf): RecordState => {
    if (actor.device !== device) throw new Error('an intent is signed by the PC it is written on');
    let sequence = intents.lastSequence(actor.device);
    const added = bodies.map((body, index) => {
      sequence += 1;
      const id = idOf?.(index) ?? IntentId.parse(randomId());
      // What another PC would refuse must not be signed here: a history with one such intent could never be merged. A bug, so it throws.
      return Intent.parse({ id, record, kind, author: actor.user, device: actor.device, sequence, at: actor.at, body });
    });
    intents.addAll(record, added.map((intent) => ({ intent, bytes: signedIntentBytes(keys, intent) })));
    // See [Note: when extending is allowed]; a fresh id can only build on what is here.
    const before = states.findFold(record) ?? emptyFold(record, kind);
    const folded = (before === 'other_shape' ? null : extendFold(before, added)) ?? foldAnew(record);
    save(folded);
    drop(record, bodies.filter((body) => body.type === 'dropFile').map(({ attachment }) => attachment));
    return folded.state;
  };

  const removeIntents = (record: RecordId, which: (body: IntentBody) => boolean): number => {
    const gone = intents.read(record).filter(({ intent }) => which(intent.body));
    for (const { intent } of gone) intents.remove(intent);
    if (gone.length > 0) saveFolded(foldAnew(record));
    return gone.length;
  };

  return {
    create: (record, kind, actor) => {
      if (states.find(record) !== undefined) throw new Error('this record exists');
      return append(record, kind, [{ type: 'createRecord' }], actor);
    },
    find: (record) => states.find(record),
    append,
    has: (intent) => intents.has(intent),
    lastSequence: (of) => intents.lastSequence(of),
    findText: (record, entry, field) => {
      const found = states.findFold(record);
      return (found === 'other_shape' ? foldAnew(record) : found)?.texts[entry ?? recordItself]?.[field];
    },
    merge: (incoming) => {
      const fresh = takeOver(incoming, {
        intents,
        findPublicKey: (id) => parts.findPublicKey(id),
        findKind: (record) => states.findKind(record),
        isErased: parts.isErased,
        isFrozen: parts.isFrozen,
      });
      for (const record of fresh.keys()) saveFolded(foldAnew(record));
      return [...fresh.keys()];
    },
    read: (record) => intents.read(record),
    ids: (kind) => states.ids(kind),
    ...bytes,
    removeIntents,
    removeCountKeys: (record, year) => { removeIntents(record, (body) => body.type === 'setCountKeys' && body.year === year); },
    rebuildStates: () => {
      states.clear();
      return intents.records().filter((record) => {
        const folded = readable(() => foldAnew(record));
        if (folded !== null) saveFolded(folded);
        return folded === null;
      });
    },
  };
}
