/** A form or a letter with what the file says in it; a form also blank. Nothing of child protection or health stands on any of them; who reads the file at all is asked before. */
import { ORPCError } from '@orpc/server';
import type { Paper } from '../../documents/contract.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import { spokenName } from '../../shared/cases/case-status.ts';
import { consentGiven } from '../../shared/cases/consent.ts';
import { clockOf } from '../../shared/clock/verdict.ts';
import { UserId, type EntryId } from '../../shared/domain/ids.ts';
import { isUsable } from '../../shared/languages/packs.ts';
import type { LanguageCode } from '../../shared/languages/types.ts';
import { formHeads, formPaper, nobody, noRelease, type FormWords } from '../../shared/papers/form-paper.ts';
import type { FormKind, OwnWordedForm } from '../../shared/papers/forms.ts';
import { isLetterKind, letterHeads, letterPaper, type LetterKind } from '../../shared/papers/letters.ts';
import { blankNotfallblatt } from '../../shared/papers/notfallblatt.ts';
import type { Address } from '../../shared/papers/wording.ts';
import { logReading } from '../audit/log-reading.ts';
import { inCases, opened, stillOpen } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { clockOffice } from '../clock/guard.ts';
import { wholeFile } from '../clock/judge.ts';
import { lettersOf } from '../clock/letters.ts';
import type { CasesContext, OpenContext } from '../context.ts';
import { pdfBlob } from '../plan/file-name.ts';
import { frameOf } from './frame.ts';
import { releaseOf } from './release.ts';
import { paperSettings } from './settings.ts';
import { blankSlip, slipOf } from './slip.ts';
import { wordsOf } from './words.ts';

const fileNames: Readonly<Record<FormKind | LetterKind, string>> = {
  consent: formHeads.consent.fileName,
  information: formHeads.information.fileName,
  case_management: formHeads.case_management.fileName,
  release: formHeads.release.fileName,
  slip: 'Terminzettel',
  notfallblatt: 'Notfallblatt',
  long_silent: letterHeads.long_silent.fileName,
  copy_offer: letterHeads.copy_offer.fileName,
};

/** Without a consent: what asks for it, what must be told before, and what is hers by right when there is none any more. */
const withoutConsent: readonly (FormKind | LetterKind)[] = ['consent', 'information', 'long_silent', 'copy_offer'];

/** For who is not on record as one or the other, and where nobody is named. */
const politely: Address = 'sie';

function refuseLanguage({ store }: OpenContext, language: LanguageCode): void {
  if (!isUsable(language, store.desk.read(paperSettings).unreviewedLanguages)) throw new ORPCError('LANGUAGE_NOT_REVIEWED');
}

export const blank = opened.papers.blank.handler(async ({ input, context }) => {
  const { form, language } = input;
  if (form === 'slip') refuseLanguage(context, language);
  const { pdf, replacedCharacters } = await context.options.documents.print(blankPaper(context, form, language));
  stillOpen(context);
  return { pdf: pdfBlob(pdf), fileName: `${fileNames[form]}-leer.pdf`, replacedCharacters };
});

function blankPaper(context: OpenContext, form: FormKind, language: LanguageCode): Paper {
  const frame = frameOf(context);
  if (form === 'slip') return blankSlip({ ...frame, language, address: politely });
  if (form === 'notfallblatt') return blankNotfallblatt(frame, context.office.settings.id);
  return formPaper({ form, frame, words: wordsOf(context, form), address: politely, person: nobody, release: noRelease });
}

interface Filled {
  readonly paper: Paper;
  /** Which version of the words; '' where there is only one. */
  readonly version: string;
}

interface Wish {
  readonly form: OwnWordedForm | 'slip' | LetterKind;
  readonly entry: EntryId | null;
  readonly bring: string;
  readonly language: LanguageCode;
}

function fillPaper(context: CasesContext, file: CaseFile, { form, entry, bring, language }: Wish): Filled {
  const answers = readCase(file.caseState, file.person);
  const frame = frameOf(context);
  const address: Address = answers.value('person.address_form') === 'du' ? 'du' : politely;
  if (isLetterKind(form)) return { paper: letterOf(context, file, form), version: '' };
  if (form === 'slip') return { paper: slipOf(context, answers, { frame: { ...frame, language, address }, entry, bring }), version: '' };
  const words: FormWords = wordsOf(context, form);
  const caseworker = UserId.safeParse(answers.value('case.caseworker_id')).data;
  const counsellor = context.store.desk.read((tx) => tx.staff.list()).find(({ id }) => id === caseworker)?.displayName ?? '';
  const release = form === 'release' ? releaseOf(answers, entry, frame.day) : noRelease;
  return { paper: formPaper({ form, frame, words, address, person: { name: spokenName(answers), counsellor }, release }), version: words.version };
}

/** As the file says it today: what is announced is read from the whole of it. */
function letterOf(context: CasesContext, { caseState, person }: CaseFile, kind: LetterKind): Paper {
  const frame = frameOf(context);
  const whole = wholeFile(context, caseState.record);
  const dates = whole === null ? [] : clockOf(whole, clockOffice(context)).dates;
  const letter = lettersOf(dates, readCase(caseState, person), frame.officeName, frame.day).find((one) => one.kind === kind);
  if (letter === undefined) throw new ORPCError('LETTER_NOT_NOW');
  return letterPaper(frame, letter);
}

function fileToFill(context: CasesContext, caseId: CaseFile['caseState']['record'], form: FormKind | LetterKind): CaseFile {
  const file = loadCase(context, caseId);
  if (!withoutConsent.includes(form) && !consentGiven(file.caseState)) throw new ORPCError('CONSENT_MISSING');
  return file;
}

export const fill = inCases.papers.fill.handler(async ({ input, context }) => {
  const { caseId, form, language } = input;
  if (form === 'slip') refuseLanguage(context, language);
  const file = fileToFill(context, caseId, form);
  const { paper, version } = fillPaper(context, file, input);
  const { pdf, replacedCharacters } = await context.options.documents.print(paper);
  stillOpen(context);
  // Restricted, shielded or taken back while Typst was at work: nothing leaves then.
  const { right } = fileToFill(context, caseId, form);
  logReading(context, { action: 'paper.fill', record: caseId, details: { form, version, right } });
  const number = readCase(file.caseState, file.person).value('case.case_number');
  const safe = typeof number === 'string' ? number.replaceAll(/[^A-Za-z0-9-]/g, '') : '';
  return { pdf: pdfBlob(pdf), fileName: `${fileNames[form]}-${safe}.pdf`, replacedCharacters };
});
