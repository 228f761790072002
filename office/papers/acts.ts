/** What an office sets for its papers. The log says that it changed, not what it says: the words are read where they stand. */
import { ORPCError } from '@orpc/server';
import type { PrintedPaper } from '../../documents/contract.ts';
import { base64ToBytes } from '../../shared/history/base64.ts';
import { packs } from '../../shared/languages/packs.ts';
import { secondLanguages } from '../../shared/languages/types.ts';
import { formPaper, nobody, noRelease } from '../../shared/papers/form-paper.ts';
import { ownWordedForms, type OwnWordedForm, type PaperSettingsInput } from '../../shared/papers/forms.ts';
import { noLetterhead, type Logo } from '../../shared/papers/letterhead.ts';
import { isLogo } from '../../shared/papers/logo.ts';
import { blankNotfallblatt } from '../../shared/papers/notfallblatt.ts';
import { standardWording } from '../../shared/papers/standard/all.ts';
import type { PaperSettingsView } from '../../shared/rpc/papers.contract.ts';
import { opened, stillOpen } from '../base.ts';
import type { OpenContext } from '../context.ts';
import { frameOf } from './frame.ts';
import { addCarrierWording, carrierWordings, paperSettings, writePaperSettings } from './settings.ts';
import { isCarriers, wordingFacts, wordsOf } from './words.ts';

function viewOf(context: OpenContext, replaced: readonly string[] = []): PaperSettingsView {
  const [settings, wordings] = context.store.desk.read((tx) => [paperSettings(tx), carrierWordings(tx)] as const);
  const facts = wordingFacts(context);
  return {
    settings,
    wordings: wordings.toReversed(),
    inForce: ownWordedForms.map((form) => ({ form, version: wordsOf(context, form).version, own: isCarriers(context, form) })),
    standard: ownWordedForms.map((form) => ({ form, ...standardWording(form, facts) })),
    languages: secondLanguages.map((code) => ({ code, ...packs[code].language, review: packs[code].review })),
    replaced,
  };
}

export const settings = opened.papers.settings.handler(({ context }) => viewOf(context));

function headOnly({ store }: OpenContext): void {
  if (store.role !== 'head') throw new ORPCError('ROLE_NOT_ALLOWED');
}

function isWhole({ data, mime }: Logo): boolean {
  return isLogo(base64ToBytes(data), mime);
}

/**
 * A picture may say its size and be broken all the same: then Typst prints its words instead. Each is tried on a paper before it is kept; one that prints as if
 * there were no picture is none. Returns the characters of the letterhead that no font has.
 */
async function tryLetterhead(context: OpenContext, { letterhead }: PaperSettingsInput): Promise<readonly string[]> {
  if (!letterhead.logos.every(isWhole)) throw new ORPCError('LOGO_UNREADABLE');
  const tried = (logos: readonly Logo[]): Promise<PrintedPaper> =>
    context.options.documents.print(blankNotfallblatt({ ...frameOf(context), letterhead: { ...letterhead, logos: [...logos] } }, context.office.settings.id));
  const print = async (logo: Logo): Promise<Uint8Array> => (await tried([logo])).pdf;
  for (const logo of letterhead.logos) {
    const [drawn, words] = [await print(logo), await print({ ...logo, data: '' })];
    stillOpen(context);
    if (drawn.length === words.length && drawn.every((byte, at) => byte === words[at])) throw new ORPCError('LOGO_UNREADABLE');
  }
  const { replacedCharacters } = await tried(letterhead.logos);
  stillOpen(context);
  return replacedCharacters;
}

/** The characters of a wording that no font has, whether it speaks to her as du or as Sie; those of the letterhead are told where that is saved. */
async function tryWording(context: OpenContext, form: OwnWordedForm, text: string): Promise<readonly string[]> {
  const frame = { ...frameOf(context), letterhead: noLetterhead };
  const replaced = new Set<string>();
  for (const address of ['du', 'sie'] as const) {
    const { replacedCharacters } = await context.options.documents.print(formPaper({ form, frame, words: { text, version: '', draft: false }, address, person: nobody, release: noRelease }));
    stillOpen(context);
    for (const one of replacedCharacters) replaced.add(one);
  }
  return [...replaced];
}

/** A window offers only who works here and languages there are; something else asks for others. */
function refuseUnknown(context: OpenContext, { phones, unreviewedLanguages }: PaperSettingsInput): void {
  const users = new Set<string>(context.store.desk.read((tx) => tx.staff.list()).map(({ id }) => id));
  const known = phones.every(({ user }) => users.has(user)) && unreviewedLanguages.every((code) => secondLanguages.some((one) => one === code));
  if (!known) throw new ORPCError('BAD_REQUEST');
}

export const saveSettings = opened.papers.saveSettings.handler(async ({ input, context }) => {
  headOnly(context);
  refuseUnknown(context, input);
  const replaced = await tryLetterhead(context, input);
  context.store.desk.write((tx) => {
    writePaperSettings(tx, { ...input, phones: input.phones.filter(({ phone }) => phone !== '') });
    tx.audit.write({ action: 'paper.settings', record: null, details: { what: 'settings' } }, context.actor);
  });
  return viewOf(context, replaced);
});

export const saveWording = opened.papers.saveWording.handler(async ({ input, context }) => {
  headOnly(context);
  const { form } = input;
  const text = input.text.replaceAll('\r\n', '\n').trim();
  // '' goes back to our own words; they have no such characters.
  const replaced = text === '' ? [] : await tryWording(context, form, text);
  context.store.desk.write((tx) => {
    const versions = carrierWordings(tx).filter((one) => one.form === form);
    // The same words again are no other version.
    if ((versions.at(-1)?.text ?? '') === text) return;
    addCarrierWording(tx, { form, version: versions.length + 1, since: context.options.today(), text });
    tx.audit.write({ action: 'paper.settings', record: null, details: { what: 'wording', form, version: versions.length + 1 } }, context.actor);
  });
  return viewOf(context, replaced);
});
