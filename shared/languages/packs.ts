/** All packs, part of the program: no language is loaded from a place somebody could write to. */
import ar from './packs/ar.json' with { type: 'json' };
import bg from './packs/bg.json' with { type: 'json' };
import bs from './packs/bs.json' with { type: 'json' };
import ckb from './packs/ckb.json' with { type: 'json' };
import deSimple from './packs/de-simple.json' with { type: 'json' };
import de from './packs/de.json' with { type: 'json' };
import en from './packs/en.json' with { type: 'json' };
import es from './packs/es.json' with { type: 'json' };
import fa from './packs/fa.json' with { type: 'json' };
import fr from './packs/fr.json' with { type: 'json' };
import kmr from './packs/kmr.json' with { type: 'json' };
import pl from './packs/pl.json' with { type: 'json' };
import prs from './packs/prs.json' with { type: 'json' };
import ps from './packs/ps.json' with { type: 'json' };
import ro from './packs/ro.json' with { type: 'json' };
import ru from './packs/ru.json' with { type: 'json' };
import so from './packs/so.json' with { type: 'json' };
import sq from './packs/sq.json' with { type: 'json' };
import ti from './packs/ti.json' with { type: 'json' };
import tr from './packs/tr.json' with { type: 'json' };
import uk from './packs/uk.json' with { type: 'json' };
import type { LanguageCode, LanguagePack } from './types.ts';

/** What JSON says is told here what it means; test/shared/languages checks that it does. */
export const packs = {
  de, ar, prs, 'de-simple': deSimple, uk, kmr, ti, so, ro, bg, ru, tr, ps, ckb, fr, en, fa, sq, bs, es, pl,
} as Readonly<Record<LanguageCode, LanguagePack>>;

/** Somebody has answered for the words. */
export function isReviewed(code: LanguageCode): boolean {
  return packs[code].review.state === 'reviewed';
}

/** Whether a paper of the plan may be made in it: reviewed, or switched on by the office all the same. */
export function isUsable(code: LanguageCode, switchedOn: readonly string[]): boolean {
  return code === 'de' || isReviewed(code) || switchedOn.includes(code);
}
