/** The window's end of a shell port, as oRPC's own client, and as raw as a page could be. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { shellContract } from '../../shared/rpc/shell.contract.ts';
import type { Port } from './fake-electron.ts';

export type ShellClient = ContractRouterClient<typeof shellContract>;

export function clientOn(port: Port): ShellClient {
  const link = new RPCLink<Record<never, never>>({ port: port.raw });
  port.raw.start();
  return createORPCClient<ShellClient>({ call: (...call) => link.call(...call) });
}

/** Code of the refusal; 'answered' when there was none. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'answered';
  } catch (problem) {
    return problem instanceof Error && 'code' in problem ? String(problem.code) : String(problem);
  }
}
