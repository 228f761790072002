/** The log of the office as somebody reads it: plain data, no content of a file. */
import type { IsoDay } from '../domain/day.ts';

/** By role and day: the same once, however often it was done, and no time of day, so that nobody's working hours stand there. */
export interface AuditRoleLine {
  readonly day: IsoDay;
  /** "Leitung", "Fachkraft", "Verwaltung"; "Lotse" where nobody did it. */
  readonly role: string;
  readonly what: string;
  /** Number of the file; null where none is meant, or it was forgotten. */
  readonly number: string | null;
}

export interface AuditByRole {
  /** Newest first. */
  readonly lines: readonly AuditRoleLine[];
  /** There are more in this time than were asked for. */
  readonly more: boolean;
  /** What stands above the list. */
  readonly notice: string;
}

/** Every line as it was written, with the name: opened by two people only. */
export interface AuditPersonLine extends Omit<AuditRoleLine, 'day'> {
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly name: string;
}

export interface AuditByPerson {
  /** Newest first. */
  readonly lines: readonly AuditPersonLine[];
  readonly more: boolean;
  readonly notice: string;
}
