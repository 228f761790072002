import { randomId } from '../../shared/crypto/sodium.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import type { SearchResultView } from '../../shared/rpc/lists.views.ts';
import { inCases } from '../base.ts';
import { closedFiles, closedTo, rightToRow } from '../cases/who-asks.ts';
import type { OpenContext } from '../context.ts';
import { cautionsFor } from '../people/cautions.ts';
import { appointmentsOn } from '../people/inside-cards.ts';
import { caseworkerNames } from './caseworker-names.ts';
import { indexBeforeSearch } from './words-later.ts';

/** One screen of results; whoever needs more types another letter. */
const limit = 30;

/**
 * Names, numbers, phones and words in the files. Nothing is logged here: what one opens from it is. So nobody but its Fachkraft reads what stands around
 * the words; deputy, head and colleagues see in which field they stand, and open the file to read.
 */
export const searchEverywhere = inCases.search.everywhere.handler(({ input, context }): readonly SearchResultView[] => {
  const { catalogue } = context.options;
  if (input.text.trim() === '') return [];
  indexBeforeSearch(context, context.office);
  const closed = closedTo(context);
  const right = rightToRow(context);
  const nameOf = caseworkerNames(context);
  const cautions = cautionsFor(context);
  const today = appointmentsToday(context);
  return context.cases.read((tx) =>
    tx.projections.search(input.text, limit, closedFiles(tx, closed)).flatMap(({ record, field, snippet }) => {
      const row = tx.projections.findRow(record);
      if (row === undefined) return [];
      // That there is a shielded file is told whoever knows her, never whoever guesses: [Note: closed files] in db/cases/search.ts.
      if (closed(row)) return [masked()];
      const found = field === null ? undefined : catalogue.field(field);
      const section = field === null ? undefined : catalogue.sectionOf(field);
      return [
        {
          caseId: record,
          number: row.number,
          name: row.name,
          born: row.born,
          fieldLabel: found?.label ?? null,
          section: section?.id ?? null,
          snippet: field !== null && right(row) !== 'responsible' ? '' : snippet,
          caseworkerName: nameOf(row.caseworker),
          todayAt: today.get(record) ?? null,
          closed: false,
          cautions: cautions(record),
        },
      ];
    }),
  );
});

/** Moved or cancelled, it is none any more. */
const notToday: readonly string[] = ['moved', 'cancelled'];

/** Who comes today, and when; '' without a time. Of two the earlier. */
function appointmentsToday(context: OpenContext): ReadonlyMap<RecordId, string> {
  const rows = appointmentsOn(context, context.options.today(), null);
  return new Map(rows.filter(({ status }) => !notToday.includes(status)).map(({ record, time }) => [record, time ?? ''] as const).reverse());
}

/** Without her id, too: two searches would tell that a name and a birth date belong together. */
function masked(): SearchResultView {
  return { caseId: RecordId.parse(randomId()), number: '', name: '', born: null, fieldLabel: null, section: null, snippet: '', caseworkerName: null, todayAt: null, closed: true, cautions: [] };
}
