/** Every code list a field of the catalogue uses. */
import type { CodeList } from '../types.ts';
import { accessPath } from './access-path.ts';
import { addressForm } from './address-form.ts';
import { admissionCheck } from './admission-check.ts';
import { asylumProcedure } from './asylum-procedure.ts';
import { caseStatus } from './case-status.ts';
import { cefr } from './cefr.ts';
import { channel } from './channel.ts';
import { consentGiver } from './consent-giver.ts';
import { consentStatus } from './consent-status.ts';
import { contactLimit } from './contact-limit.ts';
import { cooperation } from './cooperation.ts';
import { counsellingTopic } from './counselling-topic.ts';
import { country } from './country.ts';
import { datePrecision } from './date-precision.ts';
import { destination } from './destination.ts';
import { disclosure } from './disclosure.ts';
import { endReason } from './end-reason.ts';
import { entryContext } from './entry-context.ts';
import { finalInterview } from './final-interview.ts';
import { gender } from './gender.ts';
import { goalArea } from './goal-area.ts';
import { goalAttainment } from './goal-attainment.ts';
import { guardianRelation } from './guardian-relation.ts';
import { guardianSituation } from './guardian-situation.ts';
import { handover } from './handover.ts';
import { helperRelation } from './helper-relation.ts';
import { institutionType } from './institution-type.ts';
import { interpreterNeed } from './interpreter-need.ts';
import { language } from './language.ts';
import { levelSource } from './level-source.ts';
import { maritalStatus } from './marital-status.ts';
import { measure } from './measure.ts';
import { migrationBackground } from './migration-background.ts';
import { migrationDetail } from './migration-detail.ts';
import { otherPlanKind } from './other-plan-kind.ts';
import { parentsInformed } from './parents-informed.ts';
import { planLead } from './plan-lead.ts';
import { planStatus } from './plan-status.ts';
import { previousCaseManagement } from './previous-case-management.ts';
import { priority } from './priority.ts';
import { rating4 } from './rating4.ts';
import { referralResult } from './referral-result.ts';
import { residenceStatus } from './residence-status.ts';
import { responsible } from './responsible.ts';
import { retentionGround } from './retention-ground.ts';
import { salutation } from './salutation.ts';
import { screeningResult } from './screening-result.ts';
import { screeningTopic } from './screening-topic.ts';
import { scriptLiteracy } from './script-literacy.ts';
import { signatureState } from './signature-state.ts';
import { stepStatus } from './step-status.ts';
import { supportForm } from './support-form.ts';
import { transferDirection } from './transfer-direction.ts';
import { workPermit } from './work-permit.ts';

export const codeLists: readonly CodeList[] = [
  accessPath,
  addressForm,
  admissionCheck,
  asylumProcedure,
  caseStatus,
  cefr,
  channel,
  consentGiver,
  consentStatus,
  contactLimit,
  cooperation,
  counsellingTopic,
  country,
  datePrecision,
  destination,
  disclosure,
  endReason,
  entryContext,
  finalInterview,
  gender,
  goalArea,
  goalAttainment,
  guardianRelation,
  guardianSituation,
  handover,
  helperRelation,
  institutionType,
  interpreterNeed,
  language,
  levelSource,
  maritalStatus,
  measure,
  migrationBackground,
  migrationDetail,
  otherPlanKind,
  parentsInformed,
  planLead,
  planStatus,
  previousCaseManagement,
  priority,
  rating4,
  referralResult,
  residenceStatus,
  responsible,
  retentionGround,
  salutation,
  screeningResult,
  screeningTopic,
  scriptLiteracy,
  signatureState,
  stepStatus,
  supportForm,
  transferDirection,
  workPermit,
];
