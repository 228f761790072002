/** What a DataTable is told about its columns. */
import type { Snippet } from 'svelte';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** Text of the cell, unless `cell` draws it. */
  readonly text?: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  readonly sortable?: boolean;
  /** The first press sorts downwards, where the largest is what one looks for. */
  readonly largestFirst?: boolean;
  /** Width in rem; spare room is shared out in proportion, too little room scrolls. */
  readonly width: number;
  /** Numbers and days stand at the end with figures of equal width. */
  readonly numbers?: boolean;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}
