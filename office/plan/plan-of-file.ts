/** The papers the plan of a file would be now. */
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { firstName, spokenName } from '../../shared/cases/case-status.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { achievedOn } from '../../shared/plan/achieved.ts';
import { addressOf } from '../../shared/plan/address.ts';
import { agreementPaper } from '../../shared/plan/agreement.ts';
import { nextAppointment } from '../../shared/plan/appointments.ts';
import type { AgreementPaper, PaperFrame, WallPaper } from '../../shared/plan/papers.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { planVersion } from '../../shared/plan/versions.ts';
import { wallPaper } from '../../shared/plan/wall.ts';
import { namesOf } from '../cases/case-view.ts';
import type { CasesContext } from '../context.ts';
import { paperSettings } from '../papers/settings.ts';

export type PlanPaper = AgreementPaper | WallPaper;

export interface PlanOfFile {
  readonly plan: Plan;
  /** SHA-256 of it: the same plan is the same version. */
  readonly hash: string;
  readonly agreement: AgreementPaper;
  readonly wall: WallPaper;
}

export function planOfFile({ store, office, options }: CasesContext, file: CaseFile, language: LanguageCode): PlanOfFile {
  const { caseState, person } = file;
  const answers = readCase(caseState, person);
  const plan = readPlan(answers);
  const hash = sha256Hex(canonicalJson(plan));
  const today = options.today();
  const { version, day } = planVersion(caseState.documents, hash, today);

  const [{ letterhead, phones }, nameOf] = store.desk.read((tx) => [paperSettings(tx), namesOf(tx.staff.list())] as const);
  const caseworker = UserId.safeParse(answers.value('case.caseworker_id')).data;
  const caseworkerName = caseworker === undefined ? '' : nameOf(caseworker);
  const frame: PaperFrame = { language, address: addressOf(answers, today), officeName: office.settings.name, letterhead, training: office.settings.training, day };
  const phone = (phones.find(({ user }) => user === caseworker)?.phone ?? '') || letterhead.phone;
  return {
    plan,
    hash,
    agreement: agreementPaper({ frame, personName: spokenName(answers), caseworkerName, version, plan }),
    wall: wallPaper({ frame, firstName: firstName(answers), appointment: nextAppointment(answers, today), caseworkerName, phone, version, plan, achievedOn: achievedOn(answers, caseState) }),
  };
}
