/** A form as a sheet: who it is about, the words in force, lines to sign. Filled or blank, it is the same paper. */
import type { IsoDay } from '../domain/day.ts';
import type { SheetBlock, SheetPaper } from './sheet-paper.ts';
import type { OwnWordedForm } from './forms.ts';
import type { Letterhead } from './letterhead.ts';
import { addressed, isSigned, wordingBlocks, type Address } from './wording.ts';

/** Of the office and the day. */
export interface FormFrame {
  readonly officeName: string;
  readonly letterhead: Letterhead;
  readonly training: boolean;
  readonly day: IsoDay;
}

/** Whose form it is; '' where nobody said: then there is a line for a pen. */
export interface FormPerson {
  readonly name: string;
  readonly counsellor: string;
}

/** Who may be told what, until when; '' for a pen. */
export interface FormRelease {
  readonly recipient: string;
  readonly scope: string;
  readonly from: string;
  readonly until: string;
}

export interface FormWords {
  readonly text: string;
  readonly version: string;
  /** Something in it nobody has confirmed yet: then the paper says that it is a draft. */
  readonly draft: boolean;
}

interface Head {
  readonly title: string;
  readonly subtitle: string;
  readonly fileName: string;
  /** Whose it is does not stand on a sheet that is the same for all. */
  readonly named: boolean;
}

export const formHeads: Readonly<Record<OwnWordedForm, Head>> = {
  consent: { title: 'Einwilligung', subtitle: 'Darf der JMD {deine|Ihre} Daten aufschreiben?', fileName: 'Einwilligung', named: true },
  information: { title: 'Was mit {deinen|Ihren} Daten geschieht', subtitle: 'Information zum Mitnehmen', fileName: 'Datenschutz-Information', named: false },
  case_management: { title: 'Ich bin dabei!', subtitle: 'Zustimmung zur Begleitung mit einem Plan (Case Management)', fileName: 'Ich-bin-dabei', named: true },
  release: { title: 'Entbindung von der Schweigepflicht', subtitle: 'Wer darf wem was sagen?', fileName: 'Schweigepflichtentbindung', named: true },
};

/** On a paper with nobody on it, where "Diese Person gibt es nicht" would say nothing. */
export function trainingMark({ training }: FormFrame): string {
  return training ? 'Übung: Dieses Blatt kommt aus einem Übungs-JMD.' : '';
}

export const draftMark = 'Entwurf – rechtlich zu prüfen';

function whoRows({ name, counsellor }: FormPerson): SheetBlock {
  return { kind: 'fill', rows: [['Name', name], ['Fachkraft', counsellor]] };
}

function releaseRows({ recipient, scope, from, until }: FormRelease): readonly SheetBlock[] {
  return [
    { kind: 'heading', level: 2, text: 'Für wen und wofür' },
    { kind: 'fill', rows: [['Diese Stelle oder Person', recipient], ['Was und wofür', scope, 2], ['Gilt ab', from], ['Gilt bis', until]] },
  ];
}

const ownSignatures: SheetBlock = { kind: 'signatures', labels: ['Datum und meine Unterschrift', 'Datum und Unterschrift der Fachkraft'] };

export interface Form {
  readonly form: OwnWordedForm;
  readonly frame: FormFrame;
  readonly words: FormWords;
  readonly address: Address;
  /** {@link nobody}: blank. */
  readonly person: FormPerson;
  readonly release: FormRelease;
}

export const nobody: FormPerson = { name: '', counsellor: '' };
export const noRelease: FormRelease = { recipient: '', scope: '', from: '', until: '' };

export function formPaper({ form, frame, words, address, person, release }: Form): SheetPaper {
  const { title, subtitle, named } = formHeads[form];
  const isBlank = person === nobody;
  const said = wordingBlocks(words.text, address);
  return {
    template: 'sheet',
    language: 'de',
    title: addressed(title, address),
    subtitle: addressed(subtitle, address),
    mark: [isBlank ? trainingMark(frame) : '', words.draft ? draftMark : ''].filter((mark) => mark !== '').join(' · '),
    ...frame,
    training: frame.training && !isBlank,
    version: words.version,
    blocks: [
      ...(named ? [whoRows(person)] : []),
      ...(form === 'release' ? releaseRows(release) : []),
      ...said,
      ...(form === 'information' || isSigned(said) ? [] : [ownSignatures]),
    ],
  };
}
