/** Every code list a field of the catalogue uses. */
import type { CodeList } from '../types.ts';
import { accessPath } from './access-path.ts';
import { addressForm } from './address-form.ts';
import { admissionCheck } from './admission-check.ts';
import { appointmentStatus } from './appointment-status.ts';
import { areaType } from './area-type.ts';
import { assessmentAvailable } from './assessment-available.ts';
import { assessmentBy } from './assessment-by.ts';
import { assessmentMethod } from './assessment-method.ts';
import { asylumProcedure } from './asylum-procedure.ts';
import { attachmentKind } from './attachment-kind.ts';
import { biographyResult } from './biography-result.ts';
import { biographyType } from './biography-type.ts';
import { careConnection } from './care-connection.ts';
import { careerField } from './career-field.ts';
import { caseStatus } from './case-status.ts';
import { cefr } from './cefr.ts';
import { certificateCountry } from './certificate-country.ts';
import { channel } from './channel.ts';
import { competencyArea } from './competency-area.ts';
import { competencyInstrument } from './competency-instrument.ts';
import { consentForm } from './consent-form.ts';
import { consentGiver } from './consent-giver.ts';
import { consentStatus } from './consent-status.ts';
import { contactForm } from './contact-form.ts';
import { contactLanguage } from './contact-language.ts';
import { contactLimit } from './contact-limit.ts';
import { contactParticipant } from './contact-participant.ts';
import { contactPlace } from './contact-place.ts';
import { contactRecipient } from './contact-recipient.ts';
import { cooperation } from './cooperation.ts';
import { counsellingTopic } from './counselling-topic.ts';
import { country } from './country.ts';
import { courseDropout } from './course-dropout.ts';
import { courseEntitlement } from './course-entitlement.ts';
import { courseEventKind } from './course-event-kind.ts';
import { courseStatus } from './course-status.ts';
import { courseType } from './course-type.ts';
import { datePrecision } from './date-precision.ts';
import { debts } from './debts.ts';
import { destination } from './destination.ts';
import { digitalSkills } from './digital-skills.ts';
import { disability } from './disability.ts';
import { disclosureBasis } from './disclosure-basis.ts';
import { disclosureMeans } from './disclosure-means.ts';
import { disclosure } from './disclosure.ts';
import { discrimination } from './discrimination.ts';
import { dropoutRisk } from './dropout-risk.ts';
import { endReason } from './end-reason.ts';
import { entryContext } from './entry-context.ts';
import { examResult } from './exam-result.ts';
import { familyAbroad } from './family-abroad.ts';
import { familySituation } from './family-situation.ts';
import { finalInterview } from './final-interview.ts';
import { followUpDestination } from './follow-up-destination.ts';
import { followUpSupport } from './follow-up-support.ts';
import { gender } from './gender.ts';
import { goalArea } from './goal-area.ts';
import { goalAttainment } from './goal-attainment.ts';
import { goalTurn } from './goal-turn.ts';
import { guardianRelation } from './guardian-relation.ts';
import { guardianSituation } from './guardian-situation.ts';
import { handover } from './handover.ts';
import { healthInsurance } from './health-insurance.ts';
import { healthLimitation } from './health-limitation.ts';
import { helperRelation } from './helper-relation.ts';
import { household } from './household.ts';
import { housingSecurity } from './housing-security.ts';
import { housingType } from './housing-type.ts';
import { incomeSource } from './income-source.ts';
import { institutionRole } from './institution-role.ts';
import { institutionType } from './institution-type.ts';
import { interpreterNeed } from './interpreter-need.ts';
import { jobseeker } from './jobseeker.ts';
import { language } from './language.ts';
import { levelSource } from './level-source.ts';
import { lidResult } from './lid-result.ts';
import { mainActivity } from './main-activity.ts';
import { maritalStatus } from './marital-status.ts';
import { measure } from './measure.ts';
import { membership } from './membership.ts';
import { mentalStrain } from './mental-strain.ts';
import { migrationBackground } from './migration-background.ts';
import { migrationDetail } from './migration-detail.ts';
import { missingOffer } from './missing-offer.ts';
import { noticeAbout } from './notice-about.ts';
import { noticeResult } from './notice-result.ts';
import { offersAvailable } from './offers-available.ts';
import { otherPlanKind } from './other-plan-kind.ts';
import { paperLanguage } from './paper-language.ts';
import { parentsInformed } from './parents-informed.ts';
import { pictogram } from './pictogram.ts';
import { planLead } from './plan-lead.ts';
import { planStatus } from './plan-status.ts';
import { previousCaseManagement } from './previous-case-management.ts';
import { priority } from './priority.ts';
import { protectionAssessment } from './protection-assessment.ts';
import { protectionWith } from './protection-with.ts';
import { rating4 } from './rating4.ts';
import { recognitionStatus } from './recognition-status.ts';
import { referralResult } from './referral-result.ts';
import { releaseForm } from './release-form.ts';
import { requestBy } from './request-by.ts';
import { requestDecision } from './request-decision.ts';
import { requestExtension } from './request-extension.ts';
import { requestGround } from './request-ground.ts';
import { requestIdentity } from './request-identity.ts';
import { requestInsight } from './request-insight.ts';
import { requestKind } from './request-kind.ts';
import { residenceStatus } from './residence-status.ts';
import { responsible } from './responsible.ts';
import { restrictionAskedBy } from './restriction-asked-by.ts';
import { restrictionGround } from './restriction-ground.ts';
import { restrictionLift } from './restriction-lift.ts';
import { retentionGround } from './retention-ground.ts';
import { salutation } from './salutation.ts';
import { schoolCertificate } from './school-certificate.ts';
import { schoolType } from './school-type.ts';
import { screeningResult } from './screening-result.ts';
import { screeningTopic } from './screening-topic.ts';
import { scriptLiteracy } from './script-literacy.ts';
import { signatureState } from './signature-state.ts';
import { situationChange } from './situation-change.ts';
import { stepStatus } from './step-status.ts';
import { stressFactor } from './stress-factor.ts';
import { supportForm } from './support-form.ts';
import { supportPhase } from './support-phase.ts';
import { taskKind } from './task-kind.ts';
import { toldBefore } from './told-before.ts';
import { transferDirection } from './transfer-direction.ts';
import { vocationalQualification } from './vocational-qualification.ts';
import { workPermit } from './work-permit.ts';

export const codeLists: readonly CodeList[] = [
  accessPath,
  addressForm,
  admissionCheck,
  appointmentStatus,
  areaType,
  assessmentAvailable,
  assessmentBy,
  assessmentMethod,
  asylumProcedure,
  attachmentKind,
  biographyResult,
  biographyType,
  careConnection,
  careerField,
  caseStatus,
  cefr,
  certificateCountry,
  channel,
  competencyArea,
  competencyInstrument,
  consentForm,
  consentGiver,
  consentStatus,
  contactForm,
  contactLanguage,
  contactLimit,
  contactParticipant,
  contactPlace,
  contactRecipient,
  cooperation,
  counsellingTopic,
  country,
  courseDropout,
  courseEntitlement,
  courseEventKind,
  courseStatus,
  courseType,
  datePrecision,
  debts,
  destination,
  digitalSkills,
  disability,
  disclosure,
  disclosureBasis,
  disclosureMeans,
  discrimination,
  dropoutRisk,
  endReason,
  entryContext,
  examResult,
  familyAbroad,
  familySituation,
  finalInterview,
  followUpDestination,
  followUpSupport,
  gender,
  goalArea,
  goalAttainment,
  goalTurn,
  guardianRelation,
  guardianSituation,
  handover,
  healthInsurance,
  healthLimitation,
  helperRelation,
  household,
  housingSecurity,
  housingType,
  incomeSource,
  institutionRole,
  institutionType,
  interpreterNeed,
  jobseeker,
  language,
  levelSource,
  lidResult,
  mainActivity,
  maritalStatus,
  measure,
  membership,
  mentalStrain,
  migrationBackground,
  migrationDetail,
  missingOffer,
  noticeAbout,
  noticeResult,
  offersAvailable,
  otherPlanKind,
  paperLanguage,
  parentsInformed,
  pictogram,
  planLead,
  planStatus,
  previousCaseManagement,
  priority,
  protectionAssessment,
  protectionWith,
  rating4,
  recognitionStatus,
  referralResult,
  releaseForm,
  requestBy,
  requestDecision,
  requestExtension,
  requestGround,
  requestIdentity,
  requestInsight,
  requestKind,
  residenceStatus,
  responsible,
  restrictionAskedBy,
  restrictionGround,
  restrictionLift,
  retentionGround,
  salutation,
  schoolCertificate,
  schoolType,
  screeningResult,
  screeningTopic,
  scriptLiteracy,
  signatureState,
  situationChange,
  stepStatus,
  stressFactor,
  supportForm,
  supportPhase,
  taskKind,
  toldBefore,
  transferDirection,
  vocationalQualification,
  workPermit,
];
