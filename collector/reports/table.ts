/** One table of one period, summed by federation, carrier group, Land, group × Land or shown by office. */
import { carrierGroupNames, landNames } from '../../shared/domain/programme.ts';
import { fewOffices } from '../../shared/envelopes/reports-api.ts';
import type { ReportBy, ReportRow, ReportTable } from '../../shared/envelopes/reports-api.ts';
import { dimensionsOf, shapeOf } from '../../shared/monitoring/build-tables.ts';
import type { Context } from '../context.ts';
import { Refused } from '../http/problem.ts';
import { newestPlanWith } from '../plans.ts';
import { allOffices, countOffices, countOtherPlans, sumCells } from '../storage/reports.ts';
import type { SumRow } from '../storage/reports.ts';
import { joinSmallLands } from './join-small.ts';
import { plusMinus } from './noise.ts';

/** Which keys of the database make one row, and how it is called. */
interface RowPlan {
  readonly key: string;
  readonly label: string;
  readonly from: readonly string[];
}

/** Refuses a table no known plan has (`NOT_FOUND`). Rows nobody delivered for are not there. */
export async function reportTable(context: Context, id: string, period: string, by: ReportBy): Promise<ReportTable> {
  const { db, plans, training } = context;
  const known = newestPlanWith(plans, id);
  const table = known?.plan.tables.find((each) => each.id === id);
  if (known === undefined || table === undefined) throw new Refused('NOT_FOUND');
  const plan = { id: known.plan.id, version: known.plan.version };
  const question = { period, table: id, plan };
  const sums = await sumCells(db, question, by);
  const enrolled = await countOffices(db, by);

  const byKey = Map.groupBy(sums, (row) => row.key);
  const officesOf = (key: string) => byKey.get(key)?.[0]?.offices ?? 0;
  const protectedTable = table.protection === 'cell_key';
  const keys = new Set([...byKey.keys(), ...(by === 'group-land' ? enrolled.keys() : [])]);
  const planned = (await rowPlans(context, by, keys, officesOf)).filter(({ from }) => from.some((each) => byKey.has(each)));
  const rows = planned.map(({ key, label, from }): ReportRow => {
    const offices = from.reduce((all, each) => all + officesOf(each), 0);
    const values = addUp(from.flatMap((each) => byKey.get(each) ?? []));
    return {
      key,
      label,
      offices,
      enrolled: from.reduce((all, each) => all + (enrolled.get(each) ?? 0), 0),
      few: offices < fewOffices,
      cells: shapeOf(known.plan, table).map((codes) => ({
        codes,
        value: values.get(cellKey(codes[0] ?? '', codes[1] ?? '')) ?? 0,
        plusMinus: protectedTable ? plusMinus(known.ptable, offices) : 0,
      })),
    };
  });
  return {
    id,
    title: table.title,
    protection: table.protection,
    dimensions: dimensionsOf(known.plan, table),
    plan,
    period,
    by,
    training,
    otherPlanOffices: await countOtherPlans(db, question),
    rows,
  };
}

function cellKey(code1: string, code2: string): string {
  return `${code1} ${code2}`;
}

function addUp(rows: readonly SumRow[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { code1, code2, value } of rows) {
    const key = cellKey(code1, code2);
    sums.set(key, (sums.get(key) ?? 0) + value);
  }
  return sums;
}

async function rowPlans(
  context: Context,
  by: ReportBy,
  found: ReadonlySet<string>,
  officesOf: (key: string) => number,
): Promise<readonly RowPlan[]> {
  const present = (keys: readonly string[], label: (key: string) => string) =>
    keys.filter((key) => found.has(key)).map((key) => ({ key, label: label(key), from: [key] }));
  switch (by) {
    case 'federal':
      return present(['federal'], () => 'Bund');
    case 'group':
      return present(Object.keys(carrierGroupNames), groupName);
    case 'land':
      return present(Object.keys(landNames).sort(), landName);
    case 'office': {
      const names = new Map((await allOffices(context.db)).map((each) => [each.officeId, each.officeName]));
      return present([...names.keys()], (key) => names.get(key) ?? key);
    }
    case 'group-land':
      return Object.keys(carrierGroupNames).flatMap((group) => landsOfGroup(group, [...found], officesOf));
  }
}

function landsOfGroup(group: string, keys: readonly string[], officesOf: (key: string) => number): readonly RowPlan[] {
  const own = keys.filter((key) => key.startsWith(`${group}/`));
  const counts = own.map((key) => ({ land: key.slice(group.length + 1), offices: officesOf(key) }));
  return joinSmallLands(counts).map(({ lands }) => ({
    key: lands.map((land) => `${group}/${land}`).join('+'),
    label: `${groupName(group)} – ${lands.length === counts.length && lands.length > 1 ? 'alle Länder zusammen' : lands.map(landName).join(' + ')}`,
    from: lands.map((land) => `${group}/${land}`),
  }));
}

function groupName(key: string): string {
  return key in carrierGroupNames ? carrierGroupNames[key as keyof typeof carrierGroupNames] : key;
}

function landName(key: string): string {
  return landNames[key] ?? key;
}
