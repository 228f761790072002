/** A report as CSV for a German spreadsheet: UTF-8 with BOM, semicolons, the footnote before the numbers. */
import Papa from 'papaparse';
import type { ReportTable } from '../../shared/envelopes/reports-api.ts';
import { total } from '../../shared/monitoring/types.ts';
import { footnotes } from '../../shared/envelopes/report-notes.ts';

/** Names that begin like a formula get an apostrophe, so that no spreadsheet runs them. */
export function reportCsv(report: ReportTable): string {
  const label = (at: number, code: string) =>
    code === total ? 'Insgesamt' : (report.dimensions[at]?.codes.find((each) => each.code === code)?.label ?? code);
  const head = ['Ebene', 'JMD in der Summe', ...report.dimensions.map((dimension) => dimension.label), 'Anzahl', '±'];
  const lines = report.rows.flatMap((row) =>
    row.cells.map(({ codes, value, plusMinus }) => [
      row.label,
      row.offices,
      ...codes.map((code, at) => label(at, code)),
      value,
      report.protection === 'exact' ? '' : plusMinus,
    ]),
  );
  const notes = [[`${report.title}, ${report.period}`], ...footnotes(report).map((note) => [note])];
  return `\uFEFF${Papa.unparse([...notes, head, ...lines], { delimiter: ';', newline: '\r\n', escapeFormulae: true })}\r\n`;
}
