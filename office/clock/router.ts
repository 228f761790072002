import { cancel, exceptDevice, overview, progress, run, settings, trustDay } from './acts.ts';
import { cancelDeletion, confirmDeletion, listDeletions, proposeDeletion } from './deletions.ts';
import { ofFile } from './file.ts';
import { freeze } from './freeze.ts';
import { anonymiseNow, protocol } from './protocol.ts';

export const clock = { overview, ofFile, run, progress, cancel, trustDay, exceptDevice, settings, anonymiseNow, freeze, protocol };
export const deletions = { list: listDeletions, propose: proposeDeletion, confirm: confirmDeletion, cancel: cancelDeletion };
