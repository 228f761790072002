/**
 * Bytes kept with a record, such as a printed plan or a scanned letter, sealed under its file key.
 *
 * [Note: dropped] What the history says was dropped has no bytes, whatever brought them back (a restore, another PC). `secure_delete` overwrites
 * them in the pages; the frames of the WAL and the pages they replace go with the next checkpoint, see db/erase/drop-frames.ts.
 */
import { openBytes, sealBytes } from '../../shared/crypto/sodium.ts';
import type { AttachmentId, RecordId } from '../../shared/domain/ids.ts';
import type { DoorName } from '../contract/actor.ts';
import type { Histories } from '../contract/histories.ts';
import { StoreError } from '../errors.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';

export interface Attachments extends Pick<Histories, 'keepBytes' | 'readBytes'> {
  /** Takes the bytes of what was dropped; see [Note: dropped]. */
  readonly drop: (record: RecordId, dropped: readonly AttachmentId[]) => void;
}

export function attachments(db: Sqlite, door: DoorName, keyring: Keyring): Attachments {
  const insert = db.prepare('INSERT INTO attachments (id, record, sealed) VALUES (?, ?, ?)');
  const select = db.prepare<[string, string], Buffer>('SELECT sealed FROM attachments WHERE id = ? AND record = ?').pluck();
  const remove = db.prepare<[string, string]>('DELETE FROM attachments WHERE id = ? AND record = ?');
  const context = (record: RecordId, attachment: AttachmentId): string => `attachment/${door}/${record}/${attachment}`;

  return {
    keepBytes: (record, attachment, bytes) => {
      insert.run(attachment, record, sealBytes(keyring.findOrMake(record), bytes, context(record, attachment)));
    },
    readBytes: (record, attachment) => {
      const sealed = select.get(attachment, record);
      if (sealed === undefined) return undefined;
      const key = keyring.find(record);
      const plain = key === undefined ? null : openBytes(key, sealed, context(record, attachment));
      if (plain === null) throw new StoreError('DATABASE_DAMAGED');
      return plain;
    },
    drop: (record, dropped) => {
      for (const attachment of dropped) remove.run(attachment, record);
    },
  };
}
