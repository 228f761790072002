/** What can be asked of the worker. */
import type { BackupKind } from '../contract.ts';
import { verifyCopies } from './verify-copies.ts';
import { writeBackup } from './write-backup.ts';

interface WithKeys {
  /** Data folder whose databases are read, or whose backup is opened. */
  readonly dir: string;
  readonly deskKey: Uint8Array;
  readonly casesKey: Uint8Array | null;
}

export interface BackupJob extends WithKeys {
  readonly type: 'backup';
  readonly kind: BackupKind;
  readonly at: string;
}

export interface VerifyJob extends WithKeys {
  readonly type: 'verify';
  /** Folder of the one backup. */
  readonly folder: string;
  readonly at: string;
}

export type Job = BackupJob | VerifyJob;
interface Results {
  /** Name of the new backup. */
  backup: string;
  verify: null;
}
export type JobResult<J extends Job> = Results[J['type']];

export async function runJob(job: Job): Promise<Results[Job['type']]> {
  switch (job.type) {
    case 'backup':
      return writeBackup(job);
    case 'verify':
      verifyCopies(job.folder, job, job.at);
      return null;
  }
}
