/** Turns any failure into German words: what happened and what to do. */
import { ORPCError } from '@orpc/client';
import { errorTexts } from '../../shared/messages/errors.ts';

export interface Problem {
  readonly code: string;
  readonly text: string;
  readonly advice: string;
  /** The code has no words of its own; it is shown small, for the talk with the Servicebüro. */
  readonly unknown: boolean;
}

/** What only the window can know. */
const windowTexts: Readonly<Record<string, { readonly text: string; readonly advice: string }>> = {
  NO_TOKEN: {
    text: 'Diese Seite hat ihren Schlüssel nicht mehr.',
    advice:
      'Nach dem Neuladen vergisst das Fenster ihn; das ist Absicht und schützt Ihre Akten. Alles Gespeicherte ist da. Öffnen Sie Lotse bitte neu: über das Startsymbol oder die Startdatei.',
  },
  WINDOW_REPLACED: {
    text: 'Lotse ist jetzt in einem anderen Fenster geöffnet.',
    advice: 'Arbeiten Sie dort weiter; dieses Fenster können Sie schließen. Waren Sie das nicht? Dann sagen Sie bitte Ihrer Leitung Bescheid.',
  },
};

export function problemOfCode(code: string): Problem {
  const known = windowTexts[code] ?? (errorTexts as Readonly<Record<string, { text: string; advice: string }>>)[code];
  if (known !== undefined) return { code, text: known.text, advice: known.advice, unknown: false };
  return {
    code,
    text: 'Das hat leider nicht geklappt.',
    advice: 'Bitte versuchen Sie es noch einmal. Klappt es wieder nicht, nennen Sie dem Servicebüro diesen Code:',
    unknown: true,
  };
}

/** What a backup can mend, or another one. */
const mendedByBackup: readonly string[] = ['DATABASE_DAMAGED', 'DATABASE_MISSING', 'RESTORE_UNFINISHED', 'BACKUP_DAMAGED', 'BACKUP_MISSING'];

export function mayBringBack(code: string): boolean {
  return mendedByBackup.includes(code);
}

/** Seconds until the next try, where the core says so (UNLOCK_WAIT); 0 otherwise. */
export function waitSecondsOf(error: unknown): number {
  if (!(error instanceof ORPCError) || String(error.code) !== 'UNLOCK_WAIT') return 0;
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'seconds' in data && typeof data.seconds === 'number' ? Math.max(0, data.seconds) : 0;
}

/** Anything thrown by a call. What is no coded error is a bug of ours and is told as such, without its own message. */
export function problemOf(error: unknown): Problem {
  return problemOfCode(error instanceof ORPCError ? String(error.code) : 'INTERNAL');
}
