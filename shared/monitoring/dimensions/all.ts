import { ageGroup } from './age-group.ts';
import { cmFlow } from './cm-flow.ts';
import { destination } from './destination.ts';
import type { Dimension } from './dimension.ts';
import { gender } from './gender.ts';
import { supportForm } from './support-form.ts';
import { timeSinceEntry } from './time-since-entry.ts';

/** Everything a plan may count, in the order facts are written. */
export const dimensions: readonly Dimension[] = [supportForm, gender, ageGroup, timeSinceEntry, cmFlow, destination];
