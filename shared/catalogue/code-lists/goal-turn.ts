import { codeList } from '../code-list.ts';

export const goalTurn = codeList('goal_turn', 'Rahmenkonzept Nr. 1, 2.3; höchstens drei Ziele auf einmal', [
  ['now', 'jetzt'],
  ['later', 'später'],
]);
