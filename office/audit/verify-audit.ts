import { opened } from '../base.ts';

/** Checks every log this slot may open: nothing changed, nothing removed, also after erasures. */
export const verifyAudit = opened.audit.verify.handler(({ context: { store } }) => {
  const desk = store.desk.read((tx) => tx.audit.verify());
  const cases = store.cases?.read((tx) => tx.audit.verify());
  return { doors: cases === undefined ? [desk] : [desk, cases] };
});
