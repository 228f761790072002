import { expect, it } from 'vitest';
import { RecordId } from '../../../shared/domain/ids.ts';
import { hrefs, parseRoute } from '../../../renderer/office/router.ts';

const id = RecordId.parse('0123456789abcdef0123456789abcdef');

it.each([
  ['', { page: 'start' }],
  ['#/', { page: 'start' }],
  [hrefs.start, { page: 'start' }],
  [hrefs.cases, { page: 'cases' }],
  [hrefs.open_hour, { page: 'open_hour' }],
  [hrefs.appointments, { page: 'appointments' }],
  [hrefs.worklist, { page: 'worklist' }],
  [hrefs.monitoring, { page: 'monitoring' }],
  [hrefs.case(id), { page: 'case', caseId: id }],
  [hrefs.shownPlan(id), { page: 'shown_plan', caseId: id }],
  [hrefs.administration, { page: 'administration', section: 'passwort' }],
  [hrefs.administrationOf('sicherungen'), { page: 'administration', section: 'sicherungen' }],
  ['#/verwaltung/Ahmad', { page: 'administration', section: 'passwort' }],
  ['#/faelle/Ahmad', { page: 'cases' }],
  ['#/plan-zeigen/Ahmad', { page: 'cases' }],
  [`#/faelle/${id}/mehr`, { page: 'start' }],
  ['#/monitoring/2025', { page: 'start' }],
  ['#/termine/Ahmad', { page: 'start' }],
  ['#/unbekannt', { page: 'start' }],
])('the address %j leads to %j', (hash, route) => {
  expect(parseRoute(hash)).toEqual(route);
});
