/** Bytes kept with a record, such as a printed plan, sealed under its file key. */
import { openBytes, sealBytes } from '../../shared/crypto/sodium.ts';
import type { AttachmentId, RecordId } from '../../shared/domain/ids.ts';
import type { DoorName, Histories } from '../contract.ts';
import { StoreError } from '../errors.ts';
import type { Keyring } from '../keyring.ts';
import type { Sqlite } from '../open-database.ts';

export function attachments(db: Sqlite, door: DoorName, keyring: Keyring): Pick<Histories, 'keepBytes' | 'readBytes'> {
  const insert = db.prepare('INSERT INTO attachments (id, record, sealed) VALUES (?, ?, ?)');
  const select = db.prepare<[string, string], Buffer>('SELECT sealed FROM attachments WHERE id = ? AND record = ?').pluck();
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
  };
}
