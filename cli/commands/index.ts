/** Every command there is. */
import type { Command } from '../command.ts';
import { caseAdd, caseAnswer, caseList, caseNew, caseShow } from './case.ts';
import { ckm } from './ckm-command.ts';
import { collectorApprove, collectorEnrol, collectorReport, collectorServe } from './collector.ts';
import { demo } from './demo.ts';
import { auditVerify, extractApprove, extractBuild, extractShow, sync } from './extract.ts';
import { officeConnect, officeInit, officeSeed, officeStatus, recoveryConfirm } from './office.ts';
import { planPdf } from './plan.ts';
import { serve } from './serve.ts';

export const commands: readonly Command[] = [
  officeInit,
  recoveryConfirm,
  officeSeed,
  officeStatus,
  officeConnect,
  caseList,
  caseShow,
  caseNew,
  caseAnswer,
  caseAdd,
  planPdf,
  extractBuild,
  extractShow,
  extractApprove,
  sync,
  auditVerify,
  serve,
  collectorServe,
  collectorEnrol,
  collectorApprove,
  collectorReport,
  demo,
  ckm,
];
