/** The public part of a key that signs updates, as `operator.json` and the command line have it. */
import { z } from 'zod';

/** Base64 of exactly 32 bytes: the last letter before `=` carries four bits, so only every fourth is possible. A mistyped one is told, not read. */
export const PublisherKey = z.string().regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/);
