/** What somebody did to a file, in German and without a word of what it says. Reading is not among it. */
import type { AuditLine } from '../../db/contract/audit.ts';
import type { LoadedCatalogue } from '../../shared/catalogue/load-catalogue.ts';

const words: Readonly<Record<string, string>> = {
  'case.create': 'Akte angelegt',
  'case.answer': 'Angaben geändert',
  'case.answerAll': 'Angaben geändert',
  'case.editText': 'Angaben geändert',
  'case.moveEntry': 'Angaben geändert',
  'case.fillGaps': 'Lücken auf „unbekannt“ gesetzt',
  'case.contact': 'Kontakt eingetragen',
  'case.changeForm': 'Beratung und Case Management gewechselt',
  'case.end': 'Begleitung beendet',
  'case.resume': 'Begleitung wiederaufgenommen',
  'case.withdraw': 'Widerruf festgehalten',
  'case.shield': 'Schutz der Akte geändert',
  'case.export': 'Kopie der Akte erstellt',
  'plan.print': 'Plan gedruckt',
  'paper.fill': 'Formular erstellt',
  'plan.printAgain': 'Plan noch einmal gedruckt',
  'plan.handOver': 'Ausdruck des Plans übergeben',
  'attachment.add': 'Datei aufgenommen',
  'attachment.remove': 'Datei gelöscht',
  'attachment.moved_in': 'Datei aus einer anderen Akte hierher verschoben',
  'attachment.moved_out': 'Datei in eine andere Akte verschoben',
  'appointment.plan': 'Termin eingetragen',
  'appointment.change': 'Termin geändert',
};

/** Entries that say something of their own; the others by the name of their group. */
const entered: Readonly<Record<string, string>> = {
  contact: 'Kontakt eingetragen',
  case_conference: 'Fallkonferenz eingetragen',
  disclosure: 'Weitergabe festgehalten',
  release: 'Schweigepflichtentbindung festgehalten',
  protection: 'Gefährdungseinschätzung eingetragen',
  task: 'Aufgabe eingetragen',
};

/** null: nothing was changed, or by an act no edition of this list knows. */
export function wordsOfAct(catalogue: LoadedCatalogue, { action, details }: Pick<AuditLine, 'action' | 'details'>): string | null {
  if (action === 'case.retireEntry') return details?.['retired'] === false ? 'Eintrag zurückgeholt' : 'Eintrag weggelegt';
  if (action !== 'case.enter' && action !== 'case.addEntry') return words[action] ?? null;
  const group = String(details?.['group'] ?? '');
  return entered[group] ?? `Eintrag hinzugefügt: ${catalogue.group(group)?.label ?? 'Akte'}`;
}
