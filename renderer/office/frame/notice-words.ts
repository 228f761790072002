/** Banners above the page: the words of the error catalogue, with a number where one belongs, and the way onward. */
import type { NoticeView, SessionView } from '../../../shared/rpc/session.views.ts';
import type { AdministrationSection } from '../administration/sections.ts';
import { actMeasure, missingWords } from '../act-words.ts';
import { problemOfCode, type Problem } from '../problem.ts';

export const noticeTexts = {
  region: 'Hinweise',
  onward: 'Zur Verwaltung',
  goOn: 'Mit diesem Stand weiterarbeiten …',
  bringBack: 'Sicherung zurückholen',
  askHead: (heads: string) => `Bitte sagen Sie der Leitung Bescheid${heads === '' ? '' : `: ${heads}`}.`,
  acceptTitle: 'Mit diesem Stand weiterarbeiten?',
  acceptLoses: (count: number | null) =>
    count === null
      ? 'Was nach diesem Stand gespeichert wurde, fehlt hier. Wie viel das ist, lässt sich nicht feststellen.'
      : count === 1
        ? `1 Vorgang, der schon gespeichert war, fehlt hier. ${actMeasure}`
        : `${count.toLocaleString('de-DE')} Vorgänge, die schon gespeichert waren, fehlen hier. ${actMeasure}`,
  acceptFirst: 'Wissen Sie, wo die neueren Dateien liegen, oder gibt es eine neuere Sicherung? Dann holen Sie lieber die zurück.',
  acceptThen: 'Wenn Sie weiterarbeiten, gilt dieser Stand. Was fehlt, kommt dann nicht von selbst zurück. Ihre Entscheidung steht mit Ihrem Namen im Protokoll.',
  acceptAct: 'Weiterarbeiten',
  cancel: 'Abbrechen',
  accepted: 'Dieser Stand gilt jetzt. Sie können wieder arbeiten.',
} as const;

export interface NoticeWords extends Problem {
  /** A sentence with the number; null when there is none. */
  readonly amount: string | null;
  readonly kind: 'danger' | 'info';
  /** Part of "Verwaltung" that helps. */
  readonly section: AdministrationSection;
}

const sections: Readonly<Record<NoticeView['code'], AdministrationSection>> = {
  STORE_READ_ONLY: 'sicherungen',
  DATABASE_DAMAGED: 'pruefung',
  ERASURE_OPEN: 'pruefung',
  DISK_LOW: 'sicherungen',
  BACKUP_OVERDUE: 'sicherungen',
  BACKUP_FAILED: 'sicherungen',
  TARGET_UNUSABLE: 'sicherungen',
  SECOND_PLACE_OVERDUE: 'sicherungen',
};
/** Nothing is wrong with the files themselves. */
const calm: readonly NoticeView['code'][] = ['ERASURE_OPEN', 'BACKUP_OVERDUE', 'TARGET_UNUSABLE'];

export function noticeWords({ code, count }: NoticeView): NoticeWords {
  return { ...problemOfCode(code), amount: amountOf(code, count), kind: calm.includes(code) ? 'info' : 'danger', section: sections[code] };
}

function amountOf(code: NoticeView['code'], count: number | null): string | null {
  if (code === 'STORE_READ_ONLY') return missingWords(count);
  if (count === null) return null;
  if (code === 'SECOND_PLACE_OVERDUE') return count === 1 ? 'Das betrifft 1 Löschung.' : `Das betrifft ${count.toLocaleString('de-DE')} Löschungen.`;
  if (code === 'BACKUP_OVERDUE') return count === 1 ? 'Sie ist 1 Tag alt.' : `Sie ist ${count.toLocaleString('de-DE')} Tage alt.`;
  return null;
}

/** What the session says, and read-only in any case: nobody may wonder why nothing can be changed. */
export function noticesOf({ notices, readOnly }: Pick<Extract<SessionView, { phase: 'open' }>, 'notices' | 'readOnly'>): readonly NoticeView[] {
  if (!readOnly || notices.some(({ code }) => code === 'STORE_READ_ONLY')) return notices;
  return [{ code: 'STORE_READ_ONLY', count: null }, ...notices];
}
