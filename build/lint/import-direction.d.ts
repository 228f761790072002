import type { Rule } from 'eslint';

export declare const directions: Readonly<Record<string, readonly string[]>>;
export declare const importDirection: Rule.RuleModule;
