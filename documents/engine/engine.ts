/** Typst behind one interface, whatever it is compiled to. */
import type { IsoDay } from '../../shared/domain/day.ts';

export const engineNames = ['native', 'wasm'] as const;
export type EngineName = (typeof engineNames)[number];

/** The files of one paper by name, the template among them; there is no disk behind them. */
export type PaperFiles = Readonly<Record<string, Uint8Array>>;

export interface Engine {
  readonly name: EngineName;
  /**
   * Sets the template `main`, one of `files`, and returns a tagged PDF dated `day`.
   *
   * Throws {@link Refusal} when Typst does not take the paper. Anything else that is thrown leaves the engine in an unknown state:
   * the process must end.
   */
  readonly compile: (main: string, files: PaperFiles, day: IsoDay) => Uint8Array;
  /** It holds so much memory that a fresh process should take the next paper. */
  readonly isFull: () => boolean;
}

/** Typst said no to this paper; the next one may be fine. It says no more than that: the reason may quote the paper. */
export class Refusal extends Error {
  constructor() {
    super('Typst refused the paper');
  }
}

/** What an engine is made of: these fonts and no others. */
export type MakeEngine = (fonts: readonly Uint8Array[]) => Promise<Engine>;
