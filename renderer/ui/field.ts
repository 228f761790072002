/** What every field control takes beside its value, so that knowing one is knowing all. */
import type { Snippet } from 'svelte';

export interface FieldProps {
  /** Always visible. */
  readonly label: string;
  /** One or two sentences below the label. */
  readonly help?: string | undefined;
  /** What is wrong with the input and what to do; read out when it appears. */
  readonly error?: string | undefined;
  /** Fehlende Pflichtfeldangabe: shown in the signal colour, never blocks. */
  readonly gap?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Shown as text that cannot be changed, still focusable. Ignored by controls that know no such state (they are disabled). */
  readonly readonly?: boolean | undefined;
  /** Id of the input itself, so that a list can jump to it. Default: one of its own. */
  readonly id?: string | undefined;
  /** Ids of further texts that describe the input. */
  readonly describedby?: string | undefined;
  /** Small controls at the end of the label line (history, "unbekannt"). */
  readonly aside?: Snippet | undefined;
}

/** What controls for words take beside it, where the words may be in another language than the window. */
export interface WordsProps {
  /** BCP 47; read out in that language, and its spelling is checked. */
  readonly lang?: string | undefined;
  readonly dir?: 'ltr' | 'rtl' | undefined;
}

/** What controls take beside it whose text must be read first: day, month, number. */
export interface TypedFieldProps {
  /** Text that could not be read when it was last left: the field starts with it. */
  readonly unreadable?: string | undefined;
  /** Leaving the field with text that cannot be read, and why; null twice once it can. */
  readonly onunreadable?: ((text: string | null, problem: string | null) => void) | undefined;
}

export interface Option<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
  /** Second, softer word: a language's own name, a number. */
  readonly hint?: string | undefined;
  /** Other spellings that should be found. */
  readonly keywords?: readonly string[] | undefined;
}

/** Value of `aria-describedby`: help, error, gap and whatever the page adds; undefined when there is nothing. */
export function describedBy(id: string, props: Pick<FieldProps, 'help' | 'gap' | 'describedby'>, error: string | undefined) {
  const ids = [
    props.help === undefined ? null : `${id}-help`,
    error === undefined ? null : `${id}-error`,
    props.gap === true && error === undefined ? `${id}-gap` : null,
    props.describedby ?? null,
  ].filter((part) => part !== null);
  return ids.length === 0 ? undefined : ids.join(' ');
}
