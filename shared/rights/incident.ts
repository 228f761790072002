/** A breach of data protection (Art. 33 and 34 DSGVO): 72 hours from the moment somebody noticed, a sheet without names. */
import { germanDay, type IsoDay, isIsoDay } from '../domain/day.ts';
import type { IncidentView } from '../rpc/rights.views.ts';
import type { SheetPaper } from '../papers/sheet-paper.ts';

/** What is kept of one; the rest is worked out. */
export type Incident = Omit<IncidentView, 'deadline' | 'text' | 'overdue'>;

const hourMs = 3_600_000;
/** Art. 33 Abs. 1 DSGVO, § 33 KDG, § 32 DSG-EKD. */
export const hoursToTell = 72;

export function deadlineOf(noticedAt: string): string {
  return `${new Date(Date.parse(noticedAt) + hoursToTell * hourMs).toISOString().slice(0, 19)}Z`;
}

/** `05.03.2026, 10:00 Uhr` where an office in Germany looks at its clock. */
function germanMoment(at: string): string {
  const format = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return `${format.format(new Date(at))} Uhr`;
}

/** `now`: RFC 3339 UTC. */
export function incidentView(incident: Incident, now: string): IncidentView {
  const deadline = deadlineOf(incident.noticedAt);
  const left = Math.floor((Date.parse(deadline) - Date.parse(now)) / hourMs);
  const open = incident.authorityToldOn === null && incident.risk !== 'none';
  return { ...incident, deadline, overdue: open && left < 0, text: textOf(incident, deadline, left) };
}

function textOf({ authorityToldOn, risk }: Incident, deadline: string, left: number): string {
  if (authorityToldOn !== null) return `Der Aufsicht gemeldet am ${germanDay(authorityToldOn)}.`;
  if (risk === 'none') return 'Voraussichtlich kein Risiko für die Betroffenen: keine Meldung nötig, der Vorfall bleibt festgehalten.';
  if (left < 0) return `Die Meldung an die Aufsicht war bis ${germanMoment(deadline)} fällig. Bitte sofort melden und die Verspätung begründen.`;
  return `Meldung an die Aufsicht bis ${germanMoment(deadline)} (noch ${String(left)} ${left === 1 ? 'Stunde' : 'Stunden'}).`;
}

const risks: Readonly<Record<Incident['risk'], string>> = {
  none: 'voraussichtlich kein Risiko',
  some: 'Risiko: Aufsicht informieren',
  high: 'hohes Risiko: Aufsicht und Betroffene informieren',
};

export interface IncidentOffice {
  readonly officeName: string;
  readonly training: boolean;
  readonly day: IsoDay;
  readonly authority: string;
}

export function incidentPaper(incident: IncidentView, { officeName, training, day, authority }: IncidentOffice): SheetPaper {
  const dayText = (value: IsoDay | null): string => (value !== null && isIsoDay(value) ? germanDay(value) : 'noch nicht');
  return {
    template: 'sheet',
    language: 'de',
    title: 'Verletzung des Datenschutzes',
    subtitle: `Blatt für die Meldung und die Akten der Leitung · ${officeName}`,
    mark: 'Vertraulich. Keine Namen von Betroffenen eintragen.',
    officeName,
    training,
    day,
    blocks: [
      { kind: 'text', text: incident.text },
      {
        kind: 'rows',
        rows: [
          ['Bemerkt am', [germanMoment(incident.noticedAt)]],
          ['72 Stunden enden am', [germanMoment(incident.deadline)]],
          ['Was ist passiert?', [incident.what]],
          ['Welche Arten von Daten?', [incident.data]],
          ['Wie viele Menschen ungefähr?', [incident.people]],
          ['Mögliche Folgen', [risks[incident.risk]]],
          ['Was wurde getan, was ist geplant?', [incident.measures]],
          ['Aufsicht', [authority]],
          ['Der Aufsicht gemeldet am', [dayText(incident.authorityToldOn)]],
          ['Betroffene informiert am', [dayText(incident.personsToldOn)]],
          ['Warum nicht oder später gemeldet', [incident.whyNotTold]],
        ],
      },
      { kind: 'heading', level: 2, text: 'Nicht vergessen' },
      {
        kind: 'list',
        items: [
          'Sofort die Datenschutzbeauftragte oder den Datenschutzbeauftragten und den Träger informieren.',
          'Die 72 Stunden laufen ab dem Bemerken, auch am Wochenende. Was noch fehlt, wird nachgereicht.',
          'Bei hohem Risiko auch die jungen Menschen informieren: in einfacher Sprache, sicher und ohne sie zu gefährden.',
          'Dieses Blatt aufheben, auch wenn nicht gemeldet wird.',
        ],
      },
      { kind: 'lines', labels: ['Datum und Unterschrift der Leitung'] },
    ],
  };
}
