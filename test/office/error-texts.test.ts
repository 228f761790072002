import { isContractProcedure } from '@orpc/contract';
import { expect, it } from 'vitest';
import { errorAreas, errorTexts } from '../../shared/messages/errors.ts';
import { officeContract } from '../../shared/rpc/office.contract.ts';

/** Every code of every procedure, whatever the depth. */
function declaredCodes(part: unknown): readonly string[] {
  if (isContractProcedure(part)) return Object.keys(part['~orpc'].errorMap as object);
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(declaredCodes) : [];
}

it('every code of the contract has a text and an advice', () => {
  const codes = [...new Set(declaredCodes(officeContract))];
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !Object.hasOwn(errorTexts, code))).toEqual([]);
});

it('every code stands in exactly one area, and every text is a sentence with an advice', () => {
  const codes = errorAreas.flatMap((area) => Object.keys(area));
  expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  for (const [code, { text, advice }] of Object.entries(errorTexts)) {
    expect(`${code} ${text}`).toMatch(/[.?!“]$/);
    expect(`${code} ${advice}`).toMatch(/[.?!“]$/);
  }
});
