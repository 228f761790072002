import { defineErrors } from '../error-text.ts';

export const caseErrors = defineErrors({
  CASE_NOT_FOUND: {
    text: 'Diese Akte gibt es hier nicht.',
    advice: 'Vielleicht wurde sie auf einem anderen PC anonymisiert oder gelöscht. Bitte die Fallliste neu öffnen.',
  },
  FIELD_UNKNOWN: {
    text: 'Dieses Feld gibt es in der Akte nicht.',
    advice: 'Bitte Lotse neu starten. Bleibt es dabei, dem Servicebüro die Bezeichnung des Feldes nennen.',
  },
  ENTRY_UNKNOWN: {
    text: 'Dieser Eintrag steht nicht mehr in der Akte.',
    advice: 'Bitte die Akte neu öffnen. Der Verlauf zeigt, wer den Eintrag entfernt hat.',
  },
  ANSWER_INVALID: {
    text: 'Diese Angabe passt nicht in das Feld.',
    advice: 'Bitte die Angabe prüfen. „Unbekannt“ und „keine Angabe“ sind immer möglich, wo das Feld sie anbietet.',
  },
  CONSENT_MISSING: {
    text: 'Ohne Einwilligung nimmt die Akte das nicht auf.',
    advice: 'Zuerst unter 1.1 „Einwilligungserklärung liegt vor“ auf „erteilt“ setzen. Bis dahin gehen nur Angaben ohne Namen und ohne freien Text.',
  },
});
