import { germanDay } from '../../shared/domain/day.ts';
import type { AttachmentId } from '../../shared/domain/ids.ts';
import type { RecordState } from '../../shared/history/state.ts';
import { packs } from '../../shared/languages/packs.ts';
import { languageCodes } from '../../shared/languages/types.ts';
import { paperKind } from '../../shared/plan/versions.ts';

export interface CopiedPaper {
  readonly attachment: AttachmentId;
  /** For the list on the copy. */
  readonly title: string;
  /** Of the file: says nothing of her, not even the language. */
  readonly name: string;
  readonly bytes: number;
}

const words = { agreement: { title: 'Mein Plan', name: 'plan' }, wall: { title: 'Wandblatt', name: 'wandblatt' } } as const;

/** One version is printed as agreement and as wall sheet, in several languages and with several appointments: the second of a name gets a number. */
export function copiedPapers(documents: RecordState['documents']): readonly CopiedPaper[] {
  const count = new Map<string, number>();
  return documents.map((document) => {
    const { attachment, version, bytes, day, language } = document;
    const { title, name } = words[paperKind(document)];
    const base = `${name}-${String(version)}`;
    const number = (count.get(base) ?? 0) + 1;
    count.set(base, number);
    const spoken = languageCodes.find((code) => code === language && code !== 'de');
    const parts = [title, `Fassung ${String(version)}`, `gedruckt am ${germanDay(day)}`, ...(spoken === undefined ? [] : [packs[spoken].language.german])];
    return { attachment, bytes, title: parts.join(', '), name: `${base}${number === 1 ? '' : `-${String(number)}`}.pdf` };
  });
}
