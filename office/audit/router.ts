import { readLog, readLogWithNames } from './read-log.ts';
import { verifyAudit } from './verify-audit.ts';

export const audit = { verify: verifyAudit, read: readLog, readNames: readLogWithNames };
