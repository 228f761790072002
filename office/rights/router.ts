import { requestActs } from './acts.ts';
import { copies } from './copy.ts';
import { officerExtract } from './officer-extract.ts';
import { ofCase, overview } from './overview.ts';
import { paper } from './papers.ts';
import { whoLooked } from './who-looked.ts';

export { incidents } from './incidents.ts';
export const rights = { overview, ofCase, ...requestActs, whoLooked, ...copies, officerExtract, paper };
