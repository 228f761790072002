/** Everything the central server promises, on both databases: one cluster and one embedded database for all suites. */
import { afterAll, beforeAll, describe } from 'vitest';
import { backends, temporaryFolder } from './backends.ts';
import type { Backend, Place } from './backends.ts';
import { deliverySuite } from './deliveries.suite.ts';
import { enrolmentSuite } from './enrolment.suite.ts';
import { serverSuite } from './server.suite.ts';

for (const { name, skip, start } of backends) {
  describe.skipIf(skip)(name, () => {
    let running: Backend | undefined;
    let place: Place | undefined;
    const here = (): Place => {
      if (place === undefined) throw new Error('not started');
      return place;
    };

    beforeAll(async () => {
      const started = await start();
      running = started;
      const folder = temporaryFolder();
      place = { folder, databaseUrl: await started.createDatabase(), createDatabase: () => started.createDatabase() };
    });
    afterAll(async () => {
      await running?.stop();
      place?.folder[Symbol.dispose]();
    });

    deliverySuite(here);
    enrolmentSuite(here);
    serverSuite(here, name);
  });
}
