/** Breaches of data protection, behind the desk door: whoever notices one writes it down. No young person is named there, and nothing asks for it. */
import { ORPCError } from '@orpc/server';
import type { DeskTx } from '../../db/contract/store.ts';
import { randomId } from '../../shared/crypto/sodium.ts';
import { landNames } from '../../shared/domain/programme.ts';
import { RecordId } from '../../shared/domain/ids.ts';
import { lawOn, lawView } from '../../shared/law/law-on.ts';
import { incidentPaper, incidentView } from '../../shared/rights/incident.ts';
import type { IncidentView } from '../../shared/rpc/rights.views.ts';
import { opened, stillOpen } from '../base.ts';
import { timestamp, type OpenContext } from '../context.ts';
import { readSetting, writeSetting } from '../session/settings.ts';

function all(tx: DeskTx): NonNullable<ReturnType<typeof readSetting<'incidents'>>>['incidents'] {
  return readSetting(tx, 'incidents')?.incidents ?? [];
}

/** The latest first. */
function views({ store, options }: OpenContext): readonly IncidentView[] {
  const now = timestamp(options.clock);
  return store.desk.read(all).map((one) => incidentView(one, now)).sort((a, b) => (a.noticedAt < b.noticedAt ? 1 : -1));
}

const list = opened.incidents.list.handler(({ context }) => views(context));

const save = opened.incidents.save.handler(({ input, context }) => {
  const { store, options, actor } = context;
  const { id, ...said } = input;
  if (Date.parse(said.noticedAt) > options.clock().getTime()) throw new ORPCError('ANSWER_INVALID', { data: { reason: 'Bemerkt wurde es nicht erst in der Zukunft.' } });
  store.desk.write((tx) => {
    const before = all(tx);
    if (id !== null && !before.some((one) => one.id === id)) throw new ORPCError('INCIDENT_NOT_FOUND');
    const incident = { ...said, id: id ?? RecordId.parse(randomId()) };
    writeSetting(tx, 'incidents', { incidents: [...before.filter((one) => one.id !== incident.id), incident] });
    tx.audit.write({ action: 'incident.save', record: null, details: { incident: incident.id } }, actor);
  });
  return views(context);
});

const sheet = opened.incidents.sheet.handler(async ({ input, context }) => {
  const { store, office, options, actor } = context;
  const incident = views(context).find(({ id }) => id === input.id);
  if (incident === undefined) throw new ORPCError('INCIDENT_NOT_FOUND');
  const { name, training, privacyLaw, land } = office.settings;
  const day = options.today();
  const { authority } = lawView(lawOn(privacyLaw, day), landNames[land] ?? land);
  const { pdf } = await options.documents.print(incidentPaper(incident, { officeName: name, training, day, authority }));
  stillOpen(context);
  if (store.missing === null) store.desk.write((tx) => { tx.audit.write({ action: 'incident.print', record: null, details: { incident: incident.id } }, actor); });
  return { pdf: new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), fileName: `vorfall-${incident.noticedAt.slice(0, 10)}.pdf` };
});

export const incidents = { list, save, sheet };
