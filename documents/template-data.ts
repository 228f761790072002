/** What a template is given: its data, and the pictures that names. */
import type { PaperFiles } from './engine/engine.ts';

export interface TemplateData {
  readonly data: Readonly<Record<string, unknown>>;
  /** Fixed words, where the data does not say them. */
  readonly words?: Readonly<Record<string, string>>;
  /** `U+XXXX` of what no shipped font has. */
  readonly replaced: readonly string[];
  /** Pictures by the name the data says. */
  readonly files?: PaperFiles;
}
