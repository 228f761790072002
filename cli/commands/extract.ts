/** The Monitoring-Meldung: build, look, approve, send, take along. */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openContext } from '../../office/base.ts';
import type { CoreClient } from '../../office/core.ts';
import { DeliveryId } from '../../shared/domain/ids.ts';
import { deliveryFileName } from '../../shared/monitoring/delivery-file.ts';
import type { DeliveryPreview } from '../../shared/rpc/monitoring.views.ts';
import { asJson, optional, Refused, wholeNumber, type Command, type Json } from '../command.ts';
import { withOffice } from '../office-session.ts';

function previewJson({ delivery, tables }: DeliveryPreview): Json {
  return asJson({ ...delivery, tables });
}

/** The delivery named, or the newest one. */
async function deliveryOf(client: CoreClient, word: string | undefined): Promise<DeliveryId> {
  if (word !== undefined) {
    const id = DeliveryId.safeParse(word);
    if (!id.success) throw new Refused('DELIVERY_NOT_FOUND');
    return id.data;
  }
  const [newest] = [...(await client.monitoring.deliveries())].sort((a, b) => (a.builtAt < b.builtAt ? 1 : -1));
  if (newest === undefined) throw new Refused('DELIVERY_NOT_FOUND');
  return newest.id;
}

export const extractBuild: Command = {
  name: ['extract', 'build'],
  usage: '--year JAHR',
  summary: 'Baut die Monitoring-Meldung eines Jahres als Vorschau.',
  options: { year: { type: 'string' } },
  run: ({ values }) =>
    withOffice(values, async ({ client, today }) => {
      const year = wholeNumber(optional(values, 'year') ?? today.slice(0, 4), '--year', 2000, 2199);
      return previewJson(await client.monitoring.build({ year, half: null }));
    }),
};

export const extractShow: Command = {
  name: ['extract', 'show'],
  usage: '[MELDUNG]',
  summary: 'Zeigt genau das, was gesendet wird oder wurde.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => previewJson(await client.monitoring.preview({ deliveryId: await deliveryOf(client, positionals[0]) }))),
};

export const extractApprove: Command = {
  name: ['extract', 'approve'],
  usage: '[MELDUNG]',
  summary: 'Gibt die Meldung frei: unterschreibt sie und legt sie in den Ausgang.',
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client }) => asJson(await client.monitoring.approve({ deliveryId: await deliveryOf(client, positionals[0]) }))),
};

export const extractFile: Command = {
  name: ['extract', 'file'],
  usage: '[MELDUNG] [--out DATEI]',
  summary: 'Speichert eine freigegebene Meldung als Datei, byteweise wie sie gesendet wird.',
  options: { out: { type: 'string' } },
  run: ({ values, positionals }) =>
    withOffice(values, async ({ client, core }) => {
      const deliveryId = await deliveryOf(client, positionals[0]);
      const bytes = new Uint8Array(await (await client.monitoring.envelope({ deliveryId })).arrayBuffer());
      const { delivery } = await client.monitoring.preview({ deliveryId });
      const office = openContext(core.context).office.settings.id;
      const file = resolve(process.cwd(), optional(values, 'out') ?? deliveryFileName({ ...delivery, office }));
      await writeFile(file, bytes);
      return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
    }),
};

export const sync: Command = {
  name: ['sync'],
  usage: '',
  summary: 'Sendet, was im Ausgang liegt, und holt die Antworten.',
  run: ({ values }) =>
    withOffice(values, async ({ client }) => {
      const deliveries = await client.monitoring.send();
      return { deliveries: deliveries.map(asJson) };
    }),
};
