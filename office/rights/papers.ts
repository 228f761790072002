import { carrierGroupNames, landNames } from '../../shared/domain/programme.ts';
import { lawOn, lawView } from '../../shared/law/law-on.ts';
import { officePaper, officePapers } from '../../shared/rights/papers/all.ts';
import { opened, stillOpen } from '../base.ts';
import { clockSettings } from '../clock/settings.ts';
import { paperSettings } from '../papers/settings.ts';
import { lockAfterOf } from '../session/settings.ts';

/** Filled from the settings of the office; no young person is in it, so nothing is logged. */
export const paper = opened.rights.paper.handler(async ({ input, context }) => {
  const { store, office, options } = context;
  const { id, name, carrierGroup, land, privacyLaw, training } = office.settings;
  const day = options.today();
  const law = lawView(lawOn(privacyLaw, day), landNames[land] ?? land);
  const { letterhead } = store.desk.read(paperSettings);
  const facts = {
    officeName: name,
    officeId: id,
    carrier: carrierGroupNames[carrierGroup],
    land: landNames[land] ?? land,
    lawName: law.name,
    authority: law.authority,
    paragraphs: law.paragraphs,
    lockAfterMinutes: store.desk.read(lockAfterOf),
    clock: store.desk.read(clockSettings),
    carrierName: letterhead.carrier,
    address: letterhead.address,
    training,
    day,
  };
  const { pdf } = await options.documents.print(officePaper(input.kind, facts));
  stillOpen(context);
  return { pdf: new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), fileName: `${officePapers[input.kind].fileName}.pdf` };
});
