/** How a report lies as a table: which heads, which rows. Pure, so that the table and the chart say the same. */
import type { ReportCell, ReportRow, ReportTable } from '../../shared/envelopes/reports-api.ts';
import { total } from '../../shared/monitoring/types.ts';

export interface GridRow {
  readonly label: string;
  /** Out of fewer than three JMD. */
  readonly few: boolean;
  /** `3 von 4`; null where the section says it. */
  readonly offices: string | null;
  readonly cells: readonly ReportCell[];
}

export interface GridSection {
  /** Null when the table has one section only. */
  readonly title: string | null;
  readonly few: boolean;
  readonly offices: string;
  readonly rows: readonly GridRow[];
}

export interface Grid {
  /** Name of the first column. */
  readonly corner: string;
  readonly heads: readonly string[];
  readonly sections: readonly GridSection[];
}

const wholeLabel = 'Insgesamt';

/** Codes of a dimension in the order of the plan, the margin first. */
function codesOf(report: ReportTable, at: number): readonly { code: string; label: string }[] {
  return [{ code: total, label: wholeLabel }, ...(report.dimensions[at]?.codes ?? [])];
}

function officesText(row: ReportRow): string {
  return `${row.offices} von ${row.enrolled}`;
}

/**
 * One dimension: codes are rows for the federation alone, columns otherwise. Two dimensions: one section per row of the report, the
 * first dimension down, the second across.
 */
export function gridOf(report: ReportTable, levelLabel: string): Grid {
  const [first, second] = report.dimensions;
  if (second !== undefined) return crossGrid(report, first?.label ?? '');
  const codes = codesOf(report, 0);
  const [only] = report.rows;
  if (report.by === 'federal' && only !== undefined) {
    const rows = codes.map(({ label }, at) => ({ label, few: false, offices: null, cells: only.cells.slice(at, at + 1) }));
    return {
      corner: first?.label ?? '',
      heads: ['Anzahl'],
      sections: [{ title: null, few: only.few, offices: officesText(only), rows }],
    };
  }
  const rows = report.rows.map((row) => ({ label: row.label, few: row.few, offices: officesText(row), cells: row.cells }));
  return {
    corner: levelLabel,
    heads: codes.map(({ label }) => label),
    sections: [{ title: null, few: false, offices: '', rows }],
  };
}

function crossGrid(report: ReportTable, corner: string): Grid {
  const down = codesOf(report, 0);
  const across = codesOf(report, 1);
  const sections = report.rows.map((row) => ({
    title: report.by === 'federal' ? null : row.label,
    few: row.few,
    offices: officesText(row),
    rows: down.map(({ label }, at) => ({
      label,
      few: false,
      offices: null,
      cells: row.cells.slice(at * across.length, (at + 1) * across.length),
    })),
  }));
  return { corner, heads: across.map(({ label }) => label), sections };
}

/** One bar of the chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly plusMinus: number;
}

export interface BarChoice {
  readonly id: string;
  readonly label: string;
}

/** What the chart can show: for the federation everything at once, else one cell of the table for every row of the report. */
export function barChoices(report: ReportTable): readonly BarChoice[] {
  if (report.by === 'federal' && report.dimensions.length === 1) return [];
  const across = codesOf(report, 1);
  const down = codesOf(report, 0);
  if (report.dimensions.length === 1) return down.map(({ code, label }) => ({ id: code, label }));
  if (report.by === 'federal') return across.map(({ code, label }) => ({ id: code, label }));
  return down.flatMap((a) =>
    across.map((b) => ({
      id: `${a.code}/${b.code}`,
      label: a.code === total && b.code === total ? wholeLabel : `${a.label} · ${b.label}`,
    })),
  );
}

/** In the order of the plan or of the report, never by size. Margins are left out where their parts are shown. */
export function barsOf(report: ReportTable, choice: string | null): readonly Bar[] {
  const [only] = report.rows;
  const barOf = (label: string, cell: ReportCell | undefined): Bar => ({
    label,
    value: cell?.value ?? 0,
    plusMinus: cell?.plusMinus ?? 0,
  });
  if (report.by === 'federal') {
    if (only === undefined) return [];
    return (report.dimensions[0]?.codes ?? []).map(({ code, label }) =>
      barOf(
        label,
        only.cells.find(({ codes }) => codes[0] === code && (codes[1] === undefined || codes[1] === (choice ?? total))),
      ),
    );
  }
  const [a, b] = (choice ?? (report.dimensions.length === 1 ? total : `${total}/${total}`)).split('/');
  return report.rows.map((row) =>
    barOf(
      row.few ? `${row.label} *` : row.label,
      row.cells.find(({ codes }) => codes[0] === a && codes[1] === b),
    ),
  );
}
