import { ORPCError } from '@orpc/server';
import { isUsable } from '../../shared/languages/packs.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import type { OpenContext } from '../context.ts';
import { paperSettings } from '../papers/settings.ts';

/** Which languages this office may use for the plan today. */
export function usableHere({ store }: Pick<OpenContext, 'store'>): (code: LanguageCode) => boolean {
  const { unreviewedLanguages } = store.desk.read(paperSettings);
  return (code) => isUsable(code, unreviewedLanguages);
}

/** Throws where nobody has answered for the words and the office has not switched the language on. */
export function refuseUnreviewed(context: Pick<OpenContext, 'store'>, code: LanguageCode): void {
  if (!usableHere(context)(code)) throw new ORPCError('LANGUAGE_NOT_REVIEWED');
}
