import { howLong, paragraph, type StandardWording, type WordingFacts } from './facts.ts';

/** What somebody must be told before a consent (Art. 13 DSGVO and what the churches have for it). */
export const informationWording: StandardWording = (facts) => `# Wer verantwortlich ist

${whoWeAre(facts)}

${officer[facts.law.law]}:

_ Name, Telefon, E-Mail

# Wozu wir Daten brauchen

- um {dich|Sie} zu beraten und zu begleiten und zu wissen, was wir vereinbart haben
- um Termine zu machen und {dich|Sie} zu erreichen
- um in Zahlen ohne Namen zu zeigen, was die Jugendmigrationsdienste tun

# Was uns das erlaubt

- {Deine|Ihre} Einwilligung: ${paragraph(facts, 'consent')}.
- Für alles zur Gesundheit eine eigene Einwilligung: ${paragraph(facts, 'special_categories')}.
- Wenn ein Kind oder ein junger Mensch in Gefahr ist, das Gesetz: § 8a SGB VIII und § 4 KKG.

Es gilt: ${facts.law.name}. {Du musst|Sie müssen} uns nichts sagen. Was {du nicht sagen willst|Sie nicht sagen wollen}, schreiben wir nicht auf; vielleicht können wir dann bei einer Sache weniger helfen.

# Wer etwas erfährt

- Die Fachkräfte und die Leitung in unserem JMD. Die Verwaltung sieht Namen, Telefonnummern und Termine.
- Andere Stellen nur, wenn {du|Sie} es für genau diese Stelle {erlaubst|erlauben} oder ein Gesetz es verlangt. Jede Weitergabe steht in der Akte.
- Der Bund bekommt Tabellen mit Zahlen, die zum Schutz leicht verändert sind. Keine Namen, keine Akten.
- Die Akten liegen verschlüsselt auf den PCs unseres JMD. Nichts geht in Länder außerhalb der Europäischen Union.
- Kein Computer entscheidet etwas über {dich|Sie}.

# Wie lange

${howLong(facts)} Sicherungskopien sind nach höchstens 28 Tagen überschrieben. Wenn wir nichts mehr voneinander hören, beenden wir eine Begleitung mit Plan spätestens nach neun Monaten.

# {Deine|Ihre} Rechte

- Wissen, was wir haben, und eine Kopie bekommen (${paragraph(facts, 'access')}). Auch: wer in die Akte gesehen hat.
- Falsches berichtigen lassen (${paragraph(facts, 'rectification')}).
- Löschen lassen (${paragraph(facts, 'erasure')}).
- Die Verarbeitung anhalten lassen, solange etwas geklärt wird (${paragraph(facts, 'restriction')}).
- Die Daten als Datei mitnehmen (${paragraph(facts, 'portability')}).
- Widersprechen (${paragraph(facts, 'objection')}).
- Eine Einwilligung zurücknehmen: jederzeit, ohne Grund, ab dann (${paragraph(facts, 'consent')}).

Ein Satz zu uns genügt, auch am Telefon. Wir antworten spätestens nach einem Monat.

# Beschwerde

{Du kannst dich|Sie können sich} auch beschweren (${paragraph(facts, 'complaint')}): ${facts.law.authority}.`;

const officer = {
  gdpr: 'Fragen zum Datenschutz beantwortet die oder der Datenschutzbeauftragte',
  kdg: 'Fragen zum Datenschutz beantwortet die oder der betriebliche Datenschutzbeauftragte',
  dsg_ekd: 'Fragen zum Datenschutz beantwortet die oder der örtlich Beauftragte für den Datenschutz',
} as const;

function whoWeAre({ officeName, letterhead: { carrier, address, phone, email } }: WordingFacts): string {
  const parts = [officeName, carrier === '' ? '' : `Träger: ${carrier}`, address.replaceAll('\n', ', '), phone === '' ? '' : `Telefon ${phone}`.replaceAll(' ', '\u00a0'), email];
  return parts.filter((part) => part.trim() !== '').join(' · ');
}
