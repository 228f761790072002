import { describe, expect, it } from 'vitest';
import { refusals } from '../../../shared/envelopes/collector-api.ts';
import { serverErrors } from '../../../shared/messages/errors/server.ts';

const connection = ['NOT_CONNECTED', 'SERVER_UNREACHABLE', 'SERVER_ERROR', 'SERVER_TRAINING_MISMATCH', 'RECEIPT_INVALID'];

describe('the texts about the server', () => {
  it('are there for every refusal and every trouble with the connection, and for nothing else', () => {
    expect(Object.keys(serverErrors).sort()).toEqual([...Object.keys(refusals), ...connection].sort());
  });

  it.each(Object.entries(serverErrors))('say of %s what happened and what to do, as sentences', (_code, { text, advice }) => {
    expect(text).toMatch(/^[A-ZÄÖÜ„].*[.]$/);
    expect(advice).toMatch(/^[A-ZÄÖÜ„].*[.]$/);
  });

  it('avoid the words nobody in a JMD uses', () => {
    expect(JSON.stringify(serverErrors)).not.toMatch(/JSON[ .]|Collector|Extrakt|Zertifikat|Envelope|Signatur|quittiert|Büro[ .]/);
  });
});
