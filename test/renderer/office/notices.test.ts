import { describe, expect, it } from 'vitest';
import { noticesOf, noticeWords } from '../../../renderer/office/frame/notice-words.ts';
import type { NoticeView } from '../../../shared/rpc/session.views.ts';

const codes: readonly NoticeView['code'][] = ['STORE_READ_ONLY', 'DATABASE_DAMAGED', 'ERASURE_OPEN', 'DISK_LOW', 'BACKUP_OVERDUE', 'BACKUP_FAILED', 'TARGET_UNUSABLE'];

describe('notices above the page', () => {
  it.each(codes)('%s has words, advice and a way onward', (code) => {
    const words = noticeWords({ code, count: null });

    expect(words.unknown).toBe(false);
    expect(words.advice.length).toBeGreaterThan(10);
    expect(['sicherungen', 'pruefung']).toContain(words.section);
  });

  it.each([
    [{ code: 'STORE_READ_ONLY', count: 12 }, 'Es fehlen 12 Vorgänge. Eine Eingabe kann aus mehreren Vorgängen bestehen.'],
    [{ code: 'STORE_READ_ONLY', count: null }, 'Wie viel fehlt, lässt sich nicht feststellen.'],
    [{ code: 'STORE_READ_ONLY', count: 1 }, 'Es fehlt 1 Vorgang. Eine Eingabe kann aus mehreren Vorgängen bestehen.'],
    [{ code: 'BACKUP_OVERDUE', count: 9 }, 'Sie ist 9 Tage alt.'],
    [{ code: 'BACKUP_OVERDUE', count: null }, null],
    [{ code: 'DISK_LOW', count: 3 }, null],
  ] as const)('%j says %j', (notice, amount) => {
    expect(noticeWords(notice).amount).toBe(amount);
  });

  it('keeps the order of the core', () => {
    const notices: readonly NoticeView[] = [{ code: 'DISK_LOW', count: null }, { code: 'BACKUP_OVERDUE', count: 9 }];
    expect(noticesOf({ notices, readOnly: false })).toEqual(notices);
  });

  it('says read-only in any case', () => {
    expect(noticesOf({ notices: [], readOnly: true }).map(({ code }) => code)).toEqual(['STORE_READ_ONLY']);
  });
});
