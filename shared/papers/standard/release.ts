import { paragraph, type StandardWording } from './facts.ts';

/** For one recipient and one purpose; who, what and until when stand above these words. */
export const releaseWording: StandardWording = (facts) => `# Das erlaube ich

Was ich dem JMD erzähle, bleibt beim JMD. Für die Stelle, die oben steht, mache ich eine Ausnahme: nur für das, was oben steht, und nur so lange.

[ ] Der JMD darf dieser Stelle etwas darüber sagen oder geben.
[ ] Diese Stelle darf dem JMD etwas darüber sagen oder geben.

# Das weiß ich

- Ich mache das freiwillig. Ohne diese Erlaubnis berät mich der JMD genauso.
- Ich kann sie jederzeit zurücknehmen, ohne Grund, auch mündlich. Ab dann sagt der JMD nichts mehr weiter und sagt der Stelle Bescheid.
- Was schon gesagt wurde, lässt sich nicht zurückholen.
- Ich kann fragen, was wann weitergegeben wurde.
- Die Grundlage ist ${paragraph(facts, 'consent')}; die Schweigepflicht vieler Berufe steht in § 203 StGB.

_ Datum und meine Unterschrift / Datum und Unterschrift der Fachkraft

_ Nur wenn es nötig ist: Datum und Unterschrift der Personensorgeberechtigten`;
