/**
 * For a test file that is about the derivation, or opens a folder that was made at full cost: it and the processes it starts derive in full
 * (cheap-argon2.mjs). Such a file has a process of its own (unit-files.ts).
 */
import crypto from 'node:crypto';

/** Called at the top of the file, before anything derives. */
export function deriveInFull(): void {
  process.env['LOTSE_FULL_ARGON2'] = 'yes';
  const full = (globalThis as { [key: symbol]: unknown })[Symbol.for('lotse.argon2')] as typeof crypto.argon2 | undefined;
  if (full !== undefined) crypto.argon2 = full;
}
