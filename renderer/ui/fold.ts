/** Makes words comparable: lower case, no accents, `ß` = `ss`, so that "turkei" finds "Türkei". */
export function foldText(text: string): string {
  return text
    .toLocaleLowerCase('de')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .trim();
}

interface Searchable {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
}

/** 0 the label begins with it · 1 a word does · 2 a hint or keyword does · 3 somewhere inside · null not at all. */
function rank(option: Searchable, wanted: string): number | null {
  const label = foldText(option.label);
  if (label.startsWith(wanted)) return 0;
  if (label.split(/[\s\-/(,]+/).some((word) => word.startsWith(wanted))) return 1;
  const others = [option.hint ?? '', ...(option.keywords ?? [])].map(foldText);
  if (others.some((word) => word.startsWith(wanted))) return 2;
  return [label, ...others].some((word) => word.includes(wanted)) ? 3 : null;
}

/** Options that match what was typed, best first; equally good ones keep their order. An empty search is everything. */
export function filterOptions<T extends Searchable>(options: readonly T[], text: string): readonly T[] {
  const wanted = foldText(text);
  if (wanted === '') return options;
  return options
    .map((option) => ({ option, rank: rank(option, wanted) }))
    .filter((found): found is { option: T; rank: number } => found.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}
