/** What the menu of a file offers about the rights of the young person. */
import type { CaseFile } from '../case/case-file.svelte.ts';
import type { IconName } from '../../ui/icons/paths.ts';
import { rightsTexts as texts } from './texts.ts';

interface Item {
  readonly label: string;
  readonly icon: IconName;
  readonly disabled?: boolean;
  readonly onselect: () => void;
}

type Source = Pick<CaseFile, 'askingRights' | 'readOnly' | 'view'>;

/** A copy and who looked are for those who work with the file. */
export function rightsActs(file: Source): readonly Item[] {
  const ask = (asked: 'copy' | 'restrict' | 'looked') => (): void => {
    file.askingRights = asked;
  };
  const restrict: Item = { label: `${texts.restrict} …`, icon: 'lock', disabled: file.readOnly, onselect: ask('restrict') };
  if (file.view.right === 'colleague') return [restrict];
  return [{ label: `${texts.copy} …`, icon: 'folder', disabled: file.readOnly, onselect: ask('copy') }, restrict, { label: texts.looked, icon: 'eye', onselect: ask('looked') }];
}
