/** The papers the plan of a file would be now. */
import { readCase, type CaseAnswers } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import { UserId } from '../../shared/domain/ids.ts';
import { canonicalJson } from '../../shared/envelopes/canonical-json.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { achievedOn } from '../../shared/plan/achieved.ts';
import { planPapers, type PlanPapers } from '../../shared/plan/plan-papers.ts';
import { readPlan } from '../../shared/plan/read-plan.ts';
import type { Plan } from '../../shared/plan/types.ts';
import { planVersion } from '../../shared/plan/versions.ts';
import { wellFormed } from '../../shared/plan/well-formed.ts';
import { namesOf } from '../cases/case-view.ts';
import type { CasesContext } from '../context.ts';
import { frameOf } from '../papers/frame.ts';
import { paperSettings } from '../papers/settings.ts';

export type PlanPaper = PlanPapers['agreement'] | PlanPapers['wall'];

export interface PlanOfFile extends PlanPapers {
  readonly plan: Plan;
  /** SHA-256 of it: the same plan is the same version. */
  readonly hash: string;
  /** The number its papers have, or would get. */
  readonly version: number;
}

function caseworkerOf(answers: CaseAnswers): UserId | undefined {
  return UserId.safeParse(answers.value('case.caseworker_id')).data;
}

/** Of the counsellor, else of the JMD; '' where neither is set. */
export function phoneOnPaper({ store }: Pick<CasesContext, 'store'>, answers: CaseAnswers): string {
  const { phones, letterhead } = store.desk.read(paperSettings);
  const caseworker = caseworkerOf(answers);
  return (phones.find(({ user }) => user === caseworker)?.phone ?? '') || letterhead.phone;
}

export function planOfFile(context: CasesContext, { caseState, person }: CaseFile, language: LanguageCode): PlanOfFile {
  const { store, options } = context;
  const answers = readCase(caseState, person);
  const plan = readPlan(answers);
  const hash = sha256Hex(canonicalJson(plan));
  const today = options.today();
  const { version, day } = planVersion(caseState.documents, hash, today);

  const nameOf = store.desk.read((tx) => namesOf(tx.staff.list()));
  const caseworker = caseworkerOf(answers);
  const office = frameOf(context);
  const phone = phoneOnPaper(context, answers);
  const caseworkerName = caseworker === undefined ? '' : nameOf(caseworker);
  const papers = planPapers({ answers, plan, achievedOn: achievedOn(answers, caseState), frame: { ...office, language, day }, version, caseworkerName, phone, today });
  return { plan, hash, version, ...wellFormed(papers) };
}
