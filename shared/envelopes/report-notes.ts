/** What must be said before the numbers of a report: on the page, in the file, at the terminal. */
import { fewOffices } from './reports-api.ts';
import type { ReportTable } from './reports-api.ts';

export function footnotes(report: ReportTable): readonly string[] {
  const notes: string[] = [];
  if (report.training) notes.push('Übungsbetrieb: erfundene Personen, keine amtlichen Zahlen.');
  if (report.protection === 'cell_key') {
    notes.push(
      'Zum Schutz leicht verändert (±): Jede Zahl weicht etwas von der Wirklichkeit ab, Summen ergeben sich nicht genau aus den Teilen. ' +
        'Der wahre Wert liegt fast immer im Bereich ±. Unterschiede innerhalb dieses Bereichs sagen nichts aus.',
    );
  }
  if (report.rows.some((row) => row.offices < row.enrolled)) {
    notes.push('Noch nicht alle angemeldeten JMD haben für diesen Zeitraum gemeldet.');
  }
  if (report.rows.some((row) => row.few) && report.by !== 'office') {
    // The federation alone has no row of its own that could carry the mark.
    notes.push(report.by === 'federal' ? `Aus weniger als ${fewOffices} JMD.` : `Mit * gekennzeichnet: aus weniger als ${fewOffices} JMD.`);
  }
  if (report.otherPlanOffices > 0) {
    notes.push(
      `${report.otherPlanOffices} JMD haben nach einer anderen Fassung des Erhebungsplans gemeldet und sind nicht enthalten.`,
    );
  }
  return notes;
}
