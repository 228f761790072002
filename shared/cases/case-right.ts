/**
 * In what right somebody works on a file. Enforced by the core for window and command line alike, and named in the log of every act.
 *
 * Colleagues open ordinary files, as they always did: whoever answers the phone must be able to help. A shielded file and the section on child
 * protection are for the responsible Fachkraft, her deputy and the head.
 */
import { UserId } from '../domain/ids.ts';
import { recordItself, type RecordState } from '../history/state.ts';
import type { CaseRight } from '../rpc/case.views.ts';
import type { Role } from '../rpc/session.views.ts';

export const shieldedField = 'case.shielded';
export const caseworkerField = 'case.caseworker_id';
export const deputyField = 'case.deputy_staff_id';

export interface WhoAsks {
  readonly user: UserId;
  readonly role: Role;
  /** Colleagues who are away and for whom she stands in today. */
  readonly standsInFor: ReadonlySet<UserId>;
}

/** Where two PCs named two people, both are. */
export interface WhoseFile {
  readonly responsible: readonly UserId[];
  readonly deputies: readonly UserId[];
}

export function rightTo({ responsible, deputies }: WhoseFile, { user, role, standsInFor }: WhoAsks): CaseRight {
  if (responsible.includes(user)) return 'responsible';
  if (deputies.includes(user) || responsible.some((one) => standsInFor.has(one))) return 'deputy';
  return role === 'head' ? 'head' : 'colleague';
}

export function whoseFile(caseState: RecordState): WhoseFile {
  const users = (field: string): readonly UserId[] => valuesOf(caseState, field).flatMap((value) => UserId.safeParse(value).data ?? []);
  return { responsible: users(caseworkerField), deputies: users(deputyField) };
}

/** As long as one statement says so. */
export function isShielded(caseState: RecordState): boolean {
  return valuesOf(caseState, shieldedField).includes(true);
}

/** The card lies behind the case door, from shielding until the desk has it back: what would be answered on the card is answered in the file. */
export function cardIsInside(caseState: RecordState): boolean {
  return valuesOf(caseState, shieldedField).some((value) => value !== null);
}

/** Or is. */
export function wasInside(caseState: RecordState): boolean {
  return valuesOf(caseState, shieldedField).length > 0;
}

export function opensShielded(right: CaseRight): boolean {
  return right !== 'colleague';
}

/** Child protection is read and written by these. */
export function worksOnProtection(right: CaseRight): boolean {
  return right !== 'colleague';
}

/** Who is responsible and who stands in decides who reads what: nobody gives herself that. A file of nobody may be taken. */
export function givesRights(right: CaseRight, caseState: RecordState): boolean {
  return right === 'responsible' || right === 'head' || whoseFile(caseState).responsible.length === 0;
}

/** Decides what she asks for, and has the file deleted at her wish: who has to do with it. A file of nobody is everybody's. */
export function decidesRights(right: CaseRight, caseState: RecordState): boolean {
  return right !== 'colleague' || whoseFile(caseState).responsible.length === 0;
}

function valuesOf(state: RecordState, field: string): readonly unknown[] {
  return (state.answers[recordItself]?.[field] ?? []).map(({ value }) => value);
}
