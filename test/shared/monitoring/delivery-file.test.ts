import { expect, it } from 'vitest';
import { FileName } from '../../../shared/rpc/shell.contract.ts';
import { deliveryFileName } from '../../../shared/monitoring/delivery-file.ts';

it.each([
  [{ office: 'NI-0417', period: '2025', sequence: 3 }, 'Monitoring-Meldung-NI-0417-2025-Nr-3.lotse-meldung'],
  [{ office: 'NI-0417', period: '2026-H1', sequence: null }, 'Monitoring-Meldung-NI-0417-2026-H1.lotse-meldung'],
  [{ office: '../..', period: '2026', sequence: 1 }, 'Monitoring-Meldung--2026-Nr-1.lotse-meldung'],
])('the file of %j is %s, which every shell takes', (delivery, name) => {
  expect(deliveryFileName(delivery)).toBe(name);
  expect(FileName.safeParse(name).success).toBe(true);
});
