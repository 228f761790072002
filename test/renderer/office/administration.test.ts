import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { Administration, type AdministrationApp } from '../../../renderer/office/administration/administration.svelte.ts';
import { NewAccountForm } from '../../../renderer/office/administration/new-account.svelte.ts';
import { NewSheet, type NewSheetApp } from '../../../renderer/office/administration/new-sheet.svelte.ts';
import { OwnPassword } from '../../../renderer/office/administration/own-password.svelte.ts';
import { findingWords } from '../../../renderer/office/administration/texts.ts';
import { headNames, isOld, lastVerified, missingIn, oneHeadOnly, sinceWords } from '../../../renderer/office/administration/words.ts';
import { UserId } from '../../../shared/domain/ids.ts';
import type { BackupView, SafetyView } from '../../../shared/rpc/safety.views.ts';
import type { AccountView, SessionView } from '../../../shared/rpc/session.views.ts';

const locked = { phase: 'locked', singleUser: true, training: true, waitSeconds: 0 } as const satisfies SessionView;
const petra: AccountView = { id: UserId.parse('a'.repeat(32)), displayName: 'Petra Amsel', role: 'head', login: 'amsel', canUnlock: true, own: true };
const jonas: AccountView = { ...petra, id: UserId.parse('b'.repeat(32)), displayName: 'Jonas Fink', role: 'caseworker', login: 'fink', own: false };
const safety: SafetyView = { folder: '/daten', lockAfterMinutes: 10, backups: [], target: null, check: null, missing: null };

function refuse(code: string, data?: unknown) {
  return async () => Promise.reject(new ORPCError(code, { data }));
}

describe('the page of the Leitung', () => {
  function page(isHead: boolean, answers: Record<string, unknown> = {}) {
    const asked: string[] = [];
    const call = (name: string, answer: unknown) => async () => {
      asked.push(name);
      return typeof answer === 'function' ? (answer as () => unknown)() : answer;
    };
    const app = {
      refresh: async () => void asked.push('refresh'),
      client: {
        access: { accounts: call('accounts', [petra, jonas]), remove: call('remove', [petra]), ...answers },
        safety: { overview: call('overview', safety), setLockAfter: call('setLockAfter', { ...safety, lockAfterMinutes: 5 }), backupNow: refuse('BACKUP_FAILED') },
      },
    } as unknown as AdministrationApp;
    return { asked, administration: new Administration(app, isHead) };
  }

  it('loads accounts for the Leitung and for nobody else', async () => {
    const head = page(true);
    await head.administration.load();
    const other = page(false);
    await other.administration.load();

    expect([head.asked, other.asked]).toEqual([['overview', 'accounts'], ['overview']]);
    expect([head.administration.accounts?.length, other.administration.accounts]).toEqual([2, null]);
  });

  it('asks where the office stands after each act that may have changed it', async () => {
    const { asked, administration } = page(true);
    await administration.setLockAfter(5);
    await administration.remove(jonas);

    expect(asked).toEqual(['setLockAfter', 'refresh', 'remove', 'refresh']);
    expect([administration.safety?.lockAfterMinutes, administration.accounts]).toEqual([5, [petra]]);
  });

  it('says why a backup failed, and can try again', async () => {
    const { administration } = page(true);

    expect(await administration.backUp()).toBe(false);
    expect([administration.problem?.code, administration.working]).toEqual(['BACKUP_FAILED', null]);
  });
});

describe('a new Notfallblatt', () => {
  function window(answers: Partial<NewSheetApp['client']['access']> = {}) {
    const shown: SessionView[] = [];
    const app: NewSheetApp = {
      newSheetCode: null,
      show: (session) => void shown.push(session),
      client: { access: { replaceRecovery: async () => ({ recoveryCode: '9Z9Z-8Y8Y' }), confirmReplacement: async () => locked, ...answers } },
    };
    return { app, shown, sheet: new NewSheet(app) };
  }

  it('is shown after the password, typed back, and then nowhere in the window any more', async () => {
    const { app, shown, sheet } = window();
    sheet.password = 'Kranichzug';
    await sheet.begin();
    expect([sheet.stage, app.newSheetCode, sheet.password]).toEqual(['show', '9Z9Z-8Y8Y', '']);
    sheet.stage = 'type';
    sheet.typed = '9z9z 8y8y';
    await sheet.confirm();
    expect([sheet.stage, app.newSheetCode, sheet.typed, shown]).toEqual(['password', null, '', [locked]]);
  });

  it('is not shown after a wrong password', async () => {
    const { app, sheet } = window({ replaceRecovery: refuse('WRONG_PASSWORD') });
    await sheet.begin();
    expect([sheet.stage, app.newSheetCode, sheet.problem?.code]).toEqual(['password', null, 'WRONG_PASSWORD']);
  });

  it('can be given up: the one before goes on opening', async () => {
    const { app, sheet } = window();
    await sheet.begin();
    sheet.giveUp();
    expect([sheet.stage, app.newSheetCode]).toEqual(['password', null]);
  });
});

describe('changing the own password', () => {
  const forms = (changePassword: () => Promise<SessionView>) => {
    const own = new OwnPassword({ show: () => undefined, client: { access: { changePassword } } }, () => ['Petra Amsel']);
    own.old = 'Kranichzug über Moorwiesen';
    own.choice.fresh = own.choice.again = 'Drei Birken am Deich';
    return own;
  };

  it('forgets all three when it is done', async () => {
    const own = forms(async () => locked);
    expect(await own.change()).toBe(true);
    expect([own.old, own.choice.fresh, own.choice.again]).toEqual(['', '', '']);
  });

  it('does not ask the core for one that is too short, the same, or typed in two ways', async () => {
    const own = forms(async () => Promise.reject(new Error('asked')));
    own.choice.again = 'Drei Birken am Teich';
    expect([await own.change(), own.choice.againError === undefined]).toEqual([false, false]);
    own.choice.fresh = own.choice.again = 'kurz';
    expect([await own.change(), own.choice.freshError === undefined]).toEqual([false, false]);
    own.choice.fresh = own.choice.again = own.old;
    expect([await own.change(), own.problem]).toEqual([false, null]);
  });

  it('waits after wrong ones', async () => {
    const own = forms(refuse('UNLOCK_WAIT', { seconds: 4 }));
    await own.change();
    expect([own.waiting.left, own.problem]).toEqual([4, null]);
    own.waiting.stop();
  });
});

describe('a new account', () => {
  it('says everything that is missing at once', () => {
    const form = new NewAccountForm(() => 'JMD Nordheide');
    expect(form.check()).toBeNull();
    expect(Object.keys(form.errors)).toEqual(['displayName', 'login', 'role']);
    expect(form.choice.freshError).toBeDefined();
  });

  it('is sent without blanks around the names', () => {
    const form = new NewAccountForm(() => 'JMD Nordheide');
    form.displayName = ' Jonas Fink ';
    form.login = ' fink';
    form.role = 'caseworker';
    form.choice.fresh = form.choice.again = 'Drei Birken am Deich';
    expect(form.check()).toEqual({ displayName: 'Jonas Fink', login: 'fink', role: 'caseworker', password: 'Drei Birken am Deich' });
  });
});

it('R64: knows when only one person could let the others in', () => {
  expect(oneHeadOnly([petra, jonas])).toBe(true);
  expect(oneHeadOnly([petra, { ...jonas, role: 'head' }])).toBe(false);
  expect(oneHeadOnly([petra, { ...jonas, role: 'head', canUnlock: false }])).toBe(true);
});

it('names whom to ask', () => {
  expect(headNames([petra, jonas])).toBe('Petra Amsel');
  expect(headNames([petra, { ...jonas, role: 'head' }])).toBe('Petra Amsel oder Jonas Fink');
});

it('counts a backup only when it was opened again', () => {
  const backup = (at: string, verifiedAt: string | null): BackupView => ({ name: at, kind: 'daily', at, bytes: 1, verifiedAt });
  expect(lastVerified([backup('2026-03-02T08:00:00Z', null), backup('2026-03-01T08:00:00Z', 'x')])?.at).toBe('2026-03-01T08:00:00Z');
  expect(lastVerified([backup('2026-03-02T08:00:00Z', null)])).toBeUndefined();
});

it('a backup is old after a week', () => {
  const now = new Date('2026-03-10T10:00:00Z');
  expect([isOld('2026-03-03T10:00:00Z', now), isOld('2026-03-03T09:59:00Z', now)]).toEqual([false, true]);
});

it('counts what is missing in both files, and says when nobody can', () => {
  expect([missingIn({ desk: 1, cases: 4 }), missingIn(null)]).toEqual([5, null]);
});

describe('the page "Prüfung"', () => {
  async function checked(before: string | null, after: string): Promise<boolean> {
    const check = (at: string | null): SafetyView => ({ ...safety, check: at === null ? null : { at, deskOnly: false, findings: [] } });
    const client = { access: {}, safety: { overview: () => Promise.resolve(check(before)), check: () => Promise.resolve(check(after)) } };
    const administration = new Administration({ client, refresh: () => Promise.resolve() } as unknown as AdministrationApp, false);
    await administration.load();
    await administration.check();
    return administration.checkedHere;
  }

  it('knows a look that was just taken from one of some day before', async () => {
    expect(await checked('2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z')).toBe(true);
    expect(await checked('2026-03-01T08:00:00Z', '2026-03-01T08:00:00Z')).toBe(false);
  });
});

it.each([
  ['2026-03-02T08:14:00Z', 'heute, 09:14'],
  ['2026-03-01T23:30:00Z', 'heute, 00:30'],
  ['2026-03-01T17:02:00Z', 'gestern, 18:02'],
  ['2026-02-21T17:02:00Z', 'vor 9 Tagen'],
])('%s is "%s"', (at, words) => {
  expect(sinceWords(at, new Date('2026-03-02T10:24:00+01:00'))).toBe(words);
});

it('has words for everything a check looks at', () => {
  for (const { title, good } of Object.values(findingWords)) expect([title, good].every((text) => text.length > 3)).toBe(true);
});
