import { describe, expect, it } from 'vitest';
import { currentCatalogue } from '../../../shared/catalogue/catalogue.ts';
import type { EntryId } from '../../../shared/domain/ids.ts';
import type { CaseView } from '../../../shared/rpc/case.views.ts';
import { gapList, remarkList } from '../../../renderer/office/case/gap-list.ts';

const step = '5e'.repeat(16) as EntryId;
const file = {
  catalogue: currentCatalogue,
  entryName: () => 'Bei Elektro Brandt anrufen',
  view: {
    entries: [{ id: step, group: 'action_step', parent: null, retired: false }],
    gaps: [
      { section: '4', field: 'action_step.due_date', entry: step },
      { section: '1.1', field: 'case.gender', entry: null },
    ],
    remarks: [{ field: 'case.date_of_birth', entry: null, text: 'Bitte prüfen.' }],
  } as unknown as CaseView,
};

describe('the list of missing answers', () => {
  it('stands in form order, says which step is meant, and leads to the field', () => {
    expect(gapList(file)).toEqual([
      {
        section: '1.1',
        title: '1.1 Eingangsdaten',
        places: [{ place: { section: '1.1', entry: '', field: 'case.gender' }, label: 'Geschlecht', entryName: null }],
      },
      {
        section: '4',
        title: '4 Integrationsförderplan',
        places: [
          {
            place: { section: '4', entry: step, field: 'action_step.due_date' },
            label: 'Bis wann',
            entryName: 'Bei Elektro Brandt anrufen',
          },
        ],
      },
    ]);
  });

  it('remarks lead to the field they blame', () => {
    expect(remarkList(file)).toEqual([{ place: { section: '1.1', entry: '', field: 'case.date_of_birth' }, text: 'Bitte prüfen.' }]);
  });
});
