/**
 * `node --import test/support/cheap-argon2.mjs …`: Argon2id with a sixty-fourth of the memory and one pass, under the same header.
 *
 * A unit run derives many hundred keys, nearly all on the way to something else; at full cost that is minutes of both cores. The key still
 * depends on password, salt and the cost that stands in the slot. What is about the derivation itself, and what opens a folder made elsewhere,
 * takes the full one (full-argon2.ts); so do the windows, the bench and every program that is not started by a unit test.
 */
import crypto from 'node:crypto';

const full = crypto.argon2;

/** @type {typeof full} */
const cheap = (algorithm, { memory, passes, ...rest }, done) =>
  full(algorithm, { ...rest, memory: 1024, passes: 1, associatedData: Buffer.from(`${String(memory)} KiB, ${String(passes)} passes`) }, done);

/** Where full-argon2.ts finds it. */
globalThis[Symbol.for('lotse.argon2')] = full;
if (typeof full === 'function' && process.env['LOTSE_FULL_ARGON2'] === undefined) crypto.argon2 = cheap;
