/** Every code a user may meet, with text and advice. A code stands in exactly one area. */
import { caseErrors } from './errors/cases.ts';
import { clockErrors } from './errors/clock.ts';
import { cliErrors } from './errors/cli.ts';
import { documentErrors } from './errors/documents.ts';
import { monitoringErrors } from './errors/monitoring.ts';
import { serverErrors } from './errors/server.ts';
import { sessionErrors } from './errors/session.ts';
import { shellErrors } from './errors/shell.ts';
import { storeErrors } from './errors/store.ts';
import { updateErrors } from './errors/updates.ts';

export const errorAreas = [sessionErrors, storeErrors, caseErrors, documentErrors, monitoringErrors, serverErrors, cliErrors, shellErrors, updateErrors, clockErrors] as const;

export const errorTexts = {
  ...sessionErrors,
  ...storeErrors,
  ...caseErrors,
  ...documentErrors,
  ...monitoringErrors,
  ...serverErrors,
  ...cliErrors,
  ...shellErrors,
  ...updateErrors,
  ...clockErrors,
} as const;
