/** What a command is: a name, its words, and an act that returns plain data. Printing is main's business. */
import type { ParseArgsOptionsConfig } from 'node:util';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Plain data of a contract is JSON already; its interfaces only lack the index signature that says so. */
export function asJson(value: object): Json {
  return value as Json;
}

export type Values = Readonly<Record<string, string | boolean | undefined>>;

export interface Invocation {
  readonly positionals: readonly string[];
  readonly values: Values;
  /** Tells a person at a terminal what is going on; silent with --json and without a terminal. */
  readonly progress: (text: string) => void;
}

export interface Command {
  /** `['case', 'answer']` */
  readonly name: readonly string[];
  /** Arguments after the name, as in the help: `CASE FIELD VALUE`. */
  readonly usage: string;
  readonly summary: string;
  readonly options?: ParseArgsOptionsConfig;
  /** undefined: the command has printed its one line itself, because it goes on running. */
  readonly run: (invocation: Invocation) => Promise<Json | undefined>;
  /** Lines for people; without it the JSON is shown indented. */
  readonly text?: (result: Json) => string;
}

/** Wrong use: exit code 2, with the usage. */
export class UsageError extends Error {}

/** Refused by the program: exit code 1, with text and advice of the code. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, detail = '') {
    super(detail);
    this.code = code;
  }
}

/** The option's text; a missing one is wrong use. */
export function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new UsageError(`--${name} fehlt`);
  return value;
}

export function optional(values: Values, name: string): string | null {
  const value = values[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The positional argument at `at`; a missing one is wrong use. */
export function argument(positionals: readonly string[], at: number, name: string): string {
  const value = positionals[at];
  if (value === undefined) throw new UsageError(`${name} fehlt`);
  return value;
}

/** A whole number from an option or argument. */
export function wholeNumber(text: string, name: string, min: number, max: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < min || value > max)
    throw new UsageError(`${name}: eine ganze Zahl von ${String(min)} bis ${String(max)}`);
  return value;
}
