import { defineErrors } from '../error-text.ts';

export const documentErrors = defineErrors({
  DOCUMENT_FAILED: {
    text: 'Das Papier konnte nicht erstellt werden. Die Akte ist unverändert gespeichert.',
    advice: 'Bitte noch einmal drucken. Bleibt es dabei, hilft das Servicebüro mit diesem Fehlercode.',
  },
  PLAN_EMPTY: {
    text: 'Im Plan steht noch kein Ziel.',
    advice: 'Bitte zuerst ein Ziel eintragen, dann lässt sich der Plan drucken.',
  },
  PLAN_OTHER_THAN_SHOWN: {
    text: 'Der Plan sagt inzwischen etwas anderes als in der Vorschau. Es wurde nichts gedruckt.',
    advice: 'Bitte die neue Vorschau ansehen und noch einmal drucken.',
  },
  LANGUAGE_NOT_REVIEWED: {
    text: 'Diese Übersetzung hat noch niemand geprüft, der die Sprache spricht.',
    advice: 'Bitte auf Deutsch drucken. Für den Plan kann die Leitung die Sprache in der Verwaltung trotzdem einschalten.',
  },
  PLAN_VERSION_WITHOUT_DATA: {
    text: 'Diese Fassung lässt sich nicht vergleichen: Ihre Worte sind nicht beim Papier aufgehoben.',
    advice: 'Bitte beide Papiere nebeneinander ansehen. Ab dem nächsten Druck hebt Lotse auch die Worte auf.',
  },
  ATTACHMENT_NOT_FOUND: {
    text: 'Diese Fassung ist nicht mehr vorhanden.',
    advice: 'Bitte die Akte neu öffnen. Die aktuelle Fassung lässt sich jederzeit neu drucken.',
  },
  LOGO_UNREADABLE: {
    text: 'Dieses Bild lässt sich nicht als Logo drucken.',
    advice: 'Es geht ein Bild als PNG oder JPEG, höchstens 300 kB groß und 4000 Bildpunkte breit oder hoch. Am besten beim Träger danach fragen.',
  },
  PAPER_ENTRY_OVER: {
    text: 'Diese Entbindung oder dieser Termin gilt nicht mehr.',
    advice: 'Bitte einen Eintrag wählen, der noch gilt, oder das Blatt leer drucken.',
  },
});
