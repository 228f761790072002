import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChainHead } from '../../shared/envelopes/chain-head.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { checkReceipt, openReceipt } from '../../shared/envelopes/receipt.ts';
import { deliveryHash } from '../../shared/envelopes/delivery.ts';
import { newSigningKeys } from '../../shared/crypto/sodium.ts';
import { addDays, IsoDay } from '../../shared/domain/day.ts';
import { maxDeliveryBytes } from '../../shared/envelopes/types.ts';
import { defaultPlan } from '../../shared/monitoring/plan.ts';
import { operatorAt } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import type { RunningCollector } from '../../collector/server.ts';
import type { Place } from './backends.ts';
import { authorityKey, content, enrol, madeUpOffice, madeUpTables, next, send, sign, withCell } from './made-up-office.ts';
import type { DeliveryContent, MadeUpOffice } from './made-up-office.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

export function deliverySuite(here: () => Place): void {
  describe('deliveries', () => {
    let server: RunningCollector;
    let day = IsoDay.parse('2027-02-01');
    const operator = () => operatorAt(server.url, server.operatorToken);

    beforeAll(async () => {
      server = await startCollector({
        dataDir: here().folder.path,
        databaseUrl: here().databaseUrl,
        training: true,
        port: 0,
        host: '127.0.0.1',
        // Every look at the clock is a minute later: no test waits for a limit.
        clock: (() => {
          let minutes = 0;
          return () => new Date(Date.parse(`${day}T08:00:00Z`) + 60_000 * (minutes = (minutes + 1) % 600));
        })(),
      });
    });
    afterAll(() => server?.close());

    const enrolled = async (): Promise<MadeUpOffice> => {
      const office = madeUpOffice();
      await enrol(server, office);
      return office;
    };

    it('takes a delivery and answers with a receipt that verifies with the key of the authority', async () => {
      const office = await enrolled();
      const bytes = sign(office, content(server, office));

      const answer = await send(server, bytes);

      expect(answer.status).toBe(201);
      const receipt = checkReceipt(answer.bytes, { delivery: bytes, authorityPublicKey: authorityKey(server), training: true });
      expect(receipt).toMatchObject({ ok: true, value: { office: office.id, sequence: 1, delivery: deliveryHash(bytes) } });
    });

    it('answers the same bytes ten times with the same receipt and keeps one row', async () => {
      const office = await enrolled();
      const bytes = sign(office, content(server, office));
      const before = (await operator().verifyReceipts()).count;

      const answers = [];
      for (let time = 0; time < 10; time += 1) answers.push(await send(server, bytes));

      expect(answers.map(({ status }) => status)).toEqual([201, ...Array<number>(9).fill(200)]);
      expect(new Set(answers.map((answer) => text(answer.bytes))).size).toBe(1);
      expect((await operator().verifyReceipts()).count).toBe(before + 1);
    });

    it('gives two equal requests at the same time one row and one receipt', async () => {
      const office = await enrolled();
      const bytes = sign(office, content(server, office));
      const before = (await operator().verifyReceipts()).count;

      const answers = await Promise.all(Array.from({ length: 6 }, () => send(server, bytes)));

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
      expect(new Set(answers.map((answer) => text(answer.bytes))).size).toBe(1);
      expect((await operator().verifyReceipts()).count).toBe(before + 1);
    });

    it('keeps the chain of receipts whole when many offices send at once', async () => {
      const offices = await Promise.all(Array.from({ length: 5 }, () => enrolled()));

      const answers = await Promise.all(offices.map((office) => send(server, sign(office, content(server, office)))));

      expect(answers.map(({ status }) => status)).toEqual(offices.map(() => 201));
      expect(await operator().verifyReceipts()).toMatchObject({ firstBroken: null });
    });

    it('takes the next delivery of the chain; the newest of a period counts', async () => {
      const office = await enrolled();
      const first = sign(office, content(server, office, { period: '2025' }));
      await send(server, first);

      const answer = await send(server, next(server, office, first, { period: '2025', tables: madeUpTables(77, 40) }));

      expect(answer.status).toBe(201);
      const report = await operator().report({ by: 'office', period: '2025', table: 'A1' });
      expect(report.rows.find(({ key }) => key === office.id)?.cells[0]).toMatchObject({ codes: ['Total'], value: 40 });
    });

    it('says in a training receipt that it promises nothing', async () => {
      const office = await enrolled();
      const answer = await send(server, sign(office, content(server, office)));
      const receipt = openReceipt(answer.bytes, authorityKey(server));

      expect(receipt).toMatchObject({ ok: true, value: { training: true } });
    });

    describe('refuses with a code of its own', () => {
      const shapes: readonly (readonly [string, string, (content: DeliveryContent) => object])[] = [
        ['FIELD_UNKNOWN_IN_MESSAGE', 'an unknown field', (it) => ({ ...it, note: 'Grüße' })],
        [
          'FIELD_UNKNOWN_IN_MESSAGE',
          'an unknown field in a cell',
          (it) => ({
            ...it,
            tables: it.tables.map(({ id, cells }) => ({ id, cells: cells.map((cell) => ({ ...cell, name: 'x' })) })),
          }),
        ],
        ['MESSAGE_INVALID', 'a value that is no whole number', (it) => ({ ...it, unknownAnswers: 1.5 })],
        ['MESSAGE_INVALID', 'a quarter', (it) => ({ ...it, period: '2026-Q1' })],
        ['OFFICE_MISMATCH', 'another office', (it) => ({ ...it, office: 'NI-9999' })],
        ['AUTHORITY_MISMATCH', 'another server', (it) => ({ ...it, authority: '0123456789abcdef' })],
        ['SEQUENCE_GAP', 'a gap in the sequence', (it) => ({ ...it, sequence: 2, previous: 'a'.repeat(64) })],
        ['CHAIN_BROKEN', 'a first delivery that names one before', (it) => ({ ...it, previous: 'a'.repeat(64) })],
        ['PLAN_UNKNOWN', 'an unknown plan', (it) => ({ ...it, plan: { ...it.plan, version: 99 } })],
        ['PLAN_UNKNOWN', 'a plan with other content', (it) => ({ ...it, plan: { ...it.plan, sha256: 'b'.repeat(64) } })],
        ['PLAN_UNKNOWN', 'another perturbation table', (it) => ({ ...it, ptable: { ...it.ptable, sha256: 'c'.repeat(64) } })],
        ['TABLE_SHAPE_WRONG', 'a missing table', (it) => ({ ...it, tables: it.tables.slice(1) })],
        ['TABLE_SHAPE_WRONG', 'a table too many', (it) => ({ ...it, tables: [...it.tables, { id: 'Z9', cells: [] }] })],
        [
          'TABLE_SHAPE_WRONG',
          'cells left out',
          (it) => ({ ...it, tables: it.tables.map(({ id, cells }) => ({ id, cells: cells.slice(1) })) }),
        ],
        ['VALUE_FORBIDDEN', 'a one in a protected table', (it) => ({ ...it, tables: withCell(it.tables, 'A7', 1, 1) })],
        ['VALUE_FORBIDDEN', 'a two in a protected table', (it) => ({ ...it, tables: withCell(it.tables, 'A7', 2, 2) })],
        ['VALUE_FORBIDDEN', 'one unknown answer', (it) => ({ ...it, unknownAnswers: 1 })],
        ['VALUE_FORBIDDEN', 'two unknown answers', (it) => ({ ...it, unknownAnswers: 2 })],
        ['TABLE_IMPLAUSIBLE', 'a total that cannot be', (it) => ({ ...it, tables: withCell(it.tables, 'A1', 0, 5000) })],
        ['TABLE_IMPLAUSIBLE', 'a cell larger than the office', (it) => ({ ...it, tables: withCell(it.tables, 'A7', 1, 900) })],
      ];

      it.each(shapes)('%s: %s', async (code, _what, change) => {
        const office = await enrolled();
        const before = (await operator().verifyReceipts()).count;

        const answer = await send(server, sign(office, change(content(server, office))));

        expect(answer.code).toBe(code);
        expect((await operator().verifyReceipts()).count).toBe(before);
      });

      it('SIGNATURE_INVALID: one flipped bit of the payload', async () => {
        const office = await enrolled();
        const envelope = JSON.parse(text(sign(office, content(server, office)))) as { payload: string };
        const payload = Buffer.from(envelope.payload, 'base64');
        const digit = payload.indexOf('"unknownAnswers":') + '"unknownAnswers":'.length;
        payload.writeUInt8(payload.readUInt8(digit) ^ 1, digit);

        expect((await send(server, utf8(JSON.stringify({ ...envelope, payload: payload.toString('base64') })))).code).toBe(
          'SIGNATURE_INVALID',
        );
      });

      it('KEY_UNKNOWN: a foreign key', async () => {
        const office = await enrolled();
        const thief = { ...office, keys: newSigningKeys() };

        expect((await send(server, sign(thief, content(server, office)))).code).toBe('KEY_UNKNOWN');
      });

      it('SIGNATURE_INVALID: a foreign key under the name of a known one', async () => {
        const office = await enrolled();
        const thief = { ...office, keys: newSigningKeys() };
        const forged = text(sign(thief, content(server, office))).replace(
          keyIdOf(thief.keys.publicKey),
          keyIdOf(office.keys.publicKey),
        );

        expect((await send(server, utf8(forged))).code).toBe('SIGNATURE_INVALID');
      });

      it('OFFICE_MISMATCH: an office that speaks for its neighbour', async () => {
        const [office, neighbour] = [await enrolled(), await enrolled()];

        expect((await send(server, sign(office, content(server, neighbour)))).code).toBe('OFFICE_MISMATCH');
      });

      it('SEQUENCE_REPLAYED: other bytes under a number that was used', async () => {
        const office = await enrolled();
        await send(server, sign(office, content(server, office)));

        expect((await send(server, sign(office, content(server, office, { unknownAnswers: 9 })))).code).toBe('SEQUENCE_REPLAYED');
      });

      it('SEQUENCE_GAP: a number left out', async () => {
        const office = await enrolled();
        const first = sign(office, content(server, office));
        await send(server, first);

        expect((await send(server, next(server, office, first, { sequence: 3 }))).code).toBe('SEQUENCE_GAP');
      });

      it('CHAIN_BROKEN: the right number after another delivery', async () => {
        const office = await enrolled();
        const first = sign(office, content(server, office));
        await send(server, first);

        expect((await send(server, next(server, office, first, { previous: 'd'.repeat(64) }))).code).toBe('CHAIN_BROKEN');
      });

      it('KEY_REVOKED: a key that was blocked', async () => {
        const office = await enrolled();
        const bytes = sign(office, content(server, office));
        await operator().revokeCertificate(keyIdOf(office.keys.publicKey));

        expect((await send(server, bytes)).code).toBe('KEY_REVOKED');
      });

      it('CERTIFICATE_EXPIRED: the day after two years', async () => {
        const office = await enrolled();
        const bytes = sign(office, content(server, office));
        const enrolledOn = day;
        try {
          day = IsoDay.parse('2029-02-01');
          expect((await send(server, bytes)).status).toBe(201);
          day = addDays(day, 1);
          expect((await send(server, next(server, office, bytes))).code).toBe('CERTIFICATE_EXPIRED');
          expect((await send(server, bytes)).status).toBe(200);
        } finally {
          day = enrolledOn;
        }
      });

      const raw: readonly (readonly [string, string, (bytes: Uint8Array) => Uint8Array])[] = [
        ['BODY_TOO_LARGE', 'more bytes than allowed', () => new Uint8Array(maxDeliveryBytes + 1).fill(32)],
        ['JSON_MALFORMED', 'no JSON', () => utf8('{"payload":')],
        ['JSON_MALFORMED', 'no body', () => new Uint8Array()],
        ['JSON_DUPLICATE_KEY', 'a key twice', (it) => utf8(text(it).replace('{', '{"payload":"AAAA",'))],
        ['JSON_NOT_CANONICAL', 'a space', (it) => utf8(text(it).replace(':', ': '))],
        ['FIELD_UNKNOWN_IN_MESSAGE', 'an unknown field in the envelope', (it) => utf8(text(it).replace('{', '{"note":"x",'))],
        ['ENVELOPE_INVALID', 'no signature', (it) => utf8(text(it).replace(/"signatures":\[.*\]/, '"signatures":[]'))],
        ['ENVELOPE_INVALID', 'another kind of message', (it) => utf8(text(it).replace('delivery+json', 'receipt+json'))],
      ];

      it.each(raw)('%s: %s', async (code, _what, spoil) => {
        const office = await enrolled();

        expect((await send(server, spoil(sign(office, content(server, office))))).code).toBe(code);
      });
    });

    it('answers bytes it has with their receipt, also after the key was revoked and more often than the limit allows', async () => {
      const office = await enrolled();
      const bytes = sign(office, content(server, office));
      const first = await send(server, bytes);
      await operator().revokeCertificate(keyIdOf(office.keys.publicKey));

      for (let time = 0; time < 70; time += 1) {
        const again = await send(server, bytes);
        expect(again.status).toBe(200);
        expect(text(again.bytes)).toBe(text(first.bytes));
      }
    });

    describe('the head of a chain', () => {
      const ask = async (keyId: string) => fetch(`${server.url}/api/v1/deliveries/head/${keyId}`);
      const headOf = async ({ keys }: MadeUpOffice) => {
        const bytes = new Uint8Array(await (await ask(keyIdOf(keys.publicKey))).arrayBuffer());
        return openChainHead(bytes, { authorityPublicKey: authorityKey(server), devicePublicKey: keys.publicKey, training: true });
      };

      it('is nothing before the first delivery, then the last one with its receipt', async () => {
        const office = await enrolled();
        expect(await headOf(office)).toMatchObject({ ok: true, value: { sequence: 0, delivery: null, receipt: null } });

        const first = sign(office, content(server, office));
        await send(server, first);
        const second = next(server, office, first);
        const answer = await send(server, second);

        const head = await headOf(office);
        expect(head).toMatchObject({ ok: true, value: { sequence: 2, delivery: deliveryHash(second) } });
        expect(head.ok && head.value.receipt).toEqual(JSON.parse(text(answer.bytes)));
      });

      it('is told for a revoked key, and holds no number of a table', async () => {
        const office = await enrolled();
        await send(server, sign(office, content(server, office)));
        await operator().revokeCertificate(keyIdOf(office.keys.publicKey));

        const head = await headOf(office);
        expect(head).toMatchObject({ ok: true, value: { sequence: 1 } });
        expect(head.ok && Object.keys(head.value).sort()).toEqual(['delivery', 'format', 'key', 'receipt', 'sequence', 'training']);
      });

      it.each(['0123456789abcdef', 'nonsense'])('is KEY_UNKNOWN for %s', async (keyId) => {
        const answer = await ask(keyId);
        expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'KEY_UNKNOWN' }]);
      });
    });

    it('repeats nothing of a refused message and shows no inside', async () => {
      const office = await enrolled();
      const answer = await send(server, sign(office, { ...content(server, office), secret_note: 'Kanarienvogel' }));

      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(text(answer.bytes)).not.toMatch(/Kanarienvogel|secret_note|\.ts:|node_modules|NI-\d/);
    });

    it('adds the tables of a plan up to the same numbers as the offices sent', async () => {
      const offices = await Promise.all(
        (['awo', 'bag_kjs', 'bag_kjs', 'bag_ejsa'] as const).map(async (carrierGroup, at) => {
          const office = madeUpOffice({ carrierGroup, land: at < 2 ? '09' : '11' });
          await enrol(server, office);
          const delivery = content(server, office, { period: '2024' });
          await send(server, sign(office, delivery));
          return { office, delivery };
        }),
      );
      for (const { id } of defaultPlan.tables) {
        const valuesOf = (chosen: typeof offices) =>
          chosen
            .map(({ delivery }) => delivery.tables.find((table) => table.id === id)?.cells.map(({ value }) => value) ?? [])
            .reduce((sum, values) => sum.map((value, cell) => value + (values[cell] ?? 0)));
        const reported = async (by: 'federal' | 'group' | 'land', key: string) =>
          (await operator().report({ by, period: '2024', table: id })).rows
            .find((row) => row.key === key)
            ?.cells.map(({ value }) => value);

        expect(await reported('federal', 'federal')).toEqual(valuesOf(offices));
        expect(await reported('group', 'bag_kjs')).toEqual(valuesOf(offices.slice(1, 3)));
        expect(await reported('land', '09')).toEqual(valuesOf(offices.slice(0, 2)));
      }
    });
  });
}
