/** What one can be asked about the whole file: one dialog at a time. */
import type { Field } from '../../../../shared/catalogue/types.ts';
import type { EntryId } from '../../../../shared/domain/ids.ts';

export type Withdrawal = 'data_processing' | 'health_data' | 'case_management' | 'release';

/** For whom a paper or a copy is; see `Recipient` in shared/rpc/office.contract. */
export type PaperRecipient = { readonly kind: 'young_person' } | { readonly kind: 'third_party'; readonly disclosure: EntryId };

export type CaseAsk =
  | { readonly kind: 'form' | 'end' | 'resume' | 'shield' | 'disclose' | 'clock' | 'delete' }
  /** `what` null: the person chooses. `entry`: the release it is about. */
  | { readonly kind: 'withdraw'; readonly what: Withdrawal | null; readonly entry: EntryId | null }
  | { readonly kind: 'dispute'; readonly entry: string; readonly field: Field }
  /** `then` runs once it is clear who gets it. */
  | { readonly kind: 'recipient'; readonly paper: 'plan' | 'copy'; readonly then: (recipient: PaperRecipient) => void };
