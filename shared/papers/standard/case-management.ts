import type { StandardWording } from './facts.ts';

/** "Ich bin dabei!" (Rahmenkonzept Nr. 1, 2.1). Not the consent to keep data, and it says so. */
export const caseManagementWording: StandardWording = () => `# Was das ist

Wir gehen ein Stück Weg zusammen. Erst finden wir heraus, was {du willst und was du kannst|Sie wollen und was Sie können}. Dann machen wir einen Plan mit {deinen|Ihren} eigenen Zielen, Schritt für Schritt. Wir schauen immer wieder, was geklappt hat und was anders werden soll. Oft dauert das ein bis zwei Jahre, manchmal kürzer, manchmal länger.

# Das macht der JMD

- Wir nehmen uns Zeit und hören zu.
- Wir machen den Plan mit {dir|Ihnen} zusammen, und {du bekommst|Sie bekommen} ihn mit.
- Wir helfen bei den Schritten: bei Anträgen, Anmeldungen, Gesprächen mit anderen Stellen.
- Wir sprechen mit anderen nur, wenn {du es erlaubst|Sie es erlauben}.

# Das mache ich

- Ich sage, was mir wichtig ist und was ich brauche.
- Ich gehe die Schritte, die wir vereinbart haben, und sage, wenn etwas nicht geht.
- Ich komme zu unseren Terminen oder sage Bescheid.

# Freiwillig

Ich mache mit, weil ich es will. Ich kann jederzeit aufhören und bekomme weiter Rat, wenn ich ihn brauche. Dieses Blatt erlaubt niemandem, meine Daten zu speichern oder weiterzugeben: Dafür gibt es eigene Blätter.

[ ] Ich bin dabei!

_ Datum und meine Unterschrift / Datum und Unterschrift der Fachkraft`;
