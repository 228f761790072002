import type { Linter } from 'eslint';

export declare function readsOnce(argv: readonly string[]): boolean;
export declare function parserOf(root: string, once?: boolean): Linter.Parser;
