/** Words for a file that somebody opened. Pure. */
import type { DeliveryFileView } from '../../../shared/rpc/files.contract.ts';
import { stateWords } from '../monitoring/delivery-words.ts';

export const openedTexts = {
  title: 'Geöffnete Datei',
  menu: 'Datei von Lotse öffnen …',
  reading: 'Die Datei wird gelesen …',
  waits: 'Die Datei zeigt Lotse, sobald Sie entsperrt haben.',
  what: 'Monitoring-Meldung',
  only: 'Sie sehen die Datei nur an. Lotse übernimmt nichts daraus.',
  office: 'JMD',
  ours: 'unser JMD',
  period: 'Berichtsjahr',
  number: 'Laufende Nummer',
  sum: 'Prüfsumme',
  log: 'Versandprotokoll',
  notInLog: 'steht hier nicht',
  toLog: 'Zum Versandprotokoll',
  unknownAnswers: (count: number) => (count === 0 ? 'alle Angaben bekannt' : `etwa ${count.toLocaleString('de-DE')} Angaben unbekannt (±)`),
  close: 'Schließen',
  other: 'Andere Datei öffnen …',
} as const;

interface Signature {
  readonly kind: 'good' | 'info';
  readonly title: string;
  readonly text: string;
}

/** What the check of the signature says, and what it does not. */
export function signatureWords({ signedBy, ours }: Pick<DeliveryFileView, 'signedBy' | 'ours'>): Signature {
  if (signedBy === 'this_pc') return { kind: 'good', title: 'Unterschrieben von diesem PC, seither unverändert.', text: 'Genau diese Zahlen hat unser JMD freigegeben.' };
  if (signedBy === 'our_pc') return { kind: 'good', title: 'Unterschrieben von einem anderen PC unseres JMD, seither unverändert.', text: 'Genau diese Zahlen hat unser JMD freigegeben.' };
  if (ours) {
    return {
      kind: 'info',
      title: 'Die Unterschrift lässt sich hier nicht prüfen.',
      text: 'In der Datei steht unsere JMD-Kennung, unterschrieben hat aber ein PC, den Lotse hier nicht kennt. Prüfen kann das der zentrale Auswertungsserver.',
    };
  }
  return {
    kind: 'info',
    title: 'Die Unterschrift lässt sich hier nicht prüfen.',
    text: 'Die Meldung nennt ein anderes JMD. Ob sie wirklich von dort kommt, prüft der zentrale Auswertungsserver.',
  };
}

export function logWords(logged: DeliveryFileView['logged']): string {
  return logged === null ? openedTexts.notInLog : stateWords[logged.state];
}
