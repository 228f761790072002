/** Looks up what is true now, through the window's own procedures. */
import type { CaseView } from '../../shared/rpc/case.views.ts';
import type { Fact, Facts } from './facts.ts';
import type { OpenedOffice } from './office-on-keys.ts';

export interface Observed {
  readonly cases: readonly string[];
  /** null for what is not there, `forgotten` for a case that is not. */
  readonly fact: (name: string) => Fact;
}

/** Reads the whole office. `account/…` and `case/…` only; passwords and backups are tried, not read. */
export async function observe({ client }: OpenedOffice): Promise<Observed> {
  const { rows } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 });
  const views = new Map<string, CaseView>();
  for (const { id } of rows) views.set(id, await client.cases.open({ caseId: id }));
  return {
    cases: rows.map(({ id }) => id),
    fact: (name) => {
      const [, id = '', what, ...rest] = name.split('/');
      const view = views.get(id);
      if (view === undefined) return what === undefined ? 'forgotten' : null;
      return ofCase(view, what, rest);
    },
  };
}

/** All facts of a sound office: what an older folder has to hold after its migration. */
export async function allFacts({ client }: OpenedOffice): Promise<Facts> {
  const { rows } = await client.cases.list({ mine: false, text: '', sort: 'number', descending: false, offset: 0, limit: 500 });
  const facts: Record<string, Fact> = {};
  for (const { id } of rows) {
    const view = await client.cases.open({ caseId: id });
    facts[`case/${id}`] = 'there';
    for (const { id: entry, retired } of view.entries) facts[`case/${id}/entry/${entry}`] = retired ? 'retired' : 'live';
    for (const [entry, fields] of Object.entries(view.answers)) {
      for (const [field, { heads, base }] of Object.entries(fields)) {
        const value = heads[0]?.value;
        // What nobody said is computed, and another answer changes it.
        if (base.length === 1 && heads.length === 1 && value !== undefined && typeof value !== 'object') facts[`case/${id}/answer/${entry}/${field}`] = value;
      }
    }
    for (const [entry, fields] of Object.entries(view.texts)) {
      for (const [field, { text }] of Object.entries(fields)) facts[`case/${id}/text/${entry}/${field}`] = text;
    }
  }
  return facts;
}

function ofCase(view: CaseView, what: string | undefined, [first = '', second = '']: readonly string[]): Fact {
  switch (what) {
    case undefined:
      return 'there';
    case 'answer': {
      const heads = view.answers[first]?.[second]?.heads ?? [];
      // One PC: two statements on one field would be an invention.
      if (heads.length > 1) return `${String(heads.length)} statements`;
      return (heads[0]?.value ?? null) as Fact;
    }
    case 'text':
      return view.texts[first]?.[second]?.text ?? null;
    case 'entry': {
      const entry = view.entries.find(({ id }) => id === first);
      return entry === undefined ? null : entry.retired ? 'retired' : 'live';
    }
    case 'plans':
      return view.documents.length === 0 ? null : view.documents.length;
    default:
      throw new Error(`no such fact: ${what}`);
  }
}

