/** Procedures of the contract whose handlers are being written; each goes from here with its handler. */
import { ORPCError } from '@orpc/server';
import { os } from './base.ts';

const never = (): never => {
  throw new ORPCError('INTERNAL');
};

export const beside = {
  tally: {
    enter: os.tally.enter.handler(never),
    list: os.tally.list.handler(never),
    change: os.tally.change.handler(never),
    retire: os.tally.retire.handler(never),
    moveToCase: os.tally.moveToCase.handler(never),
    summary: os.tally.summary.handler(never),
  },
  preRegistrations: {
    list: os.preRegistrations.list.handler(never),
    create: os.preRegistrations.create.handler(never),
    change: os.preRegistrations.change.handler(never),
    remove: os.preRegistrations.remove.handler(never),
    toCase: os.preRegistrations.toCase.handler(never),
  },
  people: {
    find: os.people.find.handler(never),
  },
  appointments: {
    ofDay: os.appointments.ofDay.handler(never),
    ofPerson: os.appointments.ofPerson.handler(never),
    plan: os.appointments.plan.handler(never),
    change: os.appointments.change.handler(never),
  },
  absences: {
    list: os.absences.list.handler(never),
    set: os.absences.set.handler(never),
    end: os.absences.end.handler(never),
    sinceAway: os.absences.sinceAway.handler(never),
    day: os.absences.day.handler(never),
  },
};
