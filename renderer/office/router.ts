/** Addresses inside the window, behind `#`. They hold ids only, never a name or a search word. */
import { RecordId } from '../../shared/domain/ids.ts';
import { isAdministrationSection, type AdministrationSection } from './administration/sections.ts';

export type Route =
  | { readonly page: 'start' }
  | { readonly page: 'cases' }
  | { readonly page: 'case'; readonly caseId: RecordId }
  /** Her plan alone, for a screen turned to her. */
  | { readonly page: 'shown_plan'; readonly caseId: RecordId }
  | { readonly page: 'open_hour' }
  | { readonly page: 'appointments' }
  | { readonly page: 'worklist' }
  | { readonly page: 'clock' }
  | { readonly page: 'monitoring' }
  | { readonly page: 'about' }
  | { readonly page: 'administration'; readonly section: AdministrationSection };

export const hrefs = {
  start: '#/start',
  cases: '#/faelle',
  case: (id: RecordId) => `#/faelle/${id}`,
  shownPlan: (id: RecordId) => `#/plan-zeigen/${id}`,
  open_hour: '#/sprechstunde',
  appointments: '#/termine',
  worklist: '#/wiedervorlagen',
  clock: '#/fristen',
  monitoring: '#/monitoring',
  about: '#/ueber',
  administration: '#/verwaltung',
  administrationOf: (section: AdministrationSection) => `#/verwaltung/${section}`,
} as const;

const simplePages: Readonly<Record<string, 'open_hour' | 'appointments' | 'worklist' | 'clock' | 'monitoring' | 'about'>> = {
  sprechstunde: 'open_hour',
  termine: 'appointments',
  wiedervorlagen: 'worklist',
  fristen: 'clock',
  monitoring: 'monitoring',
  ueber: 'about',
};

/** Whatever is no address of ours is the start page. */
export function parseRoute(hash: string): Route {
  const [page, id, ...rest] = hash.replace(/^#\/?/, '').split('/');
  if (rest.length > 0) return { page: 'start' };
  const simple = page === undefined || id !== undefined ? undefined : simplePages[page];
  if (simple !== undefined) return { page: simple };
  if (page === 'verwaltung') return { page: 'administration', section: isAdministrationSection(id) ? id : 'passwort' };
  if (page !== 'faelle' && page !== 'plan-zeigen') return { page: 'start' };
  if (id === undefined) return { page: 'cases' };
  const caseId = RecordId.safeParse(id);
  return caseId.success ? { page: page === 'faelle' ? 'case' : 'shown_plan', caseId: caseId.data } : { page: 'cases' };
}
