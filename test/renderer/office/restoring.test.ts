import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { mayBringBack } from '../../../renderer/office/problem.ts';
import { Restoring, type RestoreClient } from '../../../renderer/office/restore/restoring.svelte.ts';
import { bytesWords, resultSentences } from '../../../renderer/office/restore/texts.ts';
import type { BackupView, RestoreView } from '../../../shared/rpc/safety.views.ts';

const backup = (name: string, verifiedAt: string | null = null): BackupView => ({ name, kind: 'daily', at: '2026-03-01T17:02:00Z', bytes: 1_400_000, verifiedAt });
const result: RestoreView = {
  backup: backup('a', '2026-03-01T17:03:00Z'),
  salvaged: 0,
  missing: { desk: 0, cases: 0 },
  erasedAgain: 0,
  setAside: '/daten/set-aside/2026',
  session: { phase: 'locked', singleUser: true, training: false, waitSeconds: 0 },
};

function core(backups: readonly BackupView[], answer: () => Promise<RestoreView> = async () => result) {
  const asked: unknown[] = [];
  const client: RestoreClient = {
    safety: {
      backups: async () => backups,
      restore: async (input) => {
        asked.push(input);
        return answer();
      },
    },
  };
  return { asked, client };
}

describe('bringing a backup back', () => {
  it('offers the newest that was opened again and counted', async () => {
    const restoring = new Restoring(core([backup('c'), backup('b', '2026-03-01T17:03:00Z'), backup('a', '2026-02-28T17:03:00Z')]).client, null);
    await restoring.load();
    expect(restoring.chosen).toBe('b');
  });

  it('keeps the one that was chosen before', async () => {
    const restoring = new Restoring(core([backup('b', 'x'), backup('a')]).client, 'a');
    await restoring.load();
    expect(restoring.chosen).toBe('a');
  });

  it('opens with a password, without a name where none was typed, and forgets both', async () => {
    const { asked, client } = core([backup('a')]);
    const restoring = new Restoring(client, null);
    await restoring.load();
    restoring.password = 'Kranichzug';
    await restoring.restore();
    expect(asked).toEqual([{ backup: 'a', secret: { login: null, password: 'Kranichzug' } }]);
    expect([restoring.result, restoring.password]).toEqual([result, '']);
  });

  it('opens with the Notfallblatt', async () => {
    const { asked, client } = core([backup('a')]);
    const restoring = new Restoring(client, null);
    await restoring.load();
    restoring.way = 'sheet';
    restoring.code = '7K3M-AB2C';
    await restoring.restore();
    expect(asked).toEqual([{ backup: 'a', secret: { code: '7K3M-AB2C' } }]);
  });

  it('waits where the core says so, with the seconds it says', async () => {
    const { asked, client } = core([backup('a')], async () => Promise.reject(new ORPCError('UNLOCK_WAIT', { data: { seconds: 30 } })));
    const restoring = new Restoring(client, null);
    await restoring.load();
    restoring.password = 'falsch';
    await restoring.restore();
    await restoring.restore();
    expect([restoring.waiting.left, restoring.problem, asked.length]).toEqual([30, null, 1]);
    restoring.waiting.stop();
  });
});

it.each(['DATABASE_DAMAGED', 'DATABASE_MISSING', 'RESTORE_UNFINISHED', 'BACKUP_DAMAGED'])('%s shows the way back', (code) => {
  expect(mayBringBack(code)).toBe(true);
});

it.each(['WRONG_PASSWORD', 'FOLDER_IN_USE', 'DATABASE_NEWER'])('%s does not: no backup would help', (code) => {
  expect(mayBringBack(code)).toBe(false);
});

describe('what came of it, in sentences', () => {
  it('says that nothing is missing', () => {
    expect(resultSentences(result)).toEqual(['Zurück ist der Stand vom 01.03.2026, 18:02.', 'Es fehlt nichts: Alles, was gespeichert war, ist wieder da.']);
  });

  it('counts what was saved, what is missing and what was erased again', () => {
    expect(resultSentences({ ...result, salvaged: 3, missing: { desk: 1, cases: 4 }, erasedAgain: 1 })).toEqual([
      'Zurück ist der Stand vom 01.03.2026, 18:02.',
      'Dazu konnten 3 Vorgänge gerettet werden, die neuer sind als die Sicherung.',
      'Es fehlen 5 Vorgänge, die nach der Sicherung gespeichert wurden. Eine Eingabe kann aus mehreren Vorgängen bestehen. Bitte sehen Sie in den Akten nach, an denen zuletzt gearbeitet wurde.',
      '1 Akte, die inzwischen gelöscht war, wurde wieder gelöscht.',
    ]);
  });

  it('says it when nobody can know', () => {
    expect(resultSentences({ ...result, missing: null })[1]).toContain('lässt sich nicht feststellen');
  });
});

it.each([
  [900, '0,9 KB'],
  [1_400_000, '1,4 MB'],
  [48_000_000, '48 MB'],
  [2_300_000_000, '2,3 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words);
});
