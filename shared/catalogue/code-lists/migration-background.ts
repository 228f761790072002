import { codeList } from '../code-list.ts';

export const migrationBackground = codeList('migration_background', '§ 6 MighEV', [
  ['own_migration', 'selbst zugewandert'],
  ['parent_migration', 'mindestens ein Elternteil zugewandert'],
  ['foreign_born_here', 'in Deutschland geboren, keine deutsche Staatsangehörigkeit'],
  ['none', 'kein Migrationshintergrund'],
]);
