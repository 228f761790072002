/** The HTTP frame: raw bodies, security headers, failures as problem+json, one line per request for the log. */
import Fastify from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import { maxDeliveryBytes } from '../../shared/envelopes/types.ts';
import { Refused, sendProblem } from './problem.ts';
import type { ProblemCode } from './problem.ts';
import { addSecurityHeaders } from './security-headers.ts';

/** An allow-list: nothing of a body, no address, no token; `route` is the pattern, not what was asked for. */
export interface LogLine {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly code: string | null;
}
export type Log = (line: LogLine) => void;

declare module 'fastify' {
  interface FastifyRequest {
    /** Code of the refusal, for the log. */
    problemCode: string | null;
  }
}

function codeOf(error: FastifyError | Refused): ProblemCode {
  if (error instanceof Refused) return error.code;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return 'BODY_TOO_LARGE';
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return 'INPUT_INVALID';
  return 'INTERNAL';
}

export interface FrameOptions {
  readonly log: Log;
  /** Told every error that is not a refusal. */
  readonly onBug: (error: Error) => void;
  readonly trustProxy: string | false;
}

export function createFrame({ log, onBug, trustProxy }: FrameOptions): FastifyInstance {
  const app = Fastify({
    logger: false,
    trustProxy,
    bodyLimit: maxDeliveryBytes,
    forceCloseConnections: true,
    requestTimeout: 60_000,
  });

  // Every body arrives as the bytes that were sent: a signature is checked over them, and parsing is ours and strict.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.decorateRequest('problemCode', null);
  addSecurityHeaders(app);
  app.addHook('onResponse', async (request, reply) => {
    log({
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      code: request.problemCode,
    });
  });
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, 'NOT_FOUND'));
  app.setErrorHandler<FastifyError | Refused>((error, request, reply) => {
    const code = codeOf(error);
    request.problemCode = code;
    if (code === 'INTERNAL') onBug(error);
    if (code === 'UNAUTHORISED') reply.header('www-authenticate', 'Bearer');
    if (code === 'RATE_LIMITED') reply.header('retry-after', '60');
    return sendProblem(reply, code, error instanceof Refused ? error.detail : undefined);
  });
  return app;
}

/** The bytes of the body; empty when none came. */
export function bodyBytes(body: unknown): Uint8Array {
  return Buffer.isBuffer(body) ? new Uint8Array(body.buffer, body.byteOffset, body.byteLength) : new Uint8Array();
}
