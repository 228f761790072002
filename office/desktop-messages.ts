/**
 * What the main process of the desktop shell and the office core say to each other. Ports travel beside a message, never inside.
 *
 * Nothing a window says comes along here: a window has a port of its own to the core.
 */
import { z } from 'zod';

/** Pairs the messages about one document process: its port may arrive when it is no longer wanted. */
const processId = z.int().positive();

/** Main to core. */
export const ToCore = z.discriminatedUnion('kind', [
  /** With the port of a window. */
  z.strictObject({ kind: z.literal('window') }),
  z.strictObject({ kind: z.literal('lock') }),
  /** Locks, closes every file, and ends the process. */
  z.strictObject({ kind: z.literal('end') }),
  /** With the port of the document process that was asked for. */
  z.strictObject({ kind: z.literal('documents'), id: processId }),
  z.strictObject({ kind: z.literal('documents-ended'), id: processId }),
]);
export type ToCore = z.infer<typeof ToCore>;

/** Core to main. */
export const FromCore = z.discriminatedUnion('kind', [
  /** It hears messages from now on; nothing is unlocked. */
  z.strictObject({ kind: z.literal('ready') }),
  /** Asks for a document process. */
  z.strictObject({ kind: z.literal('documents'), id: processId }),
  /** It hangs, or is no longer needed. */
  z.strictObject({ kind: z.literal('documents-kill'), id: processId }),
]);
export type FromCore = z.infer<typeof FromCore>;
