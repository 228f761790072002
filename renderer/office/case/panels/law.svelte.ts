/** The law this JMD works under, asked once per open file. */
import type { LawView } from '../../../../shared/rpc/session.views.ts';
import type { OfficeClient } from '../../rpc.ts';
import { explainCall } from '../explain.ts';

export class Law {
  view: LawView | null = $state.raw(null);
  problem = $state<string | null>(null);

  constructor(client: OfficeClient) {
    client.law.current().then(
      (view) => (this.view = view),
      (error: unknown) => (this.problem = explainCall(error)),
    );
  }
}
