/**
 * What must be true in a data folder, as a flat table: name of a fact → its value.
 *
 * An act says before it begins which facts it will change (`will`), and after it was acknowledged which it has changed. The campaign's
 * memory is the sum of what was acknowledged. An act that began and was never acknowledged has either all its facts or none.
 */
import type { KeysInHex } from './office-on-keys.ts';

export type Fact = string | number | boolean | null;
/** Keys are paths: `case/ID/answer/ENTRY/FIELD`, `case/ID/text/ENTRY/FIELD`, `case/ID/entry/ENTRY`, `case/ID/plans`, `case/ID`, `password/LOGIN`, `account/LOGIN`, `backup/NAME`. */
export type Facts = Readonly<Record<string, Fact>>;

/** One line of the pipe between the working process and the campaign. */
export type Report =
  | { readonly type: 'ready' }
  /** The folder is open, and what opening had to finish is finished. */
  | { readonly type: 'open'; readonly steps: number }
  | { readonly type: 'begins'; readonly act: string; readonly will: Facts }
  /** `facts` when they are known only afterwards; `steps`: how many steps the act took, see steps.ts. */
  | { readonly type: 'done'; readonly act: string; readonly facts: Facts; readonly steps: number }
  /** A statement over the whole file is about to run. */
  | { readonly type: 'near'; readonly what: string }
  /** Something the core did not expect. Nothing of the kind may happen. */
  | { readonly type: 'broken'; readonly what: string };

/** What the working process is told to do. */
export interface Work {
  readonly dir: string;
  readonly keys: KeysInHex;
  readonly seed: number;
  /** Passwords by login, as acknowledged so far. */
  readonly passwords: Readonly<Record<string, string>>;
  /** Only acts of this kind and those it needs; null: all, mixed. */
  readonly only: string | null;
  readonly kill: SelfKill | null;
}

/** The working process kills itself at a step; null leaves it to the campaign. */
export interface SelfKill {
  /** Steps are counted over the acts of this kind; `open`: from the start until the office is open. */
  readonly within: string;
  readonly step: number;
}
