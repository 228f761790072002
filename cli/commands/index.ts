/** Every command there is. Each is loaded when it is called: nobody waits for a database to read the help of another command. */
import type { Command } from '../command.ts';

type Load = () => Promise<Command>;

const office = () => import('./office.ts');
const cases = () => import('./case.ts');
const course = () => import('./case-course.ts');
const extract = () => import('./extract.ts');
const backup = () => import('./backup.ts');
const collector = () => import('./collector.ts');
const recovery = () => import('./recovery.ts');
const audit = () => import('./audit.ts');
const rights = () => import('./rights.ts');
const requests = () => import('./rights-request.ts');
const tally = () => import('./tally.ts');
const users = () => import('./users.ts');
const plan = () => import('./plan.ts');
const retention = () => import('./retention.ts');
const release = () => import('./release.ts');

/** By name, in the order of the help. */
export const commands: Readonly<Record<string, Load>> = {
  'office init': async () => (await office()).officeInit,
  'recovery confirm': async () => (await recovery()).recoveryConfirm,
  'recovery renew': async () => (await recovery()).recoveryRenew,
  'users list': async () => (await users()).usersList,
  'users add': async () => (await users()).usersAdd,
  'users remove': async () => (await users()).usersRemove,
  'users password': async () => (await users()).usersPassword,
  'office seed': async () => (await office()).officeSeed,
  'office status': async () => (await office()).officeStatus,
  'office connect': async () => (await office()).officeConnect,
  'case list': async () => (await cases()).caseList,
  'case show': async () => (await cases()).caseShow,
  'case new': async () => (await cases()).caseNew,
  'case answer': async () => (await cases()).caseAnswer,
  'case add': async () => (await cases()).caseAdd,
  'case enter': async () => (await cases()).caseEnter,
  'case withdraw': async () => (await cases()).caseWithdraw,
  'case shield': async () => (await cases()).caseShield,
  'case change-form': async () => (await course()).caseChangeForm,
  'case end': async () => (await course()).caseEnd,
  'case resume': async () => (await course()).caseResume,
  'case anonymise': async () => (await retention()).caseAnonymise,
  'case delete': async () => (await import('./deletion.ts')).caseDelete,
  'retention due': async () => (await retention()).retentionDue,
  'retention run': async () => (await retention()).retentionRun,
  'retention trust': async () => (await retention()).retentionTrust,
  'retention freeze': async () => (await retention()).retentionFreeze,
  'retention protocol': async () => (await retention()).retentionProtocol,
  'rights requests': async () => (await rights()).rightsRequests,
  'rights enter': async () => (await requests()).rightsEnter,
  'rights extend': async () => (await requests()).rightsExtend,
  'rights decide': async () => (await requests()).rightsDecide,
  'rights answered': async () => (await requests()).rightsAnswered,
  'rights copy': async () => (await rights()).rightsCopy,
  'rights restrict': async () => (await rights()).rightsRestrict,
  'rights lift': async () => (await rights()).rightsLift,
  'rights officer': async () => (await rights()).rightsOfficer,
  'rights paper': async () => (await rights()).rightsPaper,
  'tally add': async () => (await tally()).tallyAdd,
  'tally list': async () => (await tally()).tallyList,
  'plan pdf': async () => (await plan()).planPdf,
  'plan changes': async () => (await plan()).planChanges,
  'document pdf': async () => (await import('./document.ts')).documentPdf,
  'extract build': async () => (await extract()).extractBuild,
  'extract show': async () => (await extract()).extractShow,
  'extract approve': async () => (await extract()).extractApprove,
  'extract file': async () => (await extract()).extractFile,
  sync: async () => (await extract()).sync,
  'audit verify': async () => (await audit()).auditVerify,
  'audit show': async () => (await audit()).auditShow,
  'backup create': async () => (await backup()).backupCreate,
  'backup list': async () => (await backup()).backupList,
  'backup verify': async () => (await backup()).backupVerify,
  'backup restore': async () => (await backup()).backupRestore,
  doctor: async () => (await import('./doctor.ts')).doctor,
  serve: async () => (await import('./serve.ts')).serve,
  'collector serve': async () => (await collector()).collectorServe,
  'collector enrol': async () => (await collector()).collectorEnrol,
  'collector approve': async () => (await collector()).collectorApprove,
  'collector report': async () => (await collector()).collectorReport,
  'release key': async () => (await release()).releaseKey,
  'release public': async () => (await release()).releasePublic,
  'release manifest': async () => (await release()).releaseManifest,
  'release verify': async () => (await release()).releaseVerify,
  demo: async () => (await import('./demo.ts')).demo,
  bench: async () => (await import('./bench.ts')).bench,
  ckm: async () => (await import('./ckm-command.ts')).ckm,
};

/** The command whose name the words begin with; the longest name wins. */
export async function findCommand(words: readonly string[]): Promise<Command | undefined> {
  for (const name of [words.slice(0, 2).join(' '), words[0] ?? '']) {
    const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (load !== undefined) return load();
  }
  return undefined;
}

export async function allCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(commands).map((load) => load()));
}
