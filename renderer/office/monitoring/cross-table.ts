/** A table of the Meldung as people read it: rows, columns, German labels. Pure. */
import { total, type MonitoringPlan, type Table, type TablePlan } from '../../../shared/monitoring/types.ts';

export interface ReadableTable {
  readonly id: string;
  readonly title: string;
  readonly area: TablePlan['area'];
  readonly exact: boolean;
  /** Name of the row dimension. */
  readonly rowHead: string;
  /** Name of the column dimension; null when there is one column of numbers. */
  readonly columnHead: string | null;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly label: string; readonly total: boolean; readonly values: readonly number[] }[];
}

const everyone = 'Insgesamt';

interface Axis {
  readonly label: string;
  readonly codes: readonly { readonly code: string; readonly label: string }[];
}

function axis(plan: MonitoringPlan, id: string): Axis {
  const dimension = plan.dimensions.find((one) => one.id === id);
  if (dimension === undefined) throw new Error(`plan has no dimension ${id}`);
  return { label: dimension.label, codes: [{ code: total, label: everyone }, ...dimension.codes] };
}

/** Rows are every combination of all dimensions but the last one; with one dimension there is a single column of numbers. */
export function readableTable(plan: MonitoringPlan, table: Table): ReadableTable {
  const tablePlan = plan.tables.find((one) => one.id === table.id);
  if (tablePlan === undefined) throw new Error(`plan has no table ${table.id}`);
  const axes = tablePlan.dimensions.map((id) => axis(plan, id));
  const columnAxis = axes.length > 1 ? axes[axes.length - 1] : undefined;
  const rowAxes = columnAxis === undefined ? axes : axes.slice(0, -1);
  const byCodes = new Map(table.cells.map((cell) => [cell.codes.join('|'), cell.value]));
  const rows = rowAxes.reduce<readonly { codes: readonly string[]; labels: readonly string[] }[]>(
    (made, one) => made.flatMap((row) => one.codes.map(({ code, label }) => ({ codes: [...row.codes, code], labels: [...row.labels, label] }))),
    [{ codes: [], labels: [] }],
  );
  const columnCodes = columnAxis?.codes ?? [null];
  return {
    id: table.id,
    title: tablePlan.title,
    area: tablePlan.area,
    exact: tablePlan.protection === 'exact',
    rowHead: rowAxes.map((one) => one.label).join(', '),
    columnHead: columnAxis?.label ?? null,
    columns: columnAxis?.codes.map(({ label }) => label) ?? ['Personen'],
    rows: rows.map(({ codes, labels }) => ({
      label: labels.length === 0 ? everyone : labels.every((label) => label === everyone) ? everyone : labels.join(', '),
      total: codes.every((code) => code === total),
      values: columnCodes.map((column) => cellValue(byCodes, column === null ? codes : [...codes, column.code], table.id)),
    })),
  };
}

function cellValue(cells: ReadonlyMap<string, number>, codes: readonly string[], table: string): number {
  const value = cells.get(codes.join('|'));
  if (value === undefined) throw new Error(`table ${table} lacks the cell ${codes.join('|')}`);
  return value;
}

export const areaTitles: Readonly<Record<TablePlan['area'], string>> = {
  target_group: 'Zielgruppe',
  case_management: 'Case Management',
  structure: 'Struktur und Personal',
  network: 'Netzwerk und Kooperation',
  groups: 'Gruppen und weitere Aktivitäten',
};
