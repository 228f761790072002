/** German words of the plan: as work, as papers, as the view turned to the young person. */
import { changedParts, changeKinds } from '../../../shared/plan/change-words.ts';
export const planTexts = {
  inLanguage: (name: string) => `auf ${name}`,

  turns: {
    title: (count: number) => `${count} Ziele auf einmal sind viel.`,
    text: 'Mit dreien geht es sich leichter. Auf dem Papier stehen drei unter „Jetzt“, die anderen unter „Später“.',
    rest: 'Die anderen auf „später“ setzen',
    later: 'später',
    laterOnPaper: 'auf dem Papier: später',
  },

  needs: {
    title: 'Noch ohne Ziel',
    text: 'Diese Förderbedarfe sind festgehalten, und noch kein Ziel antwortet darauf.',
    add: 'Ziel dazu',
  },

  suggestions: {
    open: 'Vorschläge',
    title: (area: string) => `Vorschläge: ${area}`,
    text: 'Ein Anfang, kein fertiger Plan: Ziel und Schritte stehen danach im Plan, und Sie ändern sie gemeinsam in die eigenen Worte des jungen Menschen.',
    steps: 'Schritte',
  },

  picture: {
    choose: (step: string) => `Bild wählen: ${step}`,
    chosen: (picture: string, step: string) => `Bild: ${picture}. Ändern: ${step}`,
    title: 'Bild zum Arbeitsschritt',
    text: 'Es steht auf dem Wandblatt neben dem Schritt, für alle, die Bilder schneller lesen als Wörter.',
    none: 'Kein Bild',
  },

  papers: {
    title: 'Plan drucken',
    versionsTitle: 'Fassungen des Plans',
    making: 'Das Papier wird erstellt …',
    failed: 'Das Papier ließ sich nicht erstellen.',
    kind: 'Welches Papier?',
    kinds: {
      wall: { label: 'Wandblatt', hint: 'eine Seite zum Aufhängen: Vorname, nächste Schritte, nächster Termin' },
      agreement: { label: 'Vereinbarung', hint: 'der ganze Plan: was der junge Mensch macht, was der JMD macht, Unterschriften' },
    },
    language: 'Sprache',
    german: 'Deutsch',
    ready: 'Bereit',
    notReady: 'Noch nicht eingeschaltet',
    reviewed: (by: string) => `geprüft von ${by}`,
    reviewedBySomebody: 'geprüft',
    unreviewed: 'noch nicht geprüft – von der Leitung freigeschaltet',
    unreviewedMeans: 'Auf dem Papier steht dabei, dass der deutsche Text gilt und die Übersetzung noch nicht geprüft ist.',
    translatedInto: (name: string) => `Die Übersetzungen in der Akte sind auf ${name}. Ziele und Schritte stehen auf diesem Papier deshalb nur auf Deutsch.`,
    notUsable: (count: number) => (count === 1 ? '1 Sprache ist noch nicht geprüft und deshalb nicht eingeschaltet.' : `${count} Sprachen sind noch nicht geprüft und deshalb nicht eingeschaltet.`),
    switchOn: 'Die Leitung schaltet sie frei unter',
    switchOnWhere: 'Verwaltung: Papiere',
    phoneWhere: 'Verwaltung: Papiere, Telefonnummern',
    withoutPhone: 'Ohne Telefonnummer',
    withoutPhoneMeans: 'Auf dem Wandblatt steht nur der Vorname der Fachkraft und nicht, wohin sich der junge Mensch wenden kann. Die Leitung trägt eine Nummer ein unter',
    caution: 'Vorher bedenken',
    cautionAct: 'Bitte nur persönlich übergeben und kurz fragen, wo das Papier sicher ist.',
    make: 'Vorschau',
    others: 'Für jemand anderen …',
    otherPaper: 'Anderes Papier',
    kept: (version: number) => `Das Papier ist fertig und als Fassung ${version} abgelegt.`,
    looked: 'Das Papier ist fertig.',
    notYet: 'Noch keine Fassung: Abgelegt wird das Papier erst, wenn Sie es drucken, speichern oder sagen, ob es ausgehändigt ist.',
    paperTitle: (kind: string, version: number | null) => (version === null ? `${kind} – Vorschau` : `${kind} – Fassung ${version}`),
    handover: 'Ausgehändigt?',
    handedOver: 'Ja, ausgehändigt',
    declined: 'Wollte es nicht mitnehmen',
    outcomes: { handed_over: 'Festgehalten: ausgehändigt.', declined: 'Festgehalten: wollte es nicht mitnehmen. Das Papier bleibt beim JMD.' },
    noVersions: 'Von diesem Plan gibt es noch keine gedruckte Fassung.',
    look: 'ansehen',
  },

  changes: {
    title: 'Was ist anders?',
    from: 'Von',
    to: 'Bis',
    now: 'jetzt, wie der Plan in der Akte steht',
    none: 'Dazwischen ist alles gleich.',
    kinds: changeKinds,
    parts: changedParts,
  },

  shown: { back: 'Zurück', title: 'Mein Plan' },

  summary: {
    papers: 'Was auf dem Papier steht',
    agreement: 'Vereinbarung und Termine',
    otherPlans: 'Andere Pläne',
    leads: (name: string) => `${name} führt`,
    reviewed: 'Heute gemeinsam überprüft',
    show: 'Dem jungen Menschen zeigen',
    print: 'Drucken',
    versions: 'Fassungen',
  },
} as const;
