/** Why a Meldung cannot be approved now; the office core decides it again with the same rule. */
import { closedBecause } from '../../../shared/monitoring/approval-window.ts';
import type { DeliveryPreview, DeliveryView } from '../../../shared/rpc/monitoring.views.ts';
import type { SessionView } from '../../../shared/rpc/session.views.ts';

export function whyClosed(
  { office, today }: Pick<Extract<SessionView, { phase: 'open' }>, 'office' | 'today'>,
  preview: DeliveryPreview | null,
  deliveries: readonly Pick<DeliveryView, 'period' | 'state'>[],
): string | null {
  if (preview === null || office.training || preview.delivery.state !== 'built') return null;
  const { period } = preview.delivery;
  const approvedBefore = deliveries.some((other) => other.period === period && (other.state === 'approved' || other.state === 'confirmed'));
  return closedBecause({ plan: preview.plan, period, today, approvedBefore });
}
