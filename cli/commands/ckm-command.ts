import { argument, optional, required, type Command } from '../command.ts';
import { ckmCommand } from './ckm.ts';

export const ckm: Command = {
  name: ['ckm'],
  usage: '--ptable P.csv --micro M.csv --by sex,age [--count cm]',
  summary: 'Tabuliert und schützt eine beliebige Datei mit demselben Verfahren wie die Monitoring-Meldung.',
  options: { ptable: { type: 'string' }, micro: { type: 'string' }, by: { type: 'string' }, count: { type: 'string' } },
  run: async ({ values, positionals }) => {
    if (positionals.length > 0) argument([], 0, 'keine weiteren Angaben; eine Option');
    const by = required(values, 'by').split(',').map((name) => name.trim());
    return ckmCommand({ ptable: required(values, 'ptable'), micro: required(values, 'micro'), by, count: optional(values, 'count') });
  },
  text: (cells) => (cells as readonly object[]).map((cell) => Object.values(cell).join('\t')).join('\n'),
};
