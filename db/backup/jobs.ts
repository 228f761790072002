/** What can be asked of the worker. */
import type { UserId } from '../../shared/domain/ids.ts';
import type { Role } from '../contract/actor.ts';
import type { BackupKind, RestoreReport } from '../contract/backup.ts';
import { checkCopies, type CopyFinding } from '../check/check-copies.ts';
import { checkFiles, type Finding } from '../check/check-files.ts';
import { runRestore } from './restore-job.ts';
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

export interface RestoreJob extends WithKeys {
  readonly type: 'restore';
  readonly from: string;
  readonly name: string;
  readonly at: string;
  readonly casesKey: Uint8Array;
  readonly user: UserId;
  readonly role: Role;
  readonly training: boolean;
  readonly signingSeed: Uint8Array | null;
}

export interface CheckJob extends WithKeys {
  readonly type: 'check';
  readonly depth: 'quick' | 'full';
}

export type Job = BackupJob | VerifyJob | RestoreJob | CheckJob;
interface Results {
  /** Name of the new backup. */
  backup: string;
  verify: null;
  restore: RestoreReport;
  check: readonly (Finding | CopyFinding)[];
}
export type JobResult<J extends Job> = Results[J['type']];

export async function runJob(job: Job): Promise<Results[Job['type']]> {
  switch (job.type) {
    case 'backup':
      return writeBackup(job);
    case 'verify':
      verifyCopies(job.folder, job, job.at);
      return null;
    case 'check':
      return job.depth === 'quick' ? checkFiles(job) : [...checkFiles(job), ...checkCopies(job.dir, job)];
    case 'restore': {
      const { user, role, training, deskKey, casesKey, signingSeed, ...order } = job;
      return runRestore({ ...order, keys: { user, role, training, deskKey, casesKey, signingSeed } });
    }
  }
}
