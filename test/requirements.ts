/**
 * Which test shows which requirement of the foundations (keys, durability, forgetting, house-keeping), in our own words.
 *
 * test/docs/requirements.test.ts checks that each named test exists under exactly that title, and writes docs/requirements.md from this table.
 */
export interface Proof {
  readonly file: string;
  /** As written in the file, placeholders of a table of cases included. */
  readonly title: string;
}

export interface Requirement {
  readonly id: string;
  /** A must be there, B should. */
  readonly priority: 'A' | 'B';
  readonly says: string;
  readonly tests: readonly Proof[];
  /** What only a person with that machine can show: a line of docs/unverified.md, named by its beginning. */
  readonly handCheck?: string;
  /** A time, which no test asserts: what `npm run bench` measures of it, and where. */
  readonly measured?: { readonly file: string; readonly stages: readonly string[] };
  /** Where the design asks for something else than the list it comes from. */
  readonly amended?: string;
}

export const proof = (file: string, title: string): Proof => ({ file: `test/${file}.ts`, title });
const test = proof;

export const requirements: readonly Requirement[] = [
  {
    id: 'R01',
    priority: 'A',
    says: 'Database keys are 32 random bytes, handed over raw; no password reaches SQLite.',
    tests: [
      test('db/open-database.test', 'every page is ChaCha20-Poly1305 under exactly the key that was given'),
      test('db/open-database.test', '%s is refused and leaves no file'),
      test('build/banned-calls.test', 'gives SQLite a key but the one place that opens databases'),
      test('db/store.test', 'has keys drawn for it alone: set up twice with the same words, all four are different'),
    ],
  },
  {
    id: 'R02',
    priority: 'A',
    says: 'Without a sound key nothing is opened or made, and what was opened is known to be encrypted.',
    tests: [
      test('db/open-database.test', '%s is refused and leaves no file'),
      test('db/open-database.test', 'a plain SQLite file is refused'),
      test('build/banned-calls.test', 'opens a database but the one place that checks what it opened'),
      test('db/open-database.test', '%s opens no copy either, and the copy stays as it is'),
      test('db/open-database.test', 'every page is ChaCha20-Poly1305 under exactly the key that was given'),
    ],
  },
  {
    id: 'R03',
    priority: 'A',
    says: 'Password and Notfallblatt both open before the first record can be saved; the code has 130 bits, a checksum, groups.',
    tests: [
      test('cli/case-walk.test', 'makes no case before the Notfallblatt is typed back'),
      test('e2e/whole-way.e2e', 'the JMD is set up, and opens only after the Notfallblatt was typed back'),
      test('db/store.test', 'opens everything when every password is gone, and sets a new one'),
      test('db/recovery-code.test', 'a code is seven groups of four without letters that look like digits'),
      test('db/recovery-code.test', '26 random characters of 5 bits each stand in it, another each time'),
      test('office/key-loss-drill.test', 'before: no record is taken until the sheet was typed back, and a single way in is told to be one'),
      test('cli/case-walk.test', 'office status says that the Notfallblatt is still to be typed back, and nothing of the office without its password'),
    ],
  },
  {
    id: 'R04',
    priority: 'A',
    says: 'The key store of the operating system is never the only way in.',
    tests: [
      test('db/store.test', 'opens everything when every password is gone, and sets a new one'),
      test('office/access.test', 'are not asked of the keyring of Windows or any other system: nothing but a password or the Notfallblatt opens'),
    ],
    amended: 'Lotse does not use the key store of the operating system at all: password and Notfallblatt are the two ways in.',
  },
  {
    id: 'R05',
    priority: 'A',
    says: 'Argon2id with at least 64 MiB and 3 passes; cost and salt stand in each slot, and less is refused before deriving.',
    tests: [
      test('db/slots.test', '%s is too weak and refused before any derivation'),
      test('shared/crypto/sodium.test', 'come from a password by Argon2id, the same for both ways to write an Umlaut'),
      test('db/slots.test', 'costs at least 64 MiB and three passes to try, under a salt of its own'),
      test('shared/crypto/sodium.test', 'is what another Argon2id makes of it: 64 MiB, three passes, one lane, version 1.3'),
    ],
  },
  {
    id: 'R06',
    priority: 'A',
    says: 'Deriving a key keeps nobody waiting.',
    tests: [
      test('db/slots.test', 'lets the thread that answers people go on'),
      test('build/banned-calls.test', 'derives a key from a password but two that wait in another thread'),
    ],
  },
  {
    id: 'R07',
    priority: 'A',
    says: 'New passwords and users write slots and no database.',
    tests: [
      test('db/store.test', 'a changed password rewrites the slot and not one byte of a database'),
      test('build/banned-calls.test', 'gives a database another key'),
      test('office/access.test', 'changes in the slot alone: no database file is written, and the copies beside the backups follow'),
    ],
  },
  {
    id: 'R08',
    priority: 'A',
    says: 'A password is right when the seal of the slot opens; the header is bound to it, and no hash of the password is kept.',
    tests: [
      test('db/slots.test', 'every part of the header is bound: none can be another'),
      test('db/slots.test', 'holds neither password nor keys'),
      test('db/slots.test', 'has no place for anything one could compare a password with: only the seal, which its key opens'),
    ],
  },
  {
    id: 'R09',
    priority: 'B',
    says: 'Wrong tries wait longer and longer, also after a restart, and destroy nothing.',
    tests: [
      test('db/store.test', 'a wrong password is a wrong password, and nothing changes but the count of failures'),
      test('renderer/office/waiting.test', 'R09: does not ask the core while the pause lasts, and may again when it is over'),
      test('db/unlock-tries.test', 'after %i failures is %i seconds'),
      test('db/unlock-tries.test', 'a thousand wrong tries change not one byte of any other file'),
      test('db/unlock-tries.test', 'counts from the moment it begins: two at once are two, and one that is killed is one'),
      test('db/unlock-tries.test', 'waits for failures that an earlier process wrote down, and adds its own to them'),
      test('office/access.test', 'needs the old one, and wrong ones wait like wrong ones at the lock'),
    ],
  },
  {
    id: 'R10',
    priority: 'A',
    says: 'Wrong password, damaged slot, damaged, missing or newer files and a failing disk are told apart, and no failure deletes anything.',
    tests: [
      test('db/store.test', 'a damaged database is never called a wrong password'),
      test('db/slots.test', '%s is damaged, not a wrong password'),
      test('db/migrate.test', 'refuse a newer database and touch nothing'),
      test('office/session.test', 'says what keeps a folder from being used'),
      test('renderer/office/restoring.test', '%s shows the way back'),
      test('office/key-loss-drill.test', 'the slot is damaged: it is not called a wrong password, the Notfallblatt opens, and a new password repairs it'),
      test('office/key-loss-drill.test', 'password, sheet and slot are gone: nothing opens, nothing is deleted, and the words say so'),
      test('db/damage.test', '%s of no length is refused as it is'),
      test('db/damage.test', '%s of a newer Lotse is refused as it is'),
      test('db/disk.test', 'that can only be read is said, nothing changes, and it opens when it can be written again'),
      test('office/error-texts.test', 'every code stands in exactly one area, and every text is a sentence with an advice'),
    ],
  },
  {
    id: 'R11',
    priority: 'A',
    says: 'Lotse locks by key, when nobody is there, when the PC sleeps or its screen is locked; keys go, files are closed, the window is emptied.',
    tests: [
      test('e2e/lock-empties.e2e', 'after Ctrl+L nothing of it is in memory, on the page, in its title or address, and no file is held'),
      test('e2e/lock-empties.e2e', 'after the minutes that are set the window locks'),
      test('e2e/lock-empties.e2e', 'a PC that slept is locked when it wakes, before the minutes are over'),
      test('e2e/lock-empties.e2e', 'after unlocking the half-typed sentence is there, behind what stood before'),
      test('electron/main.test', 'locks on %s'),
      test('office/session.test', 'answers LOCKED to everything that needs an open office, and says until the next unlock why'),
      test('office/idle-lock.test', 'locks by itself ten minutes after the last touch'),
      test('office/idle-lock.test', 'locks when the PC slept, before the first touch afterwards is believed'),
      test('office/idle-lock.test', 'drops keys and closes the databases, also when closing one of them fails'),
      test('office/idle-lock.test', 'cannot be told to wait %d minutes: it is one to thirty'),
    ],
    handCheck: 'Lock by suspend',
  },
  {
    id: 'R12',
    priority: 'A',
    says: 'While locked no field can be edited and nothing is taken.',
    tests: [
      test('office/session.test', 'answers LOCKED to everything that needs an open office, and says until the next unlock why'),
      test('e2e/typing.e2e', 'outlives a lock, which hides the case at once and comes back to the same section'),
      test('db/store.test', 'a closed store answers nothing any more'),
      test('office/idle-lock.test', 'answers LOCKED to every procedure that needs an open office, whatever it is asked'),
    ],
  },
  {
    id: 'R13',
    priority: 'B',
    says: 'What is copied from a personal field does not stay in the clipboard; where that cannot be had, there is no button to copy.',
    tests: [test('renderer/office/clipboard.test', 'R13: no code of a window writes to the clipboard')],
    amended: 'No window has a button to copy; what a person copies by hand is hers.',
    handCheck: 'Clipboard history',
  },
  {
    id: 'R14',
    priority: 'B',
    says: 'Long-lived secrets live in the core alone and are wiped there; the window never gets one.',
    tests: [
      test('e2e/lock-empties.e2e', 'R14: no key and no password is in it even then'),
      test('db/store.test', 'a closed store answers nothing any more'),
      test('office/access.test', 'are in no answer of any procedure'),
      test('office/idle-lock.test', 'drops keys and closes the databases, also when closing one of them fails'),
    ],
    handCheck: 'Memory of keys after lock',
  },
  {
    id: 'R27',
    priority: 'A',
    says: 'Every connection sets its pragmas and reads them back.',
    tests: [
      test('db/open-database.test', 'the pragmas of every connection are those of R27'),
      test('db/open-database.test', 'with %s is refused by name'),
      test('db/open-database.test', 'is none of the four of an open store'),
      test('db/open-database.test', 'is no copy that is opened by itself: its pragmas are those of R27 as far as they are about one file'),
    ],
  },
  {
    id: 'R28',
    priority: 'A',
    says: 'Nothing that was typed lies in plain in any file.',
    tests: [
      test('db/canary.test', 'while it is open, with everything still in the WAL'),
      test('db/canary.test', 'after it is closed, though the words are there for whoever has the keys'),
      test('cli/case-walk.test', 'leaves no typed word in plain in any file of the folder'),
      test('office/no-plain-text.test', '%s: leaves the canary in plain nowhere, and asked nobody outside'),
      test('office/no-plain-text.test', 'on a disk that is full, aborted by itself: leaves the canary in plain nowhere either, not beside it in temporary files, not in what it says'),
    ],
    handCheck: 'Windows: nothing typed in plain',
  },
  {
    id: 'R29',
    priority: 'A',
    says: 'Backups are made by VACUUM INTO, opened again, checked and counted; databases are never serialised or attached.',
    tests: [
      test('db/backup/create.test', 'is a verified copy of both doors without anything derived'),
      test('db/backup/create.test', 'is not believed with one bit changed'),
      test('build/banned-calls.test', 'writes a database out as bytes, or attaches one'),
      test('db/backup/create.test', 'is not believed either where its sum is right and %s'),
      test('build/banned-calls.test', 'copies a file byte by byte but a backup that stands alone'),
    ],
  },
  {
    id: 'R30',
    priority: 'A',
    says: 'A data folder on a network drive, in a sync folder, on a stick or in a profile that does not last is refused with its reason.',
    tests: [
      test('db/place.test', '%s → %s'),
      test('db/place.test', 'the mark of a sync client in a folder above is found, also through a link'),
      test('office/places.test', '%s: no office is set up in it, not even for practice, and nothing lies there afterwards'),
      test('office/places.test', '%s: is not opened, by no way in, and not a byte changes'),
    ],
    amended: 'One data folder per PC, not per Windows user (docs/decisions/0007).',
    handCheck: 'Places that are refused',
  },
  {
    id: 'R31',
    priority: 'A',
    says: 'One process owns the folder, with one writing connection and a SQLite that is new enough.',
    tests: [
      test('faults/two-processes.test', 'that start at the same moment, ten times over, leave one owner, one refusal and a sound folder'),
      test('db/lock.test', 'of another living process is in use; killed, it is free at once'),
      test('db/lock.test', 'whose lock file is gone still belongs to the process that has it'),
      test('db/lock-after-close.test', 'belongs to no other process before the thread of the $job has ended'),
      test('electron/main.test', 'is there once: a second start ends, and the first shows itself and takes its file over'),
      test('db/open-database.test', 'with SQLite %s: %s'),
      test('build/banned-calls.test', 'opens the files of an office for writing but the store, and what works while nobody else may'),
    ],
  },
  {
    id: 'R32',
    priority: 'A',
    says: 'A counter outside the databases notices older files and a lost WAL; then nothing is written until the head decides.',
    tests: [
      test('db/audit.test', 'a cut-off end stays found until the head decides to go on'),
      test('db/audit.test', '%s is found'),
      test('db/damage.test', 'that cuts a WAL off is noticed, at 80 random places'),
      test('db/damage.test', 'that flips one bit in a WAL is noticed, at 80 random places'),
      test('db/damage.test', 'that loses the WAL of %s is noticed'),
      test('db/damage.test', '%s in today’s folder is read, not written, until the head decides'),
      test('db/damage.test', 'of all files of %s together with its heads is noticed by the other door, and a decision holds'),
      test('office/older-before-sheet.test', 'with those files the status says read-only and how much is missing, and no record is taken'),
      test('cli/case-walk.test', 'office status says afterwards what is there, and that nothing is read-only or missing'),
      test('db/damage.test', 'notices alone that the WAL of %s is lost, where the other door’s head is gone'),
    ],
  },
  {
    id: 'R33',
    priority: 'A',
    says: 'Damage is found, the damaged files are kept, and a backup with what can be salvaged brings the office back and says what is missing.',
    tests: [
      test('office/safety.test', 'bring the office back from damaged files, and the next unlock makes list and search anew'),
      test('db/backup/restore.test', 'salvages around a damaged page'),
      test('db/backup/restore.test', 'says by the counter what is in neither when the former files are gone'),
      test('db/open-database.test', 'one flipped bit in a page is noticed when the page is read'),
      test('db/damage.test', '%s with a damaged page in its middle: read right, or said'),
      test('db/damage.test', '%s with a damaged header is refused as it is, and the WALs beside it stay'),
      test('db/backup/restore.test', 'broken off after "%s" says so, deletes nothing, and works the second time'),
      test('office/look-after-unlock.test', 'everything is looked at the first time and then once a week'),
      test('office/look-after-unlock.test', 'a damaged page that nobody opens is found at the next unlock, not a week later, and nothing is deleted'),
      test('db/backup/restore.test', 'counts what is missing of a door that was put back together with its own heads: the other door has seen more'),
      test('db/backup/restore.test', 'believes no keyring that was put back with its heads: the keys of what the backup holds come from the copies'),
      test('db/check/while-saving.test', 'the search holds, also where somebody saved since this connection looked before'),
      test('db/check/while-saving.test', 'a record says what its history says, also where somebody answers between the two looks'),
      test('office/safety.test', 'while somebody saves calls nothing damaged'),
      test('office/safety.test', 'never hides what a full one found'),
    ],
  },
  {
    id: 'R34',
    priority: 'A',
    says: 'Backups come by themselves, daily and before every migration; their rotation keeps days and weeks apart, and each was opened again.',
    tests: [
      test('office/safety.test', 'one is made in the background once a day, and nobody is asked'),
      test('db/backup/rotate.test', '60 days leave the newest of each of 7 days and of each calendar week of 28 days'),
      test('db/backup/rotate.test', 'nothing goes before a newer one was opened again'),
      test('db/backup/create.test', 'before a migration is made of the open connections'),
      test('db/backup/rotate.test', 'a clock that says %s never costs the newest verified one'),
      test('db/older-files.test', 'opens by password, has every row it had and a backup of the old schema that opens and counts the same'),
      test('db/backup/rotate.test', '60 days leave the same ones, whole, and nothing of the others on the disk'),
      test('db/backup/rotate.test', 'each that is kept is its own day: it holds the work up to that day and none of later'),
    ],
    amended: 'Nothing older than 28 days, so that what is forgotten is gone from backups too: no monthly ones.',
  },
  {
    id: 'R35',
    priority: 'B',
    says: 'A second place for backups can be chosen, and an old last backup is said.',
    tests: [
      test('office/safety.test', 'are copied to a second place, with the keys in a folder of their own'),
      test('office/safety.test', 'after seven days without one Lotse asks for it'),
      test('renderer/office/notices.test', '%s has words, advice and a way onward'),
      test('db/backup/mirror.test', 'alone brings the office back on another PC: nothing else of it is there'),
      test('db/backup/mirror.test', 'gets a backup again of which %s'),
      test('office/look-after-unlock.test', 'a backup that nobody could open again is none: after seven days Lotse asks for one all the same'),
    ],
  },
  {
    id: 'R36',
    priority: 'A',
    says: 'A full disk says "not saved", keeps the text in the form and takes nothing back.',
    tests: [
      test('db/disk.test', 'that is full takes nothing back, also over a restart, and takes more once there is room'),
      test('db/faults.test', 'is said, takes nothing back that was saved, and is over when there is room again'),
      test('renderer/case/case-writer.test', 'the text stays, nothing overtakes, and trying again saves all in order'),
      test('office/session.test', 'locks even where the disk is too full to log it, and says so to the operator'),
      test('renderer/case/explain.test', '%s stops all saving and says first that nothing was saved'),
      test('renderer/case/explain.test', 'DISK_FULL says that the text stays in the form'),
      test('db/reserve.test', 'a full disk lets the reserve go, and what was saved before stays'),
      test('e2e/full-disk.e2e', 'that is full takes nothing back: the answer stays in its field, and the line says what to do'),
    ],
  },
  {
    id: 'R37',
    priority: 'A',
    says: '"Gespeichert" comes after the commit: killed at any moment, everything acknowledged is there.',
    tests: [
      test('faults/kill.test', 'in 20 runs loses nothing that was acknowledged, leaves nothing by halves, and what is derived fits'),
      test('db/faults.test', 'loses nothing that was acknowledged, in four runs on one folder'),
      test('e2e/robust.e2e', 'has the answer when it comes back, and says meanwhile that it is gone'),
      test('renderer/case/case-writer.test', 'a choice goes out at once, and is saved only after the core answered'),
      test('db/disk.test', 'the disk has confirmed every WAL that was written for it'),
    ],
  },
  {
    id: 'R38',
    priority: 'A',
    says: 'Migrations go forward only, each in one transaction, from every schema there was; a newer schema is refused untouched.',
    tests: [
      test('db/migrate.test', 'bring an empty database and an old one to the same schema'),
      test('db/migrate.test', 'leave nothing of a step that fails'),
      test('db/migrate.test', 'refuse a newer database and touch nothing'),
      test('db/older-files.test', 'of %s every schema before today’s has a folder'),
      test('db/older-files.test', 'opens by password, has every row it had and a backup of the old schema that opens and counts the same'),
      test('db/older-files.test', 'killed between any two steps of the migration opens and has every row'),
    ],
  },
  {
    id: 'R39',
    priority: 'B',
    says: 'What is derived can go at any time and is made anew.',
    tests: [
      test('office/cases.test', 'has the same list, search and facts after all projections are made anew'),
      test('office/refresh.test', 'that were being made anew when the program ended are there after the next unlock'),
      test('db/projections.test', 'clear empties lists, search and dues, and keeps facts until the cases are saved anew'),
      test('office/safety.test', 'names %s, and rebuilding makes it as it was'),
      test('office/safety.test', 'an index and list that are gone altogether keep nobody out: the next unlock makes them anew'),
      test('db/accept-older.test', 'an older file without a derived table can be read, and accepting makes the table anew'),
      test('db/projections.test', 'are found once they are settled, also by who opens the folder next; the name is found at once'),
      test('db/check/unreadable-page.test', 'stops rebuilding and erasing; after a restore everything is there but who was being erased, and that is done'),
    ],
  },
  {
    id: 'R40',
    priority: 'B',
    says: 'A power cut loses nothing that was acknowledged.',
    tests: [
      test('db/disk.test', 'the disk has confirmed every WAL that was written for it'),
    ],
    handCheck: 'Power loss',
  },
  {
    id: 'R50',
    priority: 'A',
    says: 'Documents let go of what was deleted, and no undo list holds it.',
    tests: [
      test('shared/history/text.test', 'is written by documents that let go of what was deleted, and nothing keeps an undo list'),
      test('shared/history/text.test', 'keeps nothing of what was deleted, whether it is folded anew, extended or folded after a merge'),
    ],
  },
  {
    id: 'R51',
    priority: 'A',
    says: 'No personal data in the names inside a document.',
    tests: [
      test('shared/history/text.test', 'with $name is left out and reported, and the rest of the text stands'),
      test('shared/history/text.test', 'holds the typed characters under one fixed name: nothing in its bytes says who, where, which file or which field'),
    ],
    amended: 'A text is one Y.Text under one fixed name; anything else inside an update is refused.',
  },
  {
    id: 'R52',
    priority: 'A',
    says: 'What is kept beside the history of a text is replaced whole, in the transaction of the act.',
    tests: [
      test('shared/history/text.test', 'changes the same over its kept state as over all its edits'),
      test('faults/kill.test', 'in 20 runs loses nothing that was acknowledged, leaves nothing by halves, and what is derived fits'),
      test('db/histories.test', 'and what is kept of it change together: nothing of a write that throws is in either'),
      test('db/histories.test', 'may send an edit of a text before what it builds on: it is kept, and reads right once that is there'),
    ],
    amended: 'The signed edits stay; what is compacted is the state kept beside them, a projection that can be made anew.',
  },
  {
    id: 'R53',
    priority: 'A',
    says: 'A text with a very long history stays small and quick.',
    tests: [
      test('db/kept-texts.test', 'is less than 10 bytes an edit, and reads as it was typed'),
      test('shared/history/text.test', 'reads right after 1,000 edits, and what is kept of it stays under 25 bytes an edit'),
    ],
    measured: { file: 'cli/bench/fold-stages.ts', stages: ['Änderungen eines Textes falten', 'eine Änderung mehr an einem solchen Text'] },
  },
  {
    id: 'R54',
    priority: 'A',
    says: 'A record begins once, with a random id; bringing it in twice doubles nothing.',
    tests: [
      test('db/histories.test', 'may send the same twice, in any order, in pieces'),
      test('office/cases-acts.test', '%s is written once and shows the same case again'),
      test('office/random-ids.test', 'the same person typed twice begins two records, each once, under random ids of 128 bits'),
      test('db/backup/restore.test', 'done a second time with the same backup doubles nothing: no record, no act, no sentence'),
    ],
    amended: 'Lotse imports no files yet. What can come in twice is a backup, what another PC sends, and an act a window sends again.',
  },
  {
    id: 'R55',
    priority: 'A',
    says: 'What a newer Lotse wrote is not read as something else.',
    tests: [
      test('shared/history/text.test', 'with %s is not read as something else'),
      test('db/kept-texts.test', 'is made anew from the history when an earlier version of Lotse kept it in another shape'),
      test('office/refresh.test', 'and none of that writes into a history: what nobody answered stays unanswered, whatever an edition supposes'),
    ],
    amended: 'No document has a version of its own: an intent that is not known here, or has more in it, is refused whole.',
  },
  {
    id: 'R56',
    priority: 'A',
    says: 'An edit of another PC is limited and checked before it touches what is stored; a forged one harms nothing else.',
    tests: [
      test('shared/history/text.test', 'is told from a sound one'),
      test('shared/history/text.test', 'of any bytes never throws through the fold'),
      test('shared/history/text.test', 'refuses to make an edit larger than others would accept'),
      test('db/histories.test', '%s is refused, and nothing of the delivery is taken over'),
      test('db/histories.test', 'with %s where a text edit should be harms nothing else, and it is known which edit of which PC it is'),
    ],
  },
  {
    id: 'R57',
    priority: 'A',
    says: 'There is one copy of Yjs.',
    tests: [
      test('build/one-yjs.test', 'the lockfile installs exactly one Yjs'),
      test('build/one-yjs.test', 'no window imports it, directly or through what it shares'),
      test('build/banned-calls.test', 'is imported under one name, by the histories alone'),
    ],
  },
  {
    id: 'R58',
    priority: 'A',
    says: 'Erasing destroys the key, the rows, the free pages, the WAL, the copies of the keys; a tombstone without a word of her stays.',
    tests: [
      test('db/backup/restore.test', 'does not bring back who was erased since'),
      test('db/histories.test', 'a history whose key is destroyed cannot be read, the others can'),
      test('db/erase/erase.test', 'no word and no key is left: not in pages, free pages, WAL, index, copies, and no key opens what backups still hold'),
      test('db/erase/erase.test', 'the record never comes back: not by making it, not by writing to it, not from another PC'),
      test('db/erase/erase.test', 'the chains verify with as many links as before, and say no more of whom they were'),
      test('db/erase/interrupted.test', 'that is killed after “%s” is completed by the next start'),
      test('office/forget-everything.test', 'and the power went after “%s”: the next start ends it'),
      test('office/linkage.test', 'differences between the backups of two days: no backup holds a row, and both key copies hold the same ones'),
      test('db/erase/index-words.test', 'keeps not even the beginning of an erased word where it parted two pages, and still finds the others'),
      test('office/forgetting.test', 'and nothing of her is in the data folder, while the other file opens as before'),
      test('office/erasure-open.test', 'takes her out of what was named before, together with her line'),
    ],
    amended: 'For one PC; the shared folder is an issue of its own.',
  },
  {
    id: 'R74',
    priority: 'A',
    says: 'Nothing reports use or crashes to anybody; logs hold codes and places in the program, never a word of a person.',
    tests: [
      test('build/banned-calls.test', 'reports crashes or use to anybody'),
      test('e2e/shell-security.e2e', 'the window cannot send anything to another address'),
      test('office/cases.test', 'logs who read, wrote and exported, without a word of what was written'),
      test('office/no-plain-text.test', '%s: leaves the canary in plain nowhere, and asked nobody outside'),
      test('office/no-plain-text.test', '%s ends before it opens anything when it is started like that, and says why'),
      test('office/log-lines.test', '%s that quotes a name leaves it in no line of the log and in no answer'),
      test('build/banned-calls.test', 'of core, store or shell writes to a console: what is logged goes through the one line for the operator'),
    ],
    amended: 'Lotse writes no crash files: there are none to show, to send or to remove.',
  },
  {
    id: 'R75',
    priority: 'A',
    says: 'Only the desktop shell knows Electron; everything else runs and is tested under plain Node.',
    tests: [
      test('build/import-direction.test', '%s with %s gives %i complaint(s)'),
      test('e2e/robust.e2e', 'has the answer when it comes back, and says meanwhile that it is gone'),
      test('build/banned-calls.test', 'knows Electron but the desktop shell'),
    ],
    handCheck: 'Lotse in real Electron',
  },
  {
    id: 'R77',
    priority: 'B',
    says: 'A Node that cannot run the native SQLite ends with a sentence, not with a crash.',
    tests: [
      test('build/launcher.test', 'the launcher starts a task with its own Node 24 and passes on what it says'),
      test('build/launcher.test', 'the launcher says in one sentence what is missing where no Node 24 came along'),
      test('build/launcher.test', 'the store says so before its native part is loaded, which would crash'),
      test('build/launcher.test', 'so does the packed core of the desktop program'),
      test('build/launcher.test', 'the command line started past the launcher ends with an exit code and does nothing'),
    ],
  },
];
