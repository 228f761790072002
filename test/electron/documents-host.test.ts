/** The document process in the desktop shell, for real: the core asks, main starts it, papers go over a port of their own. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DocumentService } from '../../documents/contract.ts';
import { startDocumentProcess } from '../../documents/process.ts';
import { serveDocuments, type DocumentsHost } from '../../electron/documents-host.ts';
import { askForDocuments } from '../../office/asked-documents.ts';
import { FromCore, ToCore } from '../../office/desktop-messages.ts';
import { readPdf } from '../support/pdf.ts';
import { sampleAgreement } from '../support/sample-plan.ts';
import { started } from './real-processes.ts';
import type { MessagePortMain } from './stand-in/ports.ts';

vi.mock('electron', async () => import('./real-processes.ts'));

const folder = mkdtempSync(join(tmpdir(), 'lotse-documents-'));
let host: DocumentsHost;
let service: DocumentService;

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A core and a main that hear each other without a process between them; `program` holds the document process. */
function begin(program: string, timeoutMs: number): void {
  const documents = askForDocuments((message) => {
    const asked = FromCore.parse(message);
    if (asked.kind === 'ready') throw new Error('the document part says nothing of the core');
    host.heard(asked);
  });
  host = serveDocuments(
    {
      postMessage: (message, ports: unknown = []) => {
        const said = ToCore.parse(message);
        if (said.kind !== 'documents' && said.kind !== 'documents-ended') throw new Error('not about documents');
        documents.heard(said, (ports as MessagePortMain[])[0]);
      },
    },
    program,
  );
  service = startDocumentProcess({ timeoutMs, start: documents.start });
}

const running = (): number[] => started.flatMap(({ pid }) => pid ?? []);

/** A document process that does something else: `text` is its program. */
function otherProgram(text: string): string {
  writeFileSync(join(folder, 'documents-other.mjs'), text);
  return folder;
}

beforeEach(() => {
  started.length = 0;
});

afterEach(async () => {
  await service.close();
  host.close();
  await vi.waitFor(() => { expect(running()).toEqual([]); }, { timeout: 60_000 });
});

describe('a paper', () => {
  it('is printed over the port, one after the other by the same process', async () => {
    begin('/app', 60_000);
    const [first, second] = await Promise.all([service.print(sampleAgreement), service.print(sampleAgreement)]);
    expect((await readPdf(first.pdf)).text).toContain(sampleAgreement.officeName);
    expect(Buffer.from(second.pdf).equals(Buffer.from(first.pdf))).toBe(true);
    expect(started).toHaveLength(1);
  });

  it('fails alone when the process is killed; the next starts a fresh one', async () => {
    begin('/app', 60_000);
    await service.print(sampleAgreement);
    const lost = service.print(sampleAgreement);
    const [pid] = running();
    if (pid === undefined) throw new Error('no document process runs');
    process.kill(pid, 'SIGKILL');
    await expect(lost).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    expect((await service.print(sampleAgreement)).pdf.length).toBeGreaterThan(0);
    expect(started).toHaveLength(2);
  });

  it('that no port carries is refused, before and after the process is there', async () => {
    begin('/app', 60_000);
    const unsendable = { ...sampleAgreement, officeName: (() => '') as unknown as string };
    await expect(service.print(unsendable)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    await service.print(sampleAgreement);
    await expect(service.print(unsendable)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    expect(started).toHaveLength(1);
  });
});

describe('a process that', () => {
  it.each([
    ['hangs', "process.parentPort.on('message', ({ ports: [port] }) => { port.on('message', () => { for (;;); }); port.start(); });", 500],
    ['never takes its port', 'setInterval(() => undefined, 1000);', 500],
    ['ends at once', 'process.exit(3);', 60_000],
    ['dies over a paper', "process.parentPort.on('message', ({ ports: [port] }) => { port.on('message', () => process.abort()); port.start(); });", 60_000],
    ['hangs up', "process.parentPort.on('message', ({ ports: [port] }) => { port.close(); setInterval(() => undefined, 1000); });", 60_000],
  ] as const)('%s costs this paper, and is gone', async (_what, program, timeoutMs) => {
    vi.stubEnv('LOTSE_OTHER_DOCUMENTS', join(otherProgram(program), 'documents-other.mjs'));
    begin(folder, timeoutMs);
    await expect(service.print(sampleAgreement)).rejects.toMatchObject({ code: 'DOCUMENT_FAILED' });
    vi.unstubAllEnvs();
    await vi.waitFor(() => { expect(running()).toEqual([]); }, { timeout: 60_000 });
  });
});

describe('the end of a core', () => {
  it('ends its document process', async () => {
    begin('/app', 60_000);
    await service.print(sampleAgreement);
    host.close();
    await vi.waitFor(() => { expect(running()).toEqual([]); }, { timeout: 60_000 });
  });
});
