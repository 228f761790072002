/** What a DataTable is told about its columns. */
import type { Snippet } from 'svelte';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** Text of the cell, unless `cell` draws it. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  readonly sortable?: boolean;
  /** Share of the width, such as `3` beside `1`. Default 1. */
  readonly width?: number;
  /** Numbers and days stand at the end with figures of equal width. */
  readonly numbers?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}
