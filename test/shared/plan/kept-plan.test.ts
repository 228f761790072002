import { describe, expect, it } from 'vitest';
import { AttachmentId } from '../../../shared/domain/ids.ts';
import type { KeptDocument } from '../../../shared/history/intent.ts';
import { keptPlanBytes, readKeptPlan } from '../../../shared/plan/kept-plan.ts';
import { planVersion } from '../../../shared/plan/versions.ts';
import { sampleAgreement, samplePlanContent, sampleWall } from '../../support/sample-plan.ts';
import { day } from '../cases/test-file.ts';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('the words kept beside a paper', () => {
  it.each([sampleAgreement, sampleWall])('are the whole plan again, of an $template', (paper) => {
    expect(readKeptPlan(keptPlanBytes(samplePlanContent, paper))).toEqual(samplePlanContent);
  });

  it('are the same bytes for the same words, and carry no picture', () => {
    const logos = [{ mime: 'image/png', data: 'AAAA', alt: 'Logo' }] as const;
    const withLogo = { ...sampleWall, letterhead: { ...sampleWall.letterhead, logos: [...logos] } };
    expect(text(keptPlanBytes(samplePlanContent, withLogo))).toBe(text(keptPlanBytes({ ...samplePlanContent }, sampleWall)));
  });

  it('of another format cannot be read', () => {
    const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    expect(readKeptPlan(bytes({ format: 'lotse-plan', formatVersion: 2, plan: samplePlanContent }))).toBeNull();
    expect(readKeptPlan(bytes({ format: 'lotse-plan', formatVersion: 1, plan: { ...samplePlanContent, goals: 'viele' } }))).toBeNull();
  });
});

describe('the version of a plan', () => {
  const kept = (version: number, plan: string | undefined, made: string): KeptDocument => ({
    attachment: AttachmentId.parse('a'.repeat(32)),
    purpose: 'plan',
    version,
    day: day(made),
    language: 'de',
    sha256: 'b'.repeat(64),
    bytes: 1,
    ...(plan !== undefined && { plan }),
  });
  const today = day('2026-03-09');

  it('is the next one for other words, of today', () => {
    expect(planVersion([], 'x', today)).toEqual({ version: 1, day: today });
    expect(planVersion([kept(1, 'x', '2026-02-01'), kept(2, 'y', '2026-02-02')], 'x', today)).toEqual({ version: 3, day: today });
  });

  it('is the last one for the same words, of the day it was first printed', () => {
    const papers = [kept(1, 'x', '2026-02-01'), kept(2, 'y', '2026-02-20'), kept(2, 'y', '2026-02-10')];
    expect(planVersion(papers, 'y', today)).toEqual({ version: 2, day: '2026-02-10' });
  });

  it('is a new one where the last paper is from before plans were hashed', () => {
    expect(planVersion([kept(4, undefined, '2026-02-01')], 'x', today)).toEqual({ version: 5, day: today });
  });
});
