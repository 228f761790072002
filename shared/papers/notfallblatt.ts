/** The recovery sheet without its code: for an office whose printer does not work on the day of the set-up. The code is written in by hand, and never leaves the window otherwise. */
import type { SheetPaper } from './sheet-paper.ts';
import { trainingMark, type FormFrame } from './form-paper.ts';

/** The same on the sheet with its code, which the window prints itself: the code goes through no other process and no file. */
export const notfallblattWords = {
  purpose:
    'Wenn ein Passwort vergessen wurde oder verloren ging, öffnet dieser Code die Akten unseres JMD. Ohne Passwort und ohne dieses Blatt kann niemand sie öffnen: nicht der Träger, nicht das Servicebüro, nicht die Hersteller.',
  steps: [
    'Lotse starten.',
    'Auf der Seite „Entsperren“ den Knopf „Mit Notfallblatt öffnen“ drücken.',
    'Den Code abtippen. Groß oder klein, mit oder ohne Striche: das ist gleich. Buchstabe O und Ziffer 0 dürfen verwechselt werden.',
    'Ein neues Passwort wählen.',
  ],
  keeping:
    'In einem verschlossenen Umschlag im Tresor oder im abgeschlossenen Schrank der Leitung. Nicht neben dem PC, nicht fotografieren, nicht per E-Mail versenden. Wer dieses Blatt hat, kann die Akten öffnen.',
} as const;

export function blankNotfallblatt(frame: FormFrame, officeId: string): SheetPaper {
  return {
    template: 'sheet',
    language: 'de',
    title: 'Notfallblatt',
    subtitle: `${frame.officeName} · ${officeId}`,
    mark: trainingMark(frame),
    ...frame,
    training: false,
    blocks: [
      { kind: 'text', text: 'Den Code vom Bildschirm in Druckbuchstaben abschreiben, ein Zeichen in jedes Kästchen. Danach in Lotse noch einmal vom Blatt abtippen: Nur so ist sicher, dass er stimmt.' },
      { kind: 'cells', groups: 7, each: 4 },
      { kind: 'heading', level: 2, text: 'Wozu dieses Blatt da ist' },
      { kind: 'text', text: notfallblattWords.purpose },
      { kind: 'heading', level: 2, text: 'So wird es benutzt' },
      { kind: 'list', items: notfallblattWords.steps },
      { kind: 'heading', level: 2, text: 'So wird es aufbewahrt' },
      { kind: 'text', text: notfallblattWords.keeping },
      { kind: 'fill', rows: [['Geschrieben am', ''], ['Aufbewahrt bei', '']] },
      { kind: 'signatures', labels: ['Unterschrift'] },
    ],
  };
}
