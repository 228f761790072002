/** How a delivery names the plan and the perturbation table it was built by: both sides must hash the same bytes. */
import { sha256Hex } from '../crypto/sodium.ts';
import type { Ptable } from '../monitoring/ptable.ts';
import type { MonitoringPlan } from '../monitoring/types.ts';
import { canonicalBytes } from './canonical-json.ts';

/** SHA-256 of the plan's canonical JSON. */
export function planSha256(plan: MonitoringPlan): string {
  return sha256Hex(canonicalBytes(plan));
}

/** SHA-256 of the canonical JSON of the table as the program holds it. */
export function ptableSha256(ptable: Ptable): string {
  return sha256Hex(canonicalBytes(ptable));
}
