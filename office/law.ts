import { landNames } from '../shared/domain/programme.ts';
import { lawOn, lawView } from '../shared/law/law-on.ts';
import { opened } from './base.ts';

export const currentLaw = opened.law.current.handler(({ context: { office, options } }) => {
  const { privacyLaw, land } = office.settings;
  return lawView(lawOn(privacyLaw, options.today()), landNames[land] ?? land);
});
