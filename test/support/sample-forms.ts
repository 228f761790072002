/** Forms and letters of a made-up office, filled for nobody who exists, and blank. */
import { IsoDay } from '../../shared/domain/day.ts';
import type { Law } from '../../shared/law/edition.ts';
import { lawOn, lawView, unconfirmed } from '../../shared/law/law-on.ts';
import { formPaper, nobody, noRelease, type FormFrame, type FormPerson, type FormRelease } from '../../shared/papers/form-paper.ts';
import type { OwnWordedForm } from '../../shared/papers/forms.ts';
import { letterPaper, letterText, letterTitle, type LetterKind } from '../../shared/papers/letters.ts';
import type { Address } from '../../shared/papers/wording.ts';
import { bytesToBase64 } from '../../shared/history/base64.ts';
import type { Letterhead } from '../../shared/papers/letterhead.ts';
import { standardWording } from '../../shared/papers/standard/all.ts';
import type { SheetPaper } from '../../shared/papers/sheet-paper.ts';
import { sampleLogo } from './sample-logo.ts';
import { sampleLetterhead } from './sample-plan.ts';

export const letterheadWithLogo: Letterhead = {
  ...sampleLetterhead,
  logos: [{ mime: 'image/png', data: bytesToBase64(sampleLogo()), alt: 'Logo des Sozialwerks Nordheide' }],
};

export const sampleFrame: FormFrame = { officeName: 'JMD Nordheide', letterhead: letterheadWithLogo, training: false, day: IsoDay.parse('2026-02-03') };

const samplePerson: FormPerson = { name: 'Amira Haydari', counsellor: 'Jonas Brandt' };
const sampleRelease: FormRelease = {
  recipient: 'Berufsschule am Markt, Frau Weber',
  scope: 'Anmeldung zum neuen Schuljahr: Zeugnisse, Deutschstand und was beim Ankommen hilft.',
  from: '03.02.2026',
  until: '31.07.2026',
};

/** `law`: whose words; the GDPR's are confirmed, others may print a mark that they are not. */
export function sampleForm(form: OwnWordedForm, { blank = false, law = 'gdpr', address = 'du' }: { readonly blank?: boolean; readonly law?: Law; readonly address?: 'du' | 'sie' } = {}): SheetPaper {
  const facts = { officeName: sampleFrame.officeName, letterhead: letterheadWithLogo, law: lawView(lawOn(law, sampleFrame.day), 'Niedersachsen'), clockForAll: true };
  const words = standardWording(form, facts);
  return formPaper({
    form,
    frame: sampleFrame,
    words: { ...words, draft: words.text.includes(unconfirmed) },
    address,
    person: blank ? nobody : samplePerson,
    release: blank ? noRelease : sampleRelease,
  });
}

export function sampleLetter(kind: LetterKind, { address = 'du', name = 'Amira' }: { readonly address?: Address; readonly name?: string } = {}): SheetPaper {
  const text = letterText(kind, { name, address, officeName: sampleFrame.officeName, day: IsoDay.parse('2026-04-03') });
  return letterPaper(sampleFrame, { title: letterTitle(kind, address), text });
}
