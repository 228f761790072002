/** Every German word of the central server's page. */
import type { DeliveryStateRow, ReportBy } from '../../shared/envelopes/reports-api.ts';
import type { Failure } from './api.ts';

export const texts = {
  title: 'Zentraler Auswertungsserver',
  skip: 'Zum Inhalt',
  trainingTitle: 'Übungsbetrieb',
  training:
    'Alle Personen sind erfunden. Eine Eingangsbestätigung von diesem Server ist keine Zusage: Er sichert nichts dauerhaft.',
  token: 'Zugangswort',
  tokenHelp:
    'Es steht in der Datei operator.token im Ordner des Servers und gilt bis zu seinem nächsten Start. Die Seite merkt es sich nicht.',
  tokenShape: 'Ein Zugangswort hat 64 Zeichen aus Ziffern und den Buchstaben a bis f.',
  signIn: 'Öffnen',
  signOut: 'Abmelden',
  dark: 'Dunkle Ansicht',
  light: 'Helle Ansicht',
  navigation: 'Bereiche',
  deliveries: 'Lieferstand',
  reports: 'Auswertung',
  refresh: 'Neu laden',
  loading: 'Wird geladen …',
  noOffices: 'Noch ist kein JMD angemeldet',
  noOfficesAdvice:
    'Mit „lotse collector enrol“ bekommt ein JMD seinen Anmeldecode, mit „lotse collector approve“ wird es freigegeben.',
  noDeliveries: 'Noch ist keine Monitoring-Meldung eingegangen',
  noDeliveriesAdvice: 'Sobald das erste JMD meldet, stehen hier die Tabellen.',
  filter: 'JMD suchen',
  groupFilter: 'Trägergruppe',
  allGroups: 'alle Trägergruppen',
  table: 'Tabelle',
  period: 'Zeitraum',
  by: 'Ebene',
  shown: 'Im Diagramm',
  csv: 'Als CSV speichern',
  beforeNumbers: 'Vor dem Lesen',
  total: 'Insgesamt',
  count: 'Anzahl',
  offices: 'JMD',
  few: 'aus weniger als drei JMD',
  chart: 'Diagramm',
  chartHint: 'Die Linie am Ende eines Balkens zeigt den Bereich ±.',
  numbers: 'Zahlen',
} as const;

export const columnTexts = {
  office: 'JMD',
  group: 'Trägergruppe',
  land: 'Land',
  lastPeriod: 'Zuletzt gemeldet',
  sequence: 'Nr.',
  received: 'Eingang',
  unknown: 'Unbekannt',
  certificate: 'Zertifikat',
} as const;

export const byTexts: Readonly<Record<ReportBy, string>> = {
  federal: 'Bund',
  group: 'Trägergruppe',
  land: 'Land',
  'group-land': 'Trägergruppe und Land',
  office: 'JMD',
};

export const failureTexts: Readonly<Record<Failure, { title: string; advice: string }>> = {
  UNAUTHORISED: {
    title: 'Das Zugangswort gilt nicht.',
    advice: 'Der Server wurde vielleicht neu gestartet; dann steht ein neues in der Datei.',
  },
  UNREACHABLE: { title: 'Der Server antwortet nicht.', advice: 'Bitte prüfen, ob er läuft, und dann neu laden.' },
  FAILED: {
    title: 'Der Server konnte die Anfrage nicht beantworten.',
    advice: 'Bitte neu laden; bleibt es dabei, hilft ein Blick in seine Ausgabe.',
  },
};

export function certificateText({ certificate, certificateUntil }: DeliveryStateRow): string {
  if (certificateUntil === null) return 'keines';
  const day = germanDate(certificateUntil);
  return { none: 'keines', valid: `bis ${day}`, expired: `abgelaufen am ${day}`, revoked: 'gesperrt' }[certificate];
}

export function deliveredText(delivered: number, all: number, period: string): string {
  return `${delivered} von ${all} JMD ${delivered === 1 ? 'hat' : 'haben'} für ${periodText(period)} gemeldet.`;
}

/** `2026` or `1. Halbjahr 2026`. */
export function periodText(period: string): string {
  const [year, half] = period.split('-H');
  return half === undefined ? (year ?? period) : `${half}. Halbjahr ${year}`;
}

export function germanDate(day: string): string {
  return `${day.slice(8, 10)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}

const moment = new Intl.DateTimeFormat('de-DE', { dateStyle: 'medium', timeStyle: 'short' });

export function germanMoment(time: string): string {
  return moment.format(new Date(time));
}

const whole = new Intl.NumberFormat('de-DE');

export function number(value: number): string {
  return whole.format(value);
}
