/** The Kurzberatung she had before there was a file: it says more than the contact it became, her age group and how it ended. */
import { displayAnswer } from '../../shared/catalogue/display.ts';
import { sha256Hex } from '../../shared/crypto/sodium.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import type { CopyField, CopySection } from '../../shared/rights/copy.ts';
import type { CasesContext } from '../context.ts';
import { asTheyCount } from '../tally/moved.ts';
import { answersOf, tallyForm } from '../tally/rows.ts';

export function talkSection(context: CasesContext, record: RecordId): readonly CopySection[] {
  const rows = context.cases.read((tx) => asTheyCount(context.store, tx, tx.tallies.ofFile(sha256Hex(record)))).filter(({ moved }) => moved);
  const form = tallyForm(context);
  const entries = rows.map((row) => ({
    kind: 'Kurzberatung vor der Akte',
    takenAway: false,
    fields: Object.entries(answersOf(context, row)).flatMap(([id, value]): readonly CopyField[] => {
      const field = form.field(id);
      if (field === undefined) return [];
      return [{ id, label: field.label, values: [{ value, display: displayAnswer(form, field, value), on: row.day }], text: '', earlier: [], earlierTexts: [], withheld: null }];
    }),
  }));
  return entries.length === 0 ? [] : [{ title: 'Kurzberatungen in der Sprechstunde', fields: [], entries }];
}
