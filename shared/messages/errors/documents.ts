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
  ATTACHMENT_NOT_FOUND: {
    text: 'Diese Fassung ist nicht mehr vorhanden.',
    advice: 'Bitte die Akte neu öffnen. Die aktuelle Fassung lässt sich jederzeit neu drucken.',
  },
});
