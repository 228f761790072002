/** Chooses the control of a field by its data, never by its name. */
import type { LoadedCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Field } from '../../../shared/catalogue/types.ts';

export type ControlKind =
  | 'automatic'
  | 'text'
  | 'longtext'
  | 'date'
  | 'month'
  | 'number'
  | 'yesno'
  | 'radio'
  | 'select'
  | 'combo'
  | 'multi'
  | 'staff'
  | 'reference';

/** Up to this many codes all stand side by side. */
const mostRadios = 5;
/** Up to this many codes a plain list is quicker than typing. */
const mostOptions = 15;

/** `compact` fields stand in a row of the plan, where a list takes less room than radio buttons. */
export function controlKind(catalogue: LoadedCatalogue, field: Field, compact = false): ControlKind {
  switch (field.type) {
    case 'automatic':
    case 'text':
    case 'longtext':
    case 'date':
    case 'staff':
    case 'reference':
      return field.type;
    case 'year_month':
      return 'month';
    case 'integer':
    case 'decimal':
      return 'number';
    case 'boolean':
      return 'yesno';
    case 'multichoice':
      return 'multi';
    case 'choice': {
      const count = catalogue.codes(field.codeList ?? '').length;
      if (count <= mostRadios && !compact) return 'radio';
      return count <= mostOptions ? 'select' : 'combo';
    }
  }
}

/** Typed controls are saved when the typing pauses; all others at once. Milliseconds, null = at once. */
export function savePause(kind: ControlKind): number | null {
  if (kind === 'longtext') return 1200;
  return kind === 'text' || kind === 'number' ? 800 : null;
}
