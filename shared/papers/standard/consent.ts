import { howLong, paragraph, type StandardWording } from './facts.ts';

/** The keeping of data, and her health asked apart from it: two decisions, two signatures. */
export const consentWording: StandardWording = (facts) => `# Worum es geht

Wir beraten und begleiten {dich|Sie}. Damit wir noch wissen, was wir zusammen besprochen haben, schreiben wir es auf. Das dürfen wir nur, wenn {du es erlaubst|Sie es erlauben}.

{Du entscheidest|Sie entscheiden} frei. Ein Nein hat keine Nachteile: Wir helfen auch ohne Akte, so gut es geht.

# Was wir aufschreiben

- {deinen|Ihren} Namen und wie wir {dich|Sie} erreichen
- was {du uns erzählst|Sie uns erzählen}, zum Beispiel über Sprache, Schule, Ausbildung, Arbeit, Wohnen, Familie und Aufenthalt
- {deine|Ihre} Ziele, {deinen|Ihren} Plan und was wir vereinbaren
- wann wir uns getroffen haben und worum es ging

# Wer es sieht

- Die Fachkräfte in unserem JMD. Die Verwaltung sieht Namen, Telefonnummern und Termine, nicht die Gespräche.
- Andere Stellen erfahren nur etwas, wenn {du|Sie} es für genau diese Stelle {erlaubst|erlauben} oder wenn ein Gesetz es verlangt.
- Wer unsere Arbeit bezahlt, bekommt Zahlen ohne Namen.

# Wie lange

${howLong(facts)}

# {Du kannst|Sie können} es jederzeit zurücknehmen

Ohne Grund, im Gespräch, am Telefon oder schriftlich. Ab dann schreiben wir nichts mehr auf und beenden die Akte. Wenn {du möchtest|Sie möchten}, löschen wir sie. Was wir bis dahin aufgeschrieben haben, war erlaubt.

# Meine Entscheidung

[ ] Ja, der JMD darf meine Daten so aufschreiben und speichern.
[ ] Nein, das möchte ich nicht.

_ Datum und meine Unterschrift / Datum und Unterschrift der Fachkraft

_ Nur wenn es nötig ist: Datum und Unterschrift der Personensorgeberechtigten

# Extra gefragt: meine Gesundheit

Manchmal ist es gut, wenn wir auch wissen, wie es {dir|Ihnen} gesundheitlich geht. Darüber schreiben wir nur etwas auf, wenn {du|Sie} das extra {erlaubst|erlauben}. Auch hier: Ein Nein hat keine Nachteile, und {du kannst|Sie können} es jederzeit zurücknehmen, ohne das Übrige zurückzunehmen.

[ ] Ja, der JMD darf auch aufschreiben, was ich über meine Gesundheit erzähle.
[ ] Nein, das möchte ich nicht.

_ Datum und meine Unterschrift / Datum und Unterschrift der Fachkraft

Grundlage: ${paragraph(facts, 'consent')}, für die Gesundheit ${paragraph(facts, 'special_categories')}. Mehr steht auf dem Blatt „Was mit {deinen|Ihren} Daten geschieht“.`;
