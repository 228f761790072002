/** What a user reads when something did not work: what happened, then what to do next. German, without codes and jargon. */
export interface ErrorText {
  readonly text: string;
  readonly advice: string;
}

/** Texts of one area, by stable code. Every file in errors/ exports one such table. */
export function defineErrors<const Code extends string>(texts: Record<Code, ErrorText>): Record<Code, ErrorText> {
  return texts;
}
