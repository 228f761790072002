/**
 * Looks for words in everything below a data folder that the keys of its doors can open, without one line of the store's own code.
 *
 * Every file raw; every page and every WAL frame of every database, in use, free or left over; then with every file key that any keyring
 * page holds, every sealed intent (and the Yjs update inside), attachment and audit detail. Pages are decrypted by page-decryptor.ts, tables are
 * read from the decrypted image by a plain SQLite in memory.
 */
import Database from 'better-sqlite3';
import sodium from 'libsodium-wrappers-sumo';
import fs from 'node:fs';
import path from 'node:path';
import { decryptFrames, decryptPages, isWal, pageBytes, plainImage } from '../db/page-decryptor.ts';

export interface DoorKeys {
  readonly deskKey: Uint8Array;
  readonly casesKey: Uint8Array;
}

export interface Find {
  readonly canary: string;
  /** `cases.db: case_words_data`, `backups/keys-0/cases-keys.db: file_keys`, `cases.db: sealed intent`. */
  readonly place: string;
}

export interface Scan {
  readonly finds: readonly Find[];
  /** How much was looked through, so that a scan that opened nothing does not pass for a clean one. */
  readonly pages: number;
  readonly frames: number;
  readonly opened: number;
  /** Databases not one page of which opened. */
  readonly unread: readonly string[];
  readonly fileKeys: ReadonlyMap<string, ReadonlySet<string>>;
}

const shortest = 16;

/** Canaries: texts, or bytes such as a file key. */
export function scanFolder(dir: string, keys: DoorKeys, canaries: readonly (string | Buffer)[]): Scan {
  const needles = canaries.flatMap(formsOf);
  const finds = new Map<string, Find>();
  const look = (bytes: Buffer, place: string): void => {
    for (const { canary, form } of needles) if (bytes.includes(form)) finds.set(`${canary} ${place}`, { canary, place });
  };
  const all = fs.readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = all.map(({ parentPath, name }) => path.join(parentPath, name)).sort();
  const pageKeys = namedKeys(keys);
  const images: Image[] = [];
  const fileKeys = new Map<string, Set<string>>();
  const unread: string[] = [];
  let pages = 0;
  let frames = 0;

  for (const file of files) {
    const place = path.relative(dir, file);
    const bytes = fs.readFileSync(file);
    look(bytes, `${place}: raw`);
    look(Buffer.from(place), `${place}: name`);
    if (isWal(bytes)) {
      for (const { key, keyring } of pageKeys) {
        for (const frame of decryptFrames(bytes, key)) {
          if (!frame.authentic) continue;
          frames += 1;
          look(frame.plain, `${place}: frame`);
          if (keyring) carveKeys(frame.plain, fileKeys);
        }
      }
      continue;
    }
    if (bytes.length < pageBytes || !looksEncrypted(file)) continue;
    const owner = pageKeys.find(({ key }) => decryptPages(bytes, key).some((page) => page.authentic));
    if (owner === undefined) {
      unread.push(place);
      continue;
    }
    const wal = fs.existsSync(`${file}-wal`) ? fs.readFileSync(`${file}-wal`) : null;
    const bare = openImage(plainImage(bytes, null, owner.key));
    const nameOf = bare === null ? () => 'page' : pageNames(bare);
    for (const page of decryptPages(bytes, owner.key)) {
      if (!page.authentic) continue;
      pages += 1;
      look(page.plain, `${place}: ${nameOf(page.number)}`);
      if (owner.keyring) carveKeys(page.plain, fileKeys);
    }
    if (bare !== null) images.push({ place, db: bare, door: owner.door });
    const today = wal === null || wal.length === 0 ? null : openImage(plainImage(bytes, wal, owner.key));
    if (today !== null) images.push({ place: `${place}+wal`, db: today, door: owner.door });
  }
  let opened = 0;
  for (const { place, db, door } of images) {
    for (const [what, plain] of sealedOf(db, door, door === 'desk' ? keys.deskKey : keys.casesKey, fileKeys)) {
      opened += 1;
      look(plain, `${place}: ${what}`);
    }
    for (const term of indexedWords(db)) look(Buffer.from(term), `${place}: index`);
    db.close();
  }
  const found = [...finds.values()].sort((a, b) => (a.place + a.canary).localeCompare(b.place + b.canary));
  return { finds: found, pages, frames, opened, unread, fileKeys };
}

/** The places one canary was found in. */
export function placesOf({ finds }: Scan, canary: string): readonly string[] {
  return finds.filter((find) => find.canary === canary).map(({ place }) => place);
}

interface Image {
  readonly place: string;
  readonly db: Database.Database;
  readonly door: 'desk' | 'cases';
}

interface Needle {
  readonly canary: string;
  readonly form: Buffer;
}

/** A text as UTF-8, UTF-16, hex, base64 at each of the three places in a group, and as the words of the index; its halves, too. */
function formsOf(canary: string | Buffer): readonly Needle[] {
  if (typeof canary !== 'string') {
    const bytes = Buffer.from(canary);
    const forms = [bytes, ...base64Forms(bytes), Buffer.from(bytes.toString('hex')), Buffer.from(bytes.toString('hex').toUpperCase())];
    return forms.map((form) => ({ canary: `key ${bytes.toString('hex').slice(0, 8)}`, form }));
  }
  if (canary.length < shortest) throw new Error(`a canary of ${String(canary.length)} characters may stand anywhere by chance`);
  const folded = fold(canary);
  // An index writes of a word only what differs from the one before it, and a page may end within a word.
  const parts = [folded, folded.slice(0, 12), folded.slice(-12)];
  const texts = [canary, canary.normalize('NFD'), canary.toLowerCase(), canary.slice(0, 12), canary.slice(-12), ...parts];
  const utf8 = [...new Set(texts)].map((text) => Buffer.from(text));
  const utf16 = [...new Set(texts)].map((text) => Buffer.from(text, 'utf16le'));
  const whole = Buffer.from(canary);
  const hex = [Buffer.from(whole.toString('hex')), Buffer.from(whole.toString('hex').toUpperCase())];
  return [...utf8, ...utf16, ...hex, ...base64Forms(whole)].map((form) => ({ canary, form }));
}

/** What is the same wherever in a text the bytes begin: the groups of four that hold nothing but them. */
function base64Forms(bytes: Buffer): readonly Buffer[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    const groups = Math.floor((bytes.length + before) / 3);
    const inner = text.slice(before === 0 ? 0 : 4, groups * 4);
    return [Buffer.from(inner), Buffer.from(inner.replaceAll('+', '-').replaceAll('/', '_'))];
  });
}

/** As the search index folds words (German letters only). */
function fold(text: string): string {
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ß', 'ss');
  return bare.replace(/([aou])e/g, '$1');
}

function namedKeys({ deskKey, casesKey }: DoorKeys) {
  const ring = (key: Uint8Array): Uint8Array => sodium.crypto_generichash(32, 'keyring', key);
  return [
    { door: 'desk', keyring: false, key: deskKey },
    { door: 'cases', keyring: false, key: casesKey },
    { door: 'desk', keyring: true, key: ring(deskKey) },
    { door: 'cases', keyring: true, key: ring(casesKey) },
  ] as const;
}

/** Not the small files whose bytes are what they are. */
function looksEncrypted(file: string): boolean {
  return !/\.(json|log|txt)$|-shm$|(^|[/\\])(lock|owner|reserve)$/.test(file);
}

function openImage(image: Buffer | null): Database.Database | null {
  if (image === null) return null;
  try {
    const db = new Database(image);
    db.pragma('schema_version');
    return db;
  } catch {
    // A damaged image is read page by page all the same.
    return null;
  }
}

/** The table or index each page belongs to; pages of none are free. */
function pageNames(db: Database.Database): (page: number) => string {
  const rows = db.prepare<[], { readonly name: string; readonly pageno: number }>('SELECT name, pageno FROM dbstat').all();
  const names = new Map(rows.map(({ name, pageno }) => [pageno, name]));
  return (page) => names.get(page) ?? 'free page';
}

/** Rows of `file_keys` wherever they lie, in the tree or beside it: 32 hex digits of a record, then its key. */
function carveKeys(page: Buffer, found: Map<string, Set<string>>): void {
  for (const match of page.toString('latin1').matchAll(/[0-9a-f]{32}(?=([\s\S]{32}))/g)) {
    const [record, key] = match;
    if (key === undefined) continue;
    const keys = found.get(record) ?? new Set<string>();
    keys.add(Buffer.from(key, 'latin1').toString('hex'));
    found.set(record, keys);
  }
}

type FileKeys = ReadonlyMap<string, ReadonlySet<string>>;

function* sealedOf(db: Database.Database, door: string, doorKey: Uint8Array, fileKeys: FileKeys): Generator<readonly [string, Buffer]> {
  const has = (table: string): boolean => db.prepare('SELECT 1 FROM sqlite_master WHERE name = ?').get(table) !== undefined;
  const open = (record: string | null, sealed: Buffer, context: string): Buffer | null => {
    const officeKey = sodium.crypto_generichash(32, 'audit', doorKey);
    const keys = record === null ? [officeKey] : [...(fileKeys.get(record) ?? [])].map((key) => Buffer.from(key, 'hex'));
    for (const key of keys) {
      const plain = unseal(key, sealed, context);
      if (plain !== null) return plain;
    }
    return null;
  };
  interface Row {
    readonly id: string;
    readonly record: string;
    readonly sealed: Buffer;
  }
  if (has('intents')) {
    for (const { id, record, sealed } of db.prepare<[], Row>('SELECT id, record, sealed FROM intents').iterate()) {
      const plain = open(record, sealed, `intent/${door}/${record}/${id}`);
      if (plain === null) continue;
      yield ['sealed intent', plain];
      const { intent } = JSON.parse(plain.toString()) as { intent: { body: { type: string; update?: string } } };
      if (intent.body.update !== undefined) yield ['sealed text', Buffer.from(intent.body.update, 'base64')];
    }
  }
  if (has('attachments')) {
    for (const { id, record, sealed } of db.prepare<[], Row>('SELECT id, record, sealed FROM attachments').iterate()) {
      const plain = open(record, sealed, `attachment/${door}/${record}/${id}`);
      if (plain !== null) yield ['sealed attachment', plain];
    }
  }
  if (has('record_states')) {
    // JSON of base64 of a Yjs state, where words lie that were taken out since.
    for (const texts of db.prepare<[], string>('SELECT texts FROM record_states').pluck().iterate()) {
      for (const [state] of texts.matchAll(/[A-Za-z0-9+/]{16,}={0,2}/g)) yield ['kept text', Buffer.from(state, 'base64')];
    }
  }
  if (!has('audit')) return;
  const audit = db.prepare<[], { readonly device: string; readonly sequence: number; readonly record: string | null; readonly sealed: Buffer }>(
    'SELECT device, sequence, record, sealed FROM audit',
  );
  for (const { device, sequence, record, sealed } of audit.iterate()) {
    const plain = open(record, sealed, `audit/${door}/${device}/${String(sequence)}`);
    if (plain !== null) yield ['sealed audit', plain];
  }
}

function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer | null {
  if (sealed.length < 40) return null;
  try {
    const plain = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed.subarray(24), context, sealed.subarray(0, 24), key);
    return Buffer.from(plain);
  } catch {
    // libsodium throws where the key or the context is another.
    return null;
  }
}

/** The words of the full text indexes as the index itself lists them. */
function indexedWords(db: Database.Database): readonly string[] {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'").pluck().all();
  return tables.flatMap((table) => {
    db.exec(`CREATE VIRTUAL TABLE temp."terms of ${table}" USING fts5vocab(main, ${table}, row)`);
    return db.prepare<[], string>(`SELECT term FROM temp."terms of ${table}"`).pluck().all();
  });
}
