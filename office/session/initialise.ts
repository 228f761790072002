import { createOffice } from '../../db/store.ts';
import { os } from '../base.ts';
import { openToMachine } from '../default-folder.ts';
import { timestamp } from '../context.ts';
import { adoptStore, oneAtATime, refuseOtherDay } from './open-store.ts';
import { refusePlace } from './refuse-place.ts';
import { writeSetting } from './settings.ts';

/** Sets the office up; its creator is the head. No record can be made before the Notfallblatt was typed back. */
export const initialise = os.session.initialise.handler(({ input, context }) =>
  oneAtATime(context, async () => {
    const { login, displayName, password, training } = input;
    const { dir, clock } = context.options;
    refuseOtherDay(context, training);
    refusePlace(context, training);
    openToMachine(dir);
    const { store, recoveryCode } = await createOffice({
      dir,
      login,
      displayName,
      password,
      training,
      at: timestamp(clock),
      // With them the folder becomes an office; before, an interrupted set-up simply begins again.
      initialise: (tx) => {
        const { officeId: id, officeName: name, carrierGroup, land, privacyLaw } = input;
        writeSetting(tx, 'office', { id, name, carrierGroup, land, privacyLaw, training });
        writeSetting(tx, 'recovery', { confirmedAt: null });
      },
    });
    adoptStore(context, store, 'office.initialise');
    return { recoveryCode };
  }),
);
