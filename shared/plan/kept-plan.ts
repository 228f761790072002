/** What is kept beside the PDF of a version: the words it was made of, so that two versions can be compared. Erased with the file key like the PDF. */
import { z } from 'zod';
import { IsoDay } from '../domain/day.ts';
import { EntryId } from '../domain/ids.ts';
import { canonicalBytes } from '../envelopes/canonical-json.ts';
import { languageCodes } from '../languages/types.ts';
import type { AgreementPaper, WallPaper } from './papers.ts';
import { pictograms, type Pictogram } from './pictograms.ts';
import { planAreas, type Plan } from './types.ts';

const words = { text: z.string(), translation: z.string() };
const codes = pictograms.map(([code]) => code) as [Pictogram, ...Pictogram[]];
const day = IsoDay.nullable();
const reaching = z.enum(['open', 'partly_reached', 'reached']);

const role = z.enum(['young_person', 'jmd_staff', 'family', 'institution', 'volunteer', 'other']);

const Step = z.object({
  ...words,
  id: EntryId,
  who: z.object({ role: role.nullable(), name: z.string(), institution: z.string().nullable() }),
  from: day,
  until: day,
  state: z.enum(['open', 'in_progress', 'done']),
  pictogram: z.enum(codes).nullable(),
});
const Subgoal = z.object({ ...words, id: EntryId, from: day, until: day, state: reaching, role: role.optional(), steps: z.array(Step) });
const Goal = z.object({ ...words, id: EntryId, area: z.enum(planAreas), until: day, state: reaching, turn: z.enum(['now', 'later']), subgoals: z.array(Subgoal), steps: z.array(Step) });

const StoredPlan = z.object({
  sentence: z.object(words),
  translatedInto: z.enum(languageCodes).optional(),
  goals: z.array(Goal),
  jmdContribution: z.object(words),
  otherPlans: z.array(z.object({ kind: z.string(), lead: z.string().nullable() })),
  nextReview: day,
  agreement: z.object({ state: z.enum(['draft', 'agreed', 'declined']), on: day, signed: z.boolean().nullable(), readTogetherOn: day }),
}) satisfies z.ZodType<Plan>;

/** Parsed, because another PC with another version may have written it. */
const Kept = z.object({ format: z.literal('lotse-plan'), formatVersion: z.literal(1), plan: StoredPlan });

/** Canonical JSON. Logos are pictures of the office; they are in the PDF and would only make every version larger. */
export function keptPlanBytes(plan: Plan, paper: AgreementPaper | WallPaper): Uint8Array {
  const { letterhead } = paper;
  const { plan: _plan, ...printed } = { plan: undefined, ...paper, letterhead: { ...letterhead, logos: [] } };
  return canonicalBytes({ format: 'lotse-plan', formatVersion: 1, plan, paper: printed });
}

/** null where this program cannot read it. */
export function readKeptPlan(bytes: Uint8Array): Plan | null {
  const read = Kept.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
  return read.success ? read.data.plan : null;
}
