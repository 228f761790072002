/** Opens a new case and goes there. */
import { announce } from '../../ui/toast.svelte.ts';
import { problemOf } from '../problem.ts';
import { hrefs } from '../router.ts';
import type { OfficeClient } from '../rpc.ts';

export async function newCase(client: OfficeClient): Promise<void> {
  try {
    const view = await client.cases.create();
    location.hash = hrefs.case(view.row.id);
  } catch (error) {
    const { text, advice } = problemOf(error);
    announce(`${text} ${advice}`, 'danger');
  }
}
