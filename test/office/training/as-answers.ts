/** A made-up case, read the way the core reads a file. */
import type { CaseAnswers } from '../../../shared/cases/answers.ts';
import type { AnswerValue } from '../../../shared/domain/answer.ts';
import { EntryId } from '../../../shared/domain/ids.ts';
import type { TrainingCase } from '../../../office/training/training-case.ts';

export function asAnswers({ answers, texts, entries }: TrainingCase): CaseAnswers {
  const ids = new Map(entries.map(({ key }, at) => [key, EntryId.parse(String(at).padStart(32, '0'))]));
  const at = (entry: string | null, field: string) => `${entry === null ? '' : (ids.get(entry) ?? '?')} ${field}`;
  const values = new Map<string, AnswerValue>(answers.map(({ entry, field, value }) => [at(entry, field), value]));
  const words = new Map(texts.map(({ entry, field, text }) => [at(entry, field), text]));
  return {
    value: (field, entry) => values.get(`${entry ?? ''} ${field}`) ?? null,
    statements: (field, entry) => {
      const value = values.get(`${entry ?? ''} ${field}`);
      return value === undefined ? [] : [value];
    },
    writtenOn: () => null,
    text: (field, entry) => words.get(`${entry ?? ''} ${field}`) ?? '',
    entries: (group, parent) =>
      entries
        .filter((entry) => entry.group === group)
        .filter((entry) => parent === undefined || (entry.parent === null ? null : ids.get(entry.parent)) === parent)
        .flatMap(({ key }) => ids.get(key) ?? []),
  };
}
