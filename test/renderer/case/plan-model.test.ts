import { describe, expect, it } from 'vitest';
import { catalogueDefinition, currentCatalogue as catalogue } from '../../../shared/catalogue/catalogue.ts';
import { loadCatalogue } from '../../../shared/catalogue/load-catalogue.ts';
import type { Catalogue, Field } from '../../../shared/catalogue/types.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { EntryView } from '../../../shared/rpc/case.views.ts';
import { goalsByArea, goalsDone } from '../../../renderer/office/case/plan-areas.ts';
import { checkCodes, entryLayout, planShape, planState, rootGroups } from '../../../renderer/office/case/plan-model.ts';

const ids = (fields: readonly Field[]) => fields.map((field) => field.id);
const section = (id: string) => {
  const found = catalogue.section(id);
  if (found === undefined) throw new Error(`no section ${id}`);
  return found;
};
const plan = () => {
  const shape = planShape(catalogue, section('4'));
  if (shape === undefined) throw new Error('section 4 is no plan');
  return shape;
};

describe('a plan is found in the catalogue', () => {
  it('section 4 is one, with its goals, four areas and further groups', () => {
    const { goal, area, areas, others } = plan();
    expect([goal.id, area.id]).toEqual(['goal', 'goal.area']);
    expect(areas.map((code) => code.code)).toEqual(['language', 'social', 'school', 'vocational']);
    expect(others.map((group) => group.id)).not.toContain('goal');
  });

  it('the other sections are ordinary forms', () => {
    const plans = catalogue.sections.filter((s) => planShape(catalogue, s) !== undefined);
    expect(plans.map((s) => s.id)).toEqual(['4']);
  });

  it('groups that stand in entries of others are no roots', () => {
    expect(rootGroups(section('4')).map((group) => group.id)).not.toContain('action_step');
  });

  it('its state is the choice that can say "agreed"', () => {
    expect(planState(catalogue, catalogue.fieldsOf('4', null))?.id).toBe('integration_plan.status');
  });
});

describe('how an entry is laid out', () => {
  it('a step shows its words, who, until when and how it stands', () => {
    const { title, row, state } = entryLayout(catalogue, 'action_step');
    expect(title?.id).toBe('action_step.task');
    expect(ids(row)).toEqual(expect.arrayContaining(['action_step.responsible', 'action_step.due_date', 'action_step.status']));
    expect(state?.id).toBe('action_step.status');
  });

  it('steps and sub-goals say who and from when until when without unfolding; a goal says what it answers to and whether it is its turn', () => {
    expect(ids(entryLayout(catalogue, 'action_step').row)).toEqual(expect.arrayContaining(['action_step.responsible', 'action_step.start_date', 'action_step.due_date']));
    expect(ids(entryLayout(catalogue, 'subgoal').row)).toEqual(expect.arrayContaining(['subgoal.responsible', 'subgoal.from', 'subgoal.until']));
    expect(ids(entryLayout(catalogue, 'goal').row)).toEqual(expect.arrayContaining(['goal.need', 'goal.turn', 'goal.target_date']));
  });

  it('a translation and a picture stand by the words they belong to', () => {
    const { translation, picture } = entryLayout(catalogue, 'action_step');
    expect([translation?.id, picture?.id]).toEqual(['action_step.translation', 'action_step.pictogram']);
    expect(entryLayout(catalogue, 'goal').picture).toBe(undefined);
  });

  it('no field is lost between row and fold', () => {
    for (const group of catalogue.sections.flatMap((s) => s.groups ?? [])) {
      const { title, row, more, translation, picture } = entryLayout(catalogue, group.id);
      const laid = [...[title, translation, picture].filter((field) => field !== undefined), ...row, ...more];
      expect(ids(laid).sort()).toEqual([...ids(catalogue.fieldsOfGroup(group.id))].sort());
    }
  });

  it('what the place of the entry says is folded away', () => {
    const { row, more } = entryLayout(catalogue, 'goal', ['goal.area']);
    expect(ids(row)).not.toContain('goal.area');
    expect(ids(more)).toContain('goal.area');
  });

  it('a check mark sets done and takes it back to open', () => {
    const { state } = entryLayout(catalogue, 'action_step');
    expect(state === undefined ? undefined : checkCodes(catalogue, state)).toEqual({ done: 'done', open: 'open' });
  });
});

describe('goals in their areas', () => {
  const goal = (id: string): EntryView => ({ id: id as EntryId, group: 'goal', parent: null, retired: false });
  const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    a: { 'goal.area': 'school', 'goal.attainment': 'reached' },
    b: { 'goal.area': 'school', 'goal.attainment': 'open' },
    c: {},
  };
  const file = {
    catalogue,
    entries: () => [goal('a'), goal('b'), goal('c')],
    value: (entry: string, field: string) => answers[entry]?.[field] ?? null,
  };

  it('every area stands there, also an empty one; a goal without area comes last', () => {
    const areas = goalsByArea(file, plan()).map(({ code, goals }) => [code, goals.map((g) => g.id)]);
    expect(areas).toEqual([['language', []], ['social', []], ['school', ['a', 'b']], ['vocational', []], [null, ['c']]]);
  });

  it('counts what was reached', () => {
    expect(goalsDone(file, plan(), file.entries())).toBe(1);
  });
});

describe('a group added to the catalogue', () => {
  it('shows in the list of other groups with no code', () => {
    const added: Catalogue = {
      ...catalogueDefinition,
      sections: catalogueDefinition.sections.map((s) =>
        s.id !== '4'
          ? s
          : {
              ...s,
              groups: [...(s.groups ?? []), { id: 'wish', label: 'Wunsch', labelPlural: 'Wünsche' }],
              fields: [
                ...s.fields,
                { id: 'wish.text', label: 'Wunsch', type: 'text', record: 'case', group: 'wish', monitoring: false, anonymisation: 'delete' } as const,
              ],
            },
      ),
    };
    const loaded = loadCatalogue(added);
    const four = loaded.section('4');
    const shape = four === undefined ? undefined : planShape(loaded, four);
    expect(shape?.others.map((group) => group.id)).toContain('wish');
    expect(entryLayout(loaded, 'wish').title?.id).toBe('wish.text');
  });
});
