/** Turns a failed call into what the window says: which failures belong to one field, which stop all saving. */
import { ORPCError } from '@orpc/client';
import type { SaveProblem } from './case-writer.svelte.ts';

/** The answer itself is refused; other answers can still be saved. */
const fieldCodes: Readonly<Record<string, string>> = {
  FIELD_UNKNOWN: 'Dieses Feld kennt Lotse nicht mehr. Der Text bleibt hier stehen; bitte anderswo eintragen.',
  ENTRY_UNKNOWN: 'Dieser Eintrag ist nicht mehr da. Der Text bleibt hier stehen; bitte anderswo eintragen.',
  ANSWER_INVALID: 'So kann Lotse diese Angabe nicht speichern. Bitte prüfen.',
  CONSENT_MISSING: 'Erst die Einwilligung erfassen, dann wird diese Angabe gespeichert.',
};

const outerCodes: Readonly<Record<string, string>> = {
  LOCKED: 'Lotse ist gesperrt. Nach dem Entsperren wird Ihr Text gespeichert.',
  CASES_DOOR_CLOSED: 'Mit diesem Zugang lassen sich Fallakten nicht bearbeiten.',
  CASE_NOT_FOUND: 'Diese Akte gibt es hier nicht mehr. Der Text bleibt stehen; bitte kopieren.',
  DISK_FULL: 'Die Festplatte ist voll. Bitte Platz schaffen, dann „Erneut versuchen“.',
  DISK_ERROR: 'Auf die Festplatte lässt sich gerade nicht schreiben. Bitte die Verbindung zum Datenordner prüfen, dann „Erneut versuchen“.',
  DOCUMENT_FAILED: 'Das Dokument ließ sich nicht erstellen. Bitte noch einmal versuchen.',
  PLAN_EMPTY: 'Der Plan hat noch kein Ziel. Bitte zuerst ein Ziel eintragen.',
  ATTACHMENT_NOT_FOUND: 'Diese Fassung ist nicht mehr da.',
};

const noAnswer = 'Lotse antwortet gerade nicht. Ihr Text bleibt hier stehen; bitte „Erneut versuchen“.';

/** Errors say their code; what the core did not declare is told as "no answer", never as its own message. */
export function explainSave(error: unknown): SaveProblem {
  const code = error instanceof ORPCError ? String(error.code) : '';
  const field = fieldCodes[code];
  if (field !== undefined) return { scope: 'field', locked: false, text: reasonOf(error) ?? field };
  return { scope: 'outer', locked: code === 'LOCKED', text: outerCodes[code] ?? noAnswer };
}

/** Same words for reading calls (history, print, export). */
export function explainCall(error: unknown): string {
  return explainSave(error).text;
}

function reasonOf(error: unknown): string | null {
  if (!(error instanceof ORPCError)) return null;
  const data: unknown = error.data;
  if (typeof data !== 'object' || data === null || !('reason' in data) || typeof data.reason !== 'string') return null;
  return answerReasons[data.reason] ?? null;
}

/** Reasons of ANSWER_INVALID in words; an unknown reason falls back to the general sentence. */
const answerReasons: Readonly<Record<string, string>> = {};
