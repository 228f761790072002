import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCertificate } from '../../shared/envelopes/certificate.ts';
import { EnrolmentStatus } from '../../shared/envelopes/collector-api.ts';
import { newSigningKeys } from '../../shared/crypto/sodium.ts';
import { IsoDay } from '../../shared/domain/day.ts';
import { keyIdOf } from '../../shared/envelopes/key-id.ts';
import { operatorAt } from '../../collector/operator.ts';
import { startCollector } from '../../collector/server.ts';
import type { RunningCollector } from '../../collector/server.ts';
import type { Place } from './backends.ts';
import { authorityKey, codeFor, content, enrol, enrolmentBytes, madeUpOffice, post, send, sign } from './made-up-office.ts';
import type { Reply } from './made-up-office.ts';

const read = (reply: Reply) => EnrolmentStatus.parse(JSON.parse(new TextDecoder().decode(reply.bytes)));

export function enrolmentSuite(here: () => Place): void {
  describe('enrolment', () => {
    let server: RunningCollector;
    let now = Date.parse('2027-02-01T08:00:00Z');
    const operator = () => operatorAt(server.url, server.operatorToken);
    const statusOf = async (id: string) =>
      EnrolmentStatus.parse(await (await fetch(`${server.url}/api/v1/enrolments/${id}`)).json());

    beforeAll(async () => {
      server = await startCollector({
        dataDir: here().folder.path,
        databaseUrl: here().databaseUrl,
        training: true,
        port: 0,
        host: '127.0.0.1',
        clock: () => new Date((now += 30_000)),
      });
    });
    afterAll(() => server?.close());

    it('goes from code to request to approval to a certificate of two years', async () => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);

      const asked = await post(server, 'enrolments', enrolmentBytes(server, office, code));
      expect(asked.status).toBe(202);
      const { id } = read(asked);
      expect(read(asked)).toMatchObject({ state: 'pending', certificate: null });
      expect((await operator().approveEnrolment(office.id)).state).toBe('approved');

      const { state, certificate } = await statusOf(id);
      expect(state).toBe('approved');
      const on = IsoDay.parse('2029-02-01');
      expect(
        certificate && openCertificate(certificate, { authorityPublicKey: authorityKey(server), on, training: true }),
      ).toMatchObject({
        ok: true,
        value: { office: office.id, officeName: office.officeName, validFrom: '2027-02-01', validUntil: '2029-02-01' },
      });
    });

    it('takes a code as people type it', async () => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);
      const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;

      expect((await post(server, 'enrolments', enrolmentBytes(server, office, typed))).status).toBe(202);
    });

    it('gives the same enrolment to who asks again with the same code and key', async () => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);
      const bytes = enrolmentBytes(server, office, code);

      const answers = await Promise.all([post(server, 'enrolments', bytes), post(server, 'enrolments', bytes)]);

      expect(new Set(answers.map((answer) => read(answer).id)).size).toBe(1);
    });

    it.each([
      ['another office', { id: 'NI-9998' }],
      ['another carrier group', { carrierGroup: 'bag_kjs' }],
      ['another Land', { land: '09' }],
      ['another key, after it was used', { keys: newSigningKeys }],
    ] as const)('refuses a code for %s', async (_what, change) => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);
      if ('keys' in change) await post(server, 'enrolments', enrolmentBytes(server, office, code));
      const other = { ...office, ...('keys' in change ? { keys: change.keys() } : change) };

      expect((await post(server, 'enrolments', enrolmentBytes(server, other, code))).code).toBe('ENROLMENT_CODE_INVALID');
    });

    it('refuses a code after thirty days and one that was never made', async () => {
      const office = madeUpOffice();
      const { code, expiresAt } = await codeFor(server, office);
      now = Date.parse(expiresAt);

      expect((await post(server, 'enrolments', enrolmentBytes(server, office, code))).code).toBe('ENROLMENT_CODE_INVALID');
      expect((await post(server, 'enrolments', enrolmentBytes(server, office, 'AAAA-BBBB-CCCC-DDDD-EEEE'))).code).toBe(
        'ENROLMENT_CODE_INVALID',
      );
    });

    it('refuses a real office at a training server', async () => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);

      expect((await post(server, 'enrolments', enrolmentBytes(server, office, code, false))).code).toBe('TRAINING_MISMATCH');
    });

    it('refuses a request that somebody else signed', async () => {
      const [office, thief] = [madeUpOffice(), madeUpOffice()];
      const { code } = await codeFor(server, office);
      const text = new TextDecoder().decode(enrolmentBytes(server, office, code));
      const named = text.replace(keyIdOf(office.keys.publicKey), keyIdOf(thief.keys.publicKey));

      expect((await post(server, 'enrolments', new TextEncoder().encode(named))).code).toBe('KEY_UNKNOWN');
    });

    it('lets no key in before the operator has approved it, nor after a refusal', async () => {
      const office = madeUpOffice();
      const { code } = await codeFor(server, office);
      const { id } = read(await post(server, 'enrolments', enrolmentBytes(server, office, code)));
      const delivery = sign(office, content(server, office));

      expect((await send(server, delivery)).code).toBe('KEY_UNKNOWN');
      await operator().refuseEnrolment(id);
      expect((await send(server, delivery)).code).toBe('KEY_UNKNOWN');
      expect((await statusOf(id)).state).toBe('refused');
      await expect(operator().approveEnrolment(id)).rejects.toMatchObject({ problem: 'ENROLMENT_NOT_FOUND' });
    });

    it('renews the certificate of a known key, but not of a revoked one', async () => {
      const office = madeUpOffice();
      await enrol(server, office);
      await expect(enrol(server, office)).resolves.toBeUndefined();

      await operator().revokeCertificate(keyIdOf(office.keys.publicKey));
      const { code } = await codeFor(server, office);
      expect((await post(server, 'enrolments', enrolmentBytes(server, office, code))).code).toBe('ENROLMENT_CODE_INVALID');
    });

    it('gives one key to one office only', async () => {
      const office = madeUpOffice();
      await enrol(server, office);
      const second = madeUpOffice();
      const borrowed = { ...second, keys: office.keys };
      const { code } = await codeFor(server, borrowed);

      expect((await post(server, 'enrolments', enrolmentBytes(server, borrowed, code))).code).toBe('ENROLMENT_CODE_INVALID');
    });

    it('lets one key of an office deliver at a time: a second one only after the first was revoked', async () => {
      const office = madeUpOffice();
      await enrol(server, office);
      const secondPc = { ...office, keys: newSigningKeys() };
      const { code } = await codeFor(server, office);
      const { id } = read(await post(server, 'enrolments', enrolmentBytes(server, secondPc, code)));

      const first = keyIdOf(office.keys.publicKey);
      await expect(operator().approveEnrolment(id)).rejects.toMatchObject({ code: 'OFFICE_HAS_KEY', message: expect.stringContaining(first) as string });
      expect((await statusOf(id)).state).toBe('pending');
      expect((await send(server, sign(office, content(server, office)))).status).toBe(201);

      await operator().revokeCertificate(first);
      expect((await operator().approveEnrolment(id)).state).toBe('approved');
      expect((await send(server, sign(secondPc, content(server, secondPc)))).status).toBe(201);
    });

    it('does not know an enrolment nobody asked for', async () => {
      const answer = await fetch(`${server.url}/api/v1/enrolments/${'0'.repeat(32)}`);

      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'ENROLMENT_NOT_FOUND' });
    });
  });
}
