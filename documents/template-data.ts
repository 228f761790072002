/** What a template is given: its data, its fixed words, and the pictures both name. */
import type { PaperFiles } from './engine/engine.ts';

export interface TemplateData {
  readonly data: Readonly<Record<string, unknown>>;
  readonly words: Readonly<Record<string, string>>;
  /** `U+XXXX` of what no shipped font has. */
  readonly replaced: readonly string[];
  /** Pictures by the name the data says. */
  readonly files?: PaperFiles;
}
