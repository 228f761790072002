/** Every procedure of the contract and who answers it. */
import { absences } from './absences/router.ts';
import { access } from './access/router.ts';
import { attachments } from './attachments/router.ts';
import { appointments } from './appointments/router.ts';
import { audit } from './audit/router.ts';
import { os } from './base.ts';
import { answer, fillGaps } from './cases/answer.ts';
import { createCase } from './cases/create-case.ts';
import { answerAll, enter } from './cases/enter.ts';
import { addEntry, moveEntry, retireEntry } from './cases/entries.ts';
import { editText } from './cases/edit-text.ts';
import { exportCaseFile } from './cases/export-case-file.ts';
import { fieldHistory } from './cases/field-history.ts';
import { listCases } from './cases/list-cases.ts';
import { openCase } from './cases/open-case.ts';
import { changeForm, end, resume } from './cases/turns.ts';
import { shield } from './cases/shield.ts';
import { withdraw } from './cases/withdraw.ts';
import { currentCatalogueOf } from './cases/catalogue.ts';
import { clock, deletions } from './clock/router.ts';
import { contacts } from './contacts/router.ts';
import { files } from './files/router.ts';
import { approve } from './monitoring/approve.ts';
import { currentLaw } from './law.ts';
import { build, preview } from './monitoring/build.ts';
import { checkConnection, connect, connection } from './monitoring/connect.ts';
import { deliveries } from './monitoring/deliveries.ts';
import { envelope } from './monitoring/envelope.ts';
import { ownCount } from './monitoring/own-count.ts';
import { send } from './monitoring/send.ts';
import { papers } from './papers/router.ts';
import { alike } from './people/alike.ts';
import { find } from './people/find.ts';
import { notSame } from './people/not-same.ts';
import { plan } from './plan/router.ts';
import { preRegistrations } from './pre-registrations/router.ts';
import { incidents, rights } from './rights/router.ts';
import { safety } from './safety/router.ts';
import { searchEverywhere } from './search/search-everywhere.ts';
import { startOverview } from './search/start-overview.ts';
import { confirmRecovery } from './session/confirm-recovery.ts';
import { initialise } from './session/initialise.ts';
import { renewRecovery } from './session/renew-recovery.ts';
import { status } from './session/status.ts';
import { lock, recover, touch, unlock } from './session/unlock.ts';
import { tally } from './tally/router.ts';
import { workNotes } from './work-notes/router.ts';
import { worklist } from './worklist.ts';

export const router = os.router({
  session: { status, initialise, confirmRecovery, renewRecovery, unlock, recover, lock, touch },
  access,
  safety,
  catalogue: { current: currentCatalogueOf },
  start: { overview: startOverview },
  search: { everywhere: searchEverywhere },
  cases: {
    list: listCases,
    create: createCase,
    open: openCase,
    answer,
    editText,
    addEntry,
    retireEntry,
    moveEntry,
    fillGaps,
    history: fieldHistory,
    export: exportCaseFile,
    answerAll,
    enter,
    withdraw,
    shield,
    changeForm,
    end,
    resume,
  },
  plan,
  monitoring: { connection, connect, checkConnection, deliveries, build, preview, approve, send, envelope, ownCount },
  files,
  papers,
  rights,
  incidents,
  clock,
  deletions,
  law: { current: currentLaw },
  contacts,
  attachments,
  workNotes,
  absences,
  worklist,
  tally,
  preRegistrations,
  appointments,
  people: { find, alike, notSame },
  audit,
});
