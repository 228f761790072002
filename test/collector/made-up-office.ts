/** A made-up JMD with a device key: it enrols, builds real protected tables out of made-up facts and sends them. */
import { fromBase64, newSigningKeys } from '../../shared/crypto/sodium.ts';
import type { SigningKeys } from '../../shared/crypto/sodium.ts';
import { OfficeId } from '../../shared/domain/ids.ts';
import type { CarrierGroupId } from '../../shared/domain/programme.ts';
import { EnrolmentStatus } from '../../shared/envelopes/collector-api.ts';
import { planSha256, ptableSha256 } from '../../shared/envelopes/content-hash.ts';
import { deliveryHash } from '../../shared/envelopes/delivery.ts';
import { signEnvelope } from '../../shared/envelopes/dsse.ts';
import { makeEnrolment } from '../../shared/envelopes/enrolment.ts';
import { payloadTypes } from '../../shared/envelopes/types.ts';
import type { Delivery } from '../../shared/envelopes/types.ts';
import { buildTables } from '../../shared/monitoring/build-tables.ts';
import { defaultPlan } from '../../shared/monitoring/plan.ts';
import { d5v3js2modified } from '../../shared/monitoring/ptables/D5_V3_js2_modified.ts';
import type { CaseYearFact, Table } from '../../shared/monitoring/types.ts';
import { operatorAt } from '../../collector/operator.ts';
import type { RunningCollector } from '../../collector/server.ts';

export interface MadeUpOffice {
  readonly id: string;
  readonly officeName: string;
  readonly carrierGroup: CarrierGroupId;
  readonly land: string;
  readonly keys: SigningKeys;
}

let made = 0;

export function madeUpOffice(known: Partial<Omit<MadeUpOffice, 'keys'>> = {}): MadeUpOffice {
  made += 1;
  const id = `NI-${String(made).padStart(4, '0')}`;
  return { id, officeName: `JMD Beispielort ${made}`, carrierGroup: 'awo', land: '03', keys: newSigningKeys(), ...known };
}

/** A simple generator, so that the same seed gives the same cases. */
function random(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** Only a Case Management runs or ends, and only who left has gone somewhere. */
function consistent(codes: Record<string, string>): Record<string, string> {
  const flow =
    codes['support_form'] === 'counselling' ? 'none' : codes['cm_flow'] === 'none' ? 'running' : (codes['cm_flow'] ?? '');
  const ended = flow === 'ended' || flow === 'new_and_ended';
  const destination = !ended ? 'not_ended' : codes['destination'] === 'not_ended' ? 'relocated' : (codes['destination'] ?? '');
  return { ...codes, cm_flow: flow, destination };
}

export function madeUpTables(seed: number, cases = 120): readonly Table[] {
  const next = random(seed);
  const facts = Array.from({ length: cases }, (): CaseYearFact => {
    const drawn = defaultPlan.dimensions.map(({ id, codes }) => [id, codes[next(codes.length)]?.code ?? ''] as const);
    return { codes: consistent(Object.fromEntries(drawn)), keyNamed: next(100_000_000), keySums: 0 };
  });
  return buildTables({ caseYears: () => facts, tallies: () => [] }, defaultPlan, d5v3js2modified, { year: 2026, half: null });
}

/** As JSON sees it: mutable, and open for wrong things. */
export type DeliveryContent = Omit<Delivery, 'tables' | 'office'> & { office: string; tables: readonly Table[] };

export function content(server: RunningCollector, office: MadeUpOffice, change: Partial<DeliveryContent> = {}): DeliveryContent {
  return {
    format: 'lotse-delivery-1',
    office: office.id,
    authority: server.authority.keyId,
    period: '2026',
    plan: { id: defaultPlan.id, version: defaultPlan.version, sha256: planSha256(defaultPlan) },
    ptable: { id: d5v3js2modified.id, sha256: ptableSha256(d5v3js2modified) },
    sequence: 1,
    previous: null,
    unknownAnswers: 4,
    tables: madeUpTables(Number(office.id.slice(3))),
    ...change,
  };
}

/** Signs anything as a delivery, also what no honest program would. */
export function sign(office: MadeUpOffice, delivery: object): Uint8Array {
  return signEnvelope(payloadTypes.delivery, delivery, office.keys.seed);
}

export function next(
  server: RunningCollector,
  office: MadeUpOffice,
  previous: Uint8Array,
  change: Partial<DeliveryContent> = {},
): Uint8Array {
  return sign(office, content(server, office, { sequence: 2, previous: deliveryHash(previous), ...change }));
}

export interface Reply {
  readonly status: number;
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  /** Code of the problem; null on success. */
  readonly code: string | null;
}

export async function post(server: RunningCollector, path: string, body: Uint8Array): Promise<Reply> {
  const answer = await fetch(`${server.url}/api/v1/${path}`, { method: 'POST', body: body as Uint8Array<ArrayBuffer> });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const code = answer.ok ? null : (JSON.parse(new TextDecoder().decode(bytes)) as { code: string }).code;
  return { status: answer.status, bytes, headers: answer.headers, code };
}

export function send(server: RunningCollector, bytes: Uint8Array): Promise<Reply> {
  return post(server, 'deliveries', bytes);
}

export function enrolmentBytes(
  server: { training: boolean },
  office: MadeUpOffice,
  code: string,
  training = server.training,
): Uint8Array {
  const { id, officeName, carrierGroup, land, keys } = office;
  return makeEnrolment({ code, office: OfficeId.parse(id), officeName, carrierGroup, land, training }, keys.seed);
}

export function codeFor(server: RunningCollector, { id, officeName, carrierGroup, land }: MadeUpOffice) {
  return operatorAt(server.url, server.operatorToken).createEnrolmentCode({
    office: OfficeId.parse(id),
    officeName,
    carrierGroup,
    land,
  });
}

/** Code, request, approval. */
export async function enrol(server: RunningCollector, office: MadeUpOffice): Promise<void> {
  const { code } = await codeFor(server, office);
  const asked = await post(server, 'enrolments', enrolmentBytes(server, office, code));
  const { id } = EnrolmentStatus.parse(JSON.parse(new TextDecoder().decode(asked.bytes)));
  await operatorAt(server.url, server.operatorToken).approveEnrolment(id);
}

export function authorityKey(server: RunningCollector): Uint8Array {
  return fromBase64(server.authority.publicKey);
}

/** Another value for one cell. */
export function withCell(tables: readonly Table[], table: string, at: number, value: number): readonly Table[] {
  return tables.map((each) =>
    each.id === table
      ? { id: each.id, cells: each.cells.map((cell, index) => (index === at ? { ...cell, value } : cell)) }
      : each,
  );
}
