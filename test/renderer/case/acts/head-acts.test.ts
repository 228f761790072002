import { describe, expect, it } from 'vitest';
import { shieldAct, supportActs } from '../../../../renderer/office/case/acts/head-acts.ts';
import type { CaseRight, CaseView } from '../../../../shared/rpc/case.views.ts';

function head(status: string, right: CaseRight = 'responsible', shielded = false, readOnly = false) {
  return { asking: null, readOnly, stored: () => shielded, view: { row: { status }, right } as CaseView };
}

const labels = (acts: readonly { readonly label: string }[]): readonly string[] => acts.map(({ label }) => label);

describe('what the head of the file offers', () => {
  it('ends a support that goes on, and takes up one that ended', () => {
    expect(labels(supportActs(head('open')))).toContain('Begleitung beenden …');
    expect(labels(supportActs(head('dormant')))).toContain('Begleitung beenden …');
    expect(labels(supportActs(head('closed')))).toContain('Wiederaufnehmen …');
    expect(labels(supportActs(head('closed')))).not.toContain('Begleitung beenden …');
  });

  it.each([
    ['responsible', 1],
    ['head', 1],
    ['deputy', 0],
    ['colleague', 0],
  ] as const)('lets the %s turn the shield: %i', (right, count) => {
    expect(shieldAct(head('open', right))).toHaveLength(count);
  });

  it('says which way it turns', () => {
    expect(labels(shieldAct(head('open', 'head', true)))).toEqual(['Schutz der Akte aufheben …']);
  });

  it('offers nothing that writes where nothing can be written', () => {
    expect(supportActs(head('open', 'responsible', false, true)).every(({ disabled }) => disabled)).toBe(true);
  });
});
