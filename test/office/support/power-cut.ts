/** A program that ends between two steps of one transaction: what was written of it is taken back, as SQLite does at the next start. */
import type { CasesTx, Door } from '../../../db/contract/store.ts';

/** The step numbered `at`, from 1, of everything that is written from now on does not happen. Returns what brings the power back. */
export function powerCut(door: Door<CasesTx>, at: number): () => void {
  const write: Door<CasesTx>['write'] = door.write.bind(door);
  let steps = 0;
  const step = (): void => {
    if ((steps += 1) === at) throw new Error('the power is gone');
  };
  const cut: Door<CasesTx>['write'] = (act) =>
    write((tx) =>
      act({
        ...tx,
        histories: {
          ...tx.histories,
          append: (...input) => {
            step();
            return tx.histories.append(...input);
          },
          keepBytes: (...input) => {
            step();
            tx.histories.keepBytes(...input);
          },
        },
      }),
    );
  Object.assign(door, { write: cut });
  return () => { Object.assign(door, { write }); };
}
