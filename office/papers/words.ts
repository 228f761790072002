/** The words a form has today: the carrier's newest, or ours in today's edition of the law. */
import { germanDay } from '../../shared/domain/day.ts';
import { landNames } from '../../shared/domain/programme.ts';
import { lawOn, lawView, unconfirmed } from '../../shared/law/law-on.ts';
import type { FormWords } from '../../shared/papers/form-paper.ts';
import type { CarrierWording, OwnWordedForm } from '../../shared/papers/forms.ts';
import { standardWording } from '../../shared/papers/standard/all.ts';
import type { WordingFacts } from '../../shared/papers/standard/facts.ts';
import { clockSettings } from '../clock/settings.ts';
import type { OpenContext } from '../context.ts';
import { carrierWordings, paperSettings } from './settings.ts';

type Asking = Pick<OpenContext, 'store' | 'office' | 'options'>;

export function wordingFacts({ store, office, options }: Asking): WordingFacts {
  const { name, privacyLaw, land } = office.settings;
  const [{ letterhead }, { counsellingToo }] = store.desk.read((tx) => [paperSettings(tx), clockSettings(tx)] as const);
  return { officeName: name, letterhead, law: lawView(lawOn(privacyLaw, options.today()), landNames[land] ?? land), clockForAll: counsellingToo };
}

/** What stands in the foot of the paper and in the file: which of the carrier's texts it was. */
function carrierVersion({ version, since }: CarrierWording): string {
  return `eigene Fassung ${String(version)} vom ${germanDay(since)}`;
}

/** Their newest words of a form; undefined where there are none, or they went back to ours. */
function ownWords({ store }: Asking, form: OwnWordedForm): CarrierWording | undefined {
  const newest = store.desk.read(carrierWordings).filter((one) => one.form === form).at(-1);
  return newest?.text === '' ? undefined : newest;
}

export function isCarriers(context: Asking, form: OwnWordedForm): boolean {
  return ownWords(context, form) !== undefined;
}

export function wordsOf(context: Asking, form: OwnWordedForm): FormWords {
  const own = ownWords(context, form);
  if (own !== undefined) return { text: own.text, version: carrierVersion(own), draft: false };
  const { text, version } = standardWording(form, wordingFacts(context));
  return { text, version, draft: text.includes(unconfirmed) };
}
