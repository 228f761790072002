/** Whoever sends many bad messages from one address is asked to wait; good ones are never counted here. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../context.ts';
import { Refused } from './problem.ts';

export function limitFailures({ failures }: Pick<Context, 'failures'>) {
  return {
    onRequest: async (request: FastifyRequest) => {
      if (!failures.has(request.ip)) throw new Refused('RATE_LIMITED');
    },
    onResponse: async (request: FastifyRequest, reply: FastifyReply) => {
      if (reply.statusCode >= 400 && reply.statusCode < 500) failures.take(request.ip);
    },
  };
}
