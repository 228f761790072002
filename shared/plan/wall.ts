/** The wall sheet: what of the plan hangs beside her bed, and no word more. */
import { achievedIn, type AchievedOn } from './achieved.ts';
import type { PaperAppointment, PaperFrame, WallPaper } from './papers.ts';
import type { Plan, PlanGoal, PlanStep } from './types.ts';

/** Steps on the sheet, achievements on the sheet. */
const shownSteps = 5;
const shownAchieved = 3;

export interface WallParts {
  readonly frame: PaperFrame;
  /** The name she is called by, never the surname. */
  readonly firstName: string;
  readonly appointment: PaperAppointment | null;
  /** As the office writes the name; only the first name is printed. */
  readonly caseworkerName: string;
  readonly phone: string;
  readonly version: number;
  readonly plan: Plan;
  readonly achievedOn: AchievedOn;
}

export function wallPaper({ frame, firstName, appointment, caseworkerName, phone, version, plan, achievedOn }: WallParts): WallPaper {
  const ahead = stepsAhead(plan);
  return {
    ...frame,
    template: 'wall',
    firstName,
    sentence: plan.sentence,
    achieved: achievedIn(plan, achievedOn).slice(0, shownAchieved),
    steps: ahead.slice(0, shownSteps).map(withoutOthers),
    moreSteps: Math.max(0, ahead.length - shownSteps),
    appointment,
    counsellor: givenName(caseworkerName),
    phone,
    version,
  };
}

/** Who else is in it hangs on no wall. */
function withoutOthers(step: PlanStep): PlanStep {
  return { ...step, who: { role: step.who.role, name: '', institution: null } };
}

function stepsOf({ steps, subgoals }: PlanGoal): readonly PlanStep[] {
  return [...steps, ...subgoals.filter(({ state }) => state !== 'reached').flatMap((subgoal) => subgoal.steps)];
}

/** Open steps of the goals of now, but for those of a sub-goal that is reached all the same: the earliest first, her own before those of others on the same day, else as in the plan. */
function stepsAhead({ goals }: Plan): readonly PlanStep[] {
  const order = ({ until, who }: PlanStep): string => `${until ?? '~'} ${who.role === 'young_person' ? '0' : '1'}`;
  return goals
    .filter(({ turn, state }) => turn === 'now' && state !== 'reached')
    .flatMap(stepsOf)
    .filter(({ state }) => state !== 'done')
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

/** Forms of address and degrees; a word that ends with a dot is one of them or an initial, and no name to call anybody by. */
const title = /\.$|^\(|^(frau|herr|fr|hr|dr|prof|mag|dipl)$|^dipl\.?-|(pädagog|arbeiter|berater|referent|leiter|psycholog|therapeut|mediator)(in)?$|^(leitung|fachkraft)$/iu;
/** A surname of two words begins with one of these. */
const ofASurname = /^(von|van|vom|zu|zum|zur|de|del|della|der|den|di|da|dos|la|le|al|el|abu|ibn|bin|ben|ter|ten|mac|mc)$/iu;
/** Sisters and brothers of an order are called by the name that follows. */
const ofAnOrder = /^(schwester|bruder|pater|sr\.|br\.)$/iu;

/** "Petra" of "Petra Amsel", "Amsel, Petra" and "Dr. Petra Amsel"; '' of "Frau Amsel": there is no first name in it, and a surname hangs on no wall. */
export function givenName(displayName: string): string {
  const [before = '', after = ''] = displayName.split(',').map((part) => part.trim().split(/\s+/u).filter((word) => word !== ''));
  const isName = (word: string): boolean => !title.test(word) && !ofAnOrder.test(word);
  const first = [...after].find(isName);
  if (first !== undefined) return first;
  const words = [...before];
  const at = words.findIndex(isName);
  // "Herr Al Hadi": two words, and both are the surname.
  if (at > 0 && ofASurname.test(words[at] ?? '') && !words.slice(0, at).some((word) => ofAnOrder.test(word))) return '';
  const surnameAlone = words.filter(isName).length < 2 && !words.slice(0, at).some((word) => ofAnOrder.test(word)) && (at > 0 || after.length > 0);
  return surnameAlone ? '' : (words[at] ?? '');
}
