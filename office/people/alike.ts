/** Look-alikes while somebody is typed in, see [Note: alike]: files, ended ones too, and Vormerkungen. Nothing is merged or filled in. */
import type { CaseRow } from '../../db/contract/cases.ts';
import type { CardRow } from '../../db/contract/desk.ts';
import { alikePersonOf, namesOf, phonesOf, type AlikePerson } from '../../shared/cases/alike/alike-person.ts';
import { nameComparer, type NameComparer } from '../../shared/cases/alike/compare-names.ts';
import { gradeTogether, judge, type Judgement } from '../../shared/cases/alike/judge.ts';
import { readCase } from '../../shared/cases/answers.ts';
import type { RecordId } from '../../shared/domain/ids.ts';
import { isRestricted } from '../../shared/rights/restricted.ts';
import type { AlikeView } from '../../shared/rpc/desk.views.ts';
import { opened } from '../base.ts';
import { loadCase } from '../cases/load-case.ts';
import { closedTo, rightToFile } from '../cases/who-asks.ts';
import type { OpenContext } from '../context.ts';
import { isRestrictedHere } from '../rights/restriction.ts';
import { caseworkerNames } from '../search/caseworker-names.ts';

/** More than these nobody looks through while typing. */
const shown = 8;
/** Cards of the desk that are compared where the files are closed to whoever asks. */
const maxCards = 50;

/** A file of which nothing is told but that there is one: `shielded` from whoever asks, or `restricted`, and closed to all. */
type Closed = 'shielded' | 'restricted';

/** One that was judged, and how it is shown. */
interface Found {
  readonly record: RecordId;
  readonly judgement: Judgement;
  readonly view: Omit<AlikeView, 'grade' | 'reasons' | 'record'> | Closed;
}

/** Nothing is logged here: a look-alike that is opened is. */
export const alike = opened.people.alike.handler(({ input, context }): readonly AlikeView[] => {
  const { besides } = input;
  const typed: AlikePerson = {
    names: namesOf(written(input.firstName), written(input.lastName), []),
    born: input.born,
    bornRough: false,
    phones: phonesOf(written(input.phone ?? '')),
  };
  const person = withFile(typed, besides === null ? null : fileOf(context, besides));
  if (person.names.length === 0 && person.phones.length === 0) return [];
  const comparer = nameComparer();
  const distinct = besides === null ? new Set<RecordId>() : context.store.desk.read((tx) => tx.distinctPairs.of(besides));
  const all = [...inFiles(context, person, comparer), ...onDesk(context, person, comparer)];
  return ranked(all.filter(({ record }) => record !== besides && !distinct.has(record)));
});

/** What the file says that is being typed: Rufname, other spellings, second phone, an estimate. null where there is none, or not for her. */
function fileOf(context: OpenContext, record: RecordId): AlikePerson | null {
  const { cases } = context.store;
  const state = cases?.read((tx) => tx.histories.find(record));
  if (cases === null || state?.kind !== 'case' || rightToFile(context, state) === null || isRestricted(state)) return null;
  const { caseState, person } = loadCase({ ...context, cases }, record);
  return alikePersonOf(readCase(caseState, person));
}

/** Both count: what stands in the field may not be saved yet. */
function withFile(typed: AlikePerson, kept: AlikePerson | null): AlikePerson {
  if (kept === null) return typed;
  const names = [...new Map([...typed.names, ...kept.names].map((name) => [`${name.given}\n${name.family}`, name])).values()];
  return { names, born: typed.born ?? kept.born, bornRough: kept.bornRough, phones: [...new Set([...typed.phones, ...kept.phones])] };
}

function inFiles(context: OpenContext, person: AlikePerson, comparer: NameComparer): readonly Found[] {
  const { cases } = context.store;
  if (cases === null) return [];
  const closed = closedTo(context);
  const nameOf = caseworkerNames(context);
  return cases.read((tx) =>
    tx.projections.alike(person).flatMap(({ record, person: other }): readonly Found[] => {
      const judgement = judge(person, other, comparer);
      const row = judgement === null ? undefined : tx.projections.findRow(record);
      if (judgement === null || row === undefined) return [];
      return [{ record, judgement, view: closed(row) ? 'shielded' : row.status === 'restricted' ? 'restricted' : viewOf(row, nameOf) }];
    }),
  );
}

function viewOf({ number, name, born, status, caseworker }: CaseRow, nameOf: ReturnType<typeof caseworkerNames>): Found['view'] {
  return { number, name, born, status, caseworkerName: nameOf(caseworker) };
}

/** Vormerkungen; to whom the files are closed, every card: she knows names and phones, too. */
function onDesk(context: OpenContext, person: AlikePerson, comparer: NameComparer): readonly Found[] {
  const { store } = context;
  const cards = store.desk.read((tx) =>
    store.cases !== null ? tx.cards.preRegistrations() : searchTexts(person).flatMap((text) => tx.cards.search(text, maxCards)),
  );
  return [...new Map(cards.map((card) => [card.record, card])).values()].flatMap((card): readonly Found[] => {
    const judgement = judge(person, personOf(card), comparer);
    if (judgement === null) return [];
    const { record, name, madeOn } = card;
    if (store.cases === null && isRestrictedHere(context, record)) return [{ record, judgement, view: 'restricted' }];
    const status = madeOn === null ? '' : 'pre_registration';
    return [{ record, judgement, view: { number: '', name, born: null, status, caseworkerName: null } }];
  });
}

function searchTexts({ names, phones }: AlikePerson): readonly string[] {
  return [...names.map(({ given, family }) => `${given} ${family}`), ...phones];
}

/** A card's name is „Nachname, Vorname“, or the first name alone. */
function personOf({ name, phone }: CardRow): AlikePerson {
  const [before = '', after] = name.split(', ');
  return {
    names: after === undefined ? namesOf(written(before), [], []) : namesOf(written(after), written(before), []),
    born: null,
    bornRough: false,
    phones: phonesOf(written(phone)),
  };
}

function written(text: string): readonly string[] {
  return text.trim() === '' ? [] : [text];
}

/** The likeliest first. That there are closed files is said once, and only where name and birth date fit: a shared phone would tell of a family. */
function ranked(found: readonly Found[]): readonly AlikeView[] {
  const namesakes = found.filter(({ judgement }) => judgement.namesake).length;
  const graded = found.map((one) => ({ ...one, judgement: gradeTogether(one.judgement, namesakes) }));
  const open = graded
    .flatMap(({ record, judgement, view }) => (typeof view === 'string' ? [] : [{ record, judgement, view }]))
    .sort((a, b) => b.judgement.score - a.judgement.score || (a.view.name < b.view.name ? -1 : a.view.name > b.view.name ? 1 : 0) || (a.record < b.record ? -1 : 1))
    .slice(0, shown)
    .map(({ record, judgement: { grade, reasons }, view }) => ({ grade, record, reasons, ...view }));
  const closed = closedKinds.filter((kind) => graded.some(({ judgement, view }) => view === kind && judgement.fits));
  return [...open, ...closed.map(closedFile)];
}

const closedKinds: readonly Closed[] = ['shielded', 'restricted'];

const closedNames: Readonly<Record<Closed, string>> = {
  shielded: 'geschützte Akte – bitte Leitung fragen',
  restricted: 'Es gibt eine Akte mit eingeschränkter Verarbeitung – bitte Leitung fragen',
};

function closedFile(kind: Closed): AlikeView {
  return { grade: 'similar', record: null, number: '', name: closedNames[kind], born: null, status: '', caseworkerName: null, reasons: [] };
}
