import { codeList } from '../code-list.ts';

export const requestInsight = codeList('request_insight', 'Einsichtsfähigkeit bei Anfragen von Eltern', [
  ['capable_agrees', 'kann selbst entscheiden und ist einverstanden'],
  ['capable_refuses', 'kann selbst entscheiden und ist nicht einverstanden'],
  ['not_capable', 'kann es noch nicht selbst entscheiden'],
  ['not_asked_danger', 'nicht gefragt, weil das gefährlich sein kann'],
]);
