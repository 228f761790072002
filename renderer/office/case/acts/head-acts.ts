/** What the head of the file offers to do with the whole of it. An act that makes no sense now is left out. */
import type { IconName } from '../../../ui/icons/paths.ts';
import type { CaseFile } from '../case-file.svelte.ts';
import { shieldedField } from '../case-ids.ts';
import type { CaseAsk } from './case-ask.ts';

/** An item of `ui/Menu`. */
interface Act {
  readonly label: string;
  readonly icon: IconName;
  readonly disabled: boolean;
  readonly onselect: () => void;
}

type Source = Pick<CaseFile, 'asking' | 'readOnly' | 'stored' | 'view'>;

function item(file: Source, label: string, icon: IconName, ask: CaseAsk): Act {
  return { label, icon, disabled: file.readOnly, onselect: () => (file.asking = ask) };
}

/** The support has an end: its status says so as long as nobody takes it up again. */
export function isOver({ view }: Source): boolean {
  return view.row.status !== 'open' && view.row.status !== 'dormant';
}

export function supportActs(file: Source): readonly Act[] {
  const over = isOver(file);
  return [
    ...(over
      ? [item(file, 'Wiederaufnehmen …', 'history', { kind: 'resume' })]
      : [item(file, 'Form der Begleitung wechseln …', 'people', { kind: 'form' }), item(file, 'Begleitung beenden …', 'check', { kind: 'end' })]),
    item(file, 'Widerruf festhalten …', 'cross', { kind: 'withdraw', what: null, entry: null }),
    item(file, 'Weitergabe festhalten …', 'send', { kind: 'disclose' }),
  ];
}

/** Only the responsible Fachkraft and the head turn it. */
export function shieldAct(file: Source): readonly Act[] {
  if (file.view.right !== 'responsible' && file.view.right !== 'head') return [];
  const shielded = file.stored('', shieldedField) === true;
  return [item(file, shielded ? 'Schutz der Akte aufheben …' : 'Akte schützen …', 'shield', { kind: 'shield' })];
}

/** Nobody deletes a file alone, except where she wishes it: the dialog says what goes and who confirms. */
export function deleteAct(file: Source): readonly Act[] {
  return [item(file, 'Akte löschen …', 'trash', { kind: 'delete' })];
}
