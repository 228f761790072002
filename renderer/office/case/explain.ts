/** Turns a failed call into what the window says: which failures belong to one field, which stop all saving. */
import { ORPCError } from '@orpc/client';
import { problemOf } from '../problem.ts';
import type { SaveProblem } from './case-writer.svelte.ts';

/** The answer itself is refused; other answers can still be saved. */
const fieldCodes: Readonly<Record<string, string>> = {
  FIELD_UNKNOWN: 'Dieses Feld kennt Lotse nicht mehr. Der Text bleibt hier stehen; bitte anderswo eintragen.',
  ENTRY_UNKNOWN: 'Dieser Eintrag ist nicht mehr da. Der Text bleibt hier stehen; bitte anderswo eintragen.',
  ANSWER_INVALID: 'So kann Lotse diese Angabe nicht speichern. Bitte prüfen.',
  CONSENT_MISSING: 'Ohne Einwilligung nimmt die Akte das nicht auf. Was Sie geschrieben haben, steht noch hier.',
  HEALTH_CONSENT_MISSING: 'Erst die Einwilligung zu Gesundheitsdaten erfassen, dann wird diese Angabe gespeichert.',
};

/** The act itself is refused; what is typed elsewhere can still be saved. */
const actCodes: readonly string[] = [
  'ATTACHMENT_KIND_UNKNOWN',
  'ATTACHMENT_NOT_FOUND',
  'ATTACHMENT_TOO_LARGE',
  'CASE_NOT_ENDED',
  'DISCLOSURE_WITHOUT_BASIS',
  'NOTE_NOT_FOUND',
  'ROLE_NOT_ALLOWED',
];

/** Errors say their code; what the core did not declare is told as a failure of ours, never with its own message. */
export function explainSave(error: unknown): SaveProblem {
  const { code, text, advice } = problemOf(error);
  const field = fieldCodes[code];
  if (field !== undefined) return { scope: 'field', locked: false, text: reasonOf(error) ?? field };
  if (actCodes.includes(code)) return { scope: 'field', locked: false, text: `${text} ${advice}` };
  return { scope: 'outer', locked: code === 'LOCKED', text: `${text} ${advice}` };
}

/** Calls that save nothing: history, print, export. */
export function explainCall(error: unknown): string {
  const { text, advice } = problemOf(error);
  return `${text} ${advice}`;
}

/** ANSWER_INVALID says in German what is wrong (shared/catalogue/check-answer). */
export function reasonOf(error: unknown): string | null {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('reason' in data) || typeof data.reason !== 'string') return null;
  return data.reason;
}
