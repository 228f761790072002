import { codeList } from '../code-list.ts';

export const endReason = codeList('end_reason', 'Rahmenkonzept Nr. 1, 3.3; KJH-Statistik; EBKuS', [
  ['goals_reached', 'Ziele erreicht'],
  ['ended_by_staff', 'Fachkraft möchte nicht weiterführen'],
  ['ended_by_young_person', 'Junger Mensch möchte nicht weiterführen'],
  ['relocation', 'Umzug (ohne Übergabe an einen JMD)'],
  ['age_limit', 'Altersgrenze erreicht'],
  ['inactivity', 'Inaktivität länger als 9 Monate'],
  ['transfer_other_jmd', 'Abgabe an anderen JMD (neue Einwilligung)'],
  ['transfer_other_service', 'Weiterverweisung an anderen Dienst (z. B. MBE)'],
  ['consent_withdrawn', 'Einwilligung widerrufen'],
  ['left_germany', 'Ausreise oder Abschiebung'],
  ['deceased', 'verstorben'],
  ['other', 'Sonstiges'],
]);
