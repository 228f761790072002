/**
 * What was saved outside of Lotse since the office was unlocked: such files are not encrypted, so each can be found again and deleted
 * from here (desktop shell). In the browser shell a file is a download, and where it lies only the browser knows.
 */
import type { SavedView } from '../../../shared/rpc/shell.contract.ts';
import { announce } from '../../ui/toast.svelte.ts';
import { problemOf } from '../problem.ts';
import { Working } from '../working.svelte.ts';
import type { ShellClient } from './client.ts';
import { download } from './download.ts';
import { shellTexts } from './texts.ts';

export interface SavedFile extends SavedView {
  /** It holds words about people: then the place matters. */
  readonly personal: boolean;
}

type Keeper = Pick<ShellClient, 'save' | 'saved'>;

export class SavedFiles extends Working<'remove' | 'show'> {
  readonly #keeper: Keeper | null;
  /** Newest first. */
  list: readonly SavedFile[] = $state.raw([]);
  /** The dialog that tells of them is open. */
  open = $state(false);

  constructor(keeper: Keeper | null) {
    super();
    this.#keeper = keeper;
  }

  /** Saves where the person chooses; false when she chose nowhere. Throws what the shell refuses with. */
  async savePaper(blob: Blob, name: string, { personal }: { readonly personal: boolean }): Promise<boolean> {
    if (this.#keeper === null) {
      download(blob, name);
      return true;
    }
    const saved = await this.#keeper.save({ file: new File([blob], name, { type: blob.type }), name });
    if (saved === null) return false;
    this.problem = null;
    this.list = [{ ...saved, personal }, ...this.list];
    this.open = true;
    return true;
  }

  /** The same where nobody waits for the end; what goes wrong is said. */
  async savePaperAndTell(blob: Blob, name: string, kind: { readonly personal: boolean }): Promise<void> {
    try {
      if ((await this.savePaper(blob, name, kind)) && this.#keeper === null && kind.personal) announce(shellTexts.saved.downloaded);
    } catch (error) {
      const { text, advice } = problemOf(error);
      announce(`${text} ${advice}`, 'danger');
    }
  }

  remove(file: SavedFile): Promise<boolean> {
    return this.work('remove', async () => {
      await this.#keeper?.saved.remove({ id: file.id });
      this.list = this.list.filter(({ id }) => id !== file.id);
      if (this.list.length === 0) this.open = false;
      announce(shellTexts.saved.removed(file.fileName), 'good');
    });
  }

  show(file: SavedFile): Promise<boolean> {
    return this.work('show', async () => {
      await this.#keeper?.saved.show({ id: file.id });
    });
  }

  /** The window forgets them with everything else when it locks. */
  forget(): void {
    this.open = false;
    this.list = [];
    this.problem = null;
  }
}
