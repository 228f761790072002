import type { FormFrame } from '../../shared/papers/form-paper.ts';
import type { OpenContext } from '../context.ts';
import { paperSettings } from './settings.ts';

/** Of every paper of this office today. */
export function frameOf({ store, office, options }: Pick<OpenContext, 'store' | 'office' | 'options'>): FormFrame {
  const { name, training } = office.settings;
  return { officeName: name, letterhead: store.desk.read(paperSettings).letterhead, training, day: options.today() };
}
