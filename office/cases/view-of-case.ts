import { ORPCError } from '@orpc/server';
import type { CaseFile } from '../../shared/cases/case-decision.ts';
import type { CaseView } from '../../shared/rpc/case.views.ts';
import { clockSettings } from '../clock/settings.ts';
import type { CasesContext } from '../context.ts';
import { cautionsFor } from '../people/cautions.ts';
import { caseView } from './case-view.ts';
import { rowView } from './row-view.ts';

/** What the window gets after every act: the file as it is now stored. */
export function viewOfCase(context: CasesContext, file: CaseFile): CaseView {
  const { cases, store, office, options } = context;
  const row = cases.read((tx) => tx.projections.findRow(file.caseState.record));
  // A case without its row would be one that saving forgot: a bug.
  if (row === undefined) throw new ORPCError('INTERNAL');
  const [staff, clock] = store.desk.read((tx) => [tx.staff.list(), clockSettings(tx)] as const);
  const today = options.today();
  return caseView({ file, row: rowView(row, today, cautionsFor(context)(row.id)), staff, today, officeName: office.settings.name, clock });
}
