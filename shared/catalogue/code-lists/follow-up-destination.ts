import { destination } from './destination.ts';
import type { CodeList } from '../types.ts';

/** Where she is half a year later, or that nobody reached her. */
export const followUpDestination: CodeList = {
  id: 'follow_up_destination',
  source: 'ESF-Muster (domain.md §5 Nr. 181)',
  codes: [...destination.codes, { code: 'not_reached', label: 'nicht erreicht' }],
};
