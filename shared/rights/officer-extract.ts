/**
 * What the data protection officer gets: that the rights are kept, not what a file says. File numbers, codes and days; no name of anybody, no word of a file, no
 * reason in somebody's own words, and of child protection nothing.
 */
import { germanDay, type IsoDay } from '../domain/day.ts';
import type { AuditRoleLine } from '../rpc/audit.views.ts';
import type { ErasureProtocolLine } from '../rpc/clock.views.ts';
import type { IncidentView } from '../rpc/rights.views.ts';
import type { SheetBlock, SheetPaper } from '../papers/sheet-paper.ts';

export interface OfficerRequest {
  readonly number: string;
  readonly kind: string;
  readonly by: string;
  readonly receivedOn: IsoDay | null;
  readonly due: IsoDay | null;
  readonly answeredOn: IsoDay | null;
  readonly decision: string | null;
  readonly ground: string | null;
  readonly overdue: boolean;
}

export interface OfficerRestriction {
  readonly number: string;
  readonly since: IsoDay | null;
  readonly ground: string;
  readonly askedBy: string;
  readonly liftedOn: IsoDay | null;
  readonly liftGround: string | null;
}

export interface OfficerHold {
  readonly number: string;
  readonly ground: string;
  readonly until: IsoDay | null;
}

export interface OfficerExtract {
  readonly officeName: string;
  readonly day: IsoDay;
  readonly from: IsoDay;
  readonly until: IsoDay;
  readonly requests: readonly OfficerRequest[];
  readonly restrictions: readonly OfficerRestriction[];
  readonly holds: readonly OfficerHold[];
  /** Earlier recipients who are still to be told. */
  readonly noticesOpen: number;
  /** Of files with a request or a restriction, and what concerns the whole office. */
  readonly log: readonly AuditRoleLine[];
  /** More happened than is listed. */
  readonly logCut: boolean;
  readonly logChecked: readonly { readonly door: 'desk' | 'cases'; readonly entries: number; readonly holds: boolean }[];
  /** The Löschprotokoll of the time. */
  readonly erasures: readonly ErasureProtocolLine[];
  readonly incidents: readonly IncidentView[];
}

const dayText = (day: IsoDay | null): string => (day === null ? '–' : germanDay(day));

export function officerPaper(extract: OfficerExtract, training: boolean): SheetPaper {
  const { officeName, day, from, until } = extract;
  return {
    template: 'sheet',
    language: 'de',
    title: 'Übersicht für den Datenschutz',
    subtitle: `Für die oder den Datenschutzbeauftragte(n) · ${germanDay(from)} bis ${germanDay(until)} · ${officeName}`,
    mark: 'Vertraulich. Nummern von Akten statt Namen; kein Inhalt einer Akte.',
    officeName,
    training,
    day,
    blocks: [
      ...requestBlocks(extract),
      ...restrictionBlocks(extract),
      ...holdBlocks(extract),
      ...incidentBlocks(extract),
      ...erasureBlocks(extract),
      ...logBlocks(extract),
    ],
  };
}

/** Rows of one table on paper: with ten thousand it would take longer than a paper may. The data have every one. */
const rowsOnPaper = 1_000;

function table(title: string, head: readonly string[], rows: readonly (readonly string[])[], none: string, most = rowsOnPaper): readonly SheetBlock[] {
  const heading: SheetBlock = { kind: 'heading', level: 2, text: title };
  if (rows.length === 0) return [heading, { kind: 'text', text: none }];
  const shown = rows.slice(0, most);
  const left = rows.length - shown.length;
  const beyond = `Das sind die ersten ${shown.length.toLocaleString('de-DE')} von ${rows.length.toLocaleString('de-DE')}. Alle stehen in der Übersicht, die als Daten gespeichert wird.`;
  return [heading, { kind: 'table', head, rows: shown }, ...(left === 0 ? [] : [{ kind: 'text', text: beyond } as const])];
}

function requestBlocks({ requests, noticesOpen }: OfficerExtract): readonly SheetBlock[] {
  const rows = requests.map((one) => [
    one.number,
    `${one.kind} (${one.by})`,
    [`Eingang ${dayText(one.receivedOn)}`, `fällig ${dayText(one.due)}${one.overdue ? ' (überfällig)' : ''}`, ...(one.answeredOn === null ? [] : [`beantwortet ${dayText(one.answeredOn)}`])].join(', '),
    [one.decision, one.ground].filter((said) => said !== null).join(' · ') || '–',
  ]);
  const open = noticesOpen === 0 ? 'Alle Stellen, die früher etwas bekommen haben, sind unterrichtet.' : `Stellen, die früher etwas bekommen haben und noch zu unterrichten sind: ${String(noticesOpen)}.`;
  return [...table('Anträge', ['Akte', 'Antrag', 'Tage', 'Entscheidung'], rows, 'In dieser Zeit gab es keinen Antrag, und keiner ist offen.'), { kind: 'text', text: open }];
}

function restrictionBlocks({ restrictions }: OfficerExtract): readonly SheetBlock[] {
  const rows = restrictions.map((one) => [one.number, dayText(one.since), `${one.ground} (${one.askedBy})`, one.liftedOn === null ? 'besteht' : `${dayText(one.liftedOn)}: ${one.liftGround ?? '–'}`]);
  return table('Verarbeitung eingeschränkt', ['Akte', 'Seit', 'Grund', 'Aufgehoben'], rows, 'Keine Akte ist eingeschränkt oder war es in dieser Zeit.');
}

function holdBlocks({ holds }: OfficerExtract): readonly SheetBlock[] {
  return table('Löschsperren', ['Akte', 'Grund', 'Wieder ansehen am'], holds.map((one) => [one.number, one.ground, dayText(one.until)]), 'Keine Akte wird über ihre Frist hinaus aufgehoben.');
}

function incidentBlocks({ incidents }: OfficerExtract): readonly SheetBlock[] {
  const rows = incidents.map((one) => [one.noticedAt.slice(0, 10).split('-').reverse().join('.'), one.what, one.text, dayText(one.personsToldOn)]);
  return table('Datenpannen', ['Bemerkt', 'Was', 'Aufsicht', 'Betroffene informiert'], rows, 'In dieser Zeit ist keine Datenpanne festgehalten.');
}

const erasureReasons: Readonly<Record<ErasureProtocolLine['reason'], string>> = { retention: 'Frist', wish: 'auf eigenen Wunsch', mistake: 'irrtümlich angelegt' };

function erasureBlocks({ erasures }: OfficerExtract): readonly SheetBlock[] {
  const rows = erasures.map((one) => [String(one.number), one.at.slice(0, 10).split('-').reverse().join('.'), erasureReasons[one.reason], one.removed, one.secondPlaceOwed ? 'am zweiten Ort noch nicht gelöscht' : one.backupsGoneOn === null ? 'läuft' : dayText(one.backupsGoneOn)]);
  return table('Löschprotokoll', ['Nr.', 'Tag', 'Warum', 'Was', 'In keiner Sicherung mehr ab'], rows, 'In dieser Zeit wurde nichts gelöscht.');
}

function logBlocks({ log, logCut, logChecked }: OfficerExtract): readonly SheetBlock[] {
  const doors = { desk: 'Protokoll der Karten, Termine und Einstellungen', cases: 'Protokoll der Akten' } as const;
  const checked = logChecked.map(({ door, entries, holds }) => `${doors[door]}: ${String(entries)} Einträge, ${holds ? 'unverändert' : 'verändert – bitte sofort prüfen'}`);
  return [
    ...table('Protokoll', ['Tag', 'Aufgabe', 'Was', 'Akte'], log.map((one) => [germanDay(one.day), one.role, one.what, one.number ?? '–']), 'In dieser Zeit steht nichts im Protokoll, was hierher gehört.', log.length),
    { kind: 'text', text: 'Zugriffe auf Akten mit einem Antrag oder einer Einschränkung, und was das ganze JMD betrifft. Nach Aufgabe und Tag, ohne Namen und Uhrzeiten.' },
    ...(logCut ? [{ kind: 'text', text: 'Es sind mehr Einträge da, als hier stehen. Für kürzere Zeiten gibt es die Übersicht vollständig.' } as const] : []),
    { kind: 'list', items: checked },
  ];
}
