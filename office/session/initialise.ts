import { createOffice } from '../../db/store.ts';
import { os } from '../base.ts';
import { timestamp } from '../context.ts';
import { adoptStore, oneAtATime, refuseOtherDay } from './open-store.ts';
import { writeSetting } from './settings.ts';

/** Sets the office up; its creator is the head. No record can be made before the Notfallblatt was typed back. */
export const initialise = os.session.initialise.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    const { login, displayName, password, training } = input;
    const { dir, clock } = context.options;
    refuseOtherDay(context, training);
    const { store, recoveryCode } = await createOffice({ dir, login, displayName, password, training, at: timestamp(clock) });
    try {
      store.desk.write((tx) => {
        writeSetting(tx, 'office', {
          id: input.officeId,
          name: input.officeName,
          carrierGroup: input.carrierGroup,
          land: input.land,
          privacyLaw: input.privacyLaw,
          training,
        });
        writeSetting(tx, 'recovery', { confirmedAt: null });
      });
    } catch (problem) {
      store.close();
      throw problem;
    }
    adoptStore(context, store, 'office.initialise');
    return { recoveryCode };
  }),
);
