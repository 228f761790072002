/** Both papers of one plan. What may stand on them is decided here and in read-plan.ts, and nowhere else. */
import type { CaseAnswers } from '../cases/answers.ts';
import { firstName, spokenName } from '../cases/case-status.ts';
import type { IsoDay } from '../domain/day.ts';
import type { AchievedOn } from './achieved.ts';
import { nextAppointment } from './appointments.ts';
import type { AgreementPaper, PaperFrame, WallPaper } from './papers.ts';
import { planIn } from './translations.ts';
import type { Plan } from './types.ts';
import { wallPaper } from './wall.ts';

export interface PlanPapersParts {
  readonly answers: CaseAnswers;
  readonly plan: Plan;
  readonly achievedOn: AchievedOn;
  readonly frame: Omit<PaperFrame, 'address'>;
  readonly version: number;
  /** As the office writes the name; only the first name is on the wall. */
  readonly caseworkerName: string;
  readonly phone: string;
  /** From when on an appointment is her next one. */
  readonly today: IsoDay;
}

export interface PlanPapers {
  readonly agreement: AgreementPaper;
  readonly wall: WallPaper;
}

export function planPapers({ answers, plan: whole, achievedOn, frame: office, version, caseworkerName, phone, today }: PlanPapersParts): PlanPapers {
  // Sie where nobody chose: the other way round somebody is called du who never offered it.
  const frame: PaperFrame = { ...office, address: answers.value('person.address_form') === 'du' ? 'du' : 'sie' };
  const plan = planIn(whole, frame.language);
  return {
    agreement: { ...frame, template: 'agreement', personName: spokenName(answers), caseworkerName, version, plan },
    wall: wallPaper({ frame, firstName: firstName(answers), appointment: nextAppointment(answers, today), caseworkerName, phone, version, plan, achievedOn }),
  };
}
